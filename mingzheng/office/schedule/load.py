"""外勤负荷: days on site and nights away of a person, as booked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from mingzheng.rulebook.half_days import HALF

from .models import Booking

CITY = 4  # digits of a region code that name the city


@dataclass(frozen=True)
class TravelLoad:
    """Of one year: days on site, nights between two days in a row out of the home city, and the longest run of days out."""

    days: Decimal
    nights: int
    longest: int


def travel_load(login: str, home: str, year: int) -> TravelLoad:
    """Of the bookings of one person; `home` is his region code. A visit whose region is not known is away."""
    rows = Booking.objects.filter(person__login=login, day__year=year)
    out: dict[date, bool] = {}
    halves = 0
    for day, region in rows.values_list("day", "visit__client__district").order_by("day", "half"):
        halves += 1
        out[day] = out.get(day, False) or not _same_city(home, region)
    nights = sum(out[day] and out.get(day + timedelta(days=1), False) for day in out)
    return TravelLoad(halves * HALF, nights, _longest(out))


def _same_city(home: str, region: str) -> bool:
    return bool(home) and home[:CITY] == region[:CITY]


def _longest(days: Iterable[date]) -> int:
    """The longest run of days without a gap."""
    longest, run, before = 0, 0, date.min
    for day in sorted(days):
        run = run + 1 if day - timedelta(days=1) == before else 1
        longest, before = max(longest, run), day
    return longest
