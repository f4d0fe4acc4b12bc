"""The review by three people, and what the rulebook says against an applicant."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from mingzheng.office.clients.models import Client
from mingzheng.office.contracts.actions.accept_application import accept_application, objections
from mingzheng.office.contracts.actions.answer_questions import answer_questions
from mingzheng.office.contracts.actions.ask_applicant import ask_applicant
from mingzheng.office.contracts.actions.classify_application import classify_application
from mingzheng.office.contracts.actions.confirm_market import confirm_market
from mingzheng.office.contracts.actions.confirm_programme import confirm_programme
from mingzheng.office.contracts.actions.confirm_technical import confirm_technical
from mingzheng.office.contracts.actions.refuse_application import refuse_application
from mingzheng.office.contracts.models import Application, ApplicationReview
from mingzheng.office.contracts.queries import agreed_days, applications
from mingzheng.office.contracts.reckoning import integrations, steps_of
from mingzheng.office.library.actions.adopt_rule import adopt_rule
from mingzheng.office.library.actions.file_rule import file_rule
from mingzheng.office.library.models import AccreditedScope
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.contract_review import POINTS, Part
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests.office.library import test_schemes as schemes
from tests.rows import client

from . import cases

pytestmark = pytest.mark.django_db


def codes(refused) -> list[str]:
    return [objection.code for objection in refused.value.objections]


def waiting(name: str, by) -> list[str]:
    queue = QUEUES[f"contracts.{name}"]
    return [queue.item(row, cases.DAY).subject for row in queue.waiting(by, cases.DAY)]


def test_three_people_confirm_and_the_applicant_becomes_a_client(cast, day):
    application = cases.accepted(cast)

    assert (application.status, application.concluded_on) == ("accepted", day)
    new = Client.objects.get(uscc=application.uscc)
    assert (new.name_zh, new.employees, new.sites.count(), new.contacts.count()) == (
        application.name_zh,
        90,
        1,
        1,
    )
    event = Event.objects.get(kind="application.accepted")
    assert event.facts == {
        "number": application.number, "name_zh": new.name_zh, "client": new.uscc, "new_client": True,
    }  # fmt: skip


def test_a_client_known_by_its_code_is_not_opened_twice(cast, day):
    client(uscc=cases.USCC, name_zh="旧名")
    cases.accepted(cast)
    assert Client.objects.get(uscc=cases.USCC).name_zh == "旧名"
    assert Event.objects.get(kind="application.accepted").facts["new_client"] is False


def test_nothing_is_accepted_before_the_review_is_whole(cast, day):
    cases.equip()
    application = cases.submitted()
    with pytest.raises(Refused) as refused:
        accept_application(application.number, on=day, by=cast["market"])
    assert codes(refused) == [
        "review.part-open.market", "review.part-open.technical", "review.part-open.programme",
        "review.time-not-determined", "review.time-not-determined", "application.no-code", "application.no-code",
    ]  # fmt: skip


def test_outside_the_accredited_scope_is_refused_by_rule(cast, day):
    cases.equip()
    AccreditedScope.objects.filter(standard="EMS").update(valid_until=date(2026, 3, 1))
    application = cases.reviewed(cases.submitted(), cast)
    with pytest.raises(Refused) as refused:
        accept_application(application.number, on=day, by=cast["market"])
    assert [(o.code, o.clause, o.details["standard"]) for o in refused.value.objections] == [
        ("application.outside-scope", "ISO/IEC 17021-1:2015 9.1.2.1", "EMS")
    ]


def test_without_competent_auditors_is_refused_by_rule(cast, day):
    cases.equip()
    Registration.objects.filter(person__login="chen", standard="QMS").update(valid_until=date(2026, 3, 1))
    application = cases.reviewed(cases.submitted(), cast)
    with pytest.raises(Refused) as refused:
        accept_application(application.number, on=day, by=cast["market"])
    assert codes(refused) == ["application.too-few-auditors"]
    assert refused.value.objections[0].details["held"] == 1


@pytest.mark.parametrize("found_by", ["applicant", "platform", "own register"])
def test_inside_a_ban_period_is_refused_by_rule(cast, day, found_by):
    cases.equip()
    row = {"standard": "QMS", "status": "withdrawn", "ended_on": "2025-09-01"}
    declared = {"has_certificates": True, "existing_certificates": [row]} if found_by == "applicant" else {}
    application = cases.reviewed(cases.submitted(**declared), cast)
    if found_by != "applicant":
        cases.check(application, cast, **{"earlier" if found_by == "platform" else "own_register": [row]})
        confirm_market(application.number, points=POINTS[Part.MARKET], on=day, by=cast["market"])
        application.refresh_from_db()
    assert [o.code for o in objections(applications().get(pk=application.pk), date(2026, 8, 31))] == [
        "application.banned"
    ]
    assert objections(applications().get(pk=application.pk), date(2026, 9, 1)) == []
    with pytest.raises(Refused, match=r"application\.banned"):
        accept_application(application.number, on=day, by=cast["market"])


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({"had_incident": True, "accident_on": date(2025, 9, 1)}, ["application.accident-too-recent"]),
        ({"had_incident": True, "sampling_failed_on": date(2025, 9, 1)}, ["application.sampling-too-recent"]),
        ({"ordered_to_stop": True}, ["application.ordered-to-stop"]),
    ],
)
def test_what_the_applicant_declared_of_incidents_stands_against_him(cast, day, declared, said):
    cases.equip()
    application = cases.reviewed(cases.submitted(**declared), cast)
    assert [o.code for o in objections(applications().get(pk=application.pk), day)] == said
    with pytest.raises(Refused, match=said[0].replace(".", r"\.")):
        accept_application(application.number, on=day, by=cast["market"])


def test_what_the_check_found_stands_against_the_applicant(cast, day):
    cases.equip()
    application = cases.submitted()
    cases.check(
        application,
        cast,
        untrustworthy=True,
        permits_missing=["排污许可证"],
        advice_given=[{"by": "related_body", "ended_on": "2025-01-01"}],
    )
    application.refresh_from_db()
    found = {o.code for o in objections(applications().get(pk=application.pk), day)}
    assert {"application.untrustworthy", "application.permit-missing", "impartiality.related_body"} <= found


def test_one_person_confirms_one_part_only(person, day, cast):
    cases.equip()
    both = person("both", Role.MARKET, Role.TECHNICAL)
    application = cases.submitted()
    cases.check(application, cast), cases.classify(application, cast)
    confirm_market(application.number, points=POINTS[Part.MARKET], on=day, by=both)
    with pytest.raises(Refused) as refused:
        confirm_technical(application.number, points=POINTS[Part.TECHNICAL], on=day, by=both)
    assert codes(refused) == ["review.same-person"]
    with pytest.raises(IntegrityError), transaction.atomic():
        ApplicationReview.objects.create(
            application=application, part="technical", reviewer=both, confirmed_on=day
        )


@pytest.mark.parametrize(
    "confirm, part, role, missing",
    [
        (confirm_market, Part.MARKET, "market", ["review.not-checked"]),
        (confirm_technical, Part.TECHNICAL, "technical", ["review.not-classified"] * 2),
        (confirm_programme, Part.PROGRAMME, "programme_manager", ["review.time-not-determined"] * 2),
    ],
)
def test_each_finds_out_before_he_confirms_and_confirms_every_point(cast, day, confirm, part, role, missing):
    application = cases.submitted()
    with pytest.raises(Refused) as refused:
        confirm(application.number, points=POINTS[part][1:], on=day, by=cast[role])
    assert codes(refused) == [*missing, "review.points-open"]
    with pytest.raises(Refused, match="person.not-yours"):
        confirm(application.number, points=POINTS[part], on=day, by=cast["reviewer"])


def test_a_part_is_confirmed_once(cast, person, day):
    cases.equip()
    application = cases.reviewed(cases.submitted(), cast)
    with pytest.raises(Refused) as refused:
        confirm_market(application.number, points=POINTS[Part.MARKET], on=day, by=person("m2", Role.MARKET))
    assert codes(refused) == ["review.confirmed-already"]


def test_what_rested_on_old_findings_lapses(cast, day):
    cases.equip()
    application = cases.reviewed(cases.submitted(), cast)
    cases.time(application, cast)
    assert {*application.reviews.values_list("part", flat=True)} == {"market", "technical"}
    cases.check(application, cast)
    assert {*application.reviews.values_list("part", flat=True)} == {"technical"}
    cases.classify(application, cast, "17.10")
    assert not application.reviews.exists() and not application.audit_times.exists()


def test_while_questions_are_open_nothing_is_confirmed_or_accepted(cast, day):
    cases.equip()
    application = cases.reviewed(cases.submitted(), cast)
    ask_applicant(application.number, part=Part.MARKET, questions=["?"], on=day, by=cast["market"])
    for act in (
        lambda: accept_application(application.number, on=day, by=cast["market"]),
        lambda: cases.check(application, cast),
        lambda: cases.classify(application, cast),
        lambda: cases.time(application, cast),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert "review.waits-for-answers" in codes(refused)


@pytest.mark.parametrize(
    "codes_, complexity, wrong",
    [
        ({}, "medium", "review.not-classified"),
        ({"QMS": ["A17"]}, "medium", "review.code-unfit"),
        ({"QMS": ["17"]}, "limited", "audit-time.complexity-not-in-table"),
    ],
)
def test_codes_and_complexity_must_be_such(cast, day, codes_, complexity, wrong):
    application = cases.submitted(standards=["QMS"])
    with pytest.raises(Refused) as refused:
        classify_application(
            application.number, codes=codes_, complexities={"QMS": complexity}, on=day, by=cast["technical"]
        )
    assert codes(refused) == [wrong]


def test_the_audit_time_is_derived_step_by_step(cast, day):
    application = cases.submitted()
    cases.classify(application, cast)
    cases.time(application, cast, integration_percent=20, integration_reason="文件一体化")
    application.refresh_from_db()
    qms, ems = application.audit_times.order_by("-standard")

    # 80 + 10 × 4/8 = 85 people: the QMS base is 6 days, less 10 % 5.5; the EMS base (medium) is 7
    assert (qms.personnel, qms.table_days, qms.stage1_days + qms.stage2_days) == (85, 6, Decimal("5.5"))
    assert (qms.surveillance_days, qms.recertification_days) == (2, 4)
    assert (ems.table_days, ems.stage1_days + ems.stage2_days, ems.surveillance_days) == (
        7,
        7,
        Decimal("2.5"),
    )
    assert steps_of(qms, "personnel")[-1].value == "85"
    assert [s.value for s in steps_of(qms, "initial") if s.what == "audit-time.factor"] == ["-10 %"]
    assert steps_of(qms, "surveillance")[0].what == "audit-time.share.surveillance"
    whole = integrations(application, [qms, ems])
    days = agreed_days(application)
    assert [d.value for d in whole.values()] == [
        days.stage1,
        days.stage2,
        days.surveillance,
        days.recertification,
    ]
    assert days.initial * 10 >= Decimal("12.5") * 8


def test_part_of_a_shift_counts_only_with_a_reason(cast, day):
    application = cases.submitted(personnel=[{"kind": "repetitive", "count": 100, "hours": "8"}])
    cases.classify(application, cast)
    with pytest.raises(Refused, match=r"personnel\.share-without-reason"):
        cases.time(application, cast, shares={"0": {"percent": "50", "reason": ""}})
    told = cases.time(
        application, cast, shares={"0": {"percent": "50", "reason": "同岗位重复作业，方法 W-07"}}
    )
    assert told.personnel == 50


@pytest.mark.parametrize(
    "more, wrong",
    [
        ({"factors": {"QMS": [{"reason": " ", "percent": -5}]}}, "audit-time.reason-missing"),
        ({"integration_percent": 10}, "review.integration-without-reason"),
        ({"integration_percent": 120, "integration_reason": "x"}, "audit-time.reduction-out-of-range"),
    ],
)
def test_an_audit_time_without_reasons_is_refused(cast, day, more, wrong):
    application = cases.submitted()
    cases.classify(application, cast)
    with pytest.raises(Refused) as refused:
        cases.time(application, cast, **more)
    assert codes(refused) == [wrong]
    assert not application.audit_times.exists()


def test_the_audit_time_waits_for_the_complexity(cast, day):
    with pytest.raises(Refused) as refused:
        cases.time(cases.submitted(), cast)
    assert codes(refused) == ["review.not-classified"] * 2


def test_a_refusal_keeps_the_rule_and_the_bodys_own_words(cast, day):
    application = cases.reviewed(cases.submitted(), cast, "99.01")
    refuse_application(application.number, reason="超出本机构业务范围", on=day, by=cast["director"])
    application.refresh_from_db()
    assert application.status == "refused"
    kept = application.refusal_objections
    assert {row["code"] for row in kept} == {"application.outside-scope", "application.too-few-auditors"}
    assert kept[0]["details"]["area"] == "99.01"
    facts = Event.objects.get(kind="application.refused").facts
    assert facts["reason"] == "超出本机构业务范围" and "CNCA-QMS-01:2025" in facts["clauses"]
    with pytest.raises(Refused, match=r"review\.not-under-review"):
        refuse_application(application.number, reason="x", on=day, by=cast["director"])


def test_nobody_is_refused_without_a_reason(cast, day):
    cases.equip()
    application = cases.submitted()
    with pytest.raises(Refused) as refused:
        refuse_application(application.number, reason=" ", on=day, by=cast["market"])
    assert codes(refused) == ["review.no-reason"]


@pytest.mark.parametrize("role", ["auditor", "reviewer", "administrator", "certificate_clerk"])
def test_the_review_is_no_business_of_others(cast, day, role):
    application, by = cases.submitted(), cast[role]
    for act in (
        lambda: accept_application(application.number, on=day, by=by),
        lambda: refuse_application(application.number, reason="x", on=day, by=by),
        lambda: ask_applicant(application.number, part=Part.MARKET, questions=["x"], on=day, by=by),
    ):
        with pytest.raises(Refused, match="person.not-yours"):
            act()


def test_each_step_leaves_the_application_on_the_next_desk(cast, day):
    cases.equip()
    application = cases.submitted()
    subject = [f"application:{application.number}"]
    assert waiting("market-review", cast["market"]) == subject
    assert waiting("technical-review", cast["technical"]) == subject
    assert waiting("audit-time", cast["programme_manager"]) == []
    cases.classify(application, cast)
    assert waiting("audit-time", cast["programme_manager"]) == subject
    cases.time(application, cast)
    assert waiting("audit-time", cast["programme_manager"]) == []
    assert waiting("programme-review", cast["programme_manager"]) == subject
    cases.reviewed(application, cast)
    assert waiting("market-review", cast["market"]) == waiting("technical-review", cast["technical"]) == []
    assert waiting("conclude", cast["market"]) == subject
    accept_application(application.number, on=day, by=cast["market"])
    assert waiting("conclude", cast["market"]) == []
    assert waiting("offer", cast["market"]) == subject


def test_who_asked_finds_the_answers_on_his_desk(cast, day):
    application = cases.submitted()
    ask_applicant(application.number, part=Part.TECHNICAL, questions=["?"], on=day, by=cast["technical"])
    assert waiting("answered", cast["technical"]) == []
    answer_questions(application.number, answers=["!"], on=day, by=cases.applicant(application))
    assert waiting("answered", cast["technical"]) == [f"application:{application.number}"]
    assert waiting("answered", cast["market"]) == []


def test_confirming_asks_few_queries(cast, day, django_assert_max_num_queries):
    application = cases.submitted()
    cases.check(application, cast)
    with django_assert_max_num_queries(10):
        confirm_market(application.number, points=POINTS[Part.MARKET], on=day, by=cast["market"])
    assert Application.objects.get().reviews.count() == 1


def test_an_application_under_a_scheme_that_is_not_in_order_is_not_accepted(cast, day):
    cases.equip()
    application = cases.reviewed(cases.submitted(), cast)
    number = schemes.live(cast["technical"])
    adopt_rule(number, **{**schemes.RULE, "version": "1.1"}, on=day, by=cast["technical"])
    with pytest.raises(Refused) as refused:
        accept_application(application.number, on=day, by=cast["market"])
    assert codes(refused) == ["scheme.rule-not-filed"]
    file_rule(number, **schemes.FILED, on=day, by=cast["technical"])
    accept_application(application.number, on=day, by=cast["market"])
