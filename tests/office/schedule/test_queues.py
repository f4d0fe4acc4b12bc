"""Leave that is entered after somebody was booked does not go unseen."""

from datetime import timedelta

import pytest

from mingzheng.office.people.actions.enter_leave import enter_leave
from mingzheng.office.people.models import Leave
from mingzheng.office.schedule.queues import on_leave
from mingzheng.rulebook.roles import Role
from tests import rows

pytestmark = pytest.mark.django_db
DAY = rows.DAY


@pytest.fixture
def booked():
    """A visit, and the auditor who is on it the next day."""
    visit, wang = rows.visit("surveillance"), rows.auditor("wang")
    rows.team(visit, wang, starts_on=DAY + timedelta(1))
    return visit, wang


def waiting(planner, on=DAY):
    return [row.number for row in on_leave(planner, on)]


def test_leave_entered_after_somebody_was_booked_waits_for_the_office(booked, person):
    (visit, wang), planner = booked, person("zhou", Role.PROGRAMME_MANAGER)
    assert waiting(planner) == []
    enter_leave("wang", first_day=DAY + timedelta(1), last_day=DAY + timedelta(9), on=DAY, by=wang)
    assert waiting(planner) == [visit.number]
    assert waiting(planner, DAY + timedelta(2)) == []  # nothing of it is to come
    Leave.objects.update(cancelled_on=DAY)
    assert waiting(planner) == []


def test_leave_of_others_and_on_other_days_touches_no_visit(booked, person):
    planner = person("zhou", Role.PROGRAMME_MANAGER)
    for login, first in (("wang", DAY + timedelta(2)), ("qian", DAY + timedelta(1))):
        by = booked[1] if login == "wang" else rows.auditor(login)
        enter_leave(login, first_day=first, last_day=first, on=DAY, by=by)
    assert waiting(planner) == []
