"""The visits of a programme drawn along their years: bars for windows, marks for the days agreed or held."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

WIDTH, ROW, HEAD = 1000, 26, 24  # of the drawing, in its own units
MARGIN = timedelta(days=20)


@dataclass(frozen=True)
class Bar:
    """One visit in the drawing."""

    visit: Any
    y: int
    x: float
    width: float  # 0: no window is known yet
    end: float  # behind which its name stands
    css: str
    day: float | None  # where the agreed or held day is


@dataclass(frozen=True)
class Span:
    """The whole drawing."""

    bars: list[Bar]
    years: list[tuple[float, int]]
    today: float | None
    height: int

    @property
    def width(self) -> int:
        return WIDTH


def span(visits: Sequence[Any], today: date) -> Span | None:
    """The drawing, or None before any day is known. Visits without a day yet have no bar."""
    known = [
        (v, [d for d in (v.earliest, v.latest, v.held_on, v.starts_on) if d])
        for v in visits
        if not v.dropped_on
    ]
    days = [day for _, found in known for day in found]
    if len(days) < 2:
        return None
    first, last = min(days) - MARGIN, max(days) + MARGIN
    scale = WIDTH / ((last - first).days or 1)

    def at(day: date) -> float:
        return round((day - first).days * scale, 1)

    bars = [_bar(visit, HEAD + n * ROW, at, today) for n, (visit, found) in enumerate(known) if found]
    years = [(at(date(y, 1, 1)), y) for y in range(first.year + 1, last.year + 1)]
    return Span(bars, years, at(today) if first <= today <= last else None, HEAD + len(known) * ROW + 6)


def _bar(visit: Any, y: int, at: Callable[[date], float], today: date) -> Bar:
    day = visit.held_on or visit.starts_on
    x = at((visit.earliest or visit.latest) if visit.latest else (day or visit.earliest))
    width = max(at(visit.latest) - x, 4) if visit.latest else 0
    shown = at(day) if day else None
    late = visit.begun_on is None and visit.latest and visit.latest < today
    return Bar(visit, y, x, width, max(x + width, shown or 0), "late" if late else visit.status, shown)
