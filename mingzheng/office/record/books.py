"""Check the books: what must be true of everything the body has recorded, whoever wrote it.

Each stage adds its own laws in its `books.py`, a function that yields one sentence for each thing found wrong.
"""

from collections.abc import Callable, Iterator

from mingzheng.seal.log import Tree

from .action import digest
from .models import Checkpoint, Event, LogEntry

BOOKS: dict[str, Callable[[], Iterator[str]]] = {}


def book(law: str) -> Callable[[Callable[[], Iterator[str]]], Callable[[], Iterator[str]]]:
    """Enter a law of the books under the sentence that states it."""

    def enter(check: Callable[[], Iterator[str]]) -> Callable[[], Iterator[str]]:
        BOOKS[law] = check
        return check

    return enter


def check_the_books() -> dict[str, list[str]]:
    """Every law that is broken, with what breaks it. Empty means the books are in order."""
    return {law: found for law, check in BOOKS.items() if (found := list(check()))}


@book("an event says today what it said when it was written")
def _events_unchanged() -> Iterator[str]:
    for event in Event.objects.order_by("id").iterator(chunk_size=2000):
        if digest(event) != event.digest:
            yield f"{event.subject} no. {event.sequence} ({event.kind}) has been changed"


@book("the events of a subject are numbered without a gap")
def _no_gaps() -> Iterator[str]:
    last, number = "", 0
    rows = Event.objects.order_by("subject", "sequence").values_list("subject", "sequence")
    for subject, sequence in rows.iterator(chunk_size=5000):
        number = number + 1 if subject == last else 1
        if sequence != number:
            yield f"{subject} no. {number} is missing"
            number = sequence
        last = subject


@book("the log holds what its checkpoints signed")
def _log_is_whole() -> Iterator[str]:
    roots = dict(Checkpoint.objects.values_list("size", "root"))
    log, entries = Tree(), LogEntry.objects.order_by("position").values_list("position", "event__digest")
    for position, leaf in entries.iterator(chunk_size=5000):
        if position != log.size:
            yield f"position {log.size} of the log is missing"
            return
        log = log.append(bytes.fromhex(leaf))
        if roots.pop(log.size, root := log.root.hex()) != root:
            yield f"the log of {log.size} entries has another root than its checkpoint"
            return
    yield from (f"the log is shorter than its checkpoint of {size} entries" for size in roots)
