"""Work queues 待办: what waits for a role, by when. A stage declares its queues; a desk shows those of its person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.rulebook.roles import Role

from .actors import Actor


@dataclass(frozen=True)
class Item:
    """One line of a queue. `subject` is what to open ("visit:XM2026-0012"); `why` says in words what is to be done."""

    subject: str
    client: str
    standards: tuple[str, ...] = ()
    due: date | None = None
    why: str = ""  # words code, or empty when the queue's name says it all

    @property
    def key(self) -> str:
        """What a person calls the subject: "XM2026-0012"."""
        return self.subject.partition(":")[2]


@dataclass(frozen=True)
class Queue:
    """`waiting(by, on)` finds the rows that wait for this person on this day; `item(row, on)` tells one of them."""

    name: str  # words code "queue.<name>"
    roles: tuple[Role, ...]
    waiting: Callable[[Actor, date], QuerySet[Any]]
    item: Callable[[Any, date], Item]


QUEUES: dict[str, Queue] = {}


def queue(name: str, *roles: Role, item: Callable[[Any, date], Item]) -> Callable[..., Any]:
    """Enter a query as a work queue: ``@queue("contracts.market-review", Role.MARKET, item=_item)``."""

    def enter(waiting: Callable[[Actor, date], QuerySet[Any]]) -> Callable[[Actor, date], QuerySet[Any]]:
        QUEUES[name] = Queue(name, roles, waiting, item)
        return waiting

    return enter


def queues_of(by: Actor) -> list[Queue]:
    """The queues a person's roles give him, in the order of the stages."""
    return [queue for queue in QUEUES.values() if any(by.holds(role) for role in queue.roles)]
