"""The planner's day at the board: a visit is moved by keyboard and by mouse, refused and done; a plan is run and taken."""

from datetime import date

import pytest
from playwright.sync_api import expect

from mingzheng.doors.clock.planning import work_off
from mingzheng.office.people.models import Leave
from mingzheng.office.planning.models import PlanRun
from mingzheng.office.schedule.models import Appointment, Assignment
from tests import rows

from .conftest import Visitor
from .steps import presses

DAY, MON = rows.DAY, date(2026, 3, 2)
BOARD = "/staff/schedule/board/"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]


@pytest.fixture
def visits(db):
    li, wang = rows.auditor("li", pinyin="a"), rows.auditor("wang", pinyin="b")
    Leave.objects.create(person=wang, first_day=date(2026, 3, 3), last_day=date(2026, 3, 3))
    dated, waiting = rows.visit("surveillance"), rows.visit("surveillance", latest=date(2026, 5, 20))
    rows.team(dated, li, starts_on=date(2026, 3, 2))
    Appointment.objects.update(announced_on=None)
    return dated, waiting


def chip(office: Visitor, number: str):
    return office.at(f"[data-visit='{number}']").first


def cell(office: Visitor, person: str, day: str):
    return office.at(f"td[data-person='{person}'][data-day='{day}']")


@pytest.mark.slow
def test_a_visit_is_taken_up_held_over_a_cell_and_put_down_by_keyboard_alone(cast, visitor, it_is, visits):
    it_is(DAY)
    office = visitor(cast["programme_manager"]).goes(BOARD)
    keys = office.page.keyboard
    chip(office, visits[0].number).focus()
    for key in ("Space", "ArrowDown", "ArrowRight"):
        keys.press(key)
    expect(office.at("#board-over")).to_contain_text("请假")
    keys.press("ArrowRight")
    expect(office.at("#board-over")).to_contain_text("可以放在这里")
    keys.press("Escape")
    expect(office.at("#board-over")).to_be_hidden()

    for key in ("Space", "ArrowDown", "ArrowRight", "ArrowRight", "Enter"):
        keys.press(key)
    expect(office.at("#board-panel")).to_contain_text("接替")
    with office.page.expect_navigation():
        keys.press("Enter")
    office.sees("已调整")
    assert Assignment.objects.get().person.login == "wang"
    assert Appointment.objects.get().starts_on == date(2026, 3, 4)


@pytest.mark.slow
def test_a_visit_without_dates_is_dragged_onto_a_person_and_a_day(cast, visitor, it_is, visits):
    it_is(DAY)
    office = visitor(cast["programme_manager"]).goes(BOARD)
    chip(office, visits[1].number).drag_to(cell(office, "wang", "2026-03-03"))
    expect(office.at("#board-panel")).to_contain_text("不能这样安排")
    office.clicks("放弃")
    chip(office, visits[1].number).drag_to(cell(office, "wang", "2026-03-05"))
    presses(office, "#board-panel button[type=submit]")
    assert Appointment.objects.get(visit=visits[1]).starts_on == date(2026, 3, 5)


@pytest.mark.slow
def test_a_plan_is_run_watched_and_taken(cast, visitor, it_is, visits):
    it_is(DAY)
    office = visitor(cast["programme_manager"]).goes(BOARD).follows("自动排程").fills(seconds="1")
    presses(office)
    office.sees("等待")
    assert work_off(DAY) == 1
    office.sees("待采用")  # by itself: the page asks every two seconds
    office.clicks("全部采用").sees("全部处理完毕")
    assert Appointment.objects.filter(visit=visits[1]).exists() and PlanRun.objects.get().plan
