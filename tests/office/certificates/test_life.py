"""What happens to a certificate once it is issued."""

from datetime import date, timedelta

import pytest

from mingzheng.office.certificates.actions.cancel_certificate import REQUEST, cancel_certificate
from mingzheng.office.certificates.actions.expire_certificate import expire_certificate
from mingzheng.office.certificates.actions.record_surveillance import record_surveillance
from mingzheng.office.certificates.actions.restore_certificate import restore_certificate
from mingzheng.office.certificates.actions.suspend_certificate import suspend_certificate
from mingzheng.office.certificates.actions.transfer_certificate import transfer_certificate
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.decisions.models import Decision
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.rulebook.verdict import Refused
from tests.certified import certificate, clerk, decided, surveyed, suspended
from tests.rows import DAY

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=30)


def last_event() -> Event:
    return Event.objects.order_by("id").last()


def test_it_is_suspended_for_six_months_for_the_reason_decided():
    held = certificate()
    decision = decided("suspend", held, LATER, reason_code="0111")

    suspend_certificate(held.number, on=LATER, by=clerk())

    held.refresh_from_db()
    assert (held.status, held.suspended_on, held.suspended_until) == ("suspended", LATER, date(2026, 10, 1))
    assert (held.reason_code, Decision.objects.get(pk=decision.pk).executed_as) == ("0111", held.number)
    assert last_event().facts == {
        "number": held.number,
        "certification": held.certification.subject_key,
        "decision": decision.number,
        "reason": "0111",
        "until": "2026-10-01",
    }


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (None, "certificate.no-decision"),
        ({"act": "withdraw", "reason_code": "0101"}, "certificate.no-decision"),
        ({"act": "suspend", "decided_on": LATER + timedelta(days=1), "reason_code": "0111"}, "no-decision"),
        ({"act": "suspend", "decided_on": DAY - timedelta(days=9), "reason_code": "0111"}, "no-decision"),
        ({"act": "suspend", "reason_code": ""}, "certificate.no-reason"),
    ],
)
def test_it_is_not_suspended_without_a_decision_of_its_own_and_a_reason(decision, code):
    held = certificate()
    if decision:
        decided(decision.pop("act"), held, decision.pop("decided_on", LATER), **decision)
    with pytest.raises(Refused, match=code):
        suspend_certificate(held.number, on=LATER, by=clerk())
    held.refresh_from_db()
    assert (held.status, last_event().kind) == ("in_force", "certificate.issued")


def test_a_decision_to_suspend_is_not_used_twice():
    held = suspended()
    day = held.suspended_on + timedelta(days=10)
    decided("restore", held, day)
    restore_certificate(held.number, on=day, by=clerk())
    with pytest.raises(Refused, match="certificate.no-decision"):
        suspend_certificate(held.number, on=day, by=clerk())


def test_it_is_restored_with_a_decision_while_the_suspension_runs():
    held = suspended()
    day = held.suspended_on + timedelta(days=10)
    with pytest.raises(Refused, match="certificate.no-decision"):
        restore_certificate(held.number, on=day, by=clerk())
    decided("restore", held, day)

    restore_certificate(held.number, on=day, by=clerk())

    held.refresh_from_db()
    assert (held.status, held.suspended_on, held.suspended_until, held.reason_code) == (
        "in_force",
        None,
        None,
        "",
    )
    assert last_event().kind == "certificate.restored"


def test_a_suspension_that_ran_out_is_not_restored_but_withdrawn():
    held = suspended()
    late = held.suspended_until + timedelta(days=1)
    decided("restore", held, late)
    with pytest.raises(Refused, match="certificate.suspension-ran-out"):
        restore_certificate(held.number, on=late, by=clerk())
    decided("withdraw", held, late, reason_code="0115")

    withdraw_certificate(held.number, on=late, by=clerk())

    held.refresh_from_db()
    assert (held.status, held.ended_on, held.reason_code) == ("withdrawn", late, "0115")
    assert last_event().facts["reason"] == "0115"


def test_a_suspension_that_runs_is_no_reason_to_withdraw():
    held = suspended()
    decided("withdraw", held, held.suspended_until, reason_code="0115")
    with pytest.raises(Refused, match="certificate.suspension-still-runs"):
        withdraw_certificate(held.number, on=held.suspended_until, by=clerk())


def test_it_is_cancelled_only_on_the_clients_written_request():
    held = certificate()
    for asked_on, request in [(LATER, "  "), (LATER + timedelta(days=1), "来函 2026-17")]:
        with pytest.raises(Refused, match="certificate.client-did-not-ask"):
            cancel_certificate(held.number, asked_on=asked_on, request=request, on=LATER, by=clerk())

    cancel_certificate(held.number, asked_on=LATER, request="来函 2026-17", on=LATER, by=clerk())

    held.refresh_from_db()
    assert (held.status, held.ended_on, last_event().kind) == ("cancelled", LATER, "certificate.cancelled")


def test_it_goes_to_another_body_that_says_in_writing_it_took_it_over():
    held = certificate()
    taken = {"taken_over_on": LATER, "to": "另一家认证机构", "notice": "来函 2026-18"}
    for wrong in ({"to": " "}, {"notice": ""}, {"taken_over_on": LATER + timedelta(days=1)}):
        with pytest.raises(Refused, match="certificate.not-taken-over"):
            transfer_certificate(held.number, **{**taken, **wrong}, on=LATER, by=clerk())

    transfer_certificate(held.number, **taken, on=LATER, by=clerk())

    held.refresh_from_db()
    assert (held.status, held.ended_on, held.reason_code) == ("replaced", LATER, "0103")
    assert last_event().kind == "certificate.transferred"


def test_a_suspended_certificate_goes_to_no_other_body():
    held = suspended()
    taken = {"taken_over_on": LATER, "to": "另一家认证机构", "notice": "来函"}
    with pytest.raises(Refused, match="transfer.suspended"):
        transfer_certificate(held.number, **taken, on=LATER, by=clerk())


def test_a_filed_request_is_as_good_as_a_note():
    held = certificate()
    file_paper(
        f"certificate:{held.number}",
        kind=REQUEST,
        name="注销申请.pdf",
        content=b"%PDF-1.7 ...",
        on=LATER,
        by=clerk(),
    )
    cancel_certificate(held.number, asked_on=LATER, on=LATER, by=clerk())
    held.refresh_from_db()
    assert held.status == "cancelled"


def test_nobody_but_the_clock_lets_it_expire_and_not_before_its_last_day_has_passed():
    held = suspended(on=date(2028, 12, 1))
    with pytest.raises(Refused, match="person.not-yours"):
        expire_certificate(held.number, on=held.expires_on + timedelta(days=1), by=clerk())
    with pytest.raises(Refused, match="certificate.not-past-expiry"):
        expire_certificate(held.number, on=held.expires_on, by=CLOCK)

    expire_certificate(held.number, on=held.expires_on + timedelta(days=1), by=CLOCK)

    held.refresh_from_db()
    assert (held.status, held.suspended_until, last_event().by) == ("expired", None, "clock")


def test_a_surveillance_audit_moves_the_next_one():
    held, day = certificate(), date(2027, 2, 22)
    audit = surveyed(held, date(2027, 2, 8))
    decision = decided("maintain", held, day, audit=audit)

    record_surveillance(decision.number, on=day, by=CLOCK)

    held.refresh_from_db()
    assert held.surveillance_due_on == date(2028, 2, 8)
    assert last_event().facts["audited_on"] == "2027-02-08"
    with pytest.raises(Refused, match="certificate.decision-used"):
        record_surveillance(decision.number, on=day, by=CLOCK)


def test_a_special_audit_does_not_move_the_surveillance():
    held = certificate()
    decision = decided("maintain", held, LATER, audit=surveyed(held, LATER, kind="special"))
    with pytest.raises(Refused, match="certificate.not-audited"):
        record_surveillance(decision.number, on=LATER, by=CLOCK)


def test_what_was_suspended_for_a_missed_surveillance_is_restored_only_after_it():
    held = suspended(on=date(2027, 3, 10))  # due by 2027-03-02
    decided("restore", held, date(2027, 4, 20))
    with pytest.raises(Refused, match="certificate.surveillance-still-overdue"):
        restore_certificate(held.number, on=date(2027, 4, 20), by=clerk())
    maintained = decided("maintain", held, date(2027, 4, 20), audit=surveyed(held, date(2027, 4, 12)))
    record_surveillance(maintained.number, on=date(2027, 4, 20), by=CLOCK)

    restore_certificate(held.number, on=date(2027, 4, 20), by=clerk())

    held.refresh_from_db()
    assert (held.status, held.surveillance_due_on) == ("in_force", date(2028, 4, 12))


@pytest.mark.parametrize("act", [suspend_certificate, restore_certificate, withdraw_certificate])
def test_only_the_clerk_executes(act, cast):
    held = certificate()
    for role in set(cast) - {"certificate_clerk"}:
        with pytest.raises(Refused, match="person.not-yours"):
            act(held.number, on=DAY, by=cast[role])


def test_only_the_clerk_cancels_and_only_the_clock_records_surveillance(cast):
    held = certificate()
    with pytest.raises(Refused, match="person.not-yours"):
        cancel_certificate(held.number, asked_on=DAY, request="x", on=DAY, by=cast["market"])
    with pytest.raises(Refused, match="person.not-yours"):
        record_surveillance(held.decision.number, on=DAY, by=cast["certificate_clerk"])


@pytest.mark.broken_books
def test_the_books_find_a_status_changed_behind_the_record():
    certificate()
    Certificate.objects.update(status="withdrawn", ended_on=DAY)
    assert set(check_the_books()) >= {
        "a certificate's status is what its events made of it",
        "stock and flow of certificates agree for every month",
    }


@pytest.mark.broken_books
def test_the_books_find_a_certificate_that_rests_on_nothing():
    held = certificate()
    Decision.objects.update(executed_on=None, executed_as="")
    Certificate.objects.update(issued_on=DAY - timedelta(days=1))
    found = check_the_books()
    assert found["no certificate without a decision, and none before it"] == [
        f"{held.number} rests on a decision that nobody executed",
        f"{held.number} was issued before its decision",
    ]
    assert found["a decision is executed once, and the record says when"] == [
        f"{held.decision.number} was executed in the record only"
    ]


@pytest.mark.broken_books
def test_the_books_find_a_month_in_which_stock_and_flow_disagree():
    certificate()
    Certificate.objects.update(issued_on=date(2026, 4, 1))
    assert check_the_books()["stock and flow of certificates agree for every month"] == [
        "QMS 2026-03: 0 living certificates, by the record 1"
    ]
