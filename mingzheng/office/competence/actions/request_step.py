"""An auditor asks to be witnessed or promoted 申请见证或晋升 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.office.registration.queries import valid
from mingzheng.rulebook.development import RequestKind, objections_to_request
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Request


@dataclass(frozen=True)
class StepRequested(Happened, kind="step-request.made", begins=True):
    number: str
    request: RequestKind
    standard: Standard


@action(Role.AUDITOR, clause="own procedure")
def request_step(kind: RequestKind, *, standard: Standard, reason: str, on: date, by: Actor) -> StepRequested:
    """For himself; it is answered within the body's own time."""
    person = Person.objects.select_for_update().get(login=by.login)
    registered = valid(on).filter(person=person, standard=standard).exists()
    wanted = {"person": person, "kind": kind, "standard": standard}
    waits = Request.objects.filter(answered_on=None, **wanted).exists()
    refuse_if(objections_to_request(reason, registered=registered, waits=waits))
    number = next_number(Request, "JS", on.year)
    Request.objects.create(number=number, reason=reason.strip(), asked_on=on, **wanted)
    return StepRequested(number, kind, standard)
