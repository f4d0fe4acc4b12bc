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
    client: (
        str | tuple[str, str]
    )  # whom or what it is about: a text, or what it is called in Chinese and in English
    standards: tuple[str, ...] = ()
    due: date | None = None
    why: str = ""  # words code, or empty when the queue's name says it all

    @property
    def key(self) -> str:
        """What a person calls the subject: "XM2026-0012"."""
        return self.subject.partition(":")[2]


def named(*parts: Any) -> tuple[str, str]:
    """What persons, organisations and things are called in Chinese and in English, where there is no other name as in
    Chinese. Each part is somebody, both wordings, or a text that is the same in both."""
    said = [_both(part) for part in parts]
    return " · ".join(zh for zh, _ in said), " · ".join(en or zh for zh, en in said)


def _both(part: Any) -> tuple[str, str]:
    if isinstance(part, str):
        return part, part
    return part if isinstance(part, tuple) else (part.name_zh, part.name_en)


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
