"""What a plan or the board wants of a visit goes through the actions of the schedule, all of it or nothing."""

import json
from datetime import date, timedelta

import pytest
from django.db import transaction

from mingzheng.office.competence.models import Competence
from mingzheng.office.people.models import Leave, Person
from mingzheng.office.planning.actions.name_company import name_company
from mingzheng.office.planning.carrying_out import Seat, Wanted, carry_out, objections_to_wanted
from mingzheng.office.planning.models import PlanRun
from mingzheng.office.planning.moving import begun_on, moved
from mingzheng.office.planning.proposals import (
    Standing,
    objections_to_taking,
    plan_of_run,
    proposal_for,
    proposals,
    take,
)
from mingzheng.office.schedule.models import Appointment, Assignment, Booking
from mingzheng.office.schedule.staffing import locked_staffing, objections_to_staffing
from mingzheng.planner.plan import Assignment as Planned
from mingzheng.planner.plan import Plan
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY, MON, TUE, WED = rows.DAY, date(2026, 3, 16), date(2026, 3, 17), date(2026, 3, 18)
NEW = ["visit.appointed", "visit.member-assigned"]


@pytest.fixture
def by(cast):
    return cast["programme_manager"]


@pytest.fixture
def visit(db):
    for login in ("wang", "li", "zhao"):
        rows.auditor(login)
    return rows.visit("surveillance")


def whole(*days: date) -> frozenset[HalfDay]:
    return frozenset(HalfDay(day, half) for day in days for half in Half)


def wanted(visit, *logins: str, days=(MON,)) -> Wanted:
    seats = [
        Seat(login, TeamRole.AUDITOR if n else TeamRole.LEADER, whole(*days))
        for n, login in enumerate(logins)
    ]
    return Wanted(visit.number, days[0], days[-1], tuple(seats))


def team() -> dict[str, str]:
    return dict(Assignment.objects.values_list("person__login", "role"))


def test_a_visit_gets_dates_team_and_letters_at_once(visit, by):
    carry_out(wanted(visit, "wang", days=(MON, TUE)), reason="", announce=True, on=DAY, by=by)
    assert kinds() == [*NEW, "visit.announced"] and team() == {"wang": "leader"}
    assert Booking.objects.count() == 4


def test_whoever_stays_is_left_alone(visit, by):
    carry_out(wanted(visit, "wang", "li"), reason="", on=DAY, by=by)
    carry_out(wanted(visit, "wang", "zhao"), reason="生病", on=DAY, by=by)
    assert kinds()[3:] == ["visit.member-released", "visit.member-assigned"]
    assert team() == {"wang": "leader", "zhao": "auditor"}


def test_a_team_moves_with_its_dates(visit, by):
    carry_out(wanted(visit, "wang", "li"), reason="", on=DAY, by=by)
    carry_out(wanted(visit, "wang", "li", days=(TUE,)), reason="停产", on=DAY, by=by)
    assert kinds()[3:] == ["visit.moved"]
    assert set(Booking.objects.values_list("day", flat=True)) == {TUE}


def test_dates_and_a_member_change_together(visit, by):
    carry_out(wanted(visit, "wang", "li"), reason="", on=DAY, by=by)
    carry_out(wanted(visit, "zhao", "wang", days=(TUE, WED)), reason="x", on=DAY, by=by)
    assert team() == {"zhao": "leader", "wang": "auditor"} and Booking.objects.count() == 8


def test_trying_says_what_stands_in_the_way_and_leaves_nothing(visit, by):
    Leave.objects.create(person=rows.auditor("away"), first_day=MON, last_day=MON)
    found = objections_to_wanted(wanted(visit, "away"), reason="", on=DAY, by=by)
    assert [o.code for o in found] == ["team.on-leave"]
    assert objections_to_wanted(wanted(visit, "wang"), reason="", on=DAY, by=by) == []
    assert not Appointment.objects.exists() and kinds() == []


def test_what_is_refused_half_way_leaves_nothing(visit, by):
    Leave.objects.create(person=rows.auditor("away"), first_day=MON, last_day=MON)
    with pytest.raises(Refused):
        carry_out(wanted(visit, "wang", "away"), reason="", on=DAY, by=by)
    assert not Appointment.objects.exists() and kinds() == []


def run_with(*assignments: Planned) -> PlanRun:
    plan = Plan(assignments)
    return PlanRun(number="PC2026-0001", plan=json.loads(plan.to_json()))


MORNING = HalfDay(MON, Half.MORNING)


def planned(visit, *people: str, start=MORNING, half_days=2) -> Planned:
    return Planned(visit.number, start, half_days, people)


def test_a_proposal_is_new_then_taken_then_another(visit, by):
    run = run_with(planned(visit, "wang"))
    proposal = proposal_for(run, visit.number)
    assert proposal.standing is Standing.NEW and proposal.open
    take(run, proposal, announce=False, on=DAY, by=by)
    assert proposal_for(run, visit.number).standing is Standing.TAKEN

    [other] = proposals([planned(visit, "li")])
    assert other.standing is Standing.TEAM
    [later] = proposals([planned(visit, "wang", start=HalfDay(TUE, Half.MORNING))])
    assert later.standing is Standing.MOVED


def test_what_no_longer_holds_is_refused_in_words(visit, by):
    run = run_with(planned(visit, "wang"))
    proposal = proposal_for(run, visit.number)
    Leave.objects.create(person=proposal.people[0], first_day=MON, last_day=MON)
    assert [o.code for o in objections_to_taking(run, proposal, on=DAY, by=by)] == ["team.on-leave"]
    with pytest.raises(Refused):
        take(run, proposal, announce=True, on=DAY, by=by)
    with pytest.raises(Refused, match=r"planning\.not-proposed"):
        proposal_for(run, "XM0000-0000")
    assert plan_of_run(PlanRun()).assignments == ()


def test_an_afternoon_to_the_next_noon_is_two_days_and_companions_go_along(visit, by):
    name_company(visit.number, companions=["zhao"], on=DAY, by=by)
    [proposal] = proposals([planned(visit, "wang", start=HalfDay(MON, Half.AFTERNOON))])
    assert (proposal.wanted.starts_on, proposal.wanted.ends_on) == (MON, TUE)
    take(run_with(planned(visit, "wang")), proposal, announce=False, on=DAY, by=by)
    assert team() == {"wang": "leader", "zhao": "trainee"} and Booking.objects.count() == 4


def test_an_expert_goes_along_where_the_plan_asks_for_one_and_one_who_is_free(visit, by):
    Competence.objects.filter(person__login="wang").delete()
    for login in ("a-busy", "b-free"):
        made = Person.objects.create(login=login, name_zh=login, roles=[])
        rows.authorised(made, "expert"), rows.insured(made)
        Competence.objects.create(
            person=made, standard="QMS", code="17", basis="-", evaluated_on=date(2025, 1, 1)
        )
    Leave.objects.create(person=Person.objects.get(login="a-busy"), first_day=MON, last_day=MON)
    run = run_with(Planned(visit.number, MORNING, 4, ("wang",), expert=True))
    take(run, proposal_for(run, visit.number), announce=False, on=DAY, by=by)
    assert team() == {"wang": "leader", "b-free": "expert"}
    with transaction.atomic():
        assert objections_to_staffing(locked_staffing(visit.number), DAY) == []


def test_what_has_begun_meanwhile_is_no_longer_proposed(visit):
    visit.begun_on = MON
    visit.save()
    assert proposals([planned(visit, "wang")])[0].standing is Standing.GONE


def test_what_is_dragged_keeps_its_length_in_working_days_and_its_team(visit, by):
    carry_out(wanted(visit, "wang", "li", days=(MON, TUE)), reason="", on=DAY, by=by)
    friday = moved(visit, by=timedelta(days=4))
    assert (friday.starts_on, friday.ends_on) == (date(2026, 3, 20), date(2026, 3, 23))
    swapped = moved(visit, instead_of="wang", person="zhao")
    assert (swapped.starts_on, [seat.login for seat in swapped.team]) == (MON, ["zhao", "li"])
    assert swapped.team[0].role is TeamRole.LEADER and len(swapped.team[0].half_days) == 4


def test_what_had_no_dates_begins_on_the_next_working_day_as_long_as_one_auditor_needs(visit):
    weekend = begun_on(visit, date(2026, 3, 14), "wang")
    assert (weekend.starts_on, weekend.ends_on) == (MON, TUE)
    assert weekend.team == (Seat("wang", TeamRole.LEADER, whole(MON, TUE)),)
    assert begun_on(visit, MON).team == ()
