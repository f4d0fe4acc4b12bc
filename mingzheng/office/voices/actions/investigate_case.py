"""Write down what was gathered and verified 调查 (ISO/IEC 17021-1:2015 9.7.5, 9.8.7)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.voices import NOTHING_SAID, objections_to_investigating

from ..queries import locked_case


@dataclass(frozen=True)
class CaseInvestigated(Happened, kind="case.investigated"):
    number: str
    handler: str


@action(Role.QUALITY, Role.DIRECTOR, Role.TECHNICAL, clause="ISO/IEC 17021-1:2015 9.8.7")
def investigate_case(number: str, *, found: str, on: date, by: Actor) -> CaseInvestigated:
    """Only its handler investigates; until it is decided he may write again."""
    case = locked_case(number)
    refuse_if(objections_to_investigating(case.facts, by.login) or ([] if found.strip() else [NOTHING_SAID]))
    case.investigation, case.investigated_on = found.strip(), on
    case.save(update_fields=["investigation", "investigated_on"])
    return CaseInvestigated(number, by.login)
