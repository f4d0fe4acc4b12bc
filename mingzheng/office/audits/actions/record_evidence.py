"""Record what was looked at under a clause in a department 审核记录 (ISO/IEC 17021-1:2015 9.4.4)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import AuditRecord
from ..queries import locked, next_in, objections_to_place, objections_to_writing


@dataclass(frozen=True)
class EvidenceRecorded(Happened, kind="audit.evidence_recorded"):
    audit: str
    record: int  # its number within the audit
    standard: Standard
    clause: str
    department: str
    conforms: bool


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.4.4")
def record_evidence(
    number: str,
    *,
    standard: Standard,
    clause: str,
    department: str,
    evidence: str,
    conforms: bool,
    on: date,
    by: Actor,
) -> EvidenceRecorded:
    audit = locked(number)
    refuse_if(objections_to_writing(audit, by) + objections_to_place(audit, standard, clause))

    record = AuditRecord.objects.create(
        audit=audit,
        number=next_in(audit.records),
        standard=standard,
        clause=clause,
        department=department,
        evidence=evidence,
        conforms=conforms,
        recorded_on=on,
        recorded_by=by.login,
    )
    return EvidenceRecorded(number, record.number, standard, clause, department, conforms)
