"""Raise a finding 开具不符合项: grade, clause, facts, and the day the client's answer is due (ISO/IEC 17021-1:2015 9.4.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.findings import Grade, response_due
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Finding
from ..queries import locked, next_in, objections_to_place, objections_to_writing


@dataclass(frozen=True)
class FindingRaised(Happened, kind="audit.finding_raised"):
    audit: str
    finding: int  # its number within the audit
    grade: Grade
    standard: Standard
    clause: str
    department: str
    statement: str
    due_on: date | None


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.4.5")
def raise_finding(
    number: str,
    *,
    grade: Grade,
    standard: Standard,
    clause: str,
    department: str,
    statement: str,
    on: date,
    by: Actor,
) -> FindingRaised:
    audit = locked(number)
    refuse_if(objections_to_writing(audit, by) + objections_to_place(audit, standard, clause))

    finding = Finding.objects.create(
        audit=audit,
        number=next_in(audit.findings),
        grade=grade,
        standard=standard,
        clause=clause,
        department=department,
        statement=statement,
        raised_on=on,
        raised_by=by.login,
        due_on=response_due(grade, on),
    )
    return FindingRaised(
        number, finding.number, grade, standard, clause, department, statement, finding.due_on
    )
