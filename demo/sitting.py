"""The board sits by its calendar: held, held late, called off, missed, called for an urgent matter, and one to come."""

from collections.abc import Iterator
from datetime import date, timedelta

from mingzheng.office.impartiality.actions.call_off_meeting import call_off_meeting
from mingzheng.office.impartiality.actions.plan_meeting import plan_meeting
from mingzheng.office.impartiality.actions.record_meeting import record_meeting
from mingzheng.office.impartiality.actions.seat_member import seat_member
from mingzheng.rulebook.governance import Interest, Panel
from mingzheng.rulebook.roles import Role

from .world import Story, World

BOARD = Panel.BOARD
MEMBERS = (
    ("暨长风", "上级单位", Interest.AUTHORITY),
    ("蔺守真", "某行业协会", Interest.TRADE),
    ("滕致远", "某获证组织", Interest.CLIENTS),
)
PLANNED = (560, 380, 200, 110, 60)  # days before the end; the fourth is called off, the last is missed
LATE, URGENT, TO_COME = 3, 150, 9
SUBJECT, MINUTES = "定期汇报会", "听取经营、质量和公正性汇报，无异议。"


def sitting(world: World) -> Iterator[Story]:
    yield _board(world)


def _day(world: World, before: int) -> date:
    return world.office_day(world.today - timedelta(days=before))


def _board(world: World) -> Story:
    director = world.by(Role.DIRECTOR)
    yield _day(world, 600)
    term = {"since": world.on, "until": world.on + timedelta(days=3 * 365)}
    seats = [
        seat_member(
            BOARD, name=name, organisation=of, interest=interest, **term, on=world.on, by=director
        ).number
        for name, of, interest in MEMBERS
    ]
    plans = [
        plan_meeting(BOARD, planned_on=_day(world, before), subject=SUBJECT, on=world.on, by=director).number
        for before in PLANNED
    ]
    world.try_in_vain(plan_meeting, BOARD, planned_on=_day(world, PLANNED[0]), subject=SUBJECT, by=director)
    told = {"present": seats, "minutes": MINUTES}
    for place, before in enumerate(PLANNED[:3]):
        yield _day(world, before - (LATE if place else 0))
        record_meeting(
            BOARD, held_on=world.on, subject=SUBJECT, planned=plans[place], **told, on=world.on, by=director
        )
    yield _day(world, URGENT)
    record_meeting(BOARD, held_on=world.on, subject="紧急情况临时汇报会", **told, on=world.on, by=director)
    call_off_meeting(plans[3], reason="并入下次汇报会", on=world.on, by=director)
    yield _day(world, 20)
    coming = world.office_day(world.today + timedelta(days=TO_COME))
    plan_meeting(BOARD, planned_on=coming, subject="年度计划审议", on=world.on, by=director)
