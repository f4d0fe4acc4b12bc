"""Days that pass: on each one the clock does its part, and every story that is due goes on."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import cache
from heapq import heappop, heappush
from unittest.mock import patch

from django.contrib.auth import base_user
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.utils import timezone

from mingzheng.doors.clock.deadlines import meet_deadlines
from mingzheng.doors.clock.followers import catch_up
from mingzheng.doors.clock.mail import deliver
from mingzheng.office.letters.actions.record_failure import record_failure
from mingzheng.office.letters.models import MOST_TRIES, Letter
from mingzheng.office.letters.queries import STATES, to_send
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.log import unplaced

from .world import Story, World

RARELY = 100_000  # new objects between two collections of garbage
Due = tuple[date, int, Story]
"""The day on which a story goes on, and its place among those of the same day."""


def first_pages(stories: Iterable[Story]) -> list[Due]:
    """Every story up to the day on which it begins."""
    due: list[Due] = []
    for place, story in enumerate(stories):
        _put(due, place, story)
    return due


def a_day(world: World, due: list[Due]) -> None:
    """What the clock does in the morning, what the people do, and what the clock makes of it."""
    meet_deadlines(world.on)
    while due and due[0][0] <= world.on:
        _, place, story = heappop(due)
        _put(due, place, story)
    if not unplaced().exists():
        return  # a day on which nothing happened
    if stumbled := catch_up(at=timezone.now()).stumbled:
        raise RuntimeError(f"followers stumbled on {world.on}: {sorted(stumbled)}")
    _post(world)


def _post(world: World) -> None:
    """The letters of the day go out; of the last fortnight one comes back, its reader has moved."""
    at, recent = timezone.now(), world.on > world.today - timedelta(days=14)
    if recent and not Letter.objects.filter(STATES["stuck"]).exists():
        bounced = {"fault": "SMTPRecipientsRefused", "said": "550 5.1.1 mailbox unavailable", "at": at}
        for letter in to_send(at)[:1]:
            for _ in range(MOST_TRIES):
                record_failure(letter.number, **bounced, on=world.on, by=CLOCK)
    deliver(at=at, on=world.on)


def _put(due: list[Due], place: int, story: Story) -> None:
    """Let a story go on until it waits for a day; one that is over is forgotten."""
    wait = next(story, None)
    if wait:
        heappush(due, (wait, place, story))


@contextmanager
def quick_writing() -> Iterator[None]:
    """Should the machine fall over while the demonstration is made, it is made again: SQLite need not wait for disks.

    Nothing made meanwhile is garbage for long, so it is collected rarely; the one password all have is hashed once.
    """
    kept = gc.get_threshold()
    gc.set_threshold(RARELY, *kept[1:])
    with patch.object(base_user, "make_password", cache(make_password)), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous=OFF")
        yield
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous=NORMAL")
    gc.set_threshold(*kept)


@contextmanager
def moments(world: World) -> Iterator[None]:
    """The moment an event is written is one of the day it is told of: from nine o'clock on, never in the future."""
    really = timezone.now
    asked: Counter[date] = Counter()

    def now() -> datetime:
        asked[world.on] += 1
        opened = timezone.make_aware(datetime.combine(world.on, time(9)))
        return min(opened + timedelta(seconds=10 * asked[world.on]), really())

    with patch.object(timezone, "now", now):
        yield
