"""按月供需: the auditor-days visits to come ask for, month by month, against those the auditors have."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Greatest, TruncMonth

from mingzheng.office.people.models import Leave
from mingzheng.office.people.queries import engaged_on
from mingzheng.office.programmes.models import VisitPart
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.models import Appointment
from mingzheng.office.schedule.queries import days_off
from mingzheng.rulebook.competence import AUDITING_GRADES
from mingzheng.rulebook.half_days import HALF
from mingzheng.rulebook.indicators.meaning import Period

from .terms import planning_terms

ONE_DAY = timedelta(days=1)
WEEK = 5  # working days
NOTHING = Decimal("0.0")  # of days, in tenths


@dataclass(frozen=True)
class Month:
    """Auditor-days of a month: what visits ask for by standard, and what the auditors have."""

    first: date
    demand: dict[str, Decimal]
    capacity: Decimal

    @property
    def asked(self) -> Decimal:
        return sum(self.demand.values(), NOTHING)

    @property
    def is_short(self) -> bool:
        return self.asked > self.capacity


def months_ahead(on: date, months: int) -> list[Month]:
    """From the month of a day on. A visit counts in the month of its dates, else in that of its latest day; what is overdue,
    in the first. An auditor has as many half-days of a week as the body plans him for, less his leave; of the month under way, the days that are left."""
    periods = months_from(on, months)
    asked, there = _asked(periods), half_days_there(periods, on)
    return [
        Month(first, asked[first], round(sum(there[first].values(), NOTHING) * HALF, 1)) for first in there
    ]


def months_from(on: date, months: int) -> list[Period]:
    """So many months, that of a day first."""
    periods = [Period.of(on.year, on.month)]
    while len(periods) < months:
        after = periods[-1].last + ONE_DAY
        periods.append(Period.of(after.year, after.month))
    return periods


def parts_due(periods: list[Period]) -> QuerySet[Any]:
    """Parts of visits to come that count in these months: `starts`, the day they begin if they have their dates, and `month`."""
    starts = Appointment.objects.filter(visit=OuterRef("visit")).values("starts_on")[:1]
    to_come = VisitPart.objects.filter(visit__begun_on=None, visit__dropped_on=None)
    due = to_come.annotate(starts=Subquery(starts), due=Coalesce("starts", "visit__latest"))
    month = TruncMonth(Greatest("due", Value(periods[0].first)))
    return due.filter(due__lte=periods[-1].last).annotate(month=month).order_by()


def _asked(periods: list[Period]) -> dict[date, dict[str, Decimal]]:
    rows = parts_due(periods).values_list("certification__standard", "month").annotate(n=Sum("days"))
    found: dict[date, dict[str, Decimal]] = {one.first: {} for one in periods}
    for standard, month, n in rows:
        found[month][standard] = NOTHING + n
    return found


def half_days_there(periods: list[Period], on: date) -> dict[date, dict[int, Decimal]]:
    """The half-days of each auditor (by key) in each month, from a day on."""
    own, engaged = planning_terms().own, engaged_on(on)
    last = periods[-1].last
    held = list(
        Registration.objects.filter(grade__in=AUDITING_GRADES, valid_until__gte=on, valid_from__lte=last)
    )
    leave = list(Leave.objects.filter(cancelled_on=None, last_day__gte=on, first_day__lte=last))
    off = days_off(periods[0].first, last)
    found = {}
    for one in periods:
        first = max(one.first, on)
        working = [first + n * ONE_DAY for n in range((one.last - first).days + 1)]
        working = [day for day in working if day not in off]
        there = {of.person_id for of in held if of.valid_from <= one.last and of.valid_until >= one.first}
        found[one.first] = {
            who: Decimal(own.week_full_time if engaged[who] else own.week_part_time)
            * _days(who, working, leave)
            / WEEK
            for who in there & engaged.keys()
        }
    return found


def _days(who: int, working: Collection[date], leave: Collection[Leave]) -> int:
    """The working days somebody is there."""
    away = [one for one in leave if one.person_id == who]
    return sum(not any(one.first_day <= day <= one.last_day for one in away) for day in working)
