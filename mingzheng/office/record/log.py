"""The sequencer and the followers: the order of the record, and what follows from it in that order."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet, Subquery

from mingzheng.seal.log import Tree

from .models import Checkpoint, Event, Follower, LogEntry
from .prepared import Prepared, PreparedUpdate

AT_ONCE = 5000  # entries placed or read in one go, so that memory stays flat


def tree() -> Tree:
    """The log as its last checkpoint left it."""
    if last := _last_checkpoint.first():
        return Tree(last.size, tuple(bytes.fromhex(peak) for peak in last.peaks))
    return Tree()


@Prepared
def _last_checkpoint() -> QuerySet[Checkpoint]:
    return Checkpoint.objects.order_by("-size")[:1]


def unplaced() -> QuerySet[Event]:
    """Events without a place in the log: those written after the last that has one, told by their numbers.

    One that was numbered early and stored late is missed by that; the counts show it, and all are looked through.
    """
    end, last = _ends.first() or (-1, 0)
    waiting = Event.objects.count() - (end + 1)
    later = Event.objects.filter(pk__gt=last)
    if not waiting or waiting == later.count():
        return later
    return Event.objects.filter(log_entry=None)


@Prepared
def _ends() -> QuerySet[LogEntry, tuple[int, int]]:
    """The last position, and the highest number of an event that has one."""
    last = LogEntry.objects.order_by("-event_id").values("event_id")[:1]
    return LogEntry.objects.order_by("-position").values_list("position", Subquery(last))[:1]


@transaction.atomic
def sequence(*, at: datetime, limit: int = AT_ONCE) -> int:
    """Give events that have none their place in the log; return how many got one.

    Should two sequencers ever run at once, the second fails on the first position it shares with the other and leaves
    nothing behind.
    """
    waiting = list(unplaced().order_by("at", "id").values_list("id", "digest")[:limit])
    if not waiting:
        return 0
    log = tree()
    LogEntry.objects.bulk_create(
        [LogEntry(position=log.size + n, event_id=key) for n, (key, _) in enumerate(waiting)], batch_size=500
    )
    for _, digest in waiting:
        log = log.append(bytes.fromhex(digest))
    Checkpoint.objects.create(
        size=log.size, root=log.root.hex(), peaks=[peak.hex() for peak in log.peaks], at=at
    )
    return len(waiting)


def unread(names: Collection[str]) -> tuple[dict[str, int], list[LogEntry]]:
    """The place of each of these followers, and what the one furthest behind reads next, at most AT_ONCE entries."""
    places = dict(_places(names=list(names)))
    if new := [name for name in names if name not in places]:
        Follower.objects.bulk_create([Follower(name=name) for name in new], ignore_conflicts=True)
        places |= dict.fromkeys(new, 0)
    return places, _entries(first=min(places.values()))


@Prepared
def _places(*, names: list[str]) -> QuerySet[Follower, tuple[str, int]]:
    return Follower.objects.filter(name__in=names).values_list("name", "position")


@Prepared
def _entries(*, first: int) -> QuerySet[LogEntry]:
    rows = LogEntry.objects.filter(position__gte=first).select_related("event")
    return rows.order_by("position")[:AT_ONCE]


def follow(
    name: str, tell: Mapping[str, Callable[[Event], None]], place: int, entries: Sequence[LogEntry]
) -> None:
    """Hand those of the entries that this follower has not read to the function of their kind, in log order."""
    hear(name, tell, place, entries)
    have_read({name: place}, entries)


def hear(
    name: str, tell: Mapping[str, Callable[[Event], None]], place: int, entries: Sequence[LogEntry]
) -> None:
    """The same, but that the others of the entries were read as well is still to be noted.

    What a function does and the place it moves to are one transaction, so a killed follower starts where it stopped.
    """
    for entry in entries:
        if entry.position >= place and entry.event.kind in tell:
            with transaction.atomic():
                tell[entry.event.kind](entry.event)
                _move(names=[name], place=entry.position + 1)


def have_read(places: Mapping[str, int], entries: Sequence[LogEntry]) -> None:
    """Note that the followers of these places have read all the entries."""
    end = entries[-1].position + 1 if entries else 0
    if behind := [name for name, place in places.items() if place < end]:
        _move(names=behind, place=end)


@PreparedUpdate
def _move(*, names: list[str], place: int) -> tuple[QuerySet[Follower], dict[str, int]]:
    """Onwards, never back behind what another process has read meanwhile."""
    return Follower.objects.filter(name__in=names, position__lt=place), {"position": place}
