"""The work queues of a person as they lie on his desk: how much waits in each, and what is due first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.doors.frame.counting import Counted
from mingzheng.doors.frame.formats import counted
from mingzheng.doors.frame.two import language, say_lazy
from mingzheng.office.people.models import Person
from mingzheng.office.record.queue import Item, Queue, queues_of
from mingzheng.words import pick

from .links import page_of

OPEN = 8  # queues with something in them that are laid open; of the others the number is told
SHOWN = 12  # lines of one queue on the desk
PAGE = 50  # lines on the page of one queue
COUNTED = 99  # a queue longer than this says "99+"


@dataclass(frozen=True)
class Line:
    item: Item
    href: str

    @property
    def client(self) -> str:
        """Whom or what it is about, as the reader calls it."""
        told = self.item.client
        return told if isinstance(told, str) else pick(*told, language())


@dataclass(frozen=True)
class Pile:
    """One queue as it lies on the desk: what is due first on top."""

    name: str
    waiting: int
    lines: Sequence[Line] = ()
    overdue: int = 0  # of the lines shown; when it is all of them, there may be more behind

    @property
    def title(self) -> str:
        return say_lazy(f"queue.{self.name}")

    @property
    def count(self) -> str:
        return counted(self.waiting, COUNTED)


def piles_of(by: Person, on: date) -> list[Pile]:
    """One query says how much waits in every queue; each of the first that have something is then read by one more."""
    queues = queues_of(by)
    counts = waiting_in(queues, by, on)
    laid_open = [queue for queue in queues if counts[queue.name]][:OPEN]
    return [
        pile(queue, by, on, counts[queue.name])
        if queue in laid_open
        else Pile(queue.name, counts[queue.name])
        for queue in queues
    ]


def waiting_in(queues: Iterable[Queue], by: Person, on: date) -> dict[str, int]:
    """How many rows wait in each queue, by its name; one past COUNTED means more."""
    numbers = {queue.name: Counted(queue.waiting(by, on), COUNTED + 1) for queue in queues}
    columns = {f"n{place}": number for place, number in enumerate(numbers.values())}
    counts = Person.objects.filter(pk=by.pk).values_list(*columns.values()).get() if columns else ()
    return dict(zip(numbers, counts, strict=True))


def pile(queue: Queue, by: Person, on: date, waiting: int) -> Pile:
    lines = lines_in(queue, by, on, slice(SHOWN))
    overdue = sum(1 for line in lines if line.item.due and line.item.due < on)
    return Pile(queue.name, waiting, lines, overdue)


def lines_in(queue: Queue, by: Person, on: date, part: slice) -> list[Line]:
    """Some lines of a queue, those due first on top."""
    rows = queue.waiting(by, on)[part]
    items = sorted((queue.item(row, on) for row in rows), key=lambda item: item.due or date.max)
    return [Line(item, page_of(item.subject)) for item in items]


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
