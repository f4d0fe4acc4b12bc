"""Enter what the body answered to an inspection and put right 登记整改答复."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_system import objections_to_inspection_answer
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Inspection


@dataclass(frozen=True)
class InspectionAnswered(Happened, kind="inspection.answered"):
    number: str
    answered_on: date


@action(Role.QUALITY, Role.DIRECTOR, clause="own procedure")
def answer_inspection(number: str, *, answer: str, on: date, by: Actor) -> InspectionAnswered:
    inspection = Inspection.objects.select_for_update().get(number=number)
    answered = inspection.answered_on is not None
    refuse_if(objections_to_inspection_answer(inspection.result, answered=answered, answer=answer))
    inspection.answer, inspection.answered_on = answer.strip(), on
    inspection.save(update_fields=["answer", "answered_on"])
    return InspectionAnswered(number, on)
