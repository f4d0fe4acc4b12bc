"""Wishes, company, terms, runs of the planner and calendars: each works, is refused, and tells what happened."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist

from mingzheng.office.planning.actions.close_calendar import close_calendar
from mingzheng.office.planning.actions.conclude_plan import conclude_plan
from mingzheng.office.planning.actions.interrupt_plan import interrupt_plan
from mingzheng.office.planning.actions.name_company import name_company
from mingzheng.office.planning.actions.open_calendar import open_calendar
from mingzheng.office.planning.actions.request_plan import request_plan
from mingzheng.office.planning.actions.set_terms import set_terms
from mingzheng.office.planning.actions.state_wishes import state_wishes
from mingzheng.office.planning.models import CalendarLink, ClientWishes, Company, PlanRun
from mingzheng.office.planning.terms import planning_terms
from mingzheng.office.record.actors import CLOCK
from mingzheng.planner.plan import Assignment, Cost, Plan
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY, UNTIL = rows.DAY, date(2026, 6, 30)


@pytest.fixture
def by(cast):
    return cast["programme_manager"]


@pytest.fixture
def stranger(cast):
    return cast["certificate_clerk"]


def refused(act) -> list[str]:
    with pytest.raises(Refused) as found:
        act()
    return [objection.code for objection in found.value.objections]


def test_wishes_take_the_place_of_those_before(by):
    client = rows.client()
    week = (date(2026, 4, 6), date(2026, 4, 10))
    state_wishes(client.uscc, wished=[week], on=DAY, by=by)
    state_wishes(client.uscc, forbidden=[week], on=DAY, by=by)
    kept = ClientWishes.objects.get()
    assert (kept.wished, kept.forbidden) == ([], [["2026-04-06", "2026-04-10"]])
    assert kinds() == ["client.wishes-stated"] * 2


def test_a_wish_runs_forward_and_is_not_impossible(by, stranger):
    client = rows.client()
    week = (date(2026, 4, 6), date(2026, 4, 10))
    assert refused(lambda: state_wishes(client.uscc, wished=[week[::-1]], on=DAY, by=by)) == [
        "planning.wish-backwards"
    ]
    both = {"wished": [week], "forbidden": [week], "remote_percent": 101}
    assert refused(lambda: state_wishes(client.uscc, **both, on=DAY, by=by)) == [
        "planning.wished-and-forbidden",
        "approval.share-out-of-range",
    ]
    assert refused(lambda: state_wishes(client.uscc, on=DAY, by=stranger)) == ["person.not-yours"]


def test_company_is_named_before_a_visit_begins(by, stranger):
    visit = rows.visit()
    rows.auditor("wang"), rows.auditor("li")
    name_company(visit.number, required=["wang"], companions=["li"], on=DAY, by=by)
    assert Company.objects.get().companions == ["li"] and kinds() == ["visit.company-named"]
    both = {"required": ["wang"], "companions": ["wang"]}
    assert refused(lambda: name_company(visit.number, **both, on=DAY, by=by)) == ["planning.not-both"]
    with pytest.raises(ObjectDoesNotExist):
        name_company(visit.number, required=["nobody"], on=DAY, by=by)
    assert refused(lambda: name_company(visit.number, on=DAY, by=stranger)) == ["person.not-yours"]
    begun = rows.visit(begun_on=DAY)
    assert refused(lambda: name_company(begun.number, on=DAY, by=by)) == ["programme.visit-begun"]


def test_terms_keep_what_is_not_changed(by, stranger):
    set_terms({"night": 500}, on=DAY, by=by)
    set_terms({"commute_km": 80, "largest_team": 3}, on=DAY, by=by)
    terms = planning_terms()
    assert (terms.weights.night, terms.weights.km, terms.limits.commute_km, terms.own.largest_team) == (500, 0.55, 80, 3)  # fmt: skip
    assert kinds() == ["planning.terms-set"] * 2
    assert refused(lambda: set_terms({"night": -1, "luck": 1}, on=DAY, by=by)) == [
        "planning.unknown-term",
        "planning.negative-term",
    ]
    assert refused(lambda: set_terms({}, on=DAY, by=stranger)) == ["person.not-yours"]


def test_a_run_waits_and_one_waits_at_a_time(by, stranger):
    told = request_plan(DAY, UNTIL, seconds=30, seed=7, on=DAY, by=by)
    assert told.run == "PC2026-0001" and kinds() == ["plan.requested"]
    assert refused(lambda: request_plan(DAY, UNTIL, on=DAY, by=by)) == ["planning.run-waits"]
    assert refused(lambda: request_plan(UNTIL, DAY, seconds=0, on=DAY, by=stranger)) == ["person.not-yours"]


@pytest.mark.parametrize(
    ("first", "last", "seconds", "why"),
    [
        (UNTIL, DAY, 60, "planning.period-backwards"),
        (date(2026, 1, 1), DAY, 60, "planning.period-past"),
        (DAY, date(2028, 1, 1), 60, "planning.period-too-long"),
        (DAY, UNTIL, 0, "planning.seconds-out-of-range"),
        (DAY, UNTIL, 3601, "planning.seconds-out-of-range"),
    ],
)
def test_a_run_that_makes_no_sense_is_refused(by, first, last, seconds, why):
    assert refused(lambda: request_plan(first, last, seconds=seconds, on=DAY, by=by)) == [why]
    assert not PlanRun.objects.exists()


def a_plan() -> Plan:
    return Plan(
        (Assignment("XM", HalfDay(DAY, Half.MORNING), 2, ("wang",)),), cost=Cost(travel=12.4), bound=10.6
    )


def test_a_run_is_interrupted_and_concluded_once(by):
    run = request_plan(DAY, UNTIL, on=DAY, by=by).run
    interrupt_plan(run, on=DAY, by=by)
    assert PlanRun.objects.get().stop_asked
    told = conclude_plan(run, a_plan(), on=DAY, by=CLOCK)
    assert (told.planned, told.cost, told.bound) == (1, 12, 11)
    assert kinds() == ["plan.requested", "plan.interrupted", "plan.concluded"]
    assert refused(lambda: conclude_plan(run, None, failure="x", on=DAY, by=CLOCK)) == ["planning.run-ended"]
    assert refused(lambda: interrupt_plan(run, on=DAY, by=by)) == ["planning.run-ended"]
    assert refused(lambda: conclude_plan(run, None, on=DAY, by=by)) == ["person.not-yours"]


def test_everyone_opens_his_own_calendar_and_the_office_anybodys(by, person):
    wang, li = person("wang", Role.AUDITOR), person("li", Role.AUDITOR)
    open_calendar(login="wang", on=DAY, by=wang)
    first = CalendarLink.objects.get().token
    open_calendar(login="wang", on=DAY, by=by)
    assert CalendarLink.objects.filter(closed_on=None).exclude(token=first).count() == 1
    assert refused(lambda: open_calendar(login="wang", on=DAY, by=li)) == ["person.not-yours"]
    close_calendar(login="wang", on=DAY, by=wang)
    assert not CalendarLink.objects.filter(closed_on=None).exists()
    assert refused(lambda: close_calendar(login="wang", on=DAY, by=wang)) == ["planning.calendar-closed"]
    client = rows.client()
    open_calendar(uscc=client.uscc, on=DAY, by=by)
    assert len(first) == 43 and kinds() == ["calendar.opened"] * 2 + ["calendar.closed", "calendar.opened"]
