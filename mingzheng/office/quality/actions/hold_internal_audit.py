"""Enter that an internal audit was held, with its report 内部审核实施 (ISO/IEC 17021-1:2015 10.2.6)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_system import objections_to_holding
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import InternalAudit


@dataclass(frozen=True)
class InternalAuditHeld(Happened, kind="internal-audit.held"):
    number: str
    held_on: date


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 10.2.6.4")
def hold_internal_audit(number: str, *, held_on: date, report: str, on: date, by: Actor) -> InternalAuditHeld:
    audit = InternalAudit.objects.select_for_update().get(number=number)
    refuse_if(objections_to_holding(held=audit.held_on is not None, report=report))
    audit.held_on, audit.report = held_on, report.strip()
    audit.save(update_fields=["held_on", "report"])
    return InternalAuditHeld(number, held_on)
