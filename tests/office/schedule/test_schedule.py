from datetime import date, time, timedelta

import pytest

from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.library.models import Holiday
from mingzheng.office.people.models import Insurance, Leave, Person, Tie
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.models import Event
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.actions.announce_visit import announce_visit
from mingzheng.office.schedule.actions.appoint_visit import appoint_visit
from mingzheng.office.schedule.actions.assign_member import assign_member
from mingzheng.office.schedule.actions.cancel_appointment import cancel_appointment
from mingzheng.office.schedule.actions.move_visit import move_visit
from mingzheng.office.schedule.actions.plan_audit import plan_audit
from mingzheng.office.schedule.actions.record_team_objection import record_team_objection
from mingzheng.office.schedule.actions.release_member import release_member
from mingzheng.office.schedule.actions.send_plan import send_plan
from mingzheng.office.schedule.members import candidates
from mingzheng.office.schedule.models import Appointment, Assignment, Booking, PlanLine, TeamObjection
from mingzheng.office.schedule.queries import visits_seen_by
from mingzheng.office.schedule.queues import my_plans, my_visits, to_appoint, to_prepare
from mingzheng.rulebook.audit_plan import Line
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)  # a Monday
MON, TUE, SAT = date(2026, 3, 16), date(2026, 3, 17), date(2026, 3, 21)
Q, E = Standard.QMS, Standard.EMS


@pytest.fixture
def planner(person):
    return person("zhou", Role.PROGRAMME_MANAGER)


@pytest.fixture
def visit(db):
    """A surveillance of QMS and EMS, four auditor-days, to be held this year."""
    contract = rows.contract(["QMS", "EMS"])
    parts = [rows.certification(standard, contract=contract) for standard in ("QMS", "EMS")]
    return rows.visit("surveillance", parts)


def appoint(visit, planner, starts_on=MON, ends_on=TUE):
    return appoint_visit(visit.number, starts_on=starts_on, ends_on=ends_on, on=DAY, by=planner)


def assign(visit, person, planner, role=TeamRole.AUDITOR, standards=(Q, E), **more):
    return assign_member(
        visit.number, person.login, role=role, standards=standards, on=DAY, by=planner, **more
    )


def line(*auditors, starts=9, ends=11, day=MON, standards=(Q, E), clauses="8.1、9.1"):
    return Line(day, time(starts), time(ends), auditors, "生产部", standards, clauses)


@pytest.fixture
def team(visit, planner):
    """The visit with its dates and a complete team: wang leads, li goes along."""
    appoint(visit, planner)
    wang, li = rows.auditor("wang"), rows.auditor("li")
    assign(visit, wang, planner, TeamRole.LEADER)
    assign(visit, li, planner)
    return wang, li


def codes(caught) -> list[str]:
    return [objection.code for objection in caught.value.objections]


def status(visit, by) -> str:
    return visits_seen_by(by).get(pk=visit.pk).status


def last_event() -> Event:
    return Event.objects.order_by("pk").last()


# --- dates ------------------------------------------------------------------------------------------------------------


def test_a_visit_is_given_its_days(visit, planner):
    assert status(visit, planner) == "to_schedule"
    assert list(to_appoint(planner, visit.latest)) == [visit]

    appoint(visit, planner)

    appointment = Appointment.objects.get()
    assert (appointment.starts_on, appointment.ends_on) == (MON, TUE)
    assert (Event.objects.count(), last_event().subject) == (1, f"visit:{visit.number}")
    assert status(visit, planner) == "team"
    assert list(to_prepare(planner, DAY)) == [visit]


def test_a_visit_is_not_held_outside_its_window(visit, planner):
    late = visit.latest + timedelta(days=1)
    with pytest.raises(Refused) as caught:
        appoint(visit, planner, late, late)

    assert codes(caught) == ["cycle.too-late"]
    assert not Appointment.objects.exists() and not Event.objects.exists()


def test_a_visit_has_its_dates_once(visit, planner):
    appoint(visit, planner)
    with pytest.raises(Refused, match="schedule.already-appointed"):
        appoint(visit, planner)


def test_stage_2_is_dated_after_stage_1(planner):
    certification = rows.certification()
    stage1, stage2 = (rows.visit(kind, [certification]) for kind in ("stage1", "stage2"))
    with pytest.raises(Refused, match="schedule.stage-1-first"):
        appoint(stage2, planner)
    appoint(stage1, planner, MON, MON)
    with pytest.raises(Refused, match="schedule.stage-1-first"):
        appoint(stage2, planner, MON, TUE)

    appoint(stage2, planner, TUE, TUE)

    assert Appointment.objects.count() == 2


# --- who may go -------------------------------------------------------------------------------------------------------


def test_a_member_is_booked_for_every_working_half_day(visit, planner):
    appoint(visit, planner, date(2026, 3, 20), date(2026, 3, 23))  # over a weekend
    event = assign(visit, rows.auditor("wang"), planner, TeamRole.LEADER)

    assert (event.days, event.half_days) == (
        "2",
        ["2026-03-20 am", "2026-03-20 pm", "2026-03-23 am", "2026-03-23 pm"],
    )
    member = Assignment.objects.get()
    assert (member.role, member.standards, member.codes) == (
        "leader",
        ["QMS", "EMS"],
        {"QMS": ["17.10.02"], "EMS": ["17.10.02"]},
    )


def _not_registered(person, visit):
    Registration.objects.filter(person=person, standard="EMS").delete()


def _expired(person, visit):
    Registration.objects.filter(person=person, standard="QMS").update(valid_until=MON)


def _tied(person, visit):
    Tie.objects.create(
        person=person, uscc=visit.client.uscc, organisation="x", kind="consultancy", declared_on=DAY
    )


def _on_leave(person, visit):
    Leave.objects.create(person=person, first_day=TUE, last_day=TUE)


def _in_training(person, visit):
    Registration.objects.filter(person=person).update(grade="trainee")


def _not_authorised(person, visit):
    Authorisation.objects.filter(person=person).update(ended_on=MON)


def _not_insured(person, visit):
    Insurance.objects.filter(person=person).delete()


def _employed_by_the_client(person, visit):
    Person.objects.filter(pk=person.pk).update(full_time=False, main_employer=visit.client.name_zh)


@pytest.mark.parametrize(
    "spoil, found",
    [
        (_not_insured, ["team.not-insured"]),
        (_employed_by_the_client, ["impartiality.employment"]),
        (_not_registered, ["team.not-registered"]),
        (_expired, ["team.registration-expired"]),
        (_tied, ["impartiality.consultancy"]),
        (_on_leave, ["team.on-leave"]),
        (_in_training, ["team.not-registered"] * 2),
        (_not_authorised, ["team.not-authorised-to-lead"]),
    ],
)
def test_who_may_not_go_is_refused_with_the_reason(visit, planner, spoil, found):
    appoint(visit, planner)
    wang = rows.auditor("wang")
    spoil(wang, visit)

    with pytest.raises(Refused) as caught:
        assign(visit, wang, planner, TeamRole.LEADER)

    assert codes(caught) == found
    assert not Assignment.objects.exists() and not Booking.objects.exists()


def test_a_cancelled_leave_and_an_old_tie_stand_in_nobodys_way(visit, planner):
    appoint(visit, planner)
    wang = rows.auditor("wang")
    Leave.objects.create(person=wang, first_day=MON, last_day=TUE, cancelled_on=DAY)
    Tie.objects.create(
        person=wang,
        uscc=visit.client.uscc,
        organisation="x",
        kind="employment",
        declared_on=DAY,
        ended_on=date(2024, 3, 1),
    )

    assign(visit, wang, planner)

    assert Booking.objects.count() == 4


def test_a_half_day_is_given_to_one_visit_only(visit, planner):
    wang, other = rows.auditor("wang"), rows.visit("surveillance")
    appoint(visit, planner)
    appoint(other, planner, TUE, TUE)
    assign(visit, wang, planner, half_days=[HalfDay(MON, Half.MORNING), HalfDay(TUE, Half.MORNING)])

    with pytest.raises(Refused) as caught:
        assign(other, wang, planner, standards=[Q])
    assert codes(caught) == ["team.booked-already"]
    assert caught.value.objections[0].details == {"person": wang.name_zh, "day": TUE}

    assign(other, wang, planner, standards=[Q], half_days=[HalfDay(TUE, Half.AFTERNOON)])
    assert Booking.objects.count() == 3


def test_nobody_is_sent_on_a_holiday_or_outside_the_dates(visit, planner):
    Holiday.objects.create(day=TUE, working=False)
    appoint(visit, planner)
    wang = rows.auditor("wang")

    with pytest.raises(Refused, match="team.non-working-day"):
        assign(visit, wang, planner, half_days=[HalfDay(TUE, Half.MORNING)])
    with pytest.raises(Refused, match="schedule.outside-the-dates"):
        assign(visit, wang, planner, half_days=[HalfDay(date(2026, 3, 18), Half.MORNING)])
    assign(visit, wang, planner)

    assert set(Booking.objects.values_list("day", flat=True)) == {MON}


def test_a_team_has_each_member_and_its_leader_once(visit, planner, team):
    with pytest.raises(Refused, match="schedule.already-on-team"):
        assign(visit, team[0], planner)
    with pytest.raises(Refused, match="schedule.team-has-leader"):
        assign(visit, rows.auditor("zhao"), planner, TeamRole.LEADER)
    with pytest.raises(Refused) as caught:
        assign(visit, rows.auditor("sun"), planner, standards=[], half_days=[])
    assert codes(caught) == ["schedule.no-standard", "schedule.no-half-day"]


def test_no_team_without_dates(visit, planner):
    with pytest.raises(Refused, match="schedule.not-appointed"):
        assign(visit, rows.auditor("wang"), planner)


def test_assigning_asks_few_queries(visit, planner, django_assert_max_num_queries):
    appoint(visit, planner)
    wang = rows.auditor("wang")
    with django_assert_max_num_queries(12):
        assign(visit, wang, planner)


def test_candidates_are_shown_with_what_stands_in_their_way(visit, planner):
    appoint(visit, planner)
    for login, spoil in (("free", None), ("tied", _tied), ("away", _on_leave), ("half", _not_registered)):
        person = rows.auditor(login)
        if spoil:
            spoil(person, visit)
    Competence.objects.filter(person=rows.auditor("codeless")).delete()
    rows.auditor("gone", is_active=False)

    found = {c.person.login: c for c in candidates(visit, Appointment.objects.get(), DAY)}

    assert {login: [o.code for o in c.objections] for login, c in found.items()} == {
        "free": [],
        "half": [],
        "codeless": [],
        "away": ["team.on-leave"],
        "tied": ["impartiality.consultancy"],
    }
    assert [*found][:3] == ["free", "half", "codeless"]  # who covers most comes first
    assert (found["half"].standards, [o.code for o in found["half"].limits]) == (
        (Q,),
        ["team.not-registered"],
    )
    assert found["codeless"].codes == {Q: [], E: []} and found["free"].codes[Q] == ["17.10.02"]


# --- announcing -------------------------------------------------------------------------------------------------------


def test_a_complete_team_is_announced(visit, planner, team):
    event = announce_visit(visit.number, on=DAY, by=planner)

    assert Appointment.objects.get().announced_on == DAY
    assert (event.team, event.object_until) == (["wang", "li"], date(2026, 3, 5))
    assert status(visit, planner) == "announced"
    assert (
        list(to_prepare(planner, DAY))
        == list(my_plans(team[0], DAY))
        == list(my_visits(team[1], DAY))
        == [visit]
    )
    assert not my_plans(team[1], DAY)
    with pytest.raises(Refused, match="schedule.already-announced"):
        announce_visit(visit.number, on=DAY, by=planner)


def test_an_incomplete_team_is_not_announced_and_every_gap_is_named(visit, planner):
    with pytest.raises(Refused, match="schedule.not-appointed"):
        announce_visit(visit.number, on=DAY, by=planner)
    appoint(visit, planner)
    wang = rows.auditor("wang", ["QMS"])
    Competence.objects.filter(person=wang).delete()
    assign(visit, wang, planner, standards=[Q])

    with pytest.raises(Refused) as caught:
        announce_visit(visit.number, on=DAY, by=planner)

    assert codes(caught) == [
        "team.no-leader",
        "team.code-not-covered",
        "team.no-auditor",
        "team.too-few-days",
    ]


def test_the_client_may_object_and_a_valid_objection_keeps_the_member_off(visit, planner, team):
    with pytest.raises(Refused, match="schedule.not-announced"):
        record_team_objection(visit.number, "li", reason="曾在竞争对手任职", valid=True, on=DAY, by=planner)
    announce_visit(visit.number, on=DAY, by=planner)
    plan_audit(visit.number, [line("wang")], on=DAY, by=team[0])

    record_team_objection(visit.number, "li", reason="曾在竞争对手任职", valid=True, on=DAY, by=planner)

    assert TeamObjection.objects.get().valid
    with pytest.raises(Refused, match="schedule.client-objects"):
        send_plan(visit.number, on=DAY, by=planner)
    release_member(visit.number, "li", reason="客户异议", on=DAY, by=planner)
    with pytest.raises(Refused, match="schedule.client-objects"):
        assign(visit, team[1], planner)


def test_an_objection_that_is_not_valid_changes_nothing(visit, planner, team):
    announce_visit(visit.number, on=DAY, by=planner)
    record_team_objection(visit.number, "li", reason="不熟悉", valid=False, on=DAY, by=planner)
    plan_audit(visit.number, [line("wang")], on=DAY, by=team[0])

    send_plan(visit.number, on=DAY, by=team[0])

    assert status(visit, planner) == "plan_sent"
    with pytest.raises(Refused) as caught:
        record_team_objection(visit.number, "nobody", reason="", valid=False, on=DAY, by=planner)
    assert codes(caught) == ["schedule.not-on-team", "schedule.no-reason"]


def test_a_released_member_is_free_and_the_client_is_told_anew(visit, planner, team):
    announce_visit(visit.number, on=DAY, by=planner)
    plan_audit(visit.number, [line("wang"), line("li", starts=13, ends=15)], on=DAY, by=team[0])

    release_member(visit.number, "li", reason="生病", on=DAY, by=planner)

    assert set(Booking.objects.values_list("person__login", flat=True)) == {"wang"}
    assert PlanLine.objects.get().auditor == team[0]
    assert status(visit, planner) == "team"
    with pytest.raises(Refused) as caught:
        release_member(visit.number, "li", reason=" ", on=DAY, by=planner)
    assert codes(caught) == ["schedule.not-on-team", "schedule.no-reason"]


# --- the plan ---------------------------------------------------------------------------------------------------------


def test_the_leader_makes_and_sends_the_plan(visit, planner, team):
    announce_visit(visit.number, on=DAY, by=planner)
    with pytest.raises(Refused, match="plan.none"):
        send_plan(visit.number, on=DAY, by=team[0])

    meeting = line("wang", "li", starts=8, ends=9, standards=(), clauses="")
    event = plan_audit(visit.number, [meeting, line("wang"), line("li")], on=DAY, by=team[0])
    assert (event.lines, PlanLine.objects.count()) == (3, 4)
    send_plan(visit.number, on=DAY, by=team[0])

    assert Appointment.objects.get().plan_sent_on == DAY
    with pytest.raises(Refused, match="plan.already-sent"):
        send_plan(visit.number, on=DAY, by=team[0])
    plan_audit(visit.number, [line("wang")], on=DAY, by=planner)  # changed: to be sent anew
    assert (PlanLine.objects.count(), status(visit, planner)) == (1, "announced")


def test_a_plan_that_cannot_be_held_is_refused(visit, planner, team):
    with pytest.raises(Refused) as caught:
        plan_audit(visit.number, [line("wang", standards=(Q,)), line("wang", "zhao")], on=DAY, by=team[0])
    assert codes(caught) == ["plan.not-on-team", "plan.two-places"]
    with pytest.raises(Refused, match="plan.not-leader"):
        plan_audit(visit.number, [line("wang")], on=DAY, by=team[1])
    with pytest.raises(Refused, match="schedule.not-announced"):
        plan_audit(visit.number, [line("wang")], on=DAY, by=team[0])
        send_plan(visit.number, on=DAY, by=team[0])


# --- moving and cancelling --------------------------------------------------------------------------------------------


def test_bookings_and_plan_move_with_the_visit(visit, planner, team):
    announce_visit(visit.number, on=DAY, by=planner)
    plan_audit(visit.number, [line("wang"), line("li", day=TUE)], on=DAY, by=team[0])
    friday, monday = date(2026, 3, 20), date(2026, 3, 23)

    move_visit(visit.number, starts_on=friday, ends_on=monday, reason="客户停产", on=DAY, by=planner)

    assert Booking.objects.count() == 8
    assert set(Booking.objects.values_list("day", flat=True)) == {friday, monday}  # not the weekend between
    assert list(PlanLine.objects.order_by("day").values_list("day", flat=True)) == [friday, monday]
    assert status(visit, planner) == "team"  # to be announced anew
    assert last_event().facts["before"] == str(MON)


def test_the_plan_of_a_day_that_falls_away_waits_on_the_last_one(visit, planner, team):
    plan_audit(visit.number, [line("wang"), line("li", day=TUE)], on=DAY, by=team[0])
    friday = date(2026, 3, 20)

    move_visit(visit.number, starts_on=friday, ends_on=friday, reason="客户停产", on=DAY, by=planner)

    assert set(PlanLine.objects.values_list("day", "auditor__login")) == {(friday, "wang"), (friday, "li")}
    assert Booking.objects.count() == 4  # the half-days of the second day are free again


def test_a_visit_is_not_moved_to_days_someone_cannot_go(visit, planner, team):
    other = rows.visit("surveillance")
    wednesday = date(2026, 3, 18)
    appoint(other, planner, wednesday, wednesday)
    assign(other, team[1], planner, standards=[Q])

    with pytest.raises(Refused) as caught:
        move_visit(visit.number, starts_on=TUE, ends_on=wednesday, reason="客户要求", on=DAY, by=planner)
    assert codes(caught) == ["team.booked-already"]
    with pytest.raises(Refused) as caught:
        move_visit(
            visit.number, starts_on=DAY - timedelta(days=1), ends_on=DAY, reason="", on=DAY, by=planner
        )

    assert codes(caught) == ["schedule.no-reason", "schedule.in-the-past", "cycle.too-early"]
    assert Appointment.objects.get(visit=visit).starts_on == MON


def test_cancelled_dates_free_everyone(visit, planner, team):
    plan_audit(visit.number, [line("wang")], on=DAY, by=team[0])
    with pytest.raises(Refused, match="schedule.no-reason"):
        cancel_appointment(visit.number, reason="", on=DAY, by=planner)

    cancel_appointment(visit.number, reason="客户搬迁", on=DAY, by=planner)

    assert not any(rows.objects.exists() for rows in (Appointment, Assignment, Booking, PlanLine))
    assert status(visit, planner) == "to_schedule"


def test_nothing_changes_once_the_audit_began(visit, planner, team):
    Visit.objects.update(begun_on=MON)
    again = {"starts_on": MON, "ends_on": TUE, "reason": "x", "on": DAY, "by": planner}
    for change in (
        lambda: assign(visit, rows.auditor("zhao"), planner),
        lambda: release_member(visit.number, "li", reason="x", on=DAY, by=planner),
        lambda: announce_visit(visit.number, on=DAY, by=planner),
        lambda: plan_audit(visit.number, [line("wang")], on=DAY, by=planner),
        lambda: move_visit(visit.number, **again),
        lambda: cancel_appointment(visit.number, reason="x", on=DAY, by=planner),
    ):
        with pytest.raises(Refused, match="programme.visit-begun"):
            change()


# --- who sees and does what -------------------------------------------------------------------------------------------


def test_an_auditor_sees_the_visits_he_is_sent_on(visit, planner, team, person):
    rows.visit("surveillance")

    assert [v.pk for v in visits_seen_by(team[0])] == [visit.pk]
    assert visits_seen_by(planner).count() == 2
    assert not visits_seen_by(rows.auditor("zhao"))
    with pytest.raises(Refused, match="person.not-yours"):
        visits_seen_by(person("admin", Role.ADMINISTRATOR))


def test_only_the_manager_of_programmes_makes_teams(visit, team):
    wang, number = team[0], visit.number
    for change in (
        lambda: appoint(visit, wang),
        lambda: assign(visit, wang, wang),
        lambda: release_member(number, "li", reason="x", on=DAY, by=wang),
        lambda: announce_visit(number, on=DAY, by=wang),
        lambda: record_team_objection(number, "li", reason="x", valid=True, on=DAY, by=wang),
        lambda: move_visit(number, starts_on=MON, ends_on=MON, reason="x", on=DAY, by=wang),
        lambda: cancel_appointment(number, reason="x", on=DAY, by=wang),
    ):
        with pytest.raises(Refused, match="person.not-yours"):
            change()
