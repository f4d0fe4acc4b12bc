"""Approve a checked settlement, or send it back 审批劳务费 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.day_fees import REASON_MISSING, Step, objections_to_turn
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Settlement


@dataclass(frozen=True)
class DayFeesDecided(Happened, kind="settlement.decided"):
    number: str
    outcome: Step  # approved refused


@action(Role.DIRECTOR, clause="own procedure")
def approve_day_fees(number: str, *, granted: bool, refusal: str = "", on: date, by: Actor) -> DayFeesDecided:
    """By somebody who neither checked nor is paid it. What is refused says why, and its month may be claimed anew."""
    row = Settlement.objects.select_for_update(of=("self",)).select_related("person").get(number=number)
    own = by.login in (row.claimed_by, row.checked_by, row.person.login)
    refuse_if(objections_to_turn(row.step, Step.CHECKED, own=own))
    refuse_if([] if granted or refusal.strip() else [REASON_MISSING])
    row.step, row.refusal = (Step.APPROVED, "") if granted else (Step.REFUSED, refusal.strip())
    row.approved_by, row.approved_on = by.login, on
    row.save(update_fields=["step", "refusal", "approved_by", "approved_on"])
    return DayFeesDecided(number, Step(row.step))
