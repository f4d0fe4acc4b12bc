"""排程看板: the people of a week and where each of them is."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render

from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.schedule.queries import away_between, booked_between, colleagues, days_off
from mingzheng.rulebook.roles import Role

from ..rights import StaffRequest, staff_page


@dataclass(frozen=True)
class Place:
    """Where a person is for half a day or a whole one."""

    number: str
    client: str
    half: str  # am, pm, or empty for both


@dataclass(frozen=True)
class Cell:
    """One person on one day."""

    places: list[Place]
    leave: bool
    off: bool


def week(people: list[Person], monday: date) -> list[tuple[Person, list[Cell]]]:
    """A line for each person: seven cells."""
    sunday = monday + timedelta(days=6)
    days, off = [monday + timedelta(days=n) for n in range(7)], days_off(monday, sunday)
    out: dict[tuple[int, date], dict[tuple[str, str], list[str]]] = {}
    for booking in booked_between(people, monday, sunday):
        visits = out.setdefault((booking.person_id, booking.day), {})
        visits.setdefault((booking.visit.number, booking.visit.client.name_zh), []).append(booking.half)
    away = [
        (leave.person_id, leave.first_day, leave.last_day) for leave in away_between(people, monday, sunday)
    ]

    def cell(person: Person, day: date) -> Cell:
        places = [
            Place(number, client, "" if len(halves) == 2 else halves[0])
            for (number, client), halves in out.get((person.pk, day), {}).items()
        ]
        return Cell(places, any(p == person.pk and a <= day <= z for p, a, z in away), day in off)

    return [(person, [cell(person, day) for day in days]) for person in people]


@staff_page(Role.PROGRAMME_MANAGER, Role.AUDITOR, Role.QUALITY, Role.DIRECTOR)
def board(request: StaffRequest) -> HttpResponse:
    """An auditor sees himself, the office sees everyone who audits."""
    monday = _monday(request.GET.get("week", ""))
    context = {
        "lines": week(colleagues(request.user), monday),
        "days": [monday + timedelta(days=n) for n in range(7)],
        "before": monday - timedelta(days=7),
        "after": monday + timedelta(days=7),
        "today": today(),
    }
    return render(request, "staff/schedule/board.html", context)


def _monday(asked: str) -> date:
    """The Monday of the week asked for, of this week when the day makes no sense."""
    try:
        day = date.fromisoformat(asked)
        return day - timedelta(days=day.weekday())
    except (ValueError, OverflowError):
        return today() - timedelta(days=today().weekday())
