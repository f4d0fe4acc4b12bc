"""How far people travel for what they are booked, and how many nights they are away: as the planner reckons it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mingzheng.planner import problem as planner
from mingzheng.planner.checker.reading import Stay
from mingzheng.planner.checker.travel import km_and_nights
from mingzheng.planner.problem import Place
from mingzheng.rulebook.calendar import HalfDay

from .board import Board
from .places import body_place, place, visit_place
from .terms import planning_terms


@dataclass(frozen=True)
class Journey:
    """One week of one person on the road."""

    km: float
    nights: int
    places: tuple[Place, ...]  # home first, then place after place


def journeys(board: Board) -> dict[tuple[int, date], Journey]:
    """By person and Monday; weeks in which nobody is out are left out."""
    limits, office = planning_terms().limits, body_place()
    places = {pk: visit_place(visit) or office for pk, visit in board.visits.items()}
    found: dict[tuple[int, date], Journey] = {}
    for person in board.people:
        home = place(person.home) or office
        traveller = planner.Person(person.login, home)
        for monday, stays in _by_week(board.out.get(person.pk, {}), places).items():
            km, nights = km_and_nights(traveller, stays, limits)
            found[person.pk, monday] = Journey(km, nights, (home, *(stay.visit.place for stay in stays)))
    return found


def _by_week(out: dict[int, list[HalfDay]], places: dict[int, Place]) -> dict[date, list[Stay]]:
    weeks: dict[date, dict[int, list[HalfDay]]] = {}
    for visit, halves in out.items():
        for half_day in halves:
            monday = half_day.day - timedelta(days=half_day.day.weekday())
            weeks.setdefault(monday, {}).setdefault(visit, []).append(half_day)
    return {monday: _stays(visits.items(), places) for monday, visits in weeks.items()}


def _stays(out: Iterable[tuple[int, list[HalfDay]]], places: dict[int, Place]) -> list[Stay]:
    """In the order of time."""
    in_order = sorted(out, key=lambda pair: pair[1][0])
    return [
        Stay(_at(visit, places[visit]), tuple(halves), tuple(halves), False) for visit, halves in in_order
    ]


def _at(visit: int, where: Place) -> planner.Visit:
    """A visit of which only the place matters."""
    day = date.min
    return planner.Visit(str(visit), where, (), (), day, day, day)
