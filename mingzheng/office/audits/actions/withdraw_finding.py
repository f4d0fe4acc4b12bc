"""Withdraw a finding 撤回不符合项, with the reason; it stays in the file (ISO/IEC 17021-1:2015 9.4.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.findings import objections_to_changing
from mingzheng.rulebook.on_site import objections_to_reason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Finding
from ..queries import locked_finding, objections_to_leader


@dataclass(frozen=True)
class FindingWithdrawn(Happened, kind="audit.finding_withdrawn"):
    audit: str
    finding: int
    reason: str


def objections(finding: Finding, *, by: Actor) -> list[Objection]:
    """Only the leader withdraws, and only what is still open."""
    return objections_to_leader(finding.audit.visit, by) + objections_to_changing(finding.facts)


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.4.5")
def withdraw_finding(
    number: str, finding_number: int, *, reason: str, on: date, by: Actor
) -> FindingWithdrawn:
    finding = locked_finding(number, finding_number)
    refuse_if(objections(finding, by=by) + objections_to_reason(reason))

    finding.withdrawn_on, finding.withdrawn_reason = on, reason
    finding.save(update_fields=["withdrawn_on", "withdrawn_reason"])
    return FindingWithdrawn(number, finding_number, reason)
