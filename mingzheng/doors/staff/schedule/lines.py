"""The board as it is drawn: a line for each person or visit, a cell for each day or week."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.people.models import Person
from mingzheng.office.planning.board import Board
from mingzheng.office.planning.journeys import Journey
from mingzheng.office.schedule.dossiers import NAMES
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.half_days import HALF

from .asked import BoardAsked, Slot

FULL_WEEK = 5  # working days; darker is fuller


@dataclass(frozen=True)
class Chip:
    """A visit in a cell. `half`: am, pm, or empty when it takes both or several days."""

    visit: Any
    role: str
    half: str = ""


@dataclass(frozen=True)
class Cell:
    """One person or visit in one column."""

    slot: Slot
    chips: Sequence[Chip] = ()
    leave: bool = False
    off: bool = False
    days: float = 0  # out in it
    nights: int = 0
    window: str = ""  # of a visit: open, due, or empty

    @property
    def shade(self) -> int:
        """0 nothing to 5 the whole week."""
        return min(FULL_WEEK, round(self.days))


@dataclass(frozen=True)
class Line:
    """A row of the board: a person or a visit, its cells, and what the person travels in them all."""

    subject: Any
    cells: list[Cell]
    km: float = 0
    nights: int = 0
    days: float = 0


Journeys = dict[tuple[int, date], Journey]


def people_lines(board: Board, asked: BoardAsked, journeys: Journeys) -> list[Line]:
    """A line for each person."""
    return [
        _person_line(person, board.out.get(person.pk, {}), board, asked, journeys) for person in board.people
    ]


def _person_line(
    person: Person, out: dict[int, list[HalfDay]], board: Board, asked: BoardAsked, journeys: Journeys
) -> Line:
    cells = [_person_cell(person, slot, out, board, journeys) for slot in asked.slots]
    mine = [journey for (who, _), journey in journeys.items() if who == person.pk]
    return Line(
        person,
        cells,
        km=sum(journey.km for journey in mine),
        nights=sum(journey.nights for journey in mine),
        days=sum(cell.days for cell in cells),
    )


def _person_cell(
    person: Person, slot: Slot, out: dict[int, list[HalfDay]], board: Board, journeys: Journeys
) -> Cell:
    here = {v: [h for h in halves if slot.first <= h.day <= slot.last] for v, halves in out.items()}
    one_day = slot.first == slot.last
    chips = [
        Chip(
            board.visits[visit],
            board.roles[person.pk, visit],
            NAMES[halves[0].half] if one_day and len(halves) == 1 else "",
        )
        for visit, halves in sorted(here.items(), key=lambda pair: pair[1][:1])
        if halves
    ]
    journey = None if one_day else journeys.get((person.pk, slot.first))
    return Cell(
        slot,
        chips,
        leave=any(board.on_leave(person.pk, day) for day in slot.days),
        off=all(day in board.off for day in slot.days),
        days=float(sum(map(len, here.values())) * HALF),
        nights=journey.nights if journey else 0,
    )


def visit_lines(board: Board, shown: Iterable[int], asked: BoardAsked) -> list[Line]:
    """A line for each of these visits."""
    visits = [board.visits[key] for key in shown]
    return [Line(visit, [_visit_cell(visit, slot, board) for slot in asked.slots]) for visit in visits]


def _visit_cell(visit: Any, slot: Slot, board: Board) -> Cell:
    dated = visit.starts_on and visit.starts_on <= slot.last and visit.ends_on >= slot.first
    chips = [Chip(visit, "")] if dated else []
    return Cell(slot, chips, off=all(day in board.off for day in slot.days), window=_window(visit, slot))


def _window(visit: Any, slot: Slot) -> str:
    if visit.latest and slot.first <= visit.latest <= slot.last:
        return "due"
    begins, ends = visit.earliest or date.min, visit.latest or date.max
    return "open" if begins <= slot.last and slot.first <= ends and visit.begun_on is None else ""
