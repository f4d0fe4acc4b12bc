"""The planning problem says of people and visits what the record says, and nothing else."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.office.clients.actions.set_tier import set_tier
from mingzheng.office.competence.models import Authorisation, Competence, Witnessing
from mingzheng.office.people.models import Employment, Insurance, Leave, Person, Tie
from mingzheng.office.planning.actions.name_company import name_company
from mingzheng.office.planning.actions.set_terms import set_terms
from mingzheng.office.planning.actions.state_wishes import state_wishes
from mingzheng.office.planning.problem import problem_of
from mingzheng.office.planning.situation import situation
from mingzheng.office.planning.terms import planning_terms
from mingzheng.office.planning.visits_due import splits
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.models import Booking, SpecialApproval, TeamObjection
from mingzheng.planner.problem import Days, Need, Order, Problem, Split
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.client_tiers import Tier
from mingzheng.rulebook.special_approvals import Limit
from tests import rows

pytestmark = pytest.mark.django_db
DAY = rows.DAY
UNTIL = date(2026, 6, 30)


def problem(**more) -> Problem:
    return problem_of(DAY, UNTIL, DAY, **more)


def only_visit(**more):
    return problem(**more).visits[0]


def only_person():
    return problem().people[0]


def due(kind="surveillance", latest=UNTIL, **more):
    return rows.visit(kind, latest=latest, **more)


def test_what_is_due_later_is_not_planned_now():
    due(), due(latest=date(2026, 12, 31))
    assert len(problem().visits) == 1


def test_a_visit_has_its_window_and_needs():
    visit = due(earliest=date(2026, 4, 1), latest=date(2026, 5, 15))
    planned = only_visit()
    assert (planned.id, planned.earliest, planned.due, planned.latest) == (
        visit.number, date(2026, 4, 1), date(2026, 5, 15), date(2026, 5, 15),
    )  # fmt: skip
    assert planned.needs == (Need("QMS", frozenset({"17.10.02"})),)


def test_past_its_last_day_a_visit_is_late_whenever_it_is_held():
    due(earliest=date(2025, 11, 1), latest=date(2026, 2, 1))
    planned = only_visit()
    assert (planned.earliest, planned.due, planned.latest) == (DAY, date(2026, 2, 1), UNTIL)


@pytest.mark.parametrize(
    ("days", "remote", "expected"),
    [
        ("2.0", 0, (Split(1, 4), Split(2, 2), Split(3, 2))),
        ("3.5", 0, (Split(1, 7), Split(2, 4), Split(3, 3))),
        ("0.5", 0, (Split(1, 1),)),
        ("4.0", 50, (Split(1, 8, 4), Split(2, 4, 2), Split(3, 3, 1))),
        ("12.0", 0, (Split(3, 8), Split(4, 6))),
        ("30.0", 0, (Split(6, 10),)),
    ],
)
def test_the_days_are_shared_over_teams_of_different_size(days, remote, expected):
    assert splits(Decimal(days), remote, planning_terms()) == expected


def test_a_stage_2_follows_its_stage_1_and_waits_for_no_other():
    certification = rows.certification()
    first = rows.visit("stage1", [certification], latest=None)
    rows.visit("stage2", [certification], earliest=None, latest=None)
    stage1, stage2 = problem().visits
    assert stage1.after == () and stage2.after == (Order(first.number, 1, (date(2026, 9, 2) - DAY).days),)


def test_what_the_client_wishes_is_wished_and_what_is_impossible_forbidden(cast):
    visit = due()
    week, feast = (date(2026, 4, 6), date(2026, 4, 10)), (date(2026, 5, 1), date(2026, 5, 5))
    wishes = {"wished": [week], "forbidden": [feast], "remote_percent": 30}
    state_wishes(visit.client.uscc, **wishes, on=DAY, by=cast["market"])
    planned = only_visit()
    assert (planned.wished, planned.forbidden) == ((Days(*week),), (Days(*feast),))
    assert planned.splits[0] == Split(1, 4, 1)


def test_a_person_is_registered_leads_and_is_competent_from_day_to_day():
    due()
    wang = rows.auditor("wang", ["QMS"], leads=False)
    Authorisation.objects.create(person=wang, kind="leader", since=date(2026, 4, 1), basis="见证审核")
    Competence.objects.update(code="17", ended_on=date(2026, 6, 1))
    person = only_person()
    assert [(r.leads, r.valid_from, r.valid_until) for r in person.registrations] == [
        (False, date(2025, 1, 1), date(2026, 3, 31)), (True, date(2026, 4, 1), date(2027, 12, 31)),
    ]  # fmt: skip
    [held] = person.competences
    assert (held.code, held.valid_until) == ("17.10.02", date(2026, 5, 31))


def test_a_trainee_is_not_registered_to_audit():
    due()
    rows.auditor("wang", grade="trainee")
    assert only_person().registrations == ()


def test_leave_other_bookings_and_days_off_keep_a_person_away():
    due()
    wang = rows.auditor("wang", weekdays=[0, 1, 2, 3], full_time=False)
    Leave.objects.create(person=wang, first_day=date(2026, 4, 6), last_day=date(2026, 4, 7))
    begun = rows.visit("surveillance", latest=date(2026, 12, 31))
    rows.team(begun, wang, starts_on=date(2026, 7, 6))
    person = only_person()
    spans = {(span.first.day, span.last.day) for span in person.away}
    assert (date(2026, 4, 6), date(2026, 4, 7)) in spans
    assert [(half_day.day, half_day.half) for half_day in person.out] == [
        (date(2026, 7, 6), half) for half in Half
    ]
    fridays = {first for first, _ in spans if first.weekday() == 4}
    assert date(2026, 3, 6) in fridays and person.weekly_half_days == 4
    assert [(a.year, a.half_days) for a in person.already] == [(2026, 2)]


def test_nobody_is_planned_on_days_on_which_he_is_not_insured():
    due()
    wang = rows.auditor("wang")
    Insurance.objects.filter(person=wang).update(last_day=DAY + timedelta(days=30))
    assert only_person().away == ()  # his policy will be renewed
    Insurance.objects.filter(person=wang).update(first_day=DAY + timedelta(days=1))
    away = {span.first.day for span in only_person().away}
    assert DAY in away and DAY + timedelta(days=1) not in away and DAY + timedelta(days=31) in away


def test_who_joins_or_leaves_is_planned_while_he_is_here_and_has_his_part_of_the_work():
    due()
    wang, li = rows.auditor("wang"), rows.auditor("li")
    Employment.objects.create(person=wang, number="1", full_time=True, first_day=DAY)
    others = {person.id: person for person in problem().people}
    assert others["wang"].fair_half_days == others["li"].fair_half_days and others["wang"].away == ()
    Employment.objects.filter(person=wang).update(first_day=date(2026, 5, 6), last_day=date(2026, 6, 12))
    running = {person.id: person for person in problem().people}
    assert UNTIL not in {span.first.day for span in running["wang"].away}  # his contract will be renewed
    Employment.objects.filter(person=wang).update(leaves=True)
    found = {person.id: person for person in problem().people}
    away = {span.first.day for span in found["wang"].away}
    assert {DAY, date(2026, 4, 30), date(2026, 6, 15), UNTIL} <= away and date(2026, 5, 6) not in away
    assert found["wang"].fair_half_days < running["wang"].fair_half_days < found["li"].fair_half_days
    assert li.login == "li"


def expert(login="expert", code="17") -> Person:
    """Knows the trade, is registered for nothing and no auditor."""
    made = Person.objects.create(login=login, name_zh="专家", roles=[])
    rows.authorised(made, "expert"), rows.insured(made)
    Competence.objects.create(
        person=made, standard="QMS", code=code, basis="-", evaluated_on=date(2025, 1, 1)
    )
    return made


def test_an_expert_may_stand_in_who_covers_every_code_and_is_free_of_the_client():
    visit = due()
    assert not only_visit().expert
    made = expert()
    assert only_visit().expert and [person.id for person in problem().people] == []
    Tie.objects.create(
        person=made, uscc=visit.client.uscc, organisation="x", kind="consultancy", declared_on=DAY
    )
    assert not only_visit().expert
    Tie.objects.all().delete()
    Competence.objects.update(code="29")
    assert not only_visit().expert


def test_whom_ties_the_client_or_rotation_shut_out_is_shut_out_with_the_reason():
    certification = rows.certification()
    for login in ("tied", "unwanted", "old"):
        rows.auditor(login)
    people = {p.login: p for p in Person.objects.all()}
    for n in range(3):
        when = DAY - timedelta(days=400 - n)
        held = rows.visit("surveillance", [certification], begun_on=when, held_on=when)
        rows.team(held, people["old"], starts_on=when)
    visit = due(certifications=[certification])
    rows.auditor("teacher", full_time=False, main_employer=visit.client.name_zh)
    Tie.objects.create(
        person=people["tied"], uscc=visit.client.uscc, organisation="x", kind="kinship", declared_on=DAY
    )
    TeamObjection.objects.create(
        visit=visit, person=people["unwanted"], reason="x", valid=True, raised_on=DAY
    )
    planned = only_visit()
    assert planned.excluded == {
        "tied": "impartiality.kinship", "unwanted": "schedule.client-objects", "teacher": "impartiality.employment",
    }  # fmt: skip
    assert planned.not_leading == {"old": "workload.rotate"}
    assert planned.previous_team == {"old"}


def test_who_is_to_be_witnessed_must_go_and_the_witness_and_trainees_go_along(cast):
    visit = due()
    wang, li, trainee = (rows.auditor(login) for login in ("wang", "li", "zhao"))
    Witnessing.objects.create(person=wang, standard="QMS", witness=li, planned_for=DAY, visit=visit.number)
    name_company(visit.number, companions=[trainee.login], on=DAY, by=cast["programme_manager"])
    planned = only_visit()
    assert (planned.required, planned.companions) == ({"wang"}, {"li", "zhao"})


def test_what_has_dates_and_a_leader_is_promised_and_firm_when_asked_or_begun():
    visit, wang = due(), rows.auditor("wang")
    rows.team(visit, wang, starts_on=date(2026, 3, 16), ends_on=date(2026, 3, 17))
    promise = only_visit().promised
    assert (promise.start, promise.half_days, promise.people, promise.firm) == (
        HalfDay(date(2026, 3, 16), Half.MORNING), 2, ("wang",), False,
    )  # fmt: skip
    assert only_visit(keeps_appointed=True).promised.firm
    assert only_person().away == ()


def test_limits_are_those_of_the_edition_and_terms_those_of_the_body(cast):
    due()
    assert (problem().limits.on_site_days_a_year, problem().limits.certificates_a_year) == (180, 50)
    set_terms({"km": 0.8, "nights": 8, "week_full_time": 6}, on=DAY, by=cast["director"])
    rows.auditor("wang")
    now = problem()
    assert (now.weights.km, now.limits.nights, now.people[0].weekly_half_days) == (0.8, 8, 6)


def test_people_live_at_home_and_clients_at_their_district():
    client = rows.client(district="330402")
    due(certifications=[rows.certification(contract=rows.contract(client=client))])
    rows.auditor("wang", home="310115")
    made = problem()
    assert (made.people[0].home.latitude, made.visits[0].place.latitude) == pytest.approx(
        (31.2, 30.75), abs=0.1
    )


def test_a_large_body_is_planned_province_by_province(monkeypatch):
    client = rows.client(district="330402")
    due(certifications=[rows.certification(contract=rows.contract(client=client))])
    rows.auditor("wang", home="310115")
    assert (problem().people[0].region, problem().visits[0].region) == ("", "")
    monkeypatch.setattr("mingzheng.office.planning.problem.ONE_OFFICE", 0)
    assert (problem().people[0].region, problem().visits[0].region) == ("31", "33")
    rows.auditor("li")  # of whom nobody knows where he lives
    assert {person.region for person in problem().people} == {""}


def test_a_problem_can_be_written_and_read_again():
    due(), rows.auditor("wang")
    made = problem()
    assert Problem.from_json(made.to_json()) == made


@pytest.mark.slow
def test_a_year_is_read_in_as_many_queries_as_there_are_kinds_of_facts(django_assert_max_num_queries):
    for n in range(12):
        visit, person = due(), rows.auditor(f"a{n}")
        rows.team(visit, person, starts_on=date(2026, 3, 16) + timedelta(days=n))
    with django_assert_max_num_queries(31):
        problem()
    assert Registration.objects.count() == 36


def test_a_premium_client_of_the_register_is_the_planners_premium_client(cast):
    """One concept: who is served as premium on the day of planning is sent somebody senior where it can be."""
    visit = due()
    assert not only_visit().premium
    set_tier(visit.client.uscc, Tier.PREMIUM, reason="示范企业", on=DAY, by=cast["market"])
    assert only_visit().premium
    set_tier(visit.client.uscc, Tier.STANDARD, reason="本年缩减范围", on=DAY, by=cast["market"])
    assert not only_visit().premium


def test_a_visit_dated_over_a_weekend_is_in_no_plan_and_its_people_are_out():
    visit, wang = due(), rows.auditor("wang")
    rows.team(visit, wang, starts_on=date(2026, 3, 20), ends_on=date(2026, 3, 23))
    Booking.objects.create(person=wang, day=date(2026, 3, 23), half="am", visit=visit)
    made = problem(keeps_appointed=True)
    assert (made.visits, [half_day.day.day for half_day in made.people[0].out]) == ((), [20, 20, 23])


def test_days_out_have_the_rulebooks_limits_and_what_a_director_let_him_be_out_for_stays(cast):
    limits = problem().limits
    assert (limits.days_out_in_a_row, limits.days_out_a_week, limits.days_out_a_month) == (6, 6, 20)
    wang, visits = rows.auditor("wang"), [due(), due()]
    for visit, day in zip(visits, (date(2026, 3, 16), date(2026, 3, 18)), strict=True):
        rows.team(visit, wang, starts_on=day)
    asked = SpecialApproval.objects.create(
        visit=visits[0],
        number="1",
        limit=Limit.DAYS_OUT,
        person=wang,
        first_day=date(2026, 3, 16),
        last_day=date(2026, 3, 16),
        asked_on=DAY,
        asked_by="wang",
    )
    assert [visit.promised.firm for visit in problem().visits] == [False, False]
    asked.state, asked.decided_by, asked.decided_on = "granted", "director", DAY
    asked.save()
    assert [visit.promised.firm for visit in problem().visits] == [True, True]


def test_nobody_is_out_in_his_own_city():
    certification = rows.certification(contract=rows.contract(client=rows.client(district="310115")))
    due(certifications=[certification])
    people = [rows.auditor("wang", home="310104"), rows.auditor("li", home="330402")]
    assert only_visit().local == {"wang"}
    for number, person in enumerate(people):
        later = rows.visit("surveillance", latest=date(2026, 12, 31), certifications=[certification])
        rows.team(later, person, starts_on=date(2026, 7, 6 + number))
    found = {person.id: (len(person.out), len(person.at_home)) for person in problem().people}
    assert found == {"wang": (0, 2), "li": (2, 0)}


def test_a_dated_visit_is_held_from_afar_as_was_settled_whatever_the_client_wishes(cast):
    visit, wang = due(), rows.auditor("wang")
    state_wishes(
        visit.client.uscc, remote_percent=30, wished=(), forbidden=(), on=DAY, by=cast["programme_manager"]
    )
    assert {bool(split.remote_half_days) for split in only_visit().splits if split.half_days > 3} == {True}
    dated = rows.team(visit, wang, starts_on=date(2026, 3, 16))
    assert {split.remote_half_days for split in only_visit().splits} == {0}
    dated.remote_percent = 100
    dated.save()
    assert all(split.remote_half_days == split.half_days for split in only_visit().splits)


def test_around_one_visit_stands_what_is_settled_within_a_week_and_whom_it_takes_out_of_his_city():
    asked = due()
    here = rows.certification(contract=rows.contract(client=rows.client(district="310115")))
    near, over = due(certifications=[here]), due()
    wang, li = rows.auditor("wang", home="310104"), rows.auditor("li", home="330402")
    rows.team(asked, wang, starts_on=date(2026, 3, 16))
    rows.team(near, wang, li, starts_on=date(2026, 3, 18))
    rows.team(over, li, starts_on=date(2026, 3, 20), ends_on=date(2026, 3, 23))
    Booking.objects.create(person=li, day=date(2026, 3, 23), half="am", visit=over)
    around = situation(asked, DAY).problem
    assert {visit.id: "wang" in visit.local for visit in around.visits} == {
        asked.number: False,
        near.number: True,
    }
    assert [half_day.day.day for p in around.people if p.id == "li" for half_day in p.out] == [20, 20, 23]
