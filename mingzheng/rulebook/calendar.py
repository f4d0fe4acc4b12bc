"""Months, years, working days and half days: the arithmetic behind every time limit.

Working days are those of mainland China with the State Council's yearly arrangement: public holidays, and the weekends
worked in exchange (调休). The arrangement is known for 2018 to 2026; a later year only from a table the body enters.
"""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

import holidays

from mingzheng.rulebook.verdict import Objection, Refused

FIRST_KNOWN_YEAR, LAST_KNOWN_YEAR = 2018, 2026
CERTIFICATE_YEARS = 3  # ISO/IEC 17021-1:2015 9.1.3.2: a cycle is three years
WORKING_DAYS_CLAUSE = "国务院办公厅节假日安排通知"

YEAR_UNKNOWN = Objection("calendar.year-unknown", WORKING_DAYS_CLAUSE)
END_BEFORE_START = Objection("calendar.end-before-start", WORKING_DAYS_CLAUSE)

# Days the body entered: True a working day (a weekend worked in exchange), False a day off. One entry makes its year
# known: the days of that year it does not name then follow their weekday.
Overrides = Mapping[date, bool]
NO_OVERRIDES: Overrides = {}

_CHINA = holidays.country_holidays("CN")


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier when negative), or the last of that month when it is shorter."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month0 + 1, min(day.day, calendar.monthrange(year, month0 + 1)[1]))


def add_years_minus_one_day(day: date, years: int = CERTIFICATE_YEARS) -> date:
    """The last day of a term that begins on `day`: issued 2018-09-01, expires 2021-08-31."""
    return add_months(day, 12 * years) - timedelta(days=1)


def is_working_day(day: date, overrides: Overrides = NO_OVERRIDES) -> bool:
    """Whether China works on `day`. Raises :class:`Refused` for a year nothing is known about."""
    if (entered := overrides.get(day)) is not None:
        return entered
    if FIRST_KNOWN_YEAR <= day.year <= LAST_KNOWN_YEAR:
        return _CHINA.is_working_day(day)
    if any(known.year == day.year for known in overrides):
        return day.weekday() < calendar.SATURDAY
    raise Refused(YEAR_UNKNOWN.because(field="date", year=day.year))


def is_probably_working_day(day: date, overrides: Overrides = NO_OVERRIDES) -> bool:
    """The same for a plan: in a year nothing is known about yet, Monday to Friday."""
    try:
        return is_working_day(day, overrides)
    except Refused:
        return day.weekday() < calendar.SATURDAY


def add_working_days(day: date, days: int, overrides: Overrides = NO_OVERRIDES) -> date:
    """The `days`-th working day after `day`, which itself does not count; before it when negative."""
    step = timedelta(days=1 if days > 0 else -1)
    for _ in range(abs(days)):
        day += step
        while not is_working_day(day, overrides):
            day += step
    return day


def working_days_between(start: date, end: date, overrides: Overrides = NO_OVERRIDES) -> int:
    """How many working days lie after `start` up to and including `end`: "within 5 working days" means at most 5."""
    if end < start:
        raise Refused(END_BEFORE_START.because(field="end", start=start, end=end))
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, overrides) for day in days)


class Half(IntEnum):
    """A half of a day, in order."""

    MORNING = 0
    AFTERNOON = 1


class HalfDay(NamedTuple):
    """The smallest thing an auditor is booked for; sorts by time."""

    day: date
    half: Half


def half_days(first: HalfDay, last: HalfDay) -> list[HalfDay]:
    """Every half day from `first` to `last`, both included, working days or not; empty when `last` comes first."""
    days = (first.day + timedelta(days=n) for n in range((last.day - first.day).days + 1))
    return [here for day in days for half in Half if first <= (here := HalfDay(day, half)) <= last]
