"""What follows from what happened: events get their place in the log, and each follower reads them in that order.

A follower is a module with `FOLLOWS`: kind of event -> what follows from it, an action done by the clock. It may hear an
event again after it was cut off, and remembers its place in the same transaction as what it did.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from mingzheng.office.record.log import follow, sequence
from mingzheng.office.record.models import Event

from . import certificates, mail, programme, public_log, voices

FOLLOWERS: dict[str, dict[str, Callable[[Event], None]]] = {
    "certificates": certificates.FOLLOWS,
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
        for name in FOLLOWERS.keys() - caught.stumbled:
            _hear(name, caught)
        if not placed:
            return caught


def _hear(name: str, caught: Caught) -> None:
    """Let one follower read on; one that stumbles does not stop the others."""
    try:
        while follow(name, FOLLOWERS[name]):
            pass
    except Exception:
        log.exception("the follower %s stumbled and will try again", name)
        caught.stumbled.add(name)
