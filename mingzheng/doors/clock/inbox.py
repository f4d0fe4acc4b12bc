"""Take in the mail that lies in a folder: a Maildir as fetchmail, getmail or offlineimap fill it, or .eml files.

Nothing in the folder is moved or deleted: what was taken in is known again by its key, and what could not be stays
where it is, with the reason told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError

from mingzheng.office.inbox.actions.receive_mail import receive_mail
from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.inbox import KNOWN, TOO_LARGE, UNREADABLE, Message
from mingzheng.rulebook.verdict import Objection, Refused

from .message import read

PARTS = ("new", "cur")  # of a Maildir; in "tmp" lies what is not whole yet


@dataclass
class Taken:
    """What became of the messages looked at this time."""

    received: list[str] = field(default_factory=list)  # numbers
    known: int = 0
    refused: list[tuple[Path, Refused]] = field(default_factory=list)


def messages(folder: Path) -> list[Path]:
    """The messages of a Maildir, or the .eml files of a folder, by name. Raises OSError when there is no such folder."""
    if all((folder / part).is_dir() for part in PARTS):
        found: Iterable[Path] = (one for part in PARTS for one in (folder / part).iterdir())
    else:
        found = (one for one in folder.iterdir() if one.suffix.lower() == ".eml")
    return sorted(one for one in found if not one.name.startswith(".") and one.is_file())


def take_in(paths: Iterable[Path], *, on: date) -> Taken:
    """Each message is one action of its own: those before one that is refused stay taken in."""
    taken = Taken()
    for path in paths:
        try:
            taken.received.append(_take(path, on))
        except Refused as refused:
            if refused.objections[0] == KNOWN:
                taken.known += 1
            else:
                taken.refused.append((path, refused))
    return taken


def _take(path: Path, on: date) -> str:
    """The number under which a message was taken in. Raises Refused."""
    raw = _content(path)
    message = _read(raw)
    try:
        return receive_mail(message, raw=raw, on=on, by=CLOCK).number
    except IntegrityError:  # another process took one in at the same moment: this very one, or the number
        return receive_mail(message, raw=raw, on=on, by=CLOCK).number


def _read(raw: bytes) -> Message:
    """Anybody may write to the body: whatever a mail does to its parser must not stop the clock."""
    try:
        return read(raw)
    except Refused:
        raise
    except Exception as fault:
        raise Refused(UNREADABLE.because(why=type(fault).__name__)) from fault


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > settings.LARGEST_MAIL:  # not even read
            raise Refused(TOO_LARGE.because(megabytes=settings.LARGEST_MAIL // 1024**2))
        return path.read_bytes()
    except OSError as error:
        raise Refused(unreadable(error)) from error


def unreadable(error: OSError) -> Objection:
    return UNREADABLE.because(why=error.strerror or type(error).__name__)


class Watched:
    """The folder the clock looks into: a message is looked at once, or again when its file has changed."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, int, int]] = set()

    def take_in(self, folder: Path, *, on: date) -> Taken:
        return take_in(list(self._fresh(messages(folder))), on=on)

    def _fresh(self, paths: Iterable[Path]) -> Iterator[Path]:
        for path in paths:
            try:
                stat = path.stat()
            except OSError:  # moved from "new" to "cur" meanwhile: next time
                continue
            mark = (path.name, stat.st_size, stat.st_ctime_ns)
            if mark not in self.seen:
                self.seen.add(mark)
                yield path
