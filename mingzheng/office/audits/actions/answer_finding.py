"""Enter the client's answer to a finding: cause, correction, corrective action (ISO/IEC 17021-1:2015 9.4.9).

The client has no door of its own yet, so the team or a clerk enters the answer on its behalf, and the event says so.
"""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.findings import objections_to_changing, objections_to_verifying
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Finding
from ..queries import locked_finding, objections_to_member

CLERKS = (Role.PROGRAMME_MANAGER,)


@dataclass(frozen=True)
class FindingAnswered(Happened, kind="audit.finding_answered"):
    audit: str
    finding: int
    on_behalf_of: str  # code of the client
    cause: str
    correction: str
    corrective_action: str


def objections(finding: Finding, *, by: Actor) -> list[Objection]:
    """Whoever of the team, or a clerk, enters it; a closed or withdrawn finding takes no answer."""
    found = objections_to_changing(finding.facts)
    is_clerk = any(by.holds(role) for role in CLERKS)
    return found if is_clerk else objections_to_member(finding.audit.visit, by) + found


@action(Role.AUDITOR, *CLERKS, clause="ISO/IEC 17021-1:2015 9.4.9")
def answer_finding(
    number: str,
    finding_number: int,
    *,
    cause: str,
    correction: str,
    corrective_action: str,
    on: date,
    by: Actor,
) -> FindingAnswered:
    finding = locked_finding(number, finding_number)
    finding.cause, finding.correction, finding.corrective_action = cause, correction, corrective_action
    refuse_if(objections(finding, by=by) or objections_to_verifying(finding.facts))

    finding.responded_on, finding.returned_reason = on, ""
    finding.save(
        update_fields=["cause", "correction", "corrective_action", "responded_on", "returned_reason"]
    )
    uscc = finding.audit.visit.client.uscc
    return FindingAnswered(number, finding_number, uscc, cause, correction, corrective_action)
