"""The calendar of the board: meetings planned, held, missed, called off, and those nobody planned."""

from datetime import date

import pytest

from mingzheng.office.impartiality.actions.call_off_meeting import call_off_meeting
from mingzheng.office.impartiality.actions.plan_meeting import plan_meeting
from mingzheng.office.impartiality.actions.record_meeting import record_meeting
from mingzheng.office.impartiality.actions.seat_member import seat_member
from mingzheng.office.impartiality.queries import calendar_of
from mingzheng.office.record.figure import FIGURES, counted
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook import governance as rules
from mingzheng.rulebook.governance import Interest, Panel
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.verdict import Refused
from tests import rows

pytestmark = pytest.mark.django_db
DAY = rows.DAY  # 2 March 2026
JUNE = date(2026, 6, 10)
BOARD = Panel.BOARD


@pytest.fixture
def by(cast):
    return cast["director"]


@pytest.fixture
def chair(by) -> str:
    term = {"since": date(2026, 1, 1), "until": date(2028, 12, 31)}
    told = seat_member(BOARD, name="陈理事", organisation="", interest=Interest.TRADE, **term, on=DAY, by=by)
    return told.number


def refused(act, *objections) -> None:
    with pytest.raises(Refused) as found:
        act()
    assert [one.code for one in found.value.objections] == [one.code for one in objections]


def plan(by, day: date = JUNE, subject: str = "半年汇报会", on: date = DAY) -> str:
    return plan_meeting(BOARD, planned_on=day, subject=subject, on=on, by=by).number


def hold(by, chair: str, day: date, planned: str = "", panel: Panel = BOARD):
    told = {"held_on": day, "present": [chair], "subject": "半年汇报会", "minutes": "听取汇报。"}
    return record_meeting(panel, **told, planned=planned, on=day, by=by)


def standing(on: date) -> list[tuple[str, str]]:
    return [(one.day.isoformat(), one.stands) for one in calendar_of(BOARD, 2026, on)]


def test_a_meeting_is_planned_then_held_or_missed_and_one_nobody_planned_is_extraordinary(by, chair):
    kept, lost = plan(by), plan(by, date(2026, 4, 1), "一季度汇报会")
    assert standing(DAY) == [("2026-04-01", "planned"), ("2026-06-10", "planned")]
    hold(by, chair, date(2026, 5, 5))
    hold(by, chair, date(2026, 6, 12), planned=kept)
    assert standing(date(2026, 6, 12)) == [
        ("2026-04-01", "missed"),
        ("2026-05-05", "extraordinary"),
        ("2026-06-10", "held"),
    ]
    call_off_meeting(lost, reason="并入半年汇报会", on=date(2026, 6, 12), by=by)
    assert standing(date(2026, 6, 12))[0] == ("2026-04-01", "called_off")


def test_a_meeting_is_planned_for_a_day_to_come_about_something_and_once(by):
    plan(by)
    refused(lambda: plan(by, subject=" "), rules.PLANNED_ALREADY, rules.SUBJECT_MISSING)
    refused(lambda: plan(by, date(2026, 3, 1)), rules.PLANNED_IN_PAST)
    plan_meeting(Panel.COMMITTEE, planned_on=JUNE, subject="年会", on=DAY, by=by)


def test_a_plan_is_kept_once_by_its_own_panel_and_not_after_it_was_called_off(by, chair):
    number = plan(by)
    refused(lambda: hold(by, chair, JUNE, planned="HJ2026-9999"), rules.NOT_PLANNED)
    refused(lambda: call_off_meeting(number, reason="", on=DAY, by=by), rules.CALLED_OFF_WHY)
    hold(by, chair, JUNE, planned=number)
    refused(lambda: hold(by, chair, JUNE, planned=number), rules.NOT_PLANNED)
    refused(lambda: call_off_meeting(number, reason="x", on=JUNE, by=by), rules.NOT_PLANNED)


def test_what_comes_soon_or_was_missed_waits_on_the_directions_desk(by, chair):
    number = plan(by)
    waiting = QUEUES["impartiality.meetings"].waiting
    assert not waiting(by, date(2026, 5, 26))
    assert [one.number for one in waiting(by, date(2026, 5, 27))] == [number], "a fortnight before"
    assert [one.number for one in waiting(by, date(2026, 7, 1))] == [number], "missed"
    hold(by, chair, date(2026, 7, 1), planned=number)
    assert not waiting(by, date(2026, 7, 1))


def test_the_year_counts_what_was_planned_and_how_much_of_it_was_held(by, chair):
    kept = plan(by)
    plan(by, date(2026, 9, 9))
    call_off_meeting(plan(by, date(2026, 10, 10)), reason="合并", on=DAY, by=by)
    hold(by, chair, JUNE, planned=kept)
    hold(by, chair, date(2026, 7, 1))
    asked = {
        name: (FIGURES[name], Period.of(2026))
        for name in ("board-meetings-planned", "board-meetings-kept", "board-meetings")
    }
    assert [told["value"] for told in counted(asked).values()] == [2, 1, 2]
