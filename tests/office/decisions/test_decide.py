from datetime import date

import pytest

from mingzheng.office.audits.models import Audit, Conclusion, Finding
from mingzheng.office.decisions.actions.decide_status import decide_status
from mingzheng.office.decisions.made import Grounds
from mingzheng.office.decisions.models import Decision
from mingzheng.office.people.models import Person, Tie
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.rulebook.certificate_life import CertificateFacts, Status
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows

from .stage import DAY, IN_FORCE, SUSPENDED, codes, decide, handed_in, read

pytestmark = pytest.mark.django_db


def test_a_file_that_passed_review_is_decided(cast, django_assert_max_num_queries):
    audit = handed_in()
    read(audit, cast["reviewer"])

    with django_assert_max_num_queries(8 + 2):  # and the savepoint around it
        made = decide(audit, cast["decision_maker"])

    decision, event = Decision.objects.get(), Event.objects.get(kind="decision.made")
    assert (decision.number, decision.act, decision.decided_by) == (
        "JD2026-0001",
        "maintain",
        "decision_maker",
    )
    assert event.subject == "decision:JD2026-0001" and made.audit == audit.number
    assert event.facts["certification"] == f"{audit.visit.client.uscc}/QMS"


def test_q_is_granted_while_e_was_sent_back(cast):
    audit = handed_in("stage2", ("QMS", "EMS"))
    read(audit, cast["reviewer"])
    read(audit, cast["reviewer"], "EMS", passed=False)

    decide(audit, cast["decision_maker"], "grant", certificate=None)
    with pytest.raises(Refused, match="decision.sent-back"):
        decide(audit, cast["decision_maker"], "grant", "EMS", certificate=None)

    assert list(Decision.objects.values_list("certification__standard", "act")) == [("QMS", "grant")]


@pytest.mark.parametrize(
    "kind, act, certificate",
    [
        ("stage2", "grant", None),
        ("surveillance", "maintain", IN_FORCE),
        ("recertification", "renew", IN_FORCE),
        ("special", "maintain", IN_FORCE),
        ("surveillance", "restore", SUSPENDED),
    ],
)
def test_each_kind_of_audit_is_followed_by_its_own_decisions(cast, kind, act, certificate):
    audit = handed_in(kind)
    read(audit, cast["reviewer"])

    assert decide(audit, cast["decision_maker"], act, certificate=certificate).act == act


@pytest.mark.parametrize(
    "kind, act", [("stage2", "maintain"), ("surveillance", "grant"), ("recertification", "maintain")]
)
def test_other_acts_are_not_open(cast, kind, act):
    audit = handed_in(kind)
    read(audit, cast["reviewer"])

    with pytest.raises(Refused, match="decision.act-not-open"):
        decide(audit, cast["decision_maker"], act)


def test_nothing_is_decided_unread_unrecommended_or_by_the_team(person):
    audit = handed_in()
    Conclusion.objects.update(recommended=False)
    Person.objects.filter(login="liu").update(roles=["auditor", "decision_maker"])

    with pytest.raises(Refused) as refusal:
        decide(audit, Person.objects.get(login="liu"))

    assert codes(refusal) == {"decision.was-on-team", "decision.not-reviewed", "decision.not-recommended"}
    assert not Event.objects.exists()


def test_who_audited_stage_1_does_not_decide_on_stage_2(cast):
    audit = handed_in("stage2")
    stage1 = rows.visit("stage1", [audit.visit.parts.get().certification])
    decider = rows.auditor("sun")
    rows.team(stage1, decider, starts_on=date(2026, 2, 2))
    Person.objects.filter(login="sun").update(roles=["auditor", "decision_maker"])
    read(audit, cast["reviewer"])

    with pytest.raises(Refused, match="decision.was-on-team"):
        decide(audit, Person.objects.get(login="sun"), "grant", certificate=None)


def test_who_is_tied_to_the_client_or_holds_another_role_does_not_decide(cast):
    audit, decider = handed_in(), cast["decision_maker"]
    read(audit, cast["reviewer"])
    with pytest.raises(Refused, match="person.not-yours"):
        decide(audit, cast["reviewer"])
    Tie.objects.create(
        person=decider, uscc=audit.visit.client.uscc, organisation="x", kind="consultancy", declared_on=DAY
    )

    with pytest.raises(Refused, match="impartiality.consultancy"):
        decide(audit, decider)


def test_an_open_major_keeps_certification_from_being_granted(cast):
    audit = handed_in("stage2")
    finding = Finding.objects.create(
        audit=audit, number=1, standard="QMS", clause="8.5", grade="major", statement="x", raised_on=DAY
    )
    read(audit, cast["reviewer"])

    with pytest.raises(Refused) as refusal:
        decide(audit, cast["decision_maker"], "grant", certificate=None)
    assert "finding.not.verified" in codes(refusal)

    late = date(2026, 10, 8)
    for field in ("cause", "correction", "corrective_action"):
        setattr(finding, field, "x")
    finding.responded_on = finding.verified_on = late
    finding.save()
    with pytest.raises(Refused, match="finding.another-stage-2"):
        decide(audit, cast["decision_maker"], "grant", certificate=None, on=late)


def test_the_same_is_not_decided_twice(cast):
    audit = handed_in()
    read(audit, cast["reviewer"])
    decide(audit, cast["decision_maker"])

    with pytest.raises(Refused, match="decision.decided-already"):
        decide(audit, cast["decision_maker"])


def test_a_refusal_gives_its_reasons_and_needs_the_file_read(cast):
    audit = handed_in("stage2")

    with pytest.raises(Refused) as refusal:
        decide(audit, cast["decision_maker"], "refuse", certificate=None)
    assert codes(refusal) == {"decision.no-reasons", "decision.not-reviewed"}

    read(audit, cast["reviewer"], passed=False)
    decide(audit, cast["decision_maker"], "refuse", certificate=None, reasons="整改未完成")
    assert Decision.objects.get().reasons == "整改未完成"


def test_an_extended_scope_is_written_out(cast):
    audit = handed_in("special")
    read(audit, cast["reviewer"])
    with pytest.raises(Refused, match="decision.no-scope"):
        decide(audit, cast["decision_maker"], "extend")

    decide(audit, cast["decision_maker"], "extend", scope_zh="机械零件的生产和销售")

    assert Decision.objects.get().scope_zh == "机械零件的生产和销售"


def test_a_renewal_that_comes_too_late_is_no_renewal(cast):
    audit = handed_in("recertification")
    read(audit, cast["reviewer"])
    expired = CertificateFacts(Status.EXPIRED, date(2022, 3, 1), date(2025, 2, 28))

    with pytest.raises(Refused, match="decision.renewal-needs"):
        decide(audit, cast["decision_maker"], "renew", certificate=expired)


def by_status(certification, by, act="suspend", certificate=IN_FORCE, **grounds):
    return decide_status(
        certification.client.uscc,
        Standard(certification.standard),
        act=DecisionAct(act),
        grounds=Grounds(**grounds),
        certificate=certificate,
        on=DAY,
        by=by,
    )


def test_a_certification_is_suspended_without_an_audit_for_a_reason_of_the_list(
    cast, django_assert_max_num_queries
):
    held = rows.certification()

    with django_assert_max_num_queries(8 + 3):  # the client's code, and the savepoint around it
        by_status(held, cast["decision_maker"], reasons="未按期接受监督审核", reason_code="0112")

    decision, event = Decision.objects.get(), Event.objects.get()
    assert (decision.act, decision.reason_code, decision.audit) == ("suspend", "0112", None)
    assert event.facts["reason_code"] == "0112" and event.facts["audit"] == ""


@pytest.mark.parametrize(
    "given, objection",
    [
        ({"reasons": "x"}, "certificate.no-reason"),
        ({"reasons": "x", "reason_code": "9999"}, "certificate.unknown-reason"),
        ({"reason_code": "0112"}, "decision.no-reasons"),
        ({"act": "restore", "reasons": "x"}, "certificate.not-suspended"),
        ({"act": "maintain", "reasons": "x"}, "decision.not-audited"),
        ({"act": "reduce", "reasons": "x"}, "decision.no-scope"),
        ({"reasons": "x", "reason_code": "0112", "certificate": None}, "decision.no-certificate"),
        ({"reasons": "x", "reason_code": "0112", "certificate": SUSPENDED}, "certificate.suspended"),
    ],
)
def test_a_change_of_status_is_refused(cast, given, objection):
    with pytest.raises(Refused, match=objection):
        by_status(rows.certification(), cast["decision_maker"], **given)


def test_a_suspended_certification_is_restored_or_withdrawn(cast):
    held = rows.certification()

    by_status(held, cast["decision_maker"], "restore", SUSPENDED)
    by_status(held, cast["decision_maker"], "withdraw", SUSPENDED, reasons="x", reason_code="0121")

    assert list(Decision.objects.order_by("pk").values_list("act", flat=True)) == ["restore", "withdraw"]


def test_who_audited_last_does_not_decide_the_status(cast):
    audit = handed_in()
    Person.objects.filter(login="liu").update(roles=["auditor", "decision_maker"])
    held = audit.visit.parts.get().certification

    with pytest.raises(Refused, match="decision.was-on-team"):
        by_status(held, Person.objects.get(login="liu"), reasons="x", reason_code="0112")
    with pytest.raises(Refused, match="person.not-yours"):
        by_status(held, cast["reviewer"], reasons="x", reason_code="0112")


@pytest.mark.broken_books
def test_the_books_find_a_decision_that_should_not_stand():
    audit = handed_in("stage2")
    held = audit.visit.parts.get().certification
    rows.decision("grant", held, audit=audit, decided_by="liu", reviewed=False)
    Finding.objects.create(
        audit=audit, number=1, standard="QMS", clause="8.5", grade="major", statement="x", raised_on=DAY
    )
    Conclusion.objects.update(recommended=False)
    Audit.objects.update(handed_in_on=None)

    assert {
        "no decision by a member of the team",
        "no favourable decision about an audit without a passed review of the same standard",
        "no open major nonconformity when certification is decided in favour",
        "a decision in favour follows a recommendation for its standard",
        "no decision before the audit it rests on was handed in",
    } <= set(check_the_books())
