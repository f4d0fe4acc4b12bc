"""Answer an auditor who asks to be witnessed or promoted 答复见证或晋升申请 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.development import objections_to_reply
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Request


@dataclass(frozen=True)
class RequestAnswered(Happened, kind="step-request.answered"):
    number: str
    agreed: bool


@action(Role.COMPETENCE_EVALUATOR, Role.DIRECTOR, clause="own procedure")
def answer_step_request(number: str, *, agreed: bool, answer: str, on: date, by: Actor) -> RequestAnswered:
    """What was agreed to is then planned as every witnessing, or applied for as every promotion."""
    row = Request.objects.select_for_update(of=("self",)).select_related("person").get(number=number)
    own, answered = row.person.login == by.login, row.answered_on is not None
    refuse_if(objections_to_reply(answer, own=own, answered=answered))
    row.agreed, row.answer, row.answered_on, row.answered_by = agreed, answer.strip(), on, by.login
    row.save(update_fields=["agreed", "answer", "answered_on", "answered_by"])
    return RequestAnswered(number, agreed)
