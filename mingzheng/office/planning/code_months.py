"""按代码、按月供需: the auditor-days visits to come ask for of each technical code, against those its holders can still give.

The days a visit has for a standard are shared evenly among the codes it has there. Whoever holds several codes could give
all his days to each of them: a code that falls short is certain, one that does not may still compete with another.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Count, Exists, OuterRef
from django.db.models.functions import TruncMonth

from mingzheng.office.clients.models import Client
from mingzheng.office.competence.models import Competence
from mingzheng.office.people.models import Person
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.models import Assignment, Booking
from mingzheng.rulebook.competence import AUDITING_GRADES, AUDITING_ROLES, covers
from mingzheng.rulebook.half_days import HALF
from mingzheng.rulebook.indicators.meaning import Period

from .demand import half_days_there, months_from, parts_due

Codes = dict[tuple[str, str], dict[date, "CodeMonth"]]  # by standard and code


@dataclass(frozen=True)
class Share:
    """What one visit asks of a code; `starts`: its first day, where it has its dates. Those may stand before its team."""

    visit: str
    client: Client
    starts: date | None
    latest: date | None
    days: Fraction
    has_team: bool


@dataclass
class CodeMonth:
    """One technical code in one month; of the people who hold it, the half-days each can still give."""

    visits: list[Share] = field(default_factory=list)
    free: dict[Person, Decimal] = field(default_factory=dict)

    @property
    def asked(self) -> Decimal:
        """Auditor-days of all its visits."""
        return tenths(sum((one.days for one in self.visits), Fraction()))

    @property
    def waiting(self) -> Decimal:
        """Of these, what has no team yet."""
        return tenths(sum((one.days for one in self.visits if not one.has_team), Fraction()))

    @property
    def left(self) -> Decimal:
        """Auditor-days its holders can still give: what they are booked for is gone."""
        return tenths(Fraction(sum(self.free.values(), Decimal(0)) * HALF))

    @property
    def is_short(self) -> bool:
        return self.waiting > self.left


def tenths(days: Fraction) -> Decimal:
    """Auditor-days as they are shown."""
    return round(Decimal(days.numerator) / days.denominator, 1)


def code_months(on: date, months: int) -> Codes:
    """Every standard and code with visits due from the month of a day on, in their order: each of its months."""
    periods = months_from(on, months)
    found: Codes = defaultdict(lambda: {one.first: CodeMonth() for one in periods})
    for part in _parts(periods):
        visit, codes = part.visit, sorted(set(part.certification.technical_codes))
        for code in codes:
            days = Fraction(part.days) / len(codes)
            share = Share(visit.number, visit.client, part.starts, visit.latest, days, part.has_team)
            found[part.certification.standard, code][part.month].visits.append(share)
    _enter_holders(found, periods, on)
    return dict(sorted(found.items()))


def short(codes: Codes) -> list[tuple[str, str, date]]:
    """Standard, code and month of whatever falls short."""
    return [(*key, first) for key, months in codes.items() for first, one in months.items() if one.is_short]


def _parts(periods: list[Period]) -> Any:
    team = Assignment.objects.filter(visit=OuterRef("visit"), role__in=AUDITING_ROLES)
    rows = parts_due(periods).annotate(has_team=Exists(team)).select_related("certification", "visit__client")
    return rows.order_by("visit__latest", "visit__number")


def _enter_holders(found: Codes, periods: list[Period], on: date) -> None:
    """Who may audit the standard and holds the code in a month, with what is left of his half-days."""
    free, last = _left(periods, on), periods[-1].last
    registered = defaultdict(list)
    for one in Registration.objects.filter(grade__in=AUDITING_GRADES, valid_until__gte=on):
        registered[one.person_id, one.standard].append((one.valid_from, one.valid_until))
    held = Competence.objects.filter(evaluated_on__lte=last).exclude(ended_on__lte=on)
    holders = defaultdict(list)
    for row in held.select_related("person"):
        holders[row.standard].append(row)
    for (standard, code), months in found.items():
        able = [row for row in holders[standard] if covers(row.code, code)]
        for period in periods:
            months[period.first].free = {
                row.person: free[period.first][row.person_id]
                for row in able
                if row.person_id in free[period.first] and _holds(row, registered[row.person_id, standard], period)
            }  # fmt: skip


def _holds(row: Competence, registered: list[tuple[date, date]], period: Period) -> bool:
    """Is he competent and registered at some time of the month?"""
    competent = row.evaluated_on <= period.last and (row.ended_on is None or row.ended_on > period.first)
    return competent and any(first <= period.last and until >= period.first for first, until in registered)


def _left(periods: list[Period], on: date) -> dict[date, dict[int, Decimal]]:
    """Half-days of each auditor (by key) in each month, less those he is booked for."""
    booked = Booking.objects.filter(day__range=(on, periods[-1].last)).annotate(month=TruncMonth("day"))
    counted = booked.order_by().values_list("person_id", "month").annotate(n=Count("pk"))
    gone = {(who, month): n for who, month, n in counted}
    return {
        first: {who: max(Decimal(0), halves - gone.get((who, first), 0)) for who, halves in there.items()}
        for first, there in half_days_there(periods, on).items()
    }
