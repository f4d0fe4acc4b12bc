"""The visits of some weeks on a map of our own: dots where they are, lines where people go; no tiles from anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from mingzheng.office.planning.board import Board
from mingzheng.office.planning.journeys import Journey
from mingzheng.office.planning.places import body_place, visit_place
from mingzheng.planner.problem import Place
from mingzheng.rulebook.region_places import prefectures

WIDTH, HEIGHT, EDGE = 900, 620, 40  # of the drawing, in its own units
LEAST_DEGREES = 1.2  # a city is not blown up to the whole sheet
LINES = 6  # colours of people's lines, used in turn


@dataclass(frozen=True)
class Dot:
    """A place with the visits there; `size` grows with their number."""

    x: float
    y: float
    size: float
    visits: list[Any]
    waits: bool  # none of them has dates


@dataclass(frozen=True)
class Path:
    """Where a person goes in a week."""

    points: str
    person: Any
    km: float
    nights: int
    colour: int


@dataclass(frozen=True)
class WeekMap:
    """The whole drawing."""

    dots: list[Dot]
    paths: list[Path]
    seats: list[tuple[float, float]]  # of prefectures, to see the country by
    width: int = WIDTH
    height: int = HEIGHT


def week_map(board: Board, journeys: dict[tuple[int, Any], Journey]) -> WeekMap:
    """What is held in these weeks, and where people go for it; what waits for dates stands there hollow."""
    office = body_place()
    places: dict[Place, list[Any]] = {}
    for visit in board.visits.values():
        places.setdefault(visit_place(visit) or office, []).append(visit)
    ways = [(who, way) for (who, _), way in sorted(journeys.items())]
    at = _projection([*places, office, *(point for _, way in ways for point in way.places)])
    people = {person.pk: person for person in board.people}
    dots = [_dot(at(place), visits) for place, visits in places.items()]
    paths = [_path(way, people[who], n, at) for n, (who, way) in enumerate(ways) if len(set(way.places)) > 1]
    seats = [at(Place(seat.latitude, seat.longitude)) for seat in prefectures()]
    inside = [(x, y) for x, y in seats if 0 <= x <= WIDTH and 0 <= y <= HEIGHT]
    return WeekMap(sorted(dots, key=lambda dot: -dot.size), paths, inside)


def _dot(where: tuple[float, float], visits: list[Any]) -> Dot:
    x, y = where
    return Dot(x, y, round(5 + len(visits) ** 0.5 * 2, 1), visits, all(v.starts_on is None for v in visits))


def _path(way: Journey, person: Any, number: int, at: Any) -> Path:
    points = " ".join("{},{}".format(*at(place)) for place in (*way.places, way.places[0]))
    return Path(points, person, way.km, way.nights, number % LINES)


def _projection(places: Iterable[Place]) -> Any:
    """Degrees to the drawing: equirectangular around the middle, true to shape where one looks."""
    found = list(places)
    north, south = max(p.latitude for p in found), min(p.latitude for p in found)
    east, west = max(p.longitude for p in found), min(p.longitude for p in found)
    squeeze = cos(radians((north + south) / 2))
    scale = min(
        (WIDTH - 2 * EDGE) / max((east - west) * squeeze, LEAST_DEGREES),
        (HEIGHT - 2 * EDGE) / max(north - south, LEAST_DEGREES),
    )

    def at(place: Place) -> tuple[float, float]:
        x = WIDTH / 2 + (place.longitude - (east + west) / 2) * squeeze * scale
        y = HEIGHT / 2 - (place.latitude - (north + south) / 2) * scale
        return round(x, 1), round(y, 1)

    return at
