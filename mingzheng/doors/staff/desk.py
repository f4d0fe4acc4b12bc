"""工作台: everyone lands on his work: what waits, what he did, and when he is out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from mingzheng.doors.frame.counting import Counted
from mingzheng.doors.frame.formats import counted
from mingzheng.doors.frame.two import say_lazy
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.record.queries import done_by
from mingzheng.office.record.queue import Item, Queue, queues_of
from mingzheng.office.schedule.models import Booking
from mingzheng.rulebook.roles import Role

from .links import page_of
from .rights import StaffRequest, staff_page

SHOWN = 12  # lines of one queue on the desk
COUNTED = 99  # a queue longer than this says "99+"
WEEKS = 4  # of the calendar


@dataclass(frozen=True)
class Line:
    item: Item
    href: str


@dataclass(frozen=True)
class Pile:
    """One queue as it lies on the desk: what is due first on top."""

    name: str
    lines: list[Line]
    waiting: int
    overdue: int  # of the lines shown; when it is all of them, there may be more behind

    @property
    def title(self) -> str:
        return say_lazy(f"queue.{self.name}")

    @property
    def count(self) -> str:
        return counted(self.waiting, COUNTED)


def pile(queue: Queue, by: Person, on: date) -> Pile:
    """One query a queue, whatever waits in it: its first rows, and beside them how many there are."""
    rows, waiting = first_of(queue.waiting(by, on))
    items = sorted((queue.item(row, on) for row in rows), key=lambda item: item.due or date.max)
    return Pile(
        name=queue.name,
        lines=[Line(item, page_of(item.subject)) for item in items],
        waiting=waiting,
        overdue=sum(1 for item in items if item.due and item.due < on),
    )


def first_of(waiting: QuerySet[Any]) -> tuple[list[Any], int]:
    """The rows shown, and how many there are; rows of several tables together are fetched to be counted."""
    if waiting.query.combinator:
        rows = list(waiting[: COUNTED + 1])
        return rows[:SHOWN], len(rows)
    first = waiting.filter(pk__in=waiting.values("pk")[:SHOWN])
    rows = list(first.annotate(waiting=Counted(waiting, COUNTED + 1)))
    return rows, rows[0].waiting if rows else 0


def together(piles: Iterable[Pile]) -> dict[str, str]:
    """How much waits and how much of it is overdue, in all; empty for nothing, "40+" when there may be more."""
    piles = list(piles)
    waiting = sum(min(pile.waiting, COUNTED) for pile in piles)
    overdue = sum(pile.overdue for pile in piles)
    longer = any(pile.waiting > COUNTED for pile in piles)
    more = any(pile.overdue == len(pile.lines) < pile.waiting for pile in piles)
    return {
        "waiting": f"{waiting}{'+' if longer else ''}",
        "overdue": f"{overdue}{'+' if more else ''}" if overdue else "",
    }


def weeks(bookings: Iterable[Booking], first: date) -> list[list[dict[str, object]]]:
    """Four weeks of days from a Monday, each with the visits one is out for."""
    out: dict[date, dict[str, None]] = {}
    for booking in bookings:
        out.setdefault(booking.day, {})[booking.visit.number] = None
    days = [first + timedelta(days=n) for n in range(7 * WEEKS)]
    drawn = [{"day": day, "visits": [(v, page_of(f"visit:{v}")) for v in out.get(day, {})]} for day in days]
    return [drawn[n : n + 7] for n in range(0, len(drawn), 7)]


def my_weeks(by: Person, on: date) -> list[list[dict[str, object]]]:
    first = on - timedelta(days=on.weekday())
    booked = Booking.objects.filter(person=by, day__range=(first, first + timedelta(days=7 * WEEKS - 1)))
    return weeks(booked.select_related("visit").order_by("day", "half"), first)


@staff_page()
def desk(request: StaffRequest) -> HttpResponse:
    """待办: the queues of one's roles, and the calendar of those who go out."""
    by, on = request.user, today()
    piles = [pile(queue, by, on) for queue in queues_of(by)]
    context = {
        "piles": [p for p in piles if p.waiting],
        "empty": [p for p in piles if not p.waiting],
        **together(piles),
        "goes_out": by.holds(Role.AUDITOR),
        "today": on,
    }
    return render(request, "staff/desk.html", context)


@staff_page(Role.AUDITOR)
def calendar(request: StaffRequest) -> HttpResponse:
    """The part of the desk that shows when one is out; fetched once the queues are there."""
    on = today()
    return render(request, "staff/calendar.html", {"weeks": my_weeks(request.user, on), "today": on})


@staff_page()
def done(request: StaffRequest) -> HttpResponse:
    """已办: what one did, the latest first."""
    page = Paginator(done_by(request.user.login), 30).get_page(request.GET.get("page"))
    lines = [(event, page_of(event.subject)) for event in page]
    return render(request, "staff/done.html", {"page": page, "lines": lines, "today": today()})
