"""Raise a finding of an internal audit 内审不符合 (ISO/IEC 17021-1:2015 10.2.6.4)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_system import objections_to_internal_finding
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import InternalAudit, InternalFinding


@dataclass(frozen=True)
class InternalFindingRaised(Happened, kind="internal-audit.finding-raised"):
    audit: str
    finding: int
    clause: str
    department: str
    due_on: date


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 10.2.6.4")
def raise_internal_finding(
    number: str,
    *,
    clause: str,
    department: str,
    statement: str,
    owner: str,
    due_on: date,
    on: date,
    by: Actor,
) -> InternalFindingRaised:
    """`owner` puts it right by `due_on`."""
    audit = InternalAudit.objects.select_for_update().get(number=number)
    refuse_if(objections_to_internal_finding(department, audit.departments, statement))
    finding = InternalFinding.objects.create(
        audit=audit,
        number=audit.findings.count() + 1,
        clause=clause.strip(),
        department=department,
        statement=statement.strip(),
        owner=Person.objects.get(login=owner),
        due_on=due_on,
    )
    return InternalFindingRaised(number, finding.number, finding.clause, department, due_on)
