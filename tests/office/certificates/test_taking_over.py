"""A certificate in place of another body's: the days of the cycle are kept (IAF MD 2)."""

from datetime import date, timedelta

import pytest

from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.certificates.actions.renew_certificate import renew_certificate
from mingzheng.office.certificates.actions.take_over_certificate import take_over_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.certified import body, clerk, decided, surveyed, taken_over
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def codes(refused) -> list[str]:
    return [objection.code for objection in refused.value.objections]


def test_expiry_first_day_and_number_of_the_cycle_are_those_of_the_body_that_began_it():
    held = taken_over()

    assert (held.number, held.cycle_number, held.status) == ("06426Q00001R1M", 1, "in_force")
    assert (held.first_issued_on, held.issued_on, held.expires_on) == (
        date(2021, 9, 10),
        DAY,
        date(2027, 9, 9),
    )
    assert held.surveillance_due_on == date(2026, 8, 20)  # twelve months after the one the other body held
    told = Event.objects.get(kind="certificate.taken-over")
    assert (told.subject, told.sequence) == (f"certificate:{held.number}", 1)
    assert told.facts["their_number"] == held.certification.transfer.certificate
    assert (told.facts["body"], told.facts["approval"]) == ("另一认证有限公司", "CNCA-R-2002-016")
    assert (told.facts["cycle_from"], told.facts["decision"]) == ("2024-09-10", held.decision.number)
    held.decision.refresh_from_db()
    assert held.decision.executed_as == held.number


def test_before_the_first_surveillance_its_day_counts_from_the_other_bodys_certificate():
    held = taken_over(
        surveillances=0, cycle_number=0, first_issued_on=date(2025, 9, 10), issued_on=date(2025, 9, 10), expires_on=date(2028, 9, 9)
    )  # fmt: skip
    assert (held.number, held.surveillance_due_on) == ("06426Q00001R0M", date(2026, 9, 10))


def test_the_next_recertification_counts_on_from_the_cycle_taken_over():
    held = taken_over()
    on = date(2027, 8, 2)
    renewal = decided("renew", held, on, audit=surveyed(held, on - timedelta(days=7), kind="recertification"))

    told = renew_certificate(renewal.number, on=on, by=clerk())

    following = Certificate.objects.get(number=told.number)
    assert (following.cycle_number, following.first_issued_on) == (2, date(2021, 9, 10))
    assert following.expires_on == date(2030, 9, 9)


def test_one_way_for_what_is_taken_over_and_one_for_what_begins_here():
    body()
    foreign, own = decided("grant", rows.taken_over()), decided("grant", rows.certification())

    with pytest.raises(Refused, match="certificate.decision-not-for-this"):
        issue_certificate(foreign.number, on=DAY, by=clerk())
    with pytest.raises(Refused, match="certificate.decision-not-for-this"):
        take_over_certificate(own.number, on=DAY, by=clerk())


@pytest.mark.parametrize(
    ("act", "changes", "on", "found"),
    [
        ("grant", {"expires_on": DAY}, DAY + timedelta(days=1), ["transfer.past-expiry"]),
        ("grant", {"lost_accreditation_on": date(2026, 1, 5)}, date(2026, 7, 6), ["transfer.too-late"]),
        ("grant", {}, DAY - timedelta(days=1), ["certificate.before-decision"]),
        ("refuse", {}, DAY, ["certificate.decision-not-for-this"]),
    ],
)
def test_no_certificate_follows_one_that_may_no_longer_be_taken_over(act, changes, on, found):
    body()
    decision = decided(act, rows.taken_over(**changes))

    with pytest.raises(Refused) as refused:
        take_over_certificate(decision.number, on=on, by=clerk())

    assert codes(refused) == found and not Certificate.objects.exists()


def test_it_is_taken_over_once():
    held = taken_over()
    with pytest.raises(Refused) as refused:
        take_over_certificate(held.decision.number, on=DAY, by=clerk())
    assert codes(refused) == ["certificate.decision-used", "certificate.still-living"]


def test_only_the_clerk_issues_it(cast):
    body()
    number = decided("grant", rows.taken_over()).number
    with pytest.raises(Refused, match="person.not-yours"):
        take_over_certificate(number, on=DAY, by=cast["decision_maker"])


@pytest.mark.broken_books
def test_the_books_find_days_that_were_not_kept():
    held = taken_over()
    Certificate.objects.filter(pk=held.pk).update(expires_on=date(2029, 3, 1))

    assert set(check_the_books()) >= {"a certificate taken over keeps the days of the one it follows"}
