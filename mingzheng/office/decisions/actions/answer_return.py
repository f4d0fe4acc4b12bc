"""Answer what the review sent back 答复退回; the file is then read again (ISO/IEC 17021-1:2015 9.5.2)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.audits.queries import objections_to_leader
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import decisions as rules
from mingzheng.rulebook.on_site import objections_to_reason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..cases import locked_file
from ..models import Review


@dataclass(frozen=True)
class ReturnAnswered(Happened, kind="audit.return_answered"):
    audit: str
    standard: Standard
    round: int
    answer: str


def objections(file: Any, standard: Standard, *, by: Actor) -> list[Objection]:
    """The leader answers, once for each time the file was sent back."""
    found = objections_to_leader(file.visit, by)
    if file.passed is not False or file.answered_on:
        found.append(rules.NOTHING_TO_ANSWER.because(standard=standard))
    return found


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.5.2")
def answer_return(number: str, *, standard: Standard, answer: str, on: date, by: Actor) -> ReturnAnswered:
    file = locked_file(number, standard)
    refuse_if(objections(file, standard, by=by) + objections_to_reason(answer))

    last = Review.objects.filter(audit=file, standard=standard, round=file.round)
    last.update(answer=answer, answered_on=on, answered_by=by.login)
    return ReturnAnswered(number, standard, file.round, answer)
