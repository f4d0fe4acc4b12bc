"""The system the body worked with before runs beside this one still: some figures of both are compared, others not yet."""

from datetime import timedelta

from mingzheng.office.moving_in.actions.begin_trial_run import begin_trial_run
from mingzheng.office.moving_in.actions.compare_systems import compare_systems
from mingzheng.office.moving_in.queries import counted
from mingzheng.rulebook.moving_in import Measure
from mingzheng.rulebook.roles import Role

from .world import Story, World


def trial_run(world: World) -> Story:
    """Begun a month ago; a certificate the earlier system still showed as valid is explained."""
    by = world.by(Role.GENERAL_OFFICE)
    yield world.office_day(world.today - timedelta(days=30))
    run = begin_trial_run("原业务系统", on=world.on, by=by).number
    yield world.office_day(world.today - timedelta(days=5))
    same, one_more = counted(Measure.CLIENTS, world.on), counted(Measure.IN_FORCE, world.on) + 1
    compare_systems(run, Measure.CLIENTS, there=same, on=world.on, by=by)
    world.try_in_vain(compare_systems, run, Measure.IN_FORCE, there=one_more, by=by)
    compare_systems(
        run,
        Measure.IN_FORCE,
        there=one_more,
        explanation="一张已注销的证书原系统未更新。",
        on=world.on,
        by=by,
    )
