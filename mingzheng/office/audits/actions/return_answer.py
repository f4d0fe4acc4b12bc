"""Return the client's answer to a finding 退回整改: not enough, and why (ISO/IEC 17021-1:2015 9.4.10)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.on_site import objections_to_reason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_finding
from .verify_finding import objections


@dataclass(frozen=True)
class AnswerReturned(Happened, kind="audit.answer_returned"):
    audit: str
    finding: int
    reason: str


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.4.10")
def return_answer(number: str, finding_number: int, *, reason: str, on: date, by: Actor) -> AnswerReturned:
    finding = locked_finding(number, finding_number)
    refuse_if(objections(finding, by=by) + objections_to_reason(reason))

    finding.responded_on, finding.returned_reason = None, reason
    finding.save(update_fields=["responded_on", "returned_reason"])
    return AnswerReturned(number, finding_number, reason)
