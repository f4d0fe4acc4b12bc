"""A case from its receipt to its closure, by people who took no part in what it is about."""

from datetime import timedelta
from decimal import Decimal

import pytest

from mingzheng.office.people.models import Person, Tie
from mingzheng.office.programmes.actions.add_special_visit import add_special_visit
from mingzheng.office.record.models import Event
from mingzheng.office.voices import queries
from mingzheng.office.voices.actions.acknowledge_case import acknowledge_case
from mingzheng.office.voices.actions.answer_case import answer_case
from mingzheng.office.voices.actions.assign_case import assign_case
from mingzheng.office.voices.actions.close_case import close_case
from mingzheng.office.voices.actions.decide_case import decide_case
from mingzheng.office.voices.actions.investigate_case import investigate_case
from mingzheng.office.voices.actions.publish_limits import publish_limits
from mingzheng.office.voices.actions.receive_case import receive_case
from mingzheng.office.voices.queues import open_cases, special_visits
from mingzheng.rulebook import voices as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from mingzheng.rulebook.voices import CaseKind, Outcome, Topic
from tests import rows
from tests.office.audits.stage import told
from tests.office.voices import stage

DAY = stage.DAY
pytestmark = pytest.mark.django_db


def refused(call, *objections):
    """The call is refused with exactly these objections, and nothing is recorded."""
    before = Event.objects.count()
    with pytest.raises(Refused) as refusal:
        call()
    assert refusal.value.objections == objections
    assert Event.objects.count() == before


def test_anybody_may_complain_without_a_name_and_gets_a_code_to_follow_it():
    case = stage.received(name="", text="审核员没有到场就发了证")
    assert case.number == "TS2026-0001" and len(case.code) == 14
    facts = told("case.received").facts
    assert facts["named"] is False and facts["answer_by"] == str(case.answer_by)
    assert case.code not in str(facts) and "没有到场" not in str(facts)


def test_the_name_of_whoever_complains_never_enters_the_record():
    case = stage.case("closed", name="何经理", contact="13900000000")
    said = " ".join(str(event.facts) for event in Event.objects.filter(subject=f"case:{case.number}"))
    assert "何经理" not in said and "13900000000" not in said


@pytest.mark.parametrize(
    ("kind", "prefix"), [(CaseKind.COMPLAINT, "TS"), (CaseKind.APPEAL, "SS"), (CaseKind.REPORT, "JB")]
)
def test_each_kind_has_its_own_numbers(kind, prefix):
    assert stage.received(kind).number == f"{prefix}2026-0001"


def test_an_appeal_without_a_name_is_refused(person):
    told = {
        "topic": Topic.DECISION,
        "text": "不服",
        "reference": "JD2026-0001",
        "on": DAY,
        "by": stage.ANYBODY,
    }
    refused(lambda: receive_case(CaseKind.APPEAL, **told), rules.APPEAL_UNNAMED)


def test_a_case_is_held_to_the_limits_published_on_the_day_it_came_in():
    early = stage.received()
    publish_limits(acknowledge=3, complaint=30, appeal=45, on=DAY, by=stage.sun())
    late = stage.received(on=DAY + timedelta(days=1))
    assert early.answer_by == DAY + timedelta(days=60)
    assert (late.acknowledge_by, late.answer_by) == (DAY + timedelta(days=4), DAY + timedelta(days=31))
    assert told("limits.published").facts["complaint"] == 30


def test_only_limits_that_make_sense_are_published(cast):
    days = {"acknowledge": 40, "complaint": 30, "appeal": 30, "on": DAY}
    refused(lambda: publish_limits(**days, by=cast["quality"]), rules.ACKNOWLEDGED_AFTER_ANSWER)
    refused(lambda: publish_limits(**days, by=cast["market"]), NOT_YOURS)


def test_a_case_goes_from_receipt_to_closure_and_every_step_is_recorded_once():
    case = stage.case("closed")
    kinds = (
        Event.objects.filter(subject=f"case:{case.number}")
        .order_by("sequence")
        .values_list("kind", flat=True)
    )
    assert list(kinds) == [f"case.{step}" for step in stage.STEPS]
    assert case.outcome == Outcome.UPHELD and case.closed_on == DAY
    assert told("case.closed").facts["days"] == 0


def test_what_is_about_something_unknown_cannot_be_acknowledged_so():
    number = stage.received().number
    refused(
        lambda: acknowledge_case(number, visit="XM1900-0001", on=DAY, by=stage.sun()), rules.ABOUT_UNKNOWN
    )


def test_what_is_no_business_of_the_body_is_answered_at_once():
    number = stage.received(text="快递丢了").number
    refused(lambda: acknowledge_case(number, ours=False, on=DAY, by=stage.sun()), rules.REASON_MISSING)
    acknowledge_case(number, ours=False, reason="与认证活动无关", on=DAY, by=stage.sun())
    refused(lambda: assign_case(number, "sun", on=DAY, by=stage.sun()), rules.NOT_OURS)
    answer_case(number, on=DAY, by=stage.sun())
    close_case(number, on=DAY, by=stage.sun())
    assert not queries.cases_upheld(2026).exists() and queries.cases_closed(2026).count() == 1


@pytest.mark.parametrize("took_part", ["audited", "reviewed", "decided", "complained_of"])
def test_nobody_handles_a_case_he_took_part_in(person, took_part):
    visit = stage.held()
    audit = rows.audit(visit)
    part = visit.parts.get()
    rows.decision("maintain", part.certification, audit=audit)
    login = {
        "audited": "liu",
        "reviewed": "reviewer",
        "decided": "decision_maker",
        "complained_of": "accused",
    }[took_part]
    if login != "liu":
        person(login)
    Person.objects.filter(login=login).update(roles=[Role.QUALITY])
    about = {"visit": visit.number, **({"person": login} if took_part == "complained_of" else {})}
    case = stage.case("acknowledged", about=about)
    refused(
        lambda: assign_case(case.number, login, on=DAY, by=stage.sun()), rules.TOOK_PART[CaseKind.COMPLAINT]
    )


def test_an_appeal_is_decided_by_nobody_who_made_the_decision(person):
    made = rows.decision("refuse")
    person("decision_maker", Role.DIRECTOR, Role.DECISION_MAKER)
    case = stage.case(
        "investigated", kind=CaseKind.APPEAL, topic=Topic.DECISION, about={"decision": made.number}
    )
    by = Person.objects.get(login="decision_maker")
    told = {"outcome": Outcome.NOT_UPHELD, "reasons": "决定有据", "on": DAY}
    refused(lambda: decide_case(case.number, **told, by=by), rules.TOOK_PART[CaseKind.APPEAL])
    decide_case(case.number, **told, by=stage.shen())


def test_nobody_tied_to_the_client_handles_a_complaint_about_it():
    client = rows.client()
    Tie.objects.create(
        person=stage.sun(), uscc=client.uscc, organisation=client.name_zh, kind="kinship", declared_on=DAY
    )
    case = stage.case("acknowledged", topic=Topic.CLIENT, about={"client": client.uscc})
    with pytest.raises(Refused) as refusal:
        assign_case(case.number, "sun", on=DAY, by=stage.shen())
    assert [o.code for o in refusal.value.objections] == ["impartiality.kinship"]


def test_a_case_goes_only_to_those_who_may_handle_one(person):
    person("wang", Role.MARKET)
    case = stage.case("acknowledged")
    refused(lambda: assign_case(case.number, "wang", on=DAY, by=stage.sun()), rules.NOT_A_HANDLER)


def test_only_the_handler_investigates(person):
    case = stage.case("assigned")
    zhao = person("zhao", Role.TECHNICAL)
    refused(lambda: investigate_case(case.number, found="…", on=DAY, by=zhao), rules.NOT_YOUR_CASE)
    refused(lambda: investigate_case(case.number, found=" ", on=DAY, by=stage.sun()), rules.NOTHING_SAID)


def test_a_complaint_about_a_client_that_calls_for_a_visit_waits_for_the_programme_manager(person):
    planner = person("planner", Role.PROGRAMME_MANAGER)
    client_of = rows.certification()
    case = stage.case(
        "decided",
        topic=Topic.CLIENT,
        about={"client": client_of.client.uscc},
        decided={"calls_for_visit": True},
    )
    waiting = special_visits(planner, DAY).get()
    assert waiting.contract == client_of.contract.number
    refused(lambda: answer_case(case.number, on=DAY, by=stage.sun()), rules.CLIENT_NOT_TOLD)

    reason = f"投诉 {case.number}"
    add_special_visit(waiting.contract, days={"QMS": Decimal(1)}, reason=reason, on=DAY, by=planner)
    assert not special_visits(planner, DAY).exists()


def test_a_case_is_seen_by_quality_the_direction_and_its_handler_but_not_by_whom_it_is_about(person):
    zhao, wang = person("zhao", Role.TECHNICAL), person("wang", Role.QUALITY)
    case = stage.case("acknowledged", about={"person": "wang"})
    assign_case(case.number, "zhao", on=DAY, by=stage.sun())

    assert queries.cases_seen_by(stage.sun()).exists() and queries.cases_seen_by(zhao).exists()
    assert not queries.cases_seen_by(wang).exists()
    with pytest.raises(Refused):
        queries.cases_seen_by(person("market", Role.MARKET))
    assert open_cases(zhao, DAY).count() == 1


def test_reports_of_corruption_are_seen_by_the_integrity_supervisor():
    stage.received(CaseKind.REPORT, Topic.INTEGRITY, name="")
    stage.received()
    dang = Person.objects.create(login="dang", name_zh="党务", roles=[Role.INTEGRITY])
    assert [case.topic for case in queries.cases_seen_by(dang)] == ["integrity"]


def test_the_figures_of_a_year_count_each_case_where_it_belongs():
    stage.case("closed")
    stage.case("answered", outcome=Outcome.NOT_UPHELD)
    stage.received(CaseKind.REPORT, Topic.INTEGRITY)
    late = stage.received(on=DAY - timedelta(days=90))
    late.refresh_from_db()
    assert queries.cases_received(2026).count() == 3 and queries.cases_received(2025).count() == 1
    assert queries.cases_received(2026, CaseKind.REPORT).count() == queries.integrity_cases(2026).count() == 1
    assert queries.cases_closed(2026).count() == queries.cases_upheld(2026).count() == 1
    assert queries.cases_open(DAY).count() == 3
    assert not queries.cases_late(2026).exists()
