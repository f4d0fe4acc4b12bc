"""One case out of the record, each event with the proof that it stands in the log; and the checking of such an export."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from mingzheng.seal.log import Tree, inclusion_path, leaf_hash, node_hash, verify_inclusion

from .action import encoded, told
from .models import Checkpoint, Event, LogEntry


def prove(case: str, *more: str) -> dict[str, Any] | None:
    """All events about a subject, or about a client by its credit code, and about `more` subjects; None when there are
    none in the log."""
    last = Checkpoint.objects.order_by("-size").first()
    rows = Event.objects.filter(log_entry__isnull=False).select_related("log_entry").order_by("log_entry")
    events = list(rows.filter(_about(rows, case) | Q(subject__in=more)))
    if last is None or not events:
        return None
    root_of = _roots(last.size)
    return {
        "case": case,
        "log": {"size": last.size, "root": last.root, "at": last.at.isoformat()},
        "events": [_proved(event, last.size, root_of) for event in events],
    }


def _about(rows: Any, case: str) -> Q:
    """The subject itself; of a client every subject whose certification or client is his."""
    if ":" in case:
        return Q(subject=case)
    his = (
        Q(subject__endswith=f":{case}")
        | Q(facts__client=case)
        | Q(facts__certification__startswith=f"{case}/")
    )
    return his | Q(subject__in=rows.filter(his).values("subject"))


def _proved(event: Event, size: int, root_of: Callable[[int, int], bytes]) -> dict[str, Any]:
    position = event.log_entry.position
    return {
        "position": position,
        "told": told(event),
        "proof": [root_of(*part).hex() for part in inclusion_path(position, size)],
    }


def _roots(size: int) -> Callable[[int, int], bytes]:
    """The root over any part [low, high) that a path names. Every level of the tree is kept, so each takes a few hashes."""
    leaves = (
        LogEntry.objects.filter(position__lt=size)
        .order_by("position")
        .values_list("event__digest", flat=True)
    )
    levels = [[bytes.fromhex(leaf) for leaf in leaves.iterator(chunk_size=5000)]]
    while len(levels[-1]) > 1:
        below = levels[-1]
        levels.append([node_hash(below[n], below[n + 1]) for n in range(0, len(below) - 1, 2)])

    def root_of(low: int, high: int) -> bytes:
        peaks, at = [], low
        while at < high:
            bits = (high - at).bit_length() - 1
            peaks.append(levels[bits][at >> bits])
            at += 1 << bits
        return Tree(high - low, tuple(peaks)).root

    return root_of


def check(export: dict[str, Any]) -> list[str]:
    """What does not hold in an export of :func:`prove`: events that are not in the log it names. Empty means all hold."""
    size, root = export["log"]["size"], bytes.fromhex(export["log"]["root"])
    return [
        f"{one['position']}: {one['told'][0]} {one['told'][2]}"
        for one in export["events"]
        if not verify_inclusion(
            leaf_hash(encoded(one["told"])),
            one["position"],
            size,
            [bytes.fromhex(h) for h in one["proof"]],
            root,
        )
    ]
