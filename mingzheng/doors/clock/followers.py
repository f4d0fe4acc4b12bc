"""What follows from what happened: events get their place in the log, and each follower reads them in that order.

A follower is a module with `FOLLOWS`: kind of event -> what follows from it, an action done by the clock. It may hear an
event again after it was cut off, and remembers its place in the same transaction as what it did.
"""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime

from mingzheng.office.record.log import AT_ONCE, have_read, hear, sequence, unread
from mingzheng.office.record.models import Event

from . import certificates, fees, impartiality, mail, programme, public_log, voices

FOLLOWERS: dict[str, dict[str, Callable[[Event], None]]] = {
    "certificates": certificates.FOLLOWS,
    "fees": fees.FOLLOWS,
    "impartiality": impartiality.FOLLOWS,
    "mail": mail.FOLLOWS,
    "programme": programme.FOLLOWS,
    "voices": voices.FOLLOWS,
    "public-log": public_log.FOLLOWS,
}
log = logging.getLogger(__name__)


@dataclass
class Caught:
    """How many events got their place, and which followers stumbled and will try again."""

    sequenced: int = 0
    stumbled: set[str] = field(default_factory=set)


def catch_up(*, at: datetime) -> Caught:
    """Sequence and follow until there is nothing new: what follows is itself followed."""
    caught = Caught()
    while True:
        caught.sequenced += (placed := sequence(at=at))
        while names := [name for name in FOLLOWERS if name not in caught.stumbled]:
            if not _hear(names, caught):
                break
        if not placed:
            return caught


def _hear(names: Collection[str], caught: Caught) -> bool:
    """Let these followers read on; one that stumbles does not stop the others. Is there more to read?"""
    places, entries = unread(names)
    for name in names:
        try:
            hear(name, FOLLOWERS[name], places[name], entries)
        except Exception:
            log.exception("the follower %s stumbled and will try again", name)
            caught.stumbled.add(name)
    have_read({name: places[name] for name in names if name not in caught.stumbled}, entries)
    return len(entries) == AT_ONCE
