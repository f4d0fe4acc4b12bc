"""Close a finding of an internal audit: what was done, verified by another than its owner 内审不符合关闭 (ISO/IEC 17021-1:2015 10.2.6.4)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_system import objections_to_closing_finding
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import InternalFinding


@dataclass(frozen=True)
class InternalFindingClosed(Happened, kind="internal-audit.finding-closed"):
    audit: str
    finding: int
    in_time: bool


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 10.2.6.4")
def close_internal_finding(
    number: str, finding: int, *, correction: str, on: date, by: Actor
) -> InternalFindingClosed:
    row = (
        InternalFinding.objects.select_for_update(of=("self",))
        .select_related("owner")
        .get(audit__number=number, number=finding)
    )
    by_owner = row.owner.login == by.login
    closed = row.closed_on is not None
    refuse_if(objections_to_closing_finding(closed=closed, correction=correction, by_owner=by_owner))
    row.correction, row.closed_on, row.verified_by = correction.strip(), on, by.login
    row.save(update_fields=["correction", "closed_on", "verified_by"])
    return InternalFindingClosed(number, finding, on <= row.due_on)
