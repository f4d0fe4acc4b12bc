"""Give a case to somebody who is free of it 指派处理人 (ISO/IEC 17021-1:2015 9.7.2, 9.8.6)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if
from mingzheng.rulebook.voices import objections_to_assigning

from ..involved import objections_to_person
from ..models import Case
from ..queries import HANDLERS, locked_case


@dataclass(frozen=True)
class CaseAssigned(Happened, kind="case.assigned"):
    number: str
    handler: str


def objections(case: Case, person: Person, on: date) -> list[Objection]:
    """Why this person cannot be given the case; asked of each before one is chosen."""
    may_handle = any(person.holds(role) for role in HANDLERS)
    return objections_to_assigning(case.facts, may_handle=may_handle) + objections_to_person(case, person, on)


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 9.7.2")
def assign_case(number: str, handler: str, *, on: date, by: Actor) -> CaseAssigned:
    case, person = locked_case(number), Person.objects.get(login=handler)
    refuse_if(objections(case, person, on))
    case.handler, case.assigned_on = person, on
    case.save(update_fields=["handler", "assigned_on"])
    return CaseAssigned(number, handler)
