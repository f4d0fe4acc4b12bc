"""Plan an internal audit: what is audited, when, and by whom 内部审核计划 (ISO/IEC 17021-1:2015 10.2.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.own_system import objections_to_internal_audit
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import InternalAudit


@dataclass(frozen=True)
class InternalAuditPlanned(Happened, kind="internal-audit.planned"):
    number: str
    planned_on: date
    departments: list[str]
    auditors: list[str]


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 10.2.6.2")
def plan_internal_audit(
    *, planned_on: date, scope: str, departments: Sequence[str], auditors: Sequence[str], on: date, by: Actor
) -> InternalAuditPlanned:
    """Nobody audits his own department."""
    people = list(Person.objects.filter(login__in=auditors))
    refuse_if(objections_to_internal_audit(departments, {p.name_zh: p.department for p in people}))
    audit = InternalAudit.objects.create(
        number=next_number(InternalAudit, "NS", on.year),
        planned_on=planned_on,
        scope=scope.strip(),
        departments=list(departments),
        auditors=[person.login for person in people],
    )
    return InternalAuditPlanned(audit.number, planned_on, list(departments), audit.auditors)
