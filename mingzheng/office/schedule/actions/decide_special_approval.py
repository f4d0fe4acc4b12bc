"""Decide whether a visit may go beyond a limit of the body's own 批准特批 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.special_approvals import objections_to_deciding
from mingzheng.rulebook.verdict import refuse_if

from ..models import SpecialApproval
from ..queries import under_way


@dataclass(frozen=True)
class SpecialApprovalDecided(Happened, kind="special-approval.decided"):
    number: str
    visit: str
    outcome: str  # granted refused
    remark: str


@action(Role.DIRECTOR, clause="own procedure")
def decide_special_approval(
    number: str, *, granted: bool, remark: str = "", on: date, by: Actor
) -> SpecialApprovalDecided:
    """By a director who neither asked for it nor would be out himself; a refusal says why."""
    rows = SpecialApproval.objects.select_for_update(of=("self",)).select_related("visit", "person")
    row = rows.get(number=number)
    own = by.login in (row.asked_by, row.person.login if row.person else "")
    decided = bool(row.decided_on)
    refuse_if(
        objections_to_deciding(remark, granted=granted, decided=decided, own=own, begun=under_way(row.visit))
    )
    row.state, row.remark = "granted" if granted else "refused", remark.strip()
    row.decided_on, row.decided_by = on, by.login
    row.save(update_fields=["state", "remark", "decided_on", "decided_by"])
    return SpecialApprovalDecided(number, row.visit.number, row.state, row.remark)
