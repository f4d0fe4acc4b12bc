"""The sequencer and the followers: the order of the record, and what follows from it in that order."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from mingzheng.seal.log import Tree

from .models import Checkpoint, Event, Follower, LogEntry


def tree() -> Tree:
    """The log as its last checkpoint left it."""
    if last := Checkpoint.objects.order_by("-size").first():
        return Tree(last.size, tuple(bytes.fromhex(peak) for peak in last.peaks))
    return Tree()


@transaction.atomic
def sequence(*, at: datetime, limit: int = 5000) -> int:
    """Give events that have none their place in the log; return how many got one.

    Should two sequencers ever run at once, the second fails on the first position it shares with the other and leaves
    nothing behind.
    """
    log = tree()
    waiting = list(
        Event.objects.filter(log_entry=None).order_by("at", "id").values_list("id", "digest")[:limit]
    )
    if not waiting:
        return 0
    LogEntry.objects.bulk_create(
        [LogEntry(position=log.size + n, event_id=key) for n, (key, _) in enumerate(waiting)], batch_size=500
    )
    for _, digest in waiting:
        log = log.append(bytes.fromhex(digest))
    Checkpoint.objects.create(
        size=log.size, root=log.root.hex(), peaks=[peak.hex() for peak in log.peaks], at=at
    )
    return len(waiting)


def follow(name: str, tell: dict[str, Callable[[Event], None]], *, limit: int = 5000) -> int:
    """Hand the events after the follower's place to the function of their kind, in log order; return how many were read.

    What a function does and the place it moves to are one transaction, so a killed follower starts where it stopped.
    """
    place = Follower.objects.get_or_create(name=name)[0].position
    entries = (
        LogEntry.objects.filter(position__gte=place).select_related("event").order_by("position")[:limit]
    )
    read = 0
    for entry in entries:
        read += 1
        if entry.event.kind in tell:
            with transaction.atomic():
                tell[entry.event.kind](entry.event)
                Follower.objects.filter(name=name).update(position=entry.position + 1)
    if read:
        Follower.objects.filter(name=name).update(position=place + read)
    return read
