"""Day fees: claimed, held against the schedule, approved and paid."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.workplace.actions.approve_day_fees import approve_day_fees
from mingzheng.office.workplace.actions.check_day_fees import check_day_fees
from mingzheng.office.workplace.actions.claim_day_fees import claim_day_fees
from mingzheng.office.workplace.actions.pay_day_fees import pay_day_fees
from mingzheng.office.workplace.actions.send_back_day_fees import send_back_day_fees
from mingzheng.office.workplace.actions.set_day_rate import set_day_rate
from mingzheng.office.workplace.day_fees import (
    booked_in,
    halves_of,
    read,
    settlements_seen_by,
    told,
    unsettled_in,
)
from mingzheng.office.workplace.models import DayRate, Settlement
from mingzheng.rulebook.competence import RegistrationGrade, TeamRole
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.office.footprint.test_footprint import figure
from tests.rows import DAY

pytestmark = pytest.mark.django_db
NEXT = date(2026, 4, 3)  # the month of DAY is over
MARCH = date(2026, 3, 1)


def rated(role="leader", per_day=800, grade="", since=date(2026, 1, 1)) -> DayRate:
    number = f"LB2026-{DayRate.objects.count() + 1:04d}"
    return DayRate.objects.create(
        number=number, role=role, grade=grade, per_day=Decimal(per_day), valid_from=since
    )


def audited(login="zhao", **more):
    """A part-timer who led an audit on DAY, both halves."""
    person = rows.auditor(login, full_time=False, **more)
    visit = rows.visit()
    rows.team(visit, person)
    rows.audit(visit)
    return person, visit


def claimed(cast, halves=("2026-03-02 am", "2026-03-02 pm"), login="zhao") -> str:
    told = {"month": DAY, "half_days": [read(one) for one in halves]}
    return claim_day_fees(login, **told, on=NEXT, by=cast["general_office"]).number


def waits(queue, by):
    return [row.number for row in QUEUES[f"workplace.{queue}"].waiting(by, NEXT)]


def test_a_month_is_claimed_checked_approved_and_paid_by_different_people(cast):
    audited(), rated()
    number = claimed(cast)
    assert waits("day-fees-to-check", cast["programme_manager"]) == [number]
    with pytest.raises(Refused, match="day-fee.not-its-turn"):
        approve_day_fees(number, granted=True, on=NEXT, by=cast["director"])
    checked = check_day_fees(number, on=NEXT, by=cast["programme_manager"])
    assert (checked.agreed, checked.different) == (2, 0)
    assert waits("day-fees-to-approve", cast["director"]) == [number]
    approve_day_fees(number, granted=True, on=NEXT, by=cast["director"])
    assert waits("day-fees-to-pay", cast["finance"]) == [number]
    paying = {"paid_on": NEXT, "on": NEXT, "by": cast["finance"]}
    with pytest.raises(Refused, match="day-fee.reference-missing"):
        pay_day_fees(number, reference=" ", **paying)
    pay_day_fees(number, reference="YH1", **paying)
    assert Settlement.objects.get().amount == 800 and figure("day-fees")["value"] == 800
    assert "800" not in str(list(Event.objects.values_list("facts", flat=True)))


def test_what_is_claimed_or_booked_alone_is_shown_explained_and_not_paid(cast):
    person, _ = audited()
    rated()
    other = rows.visit()  # booked, and never held
    rows.team(other, person, starts_on=date(2026, 3, 9))
    number = claimed(cast, ("2026-03-02 am", "2026-03-05 am", "2026-03-09 am"))
    with pytest.raises(Refused, match="day-fee.difference-unexplained"):
        check_day_fees(number, on=NEXT, by=cast["programme_manager"])
    check_day_fees(number, remark="下午已另行说明", on=NEXT, by=cast["programme_manager"])
    held = {(one.day.day, one.half): (one.held, one.amount) for one in Settlement.objects.get().halves.all()}
    assert held == {
        (2, "am"): ("agreed", 400),
        (2, "pm"): ("not-claimed", 0),
        (5, "am"): ("not-booked", 0),
        (9, "am"): ("not-audited", 0),
    }
    assert Settlement.objects.get().amount == 400


def test_the_rate_is_that_of_his_role_and_grade_on_the_day(cast):
    audited(grade="senior")
    rated(per_day=700), rated(per_day=900, grade="senior")
    rated(per_day=950, grade="senior", since=DAY), rated(per_day=999, grade="senior", since=date(2026, 3, 3))
    rated(per_day=50, role="auditor"), rated(per_day=800, since=DAY)
    check_day_fees(claimed(cast), on=NEXT, by=cast["programme_manager"])
    assert Settlement.objects.get().amount == 950


def test_without_a_rate_nothing_is_checked(cast):
    audited(), rated(since=date(2026, 3, 3))
    with pytest.raises(Refused, match="day-fee.rate-missing"):
        check_day_fees(claimed(cast), on=NEXT, by=cast["programme_manager"])


def test_a_month_is_claimed_once_after_it_is_over_and_by_oneself_or_the_general_office(cast):
    audited(), rated()
    both = [read("2026-03-02 am")]
    for said, by, why in (
        ({"month": DAY, "half_days": both, "on": DAY}, "general_office", "month-not-over"),
        ({"month": DAY, "half_days": [], "on": NEXT}, "general_office", "nothing-claimed"),
        ({"month": date(2026, 2, 1), "half_days": both, "on": NEXT}, "general_office", "outside-month"),
        ({"month": DAY, "half_days": both, "on": NEXT}, "auditor", "claim-of-another"),
    ):
        with pytest.raises(Refused, match=f"day-fee.{why}"):
            claim_day_fees("zhao", **said, by=cast[by])
    number = claimed(cast)
    with pytest.raises(Refused, match="day-fee.claimed-already"):
        claimed(cast)
    check_day_fees(number, on=NEXT, by=cast["programme_manager"])
    with pytest.raises(Refused, match="day-fee.reason-missing"):
        approve_day_fees(number, granted=False, on=NEXT, by=cast["director"])
    approve_day_fees(number, granted=False, refusal="缺下午", on=NEXT, by=cast["director"])
    assert claimed(cast) != number  # what was refused may be claimed anew


def test_what_cannot_be_checked_is_sent_back_with_a_reason_and_claimed_anew(cast, person):
    both = person("both", "general_office", "programme_manager")
    audited()
    number = claimed({**cast, "general_office": both})
    assert len(halves_of(Settlement.objects.get())) == 2
    back = {"on": NEXT, "by": cast["programme_manager"]}
    with pytest.raises(Refused, match="day-fee.own-settlement"):
        send_back_day_fees(number, reason="缺下午", on=NEXT, by=both)
    with pytest.raises(Refused, match="day-fee.reason-missing"):
        send_back_day_fees(number, reason=" ", **back)
    send_back_day_fees(number, reason="缺下午", **back)
    assert Settlement.objects.get().refusal == "缺下午" and waits("day-fees-to-check", back["by"]) == []
    assert [one.login for one in unsettled_in(MARCH)] == ["zhao"]
    assert halves_of(Settlement.objects.get()) == []
    with pytest.raises(Refused, match="day-fee.not-its-turn"):
        send_back_day_fees(number, reason="缺下午", **back)
    assert claimed(cast) != number


def test_nobody_checks_his_own(cast, person):
    both = person("both", "auditor", "programme_manager")
    number = claim_day_fees(
        "both", month=MARCH, half_days=[read("2026-03-02 am")], on=NEXT, by=cast["general_office"]
    ).number
    assert waits("day-fees-to-check", both) == []
    with pytest.raises(Refused, match="day-fee.own-settlement"):
        check_day_fees(number, remark="x", on=NEXT, by=both)


def test_a_rate_is_set_once_for_a_day(cast):
    told = {"grade": RegistrationGrade.AUDITOR, "valid_from": NEXT, "on": NEXT, "by": cast["director"]}
    set_day_rate(TeamRole.EXPERT, per_day=Decimal(600), **told)
    with pytest.raises(Refused, match="day-fee.rate-known"):
        set_day_rate(TeamRole.EXPERT, per_day=Decimal(600), **told)


def test_a_month_without_a_rate_is_checked_once_one_is_set_and_then_its_rate_stands(cast):
    audited()
    number = claimed(cast)
    told = {"per_day": Decimal(800), "on": NEXT, "by": cast["director"]}
    with pytest.raises(Refused, match="day-fee.rate-missing"):
        check_day_fees(number, on=NEXT, by=cast["programme_manager"])
    set_day_rate(TeamRole.LEADER, valid_from=MARCH, **told)
    check_day_fees(number, on=NEXT, by=cast["programme_manager"])
    assert Settlement.objects.get().amount == 800
    with pytest.raises(Refused, match="day-fee.rate-reckoned"):
        set_day_rate(TeamRole.LEADER, valid_from=DAY, **told)
    set_day_rate(TeamRole.LEADER, valid_from=date(2026, 3, 3), **told)


def test_days_without_a_rate_get_one_after_later_days_were_checked_at_theirs(cast):
    audited(), rated(since=date(2026, 3, 9))
    number = claimed(cast)
    later = rows.visit()
    rows.team(later, rows.auditor("qian", full_time=False), starts_on=date(2026, 3, 9))
    rows.audit(later, opened_on=date(2026, 3, 9), closed_on=date(2026, 3, 9))
    ninth = claimed(cast, ("2026-03-09 am", "2026-03-09 pm"), "qian")
    check_day_fees(ninth, on=NEXT, by=cast["programme_manager"])
    set_day_rate(
        TeamRole.LEADER, per_day=Decimal(700), valid_from=MARCH, on=NEXT, by=cast["director"]
    )  # for days before the ninth alone
    check_day_fees(number, on=NEXT, by=cast["programme_manager"])
    assert Settlement.objects.get(number=number).amount == 700


def test_a_rate_is_missed_by_its_grade_alone(cast):
    """What was checked of one grade bars no rate of another, nor the one of whoever has none of his own."""
    audited(grade="senior"), rated(per_day=900, grade="senior")
    check_day_fees(claimed(cast), on=NEXT, by=cast["programme_manager"])
    told = {"per_day": Decimal(700), "valid_from": DAY, "on": NEXT, "by": cast["director"]}
    with pytest.raises(Refused, match="day-fee.rate-reckoned"):
        set_day_rate(TeamRole.LEADER, grade=RegistrationGrade.SENIOR, **told)
    set_day_rate(TeamRole.LEADER, grade=RegistrationGrade.AUDITOR, **told)
    set_day_rate(TeamRole.LEADER, **told)


def test_nothing_is_paid_before_it_was_approved(cast):
    audited(), rated()
    number = claimed(cast)
    check_day_fees(number, on=NEXT, by=cast["programme_manager"])
    approve_day_fees(number, granted=True, on=NEXT, by=cast["director"])
    with pytest.raises(Refused, match="day-fee.paid-before-approval"):
        pay_day_fees(number, reference="YH1", paid_on=DAY, on=NEXT, by=cast["finance"])


def test_nobody_approves_what_he_claimed(cast, person):
    both = person("both", "general_office", "director")
    audited(), rated()
    number = claimed({**cast, "general_office": both})
    check_day_fees(number, on=NEXT, by=cast["programme_manager"])
    assert waits("day-fees-to-approve", both) == []
    with pytest.raises(Refused, match="day-fee.own-settlement"):
        approve_day_fees(number, granted=True, on=NEXT, by=both)


def test_what_somebody_is_paid_is_seen_by_him_and_those_who_settle_it(cast):
    audited("auditor2")
    claimed(cast, login="auditor2")
    sees = {role.value for role in HELD_BY_PERSONS if settlements_seen_by(cast[role]).exists()}
    assert sees == {"general_office", "programme_manager", "finance", "director"}


def test_part_timers_who_audited_and_claimed_nothing_are_found(cast):
    audited(), rows.auditor("idle", full_time=False)
    assert [one.login for one in unsettled_in(MARCH)] == ["zhao"]
    claimed(cast)
    assert not unsettled_in(MARCH) and not unsettled_in(date(2026, 2, 1))


def test_who_was_booked_after_the_audit_was_over_is_asked_for_no_claim(cast):
    late, visit = rows.auditor("late", full_time=False), rows.visit()
    rows.team(visit, late, starts_on=date(2026, 3, 3))
    rows.audit(visit)  # it closed on DAY
    assert not unsettled_in(MARCH) and not any(one.audited for one in booked_in(late, MARCH).values())


def test_a_half_day_reads_as_it_is_written():
    assert told(read("2026-03-02 pm")) == "2026-03-02 pm"
    for wrong in ("2026-03-02", "2026-03-02 noon", "gestern am"):
        with pytest.raises(ValueError):
            read(wrong)


@pytest.mark.broken_books
def test_a_sum_that_is_not_its_half_days_is_found(cast):
    audited(), rated()
    check_day_fees(claimed(cast), on=NEXT, by=cast["programme_manager"])
    Settlement.objects.update(amount=7)
    assert (
        "a settlement is the sum of the half-days agreed, and nothing else in it is paid" in check_the_books()
    )
