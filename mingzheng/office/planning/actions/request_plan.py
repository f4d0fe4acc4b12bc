"""Set the planner to work on a period 发起排程运算 (ISO/IEC 17021-1:2015 9.2.3.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.planning import RUN_WAITS, objections_to_run
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import PlanRun


@dataclass(frozen=True)
class PlanRequested(Happened, kind="plan.requested"):
    run: str
    first_day: date
    last_day: date
    seconds: int
    seed: int


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3.1")
def request_plan(
    first_day: date,
    last_day: date,
    *,
    seconds: int = 60,
    seed: int = 1,
    keeps_appointed: bool = False,
    on: date,
    by,
) -> PlanRequested:
    """The run waits until the planner's process takes it; one at a time for a person."""
    waits = PlanRun.objects.filter(requested_by=by.login, concluded_on=None).first()
    refuse_if(
        [
            *objections_to_run(first_day, last_day, seconds, on),
            *([RUN_WAITS.because(run=waits.number)] if waits else []),
        ]
    )
    run = PlanRun.objects.create(
        number=next_number(PlanRun, "PC", on.year),
        first_day=max(first_day, on),
        last_day=last_day,
        seconds=seconds,
        seed=seed,
        keeps_appointed=keeps_appointed,
        requested_on=on,
        requested_by=by.login,
    )
    return PlanRequested(run.number, run.first_day, last_day, seconds, seed)
