"""Answer a client who asks to show a mark 标志使用答复 — ISO/IEC 17021-1:2015 8.3.1."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.marks import objections_to_answer
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import MarkRequest


@dataclass(frozen=True)
class RequestAnswered(Happened, kind="mark.answered"):
    number: str
    certificate: str
    agreed: str  # agreed or refused
    reason: str


def objections(request: MarkRequest, *, agreed: bool, reason: str) -> Iterable[Objection]:
    """Why the request cannot be answered so."""
    answered = request.answered_on is not None
    return objections_to_answer(request.use, answered=answered, agreed=agreed, reason=reason)


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 8.3.1")
def answer_request(number: str, *, agreed: bool, reason: str = "", on: date, by: Actor) -> RequestAnswered:
    """Raises MarkRequest.DoesNotExist."""
    rows = MarkRequest.objects.select_for_update(of=("self",)).select_related("certificate__certification")
    request = rows.get(number=number)
    refuse_if(objections(request, agreed=agreed, reason=reason))

    request.agreed, request.reason, request.answered_on = agreed, reason.strip(), on
    request.save(update_fields=["agreed", "reason", "answered_on"])
    said = "agreed" if agreed else "refused"
    return RequestAnswered(number, request.certificate.number, said, request.reason)
