"""Who is where between two days, which visits are to be held, and what waits: everything the board shows, read at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, When, Window
from django.db.models.functions import Cast

from mingzheng.office.people.models import Person
from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.dossiers import HALVES
from mingzheng.office.schedule.models import Appointment, Assignment, Booking
from mingzheng.office.schedule.queries import SEE_ALL, away_between, days_off, visits_seen_by
from mingzheng.rulebook.audit_cycle import DUE_SOON_DAYS, VisitKind
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.roles import Role

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
    roles: dict[tuple[int, int], str] = field(default_factory=dict)  # person, visit -> role on its team

    def on_leave(self, person: int, day: date) -> bool:
        return any(first <= day <= last for first, last in self.leave.get(person, ()))


def visits_on_board(by: Actor, first: date, last: date, on: date) -> QuerySet[Any]:
    """Every visit this person may see that is held in these days, due by their end or within 90 days, or waits for an
    initial certification."""
    due = max(last, on + timedelta(days=DUE_SOON_DAYS))
    dated = Exists(Appointment.objects.filter(visit=OuterRef("pk"), starts_on__lte=last, ends_on__gte=first))
    waiting = Q(held_on=None, begun_on=None) & (Q(latest__lte=due) | Q(kind__in=INITIAL))
    return visits_seen_by(by).filter(Q(dated) | waiting, dropped_on=None)


def waiting_lists(rows: QuerySet[Any], on: date) -> dict[str, list[int]]:
    """Of visits: keys of those without dates, past their last day, not announced yet; the most urgent first."""
    waits = rows.filter(held_on=None, begun_on=None).order_by(F("latest").asc(nulls_last=True), "number")
    lacks = Case(When(starts_on=None, then=1), When(announced_on=None, then=2), default=0)
    late = Case(When(latest__lt=on, then=1), default=0)
    found = list(waits.values_list("pk", lacks, late))
    return {
        "to_schedule": [key for key, lacks, _ in found if lacks == 1],
        "overdue": [key for key, _, late in found if late],
        "team": [key for key, lacks, _ in found if lacks == 2],
    }


def counted(rows: QuerySet[Any], start: int, end: int | None, *only: str) -> tuple[int, list[Any]]:
    """How many there are, and those from `start` up to `end`; `only` these fields of them, if any are named."""
    rows = rows.annotate(total=Window(Count("pk")))
    found = list((rows.values_list(*only, "total", named=True) if only else rows)[start:end])
    return (found[0].total if found else 0), found


def everyone_on_board(by: Actor) -> QuerySet[Person]:
    """Whom this person sees on the board: an auditor himself, the office everybody who audits."""
    audits = Person.objects.annotate(held=Cast("roles", TextField())).filter(
        is_active=True, held__contains=f'"{Role.AUDITOR}"'
    )
    everyone = any(by.holds(role) for role in SEE_ALL)
    return (audits if everyone else audits.filter(login=by.login)).order_by("pinyin", "login")


def board_between(
    by: Actor,
    first: date,
    last: date,
    people: Sequence[Person],
    visits: Collection[int] = (),
    *,
    only: QuerySet[Any] | None = None,
) -> Board:
    """The board of these days with these people, and what they are booked for (`only` these); with these visits besides."""
    booked = Booking.objects.filter(person__in=people, day__range=(first, last)).order_by("day", "half")
    if only is not None:
        booked = booked.filter(visit__in=only.values("pk"))
    team = Assignment.objects.filter(visit=OuterRef("visit"), person=OuterRef("person"))
    booked = booked.annotate(role=Subquery(team.values("role")[:1]))
    halves = list(booked.values_list("person_id", "visit_id", "day", "half", "role"))
    keys = {*visits, *(visit for _, visit, *_ in halves)}
    rows = visits_seen_by(by).filter(pk__in=keys, dropped_on=None)
    board = Board(first, last, list(people), {visit.pk: visit for visit in rows}, days_off(first, last))
    for who, visit, day, half, role in halves:
        board.out.setdefault(who, {}).setdefault(visit, []).append(HalfDay(day, HALVES[half]))
        board.roles[who, visit] = role or ""
    for leave in away_between(people, first, last):
        board.leave.setdefault(leave.person_id, []).append((leave.first_day, leave.last_day))
    return board
