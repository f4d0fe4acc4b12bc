"""外勤负荷: days on site and nights away of a person, as booked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from mingzheng.rulebook.half_days import HALF

from .away import place_held, travels
from .models import Booking


@dataclass(frozen=True)
class TravelLoad:
    """Of one year: days booked, nights between two days in a row he travels, and the longest run of such days."""

    days: Decimal
    nights: int
    longest: int


def travel_load(login: str, home: str, year: int) -> TravelLoad:
    """Of the bookings of one person; `home` is his region code. A visit whose region is not known is away."""
    rows = Booking.objects.filter(person__login=login, day__year=year).values_list("day", place_held())
    out = {day for day, place in rows if travels(home, place)}
    nights = sum(day + timedelta(days=1) in out for day in out)
    return TravelLoad(len(rows) * HALF, nights, _longest(out))


def _longest(days: Iterable[date]) -> int:
    """The longest run of days without a gap."""
    longest, run, before = 0, 0, date.min
    for day in sorted(days):
        run = run + 1 if day - timedelta(days=1) == before else 1
        longest, before = max(longest, run), day
    return longest
