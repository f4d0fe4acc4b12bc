"""Tell the result, by letter 答复 (ISO/IEC 17021-1:2015 9.7.8, 9.8.4, 9.8.10)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.voices import objections_to_answering

from ..queries import locked_case


@dataclass(frozen=True)
class CaseAnswered(Happened, kind="case.answered"):
    number: str
    in_time: bool
    client_told: bool


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 9.8.10")
def answer_case(number: str, *, client_told: bool = False, on: date, by: Actor) -> CaseAnswered:
    """`client_told`: a valid complaint about a certified client was put to that client."""
    case = locked_case(number)
    refuse_if(objections_to_answering(case.facts, client_told=client_told))
    case.answered_on, case.client_told = on, client_told
    case.save(update_fields=["answered_on", "client_told"])
    return CaseAnswered(number, on <= case.answer_by, client_told)
