"""What goes beyond a limit of the body's own and may, for one visit, once a director approved the reason.

How much of an audit is held from afar: IAF MD 4 knows no limit, so the body sets one. How long one person is out: at least one day a
week is free of work by law, the rest is the body's own care for people who travel (ISO 45001:2018 8.1.2; ISO/IEC 17021-1:2015 7.1.1).
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from .calendar import HalfDay
from .dated_numbers import NUMBERS, number
from .half_days import HALF, plain
from .verdict import Objection

OWN = "own procedure"
ACROSS_NEW_YEAR = timedelta(days=31)  # how far one looks: a month, more than anybody may be out in a row


class Limit(StrEnum):
    """Which limit is gone beyond."""

    REMOTE = "remote"  # the share of the audit held from afar
    DAYS_OUT = "days-out"  # how long somebody is out


SHARE_OUT_OF_RANGE = Objection("approval.share-out-of-range", "IAF MD 4:2023")
REMOTE_ABOVE_LIMIT = Objection("approval.remote-above-limit", OWN)
TOO_LONG_IN_A_ROW = Objection("approval.too-long-in-a-row", OWN)
TOO_MANY_A_MONTH = Objection("approval.too-many-a-month", OWN)
NO_REST_DAY = Objection("approval.no-rest-day", NUMBERS["days_out_a_week"].clause)
NO_REASON = Objection("approval.no-reason", OWN)
NO_PERSON = Objection("approval.no-person", OWN)
NO_DAYS = Objection("approval.no-days", OWN)
NOT_ABOVE = Objection("approval.not-above-limit", OWN)
ASKED_ALREADY = Objection("approval.asked-already", OWN)
DECIDED_ALREADY = Objection("approval.decided-already", OWN)
TOO_LATE = Objection("approval.too-late", OWN)
OWN_REQUEST = Objection("approval.own-request", OWN)


def remote_share(wished: int, allowed: int = 0) -> int:
    """Of what the client wishes, in percent, as much as may be planned; `allowed` is what a director approved."""
    return min(wished, max(number("remote_share"), allowed))


def objections_to_remote_share(share: int, allowed: int = 0) -> list[Objection]:
    """May so much of an audit, in percent, be held from afar? `allowed` is what a director approved for it."""
    if not 0 <= share <= 100:
        return [SHARE_OUT_OF_RANGE]
    most = max(number("remote_share"), allowed)
    return [REMOTE_ABOVE_LIMIT.because(share=share, most=most)] if share > most else []


def objections_to_days_out(
    person: str,
    added: Iterable[HalfDay],
    booked: Iterable[HalfDay],
    allowed: Iterable[tuple[date, date]] = (),
    near: Iterable[HalfDay] = (),
) -> list[Objection]:
    """May somebody who is booked already be out on these half days too? Only what these make too much is objected to.

    `allowed`: first and last days a director approved. All the half days must lie in one of them, and the free day of a
    week is never given away (Labour Law 38). `near`: those of all half days he need not travel for, held from afar or in
    the city he lives in: he works then, and is not out.
    """
    new, out = frozenset(added), frozenset(added) - frozenset(near)
    approved = any(all(first <= half_day.day <= last for half_day in new) for first, last in allowed)
    halves = new | frozenset(booked)
    travelled = halves - frozenset(near)
    return [
        *([] if approved else _in_a_row(person, _days(out), _days(travelled))),
        *_a_week(person, _days(new), _days(halves)),
        *([] if approved else _a_month(person, {day.replace(day=1) for day in _days(out)}, travelled)),
    ]


def _days(halves: Iterable[HalfDay]) -> set[date]:
    return {half_day.day for half_day in halves}


def _in_a_row(person: str, new: set[date], days: set[date]) -> list[Objection]:
    most = number("days_out_in_a_row")
    longest = max((_run(day, days) for day in new), default=0)
    return [TOO_LONG_IN_A_ROW.because(person=person, days=longest, most=most)] if longest > most else []


def _run(day: date, days: set[date]) -> int:
    """How many days without a free one this day belongs to."""
    first = last = day
    while first - timedelta(1) in days:
        first -= timedelta(1)
    while last + timedelta(1) in days:
        last += timedelta(1)
    return (last - first).days + 1


def _a_week(person: str, new: set[date], days: set[date]) -> list[Objection]:
    most = number("days_out_a_week")
    mondays = sorted({day - timedelta(day.weekday()) for day in new})
    full = [monday for monday in mondays if sum(monday + timedelta(n) in days for n in range(7)) > most]
    return [NO_REST_DAY.because(person=person, week=monday, most=most) for monday in full]


def _a_month(person: str, months: set[date], halves: Collection[HalfDay]) -> list[Objection]:
    most, found = number("days_out_a_month"), []
    for month in sorted(months):
        out = sum((half_day.day.replace(day=1) == month for half_day in halves), Decimal(0)) * HALF
        if out > most:
            told = {"person": person, "month": f"{month:%Y-%m}", "days": plain(out), "most": most}
            found.append(TOO_MANY_A_MONTH.because(**told))
    return found


def objections_to_asking(
    limit: Limit, reason: str, share: int, *, named: bool, dated: bool, asked: bool, begun: bool = False
) -> list[Objection]:
    """May it be asked for? Before the visit has begun or is dropped. `named`, `dated`: with the person and the days out it is about; `asked`: the same waits already."""
    found = [TOO_LATE] if begun else []
    found += [ASKED_ALREADY] if asked else []
    found += [] if reason.strip() else [NO_REASON]
    if limit is Limit.DAYS_OUT:
        return found + ([] if named else [NO_PERSON]) + ([] if dated else [NO_DAYS])
    return found + (
        [] if number("remote_share") < share <= 100 else [NOT_ABOVE.because(most=number("remote_share"))]
    )


def objections_to_deciding(
    remark: str, *, granted: bool, decided: bool, own: bool, begun: bool = False
) -> list[Objection]:
    """May it be decided? Once, by another than who asked and whom it is about; a refusal says why, and is all that is left once the visit has begun."""
    if decided or own:
        return [DECIDED_ALREADY] if decided else [OWN_REQUEST]
    if granted:
        return [TOO_LATE] if begun else []
    return [] if remark.strip() else [NO_REASON]
