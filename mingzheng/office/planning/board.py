"""Who is where between two days, which visits are to be held, and what waits: everything the board shows, read at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from mingzheng.office.people.models import Person
from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.dossiers import HALVES
from mingzheng.office.schedule.models import Assignment, Booking
from mingzheng.office.schedule.queries import away_between, colleagues, days_off, visits_seen_by
from mingzheng.rulebook.audit_cycle import DUE_SOON_DAYS, VisitKind
from mingzheng.rulebook.calendar import HalfDay

INITIAL = (VisitKind.STAGE1, VisitKind.STAGE2)


@dataclass
class Board:
    """`visits` by key, with dates and status; of the people, when each is out and for which visit."""

    first: date
    last: date
    people: list[Person]
    visits: dict[int, Any]
    off: frozenset[date] = frozenset()
    out: dict[int, dict[int, list[HalfDay]]] = field(
        default_factory=dict
    )  # person -> visit -> half days, in order
    leave: dict[int, list[tuple[date, date]]] = field(default_factory=dict)
    teams: dict[int, dict[int, str]] = field(default_factory=dict)  # visit -> person -> role

    def to_schedule(self) -> list[Any]:
        """Visits without dates, the most urgent first."""
        return self._in_order(visit for visit in self.visits.values() if visit.status == "to_schedule")

    def overdue(self, on: date) -> list[Any]:
        """Visits past their last day, with or without dates."""
        open_ones = (v for v in self.visits.values() if v.begun_on is None and v.latest and v.latest < on)
        return self._in_order(open_ones)

    def incomplete(self) -> list[Any]:
        """Visits with dates that are not announced yet."""
        return self._in_order(visit for visit in self.visits.values() if visit.status == "team")

    def on_leave(self, person: int, day: date) -> bool:
        return any(first <= day <= last for first, last in self.leave.get(person, ()))

    def _in_order(self, rows: Iterable[Any]) -> list[Any]:
        return sorted(rows, key=lambda visit: (visit.latest or date.max, visit.number))


def board_between(by: Actor, first: date, last: date, on: date) -> Board:
    """The board of these days: an auditor sees himself and his visits, the office everybody and every visit that is held
    in these days, due by their end or within 90 days, or waits for an initial certification."""
    people = sorted(colleagues(by), key=lambda person: (person.pinyin, person.login))
    due = max(last, on + timedelta(days=DUE_SOON_DAYS))
    dated = Q(starts_on__lte=last, ends_on__gte=first)
    waiting = Q(held_on=None, begun_on=None) & (Q(latest__lte=due) | Q(kind__in=INITIAL))
    rows = visits_seen_by(by).filter(dated | waiting, dropped_on=None)
    board = Board(first, last, people, {visit.pk: visit for visit in rows}, days_off(first, last))
    booked = Booking.objects.filter(person__in=people, day__range=(first, last)).order_by("day", "half")
    for who, visit, day, half in booked.values_list("person_id", "visit_id", "day", "half"):
        board.out.setdefault(who, {}).setdefault(visit, []).append(HalfDay(day, HALVES[half]))
    for leave in away_between(people, first, last):
        board.leave.setdefault(leave.person_id, []).append((leave.first_day, leave.last_day))
    members = Assignment.objects.filter(visit__in=board.visits)
    for visit, who, role in members.values_list("visit_id", "person_id", "role"):
        board.teams.setdefault(visit, {})[who] = role
    return board
