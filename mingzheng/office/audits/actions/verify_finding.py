"""Verify what the client did about a finding, and close it 验证关闭 (ISO/IEC 17021-1:2015 9.4.10)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.findings import objections_to_verifying
from mingzheng.rulebook.on_site import NO_ANSWER, objections_to_reason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Finding
from ..queries import locked_finding, objections_to_member


@dataclass(frozen=True)
class FindingVerified(Happened, kind="audit.finding_verified"):
    audit: str
    finding: int
    verification: str


def objections(finding: Finding, *, by: Actor) -> list[Objection]:
    """The team verifies, or returns, an answer that is there."""
    found = objections_to_member(finding.audit.visit, by) + objections_to_verifying(finding.facts)
    return found if finding.responded_on or found else [NO_ANSWER.because(number=finding.number)]


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.4.10")
def verify_finding(
    number: str, finding_number: int, *, verification: str, on: date, by: Actor
) -> FindingVerified:
    """For a minor nonconformity this may be the acceptance of the plan; the text says how it was verified."""
    finding = locked_finding(number, finding_number)
    refuse_if(objections(finding, by=by) + objections_to_reason(verification))

    finding.verification, finding.verified_on, finding.verified_by = verification, on, by.login
    finding.save(update_fields=["verification", "verified_on", "verified_by"])
    return FindingVerified(number, finding_number, verification)
