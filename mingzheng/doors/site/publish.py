"""Write what is public into the folder: what changed, when it changed; or all of it, compared with what the database says.

Whoever stops this at any moment loses nothing: files are replaced whole, the place in the record is remembered together
with what was read, and the log is signed only after its tiles lie there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from mingzheng.office.publication import folder
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.log import check_log, extend_log
from mingzheng.office.publication.models import Entry
from mingzheng.office.publication.queries import entry_of, is_entered, published
from mingzheng.office.record.log import follow, unread
from mingzheng.office.record.models import Event

from .bundle import Files, files_of
from .lists import fixed_files, renew_lists

FOLLOWER = "site"


@dataclass
class Written:
    """What was done: lines put under a checkpoint, files written, and where all was compared, what was found wrong."""

    lines: int = 0
    files: int = 0
    wrong: list[str] = field(default_factory=list)


def publish(*, at: datetime) -> Written:
    """Bring the folder up to date. Raises Refused where there are no keys, or signing would fork the log."""
    keys, written = keyring(), Written()
    written.lines = extend_log(keys, at=at)
    tell = follows(written)
    while (there := unread([FOLLOWER]))[1]:
        follow(FOLLOWER, tell, there[0][FOLLOWER], there[1])
    written.files += len(renew_lists(keys, at=at)) + _put(fixed_files())
    return written


def follows(written: Written) -> dict[str, Callable[[Event], None]]:
    """What of the record changes a file."""

    def told(event: Event) -> None:
        for entry in _touched(event.facts["number"]):
            written.files += _put(files_of(entry))

    def of_entered(event: Event) -> None:
        if is_entered(event.facts["number"]):
            told(event)

    kinds = ("entered", "logged", "sealed", "published", "withheld", "disclosed")
    return {**{f"publication.{kind}": told for kind in kinds}, "certificate.edition-noted": of_entered}


def _touched(number: str) -> Iterator[Entry]:
    """The published certificate of this number, and those it replaced: they lead to it."""
    named = entry_of(number)
    same = published().filter(certificate__certification=named.certificate.certification_id)
    yield from same.filter(certificate__pk__lte=named.certificate.pk)


def _put(files: Files | dict[str, bytes]) -> int:
    """Write what differs; return how many files that were."""
    written = 0
    for path, content in files.items():
        if folder.read(path) == content:
            continue
        written += 1
        if content is None:
            folder.remove(path)
        else:
            folder.write(path, content)
    return written


def publish_all(*, at: datetime, progress: Callable[[int, int], None] = lambda done, of: None) -> Written:
    """Compare every file with what the database says, and put right what is missing, altered or foreign."""
    keys, written = keyring(), Written()
    written.wrong += check_log(keys)
    written.lines = extend_log(keys, at=at)
    known = set(fixed_files())
    written.wrong += _mended(fixed_files())
    everything = published().order_by("pk")
    total = everything.count()
    for done, entry in enumerate(everything.iterator(chunk_size=500), 1):
        files = files_of(entry)
        known |= {path for path, content in files.items() if content is not None}
        written.wrong += _mended(files)
        progress(done, total)
    written.wrong += renew_lists(keys, at=at)
    written.wrong += _foreign(known)
    written.files = len(written.wrong)
    return written


def _mended(files: Files | dict[str, bytes]) -> list[str]:
    wrong = [path for path, content in files.items() if folder.read(path) != content]
    _put({path: files[path] for path in wrong})
    return wrong


def _foreign(known: set[str]) -> list[str]:
    """Files of certificates the database knows nothing of: they are taken away."""
    place = folder.home() / "C"
    there = {f"C/{file.name}" for file in place.iterdir()} if place.exists() else set()
    for path in (foreign := sorted(there - known)):
        folder.remove(path)
    return foreign
