"""Write a letter to a client 发函 — ISO/IEC 17021-1:2015 8.5.1. It is delivered afterwards, by the clock."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role

from ..models import Letter


@dataclass(frozen=True)
class LetterWritten(Happened, kind="letter.written", begins=True):
    number: str
    cause: str
    about: str  # kind of the event it follows from


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 8.5.1")
def write_letter(
    cause: str, *, kind: str, to: str, subject: str, text: str, on: date, by: Actor
) -> LetterWritten:
    """The address and what is said stay in the row; the record knows that it was written, and why."""
    letter = Letter.objects.create(
        number=next_number(Letter, "XH", on.year),
        cause=cause,
        kind=kind,
        to=to,
        subject=subject,
        text=text,
        written_on=on,
    )
    return LetterWritten(letter.number, cause, kind)
