"""Record that a letter was handed to the mail server 已投递 — ISO/IEC 17021-1:2015 8.5.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked
from ..sending import objections_to_sending


@dataclass(frozen=True)
class LetterSent(Happened, kind="letter.sent"):
    number: str


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 8.5.1")
def record_delivery(number: str, *, on: date, by: Actor) -> LetterSent:
    letter = locked(number)
    refuse_if(objections_to_sending(letter))

    letter.sent_on, letter.next_try_at, letter.fault = on, None, ""
    letter.save(update_fields=["sent_on", "next_try_at", "fault"])
    return LetterSent(number)
