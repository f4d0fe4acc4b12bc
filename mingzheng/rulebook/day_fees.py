"""劳务费: what somebody who audits is owed for a month (own procedure; ISO/IEC 17021-1:2015 7.3 for people from outside).

A half-day is owed that was claimed, booked and audited, at half the rate of the day for his role in the team and, where the
body pays by grade, his grade on that day. What is claimed or booked alone is told and owes nothing.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from .calendar import HalfDay
from .competence import RegistrationGrade
from .footprint import month_over
from .prices import FEN
from .verdict import Objection

OWN = "own procedure"


class Step(StrEnum):
    """How far a settlement is."""

    CLAIMED = "claimed"  # 已申报
    CHECKED = "checked"  # 已核对
    APPROVED = "approved"  # 已批准
    PAID = "paid"  # 已支付
    REFUSED = "refused"  # 已退回: the month may be claimed anew


class Held(StrEnum):
    """What a half-day is once the claim is held against the schedule."""

    AGREED = "agreed"  # 一致
    NOT_CLAIMED = "not-claimed"  # 有排程、已审核而未申报
    NOT_BOOKED = "not-booked"  # 已申报而无排程
    NOT_AUDITED = "not-audited"  # 已申报、有排程，而审核未开始或已先结束


RATE_NOT_POSITIVE = Objection("day-fee.rate-not-positive", OWN)
RATE_KNOWN = Objection("day-fee.rate-known", OWN)
RATE_RECKONED = Objection("day-fee.rate-reckoned", OWN)
MONTH_NOT_OVER = Objection("day-fee.month-not-over", OWN)
CLAIMED_ALREADY = Objection("day-fee.claimed-already", OWN)
NOTHING_CLAIMED = Objection("day-fee.nothing-claimed", OWN)
OUTSIDE_MONTH = Objection("day-fee.outside-month", OWN)
CLAIM_OF_ANOTHER = Objection("day-fee.claim-of-another", OWN)
NOT_ITS_TURN = Objection("day-fee.not-its-turn", OWN)
OWN_SETTLEMENT = Objection("day-fee.own-settlement", OWN)
RATE_MISSING = Objection("day-fee.rate-missing", OWN)
DIFFERENCE_UNEXPLAINED = Objection("day-fee.difference-unexplained", OWN)
REASON_MISSING = Objection("day-fee.reason-missing", OWN)
REFERENCE_MISSING = Objection("day-fee.reference-missing", OWN)
PAID_BEFORE_APPROVAL = Objection("day-fee.paid-before-approval", OWN)
PAID_IN_FUTURE = Objection("day-fee.paid-in-future", OWN)


@dataclass(frozen=True)
class Rate:
    """What a whole day costs the body, CNY, from a day on; without a grade for every grade that has none of its own."""

    role: str  # competence.TeamRole
    grade: str  # competence.RegistrationGrade, or empty
    per_day: Decimal
    valid_from: date


@dataclass(frozen=True)
class Booked:
    """One half-day of the schedule: what he was sent as, in which grade, and whether the audit was held then."""

    visit: str
    role: str
    grade: str
    audited: bool


@dataclass(frozen=True)
class Line:
    """One half-day of a settlement. `per_day` is None where no rate is known or nothing is owed."""

    half_day: HalfDay
    held: Held
    booked: Booked | None
    per_day: Decimal | None = None

    @property
    def amount(self) -> Decimal:
        return half_of(self.per_day) if self.per_day else Decimal(0)


def half_of(per_day: Decimal) -> Decimal:
    return (per_day / 2).quantize(FEN, ROUND_HALF_UP)


def best(grades: Collection[str]) -> str:
    """Of the grades held for the standards of a visit the highest; empty of none, as an expert's."""
    order = [grade.value for grade in RegistrationGrade]
    return max(grades, key=order.index, default="")


def rate_on(rates: Collection[Rate], role: str, grade: str, day: date) -> Decimal | None:
    """The rate of a day: the latest for the role in this grade, else the latest for the role in any."""
    known = [one for one in rates if one.role == role and one.grade in (grade, "") and one.valid_from <= day]
    found = max(known, key=lambda one: (one.grade != "", one.valid_from), default=None)
    return found.per_day if found else None


def held_against(
    claimed: Collection[HalfDay], booked: Mapping[HalfDay, Booked], rates: Collection[Rate]
) -> list[Line]:
    """The claim held against the schedule, in the order of time. A booking that was neither claimed nor audited is left out:
    nobody says that he was there."""
    found = []
    for half_day in sorted({*claimed, *booked}):
        there = booked.get(half_day)
        if half_day not in claimed:
            if there and there.audited:
                found.append(Line(half_day, Held.NOT_CLAIMED, there))
        elif there is None:
            found.append(Line(half_day, Held.NOT_BOOKED, None))
        elif not there.audited:
            found.append(Line(half_day, Held.NOT_AUDITED, there))
        else:
            rate = rate_on(rates, there.role, there.grade, half_day.day)
            found.append(Line(half_day, Held.AGREED, there, rate))
    return found


def objections_to_rate(
    per_day: Decimal, valid_from: date, *, reckoned: date | None, known: bool
) -> list[Objection]:
    """May a rate be set? One a day, and not for days whose fees are reckoned: `reckoned`, the last such day before the next rate."""
    found = [] if per_day.is_finite() and per_day > 0 else [RATE_NOT_POSITIVE]
    found += [RATE_RECKONED.because(day=reckoned)] if reckoned and valid_from <= reckoned else []
    return found + ([RATE_KNOWN] if known else [])


def objections_to_claim(
    month: date, half_days: Collection[HalfDay], on: date, *, own: bool, known: bool
) -> list[Objection]:
    """May a month be claimed? Once, after it is over, some half-day of it; `own`: for himself or by who keeps the claims."""
    if not own:
        return [CLAIM_OF_ANOTHER]
    found = [] if month_over(month, on) else [MONTH_NOT_OVER]
    found += [CLAIMED_ALREADY.because(month=f"{month:%Y-%m}")] if known else []
    found += [] if half_days else [NOTHING_CLAIMED]
    outside = [one.day for one in half_days if (one.day.year, one.day.month) != (month.year, month.month)]
    return found + ([OUTSIDE_MONTH.because(day=min(outside), month=f"{month:%Y-%m}")] if outside else [])


def objections_to_turn(step: str, wanted: Step, *, own: bool = False) -> list[Objection]:
    """Is this settlement where the step begins, and he who does it none who was at it before (`own`)?"""
    return [NOT_ITS_TURN] if step != wanted else [OWN_SETTLEMENT] if own else []


def objections_to_checking(lines: Collection[Line], remark: str) -> list[Objection]:
    """May it be taken as checked? Every half-day owed has a rate, and what differs from the schedule is explained."""
    bare = [one for one in lines if one.held is Held.AGREED and one.per_day is None]
    found = [RATE_MISSING.because(day=bare[0].half_day.day)] if bare else []
    differ = sum(one.held is not Held.AGREED for one in lines)
    return found + (
        [DIFFERENCE_UNEXPLAINED.because(half_days=differ)] if differ and not remark.strip() else []
    )


def objections_to_payment(reference: str, paid: date, on: date, *, approved: date) -> list[Objection]:
    """May it be entered as paid? By a transfer that has a reference, not before it was approved nor after today."""
    found = [] if reference.strip() else [REFERENCE_MISSING]
    found += [PAID_BEFORE_APPROVAL.because(approved=approved)] if paid < approved else []
    return found + ([PAID_IN_FUTURE] if paid > on else [])
