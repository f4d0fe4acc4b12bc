"""Mail to the body's address: by when somebody deals with it, and that it is dealt with once.

ISO/IEC 17021-1:2015 9.7 and 9.8 know no form: a complaint or an appeal may come by mail. The rest is the body's own procedure.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .calendar import is_probably_working_day
from .dated_numbers import last_day
from .verdict import Objection

OWN = "own procedure"
CASES = "ISO/IEC 17021-1:2015 9.8.7"


class Aside(StrEnum):
    """Why nothing becomes of a mail 不成案."""

    ANSWERED = "answered"  # an enquiry or a suggestion, answered outside this system
    PASSED_ON = "passed_on"  # handed to whose business it is
    KNOWN = "known"  # about what is entered already
    JUNK = "junk"


@dataclass(frozen=True)
class Message:
    """A mail as it was read: its text without any markup, its attachments named with their bytes."""

    key: str  # SHA-256 of its Message-ID, of the whole where it has none: the same mail comes in once
    sender: str  # the name it gives; may be empty
    address: str
    subject: str
    sent_on: date | None  # as its header says
    text: str
    attachments: tuple[tuple[str, int], ...] = ()


KNOWN = Objection("inbox.known", OWN)
TOO_LARGE = Objection("inbox.too-large", OWN)
NOT_A_MAIL = Objection("inbox.not-a-mail", OWN)
UNREADABLE = Objection("inbox.unreadable", OWN)
SETTLED = Objection("inbox.settled", OWN)
NOTE_MISSING = Objection("inbox.note-missing", OWN)


def deal_by(received: date) -> date:
    """The last day to deal with it; one that is no working day moves on to the next."""
    due = last_day("incoming_mail", received)
    while not is_probably_working_day(due):
        due += timedelta(days=1)
    return due


def objections_to_settling(*, settled: bool) -> list[Objection]:
    """A mail is dealt with once."""
    return [SETTLED] if settled else []


def objections_to_setting_aside(why: Aside, note: str, *, settled: bool) -> list[Objection]:
    """Junk speaks for itself; of anything else is said what became of it."""
    missing = why is not Aside.JUNK and not note.strip()
    return objections_to_settling(settled=settled) + ([NOTE_MISSING] if missing else [])
