"""Send a claim of half-days back unchecked 退回劳务费申报 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.day_fees import REASON_MISSING, Step, objections_to_turn
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Settlement


@dataclass(frozen=True)
class DayFeesSentBack(Happened, kind="settlement.sent-back"):
    number: str


@action(Role.PROGRAMME_MANAGER, clause="own procedure")
def send_back_day_fees(number: str, *, reason: str, on: date, by: Actor) -> DayFeesSentBack:
    """By who could have checked it. Nothing is reckoned, and the month may be claimed anew."""
    row = Settlement.objects.select_for_update(of=("self",)).select_related("person").get(number=number)
    refuse_if(objections_to_turn(row.step, Step.CLAIMED, own=by.login in (row.claimed_by, row.person.login)))
    refuse_if([] if reason.strip() else [REASON_MISSING])
    row.step, row.refusal = Step.REFUSED, reason.strip()
    row.save(update_fields=["step", "refusal"])
    return DayFeesSentBack(number)
