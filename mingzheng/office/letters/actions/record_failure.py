"""Record that a letter could not be delivered, and when it is tried again 投递失败 — ISO/IEC 17021-1:2015 8.5.1."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked
from ..sending import objections_to_sending

FIRST_PAUSE = timedelta(minutes=5)  # the body's parameter; each one after is four times as long


@dataclass(frozen=True)
class LetterFailed(Happened, kind="letter.failed"):
    number: str
    tries: int
    fault: str  # kind of error; the server's own words may name the reader and stay in the row


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 8.5.1")
def record_failure(number: str, *, fault: str, said: str, at: datetime, on: date, by: Actor) -> LetterFailed:
    """`fault` is the kind of error, `said` what the mail server said, `at` the moment of the try."""
    letter = locked(number)
    refuse_if(objections_to_sending(letter))

    letter.next_try_at = at + FIRST_PAUSE * 4**letter.tries
    letter.tries += 1
    letter.fault = f"{fault}: {said}"[:300]
    letter.save(update_fields=["next_try_at", "tries", "fault"])
    return LetterFailed(number, letter.tries, fault)
