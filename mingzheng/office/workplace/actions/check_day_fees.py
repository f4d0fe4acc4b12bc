"""Check a claim of half-days against the schedule 核对劳务费 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.day_fees import Held, Step, objections_to_checking, objections_to_turn
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..day_fees import kept, lines_of
from ..models import SettledHalf, Settlement


@dataclass(frozen=True)
class DayFeesChecked(Happened, kind="settlement.checked"):
    number: str
    agreed: int  # half-days
    different: int


@action(Role.PROGRAMME_MANAGER, clause="own procedure")
def check_day_fees(number: str, *, remark: str = "", on: date, by: Actor) -> DayFeesChecked:
    """By somebody who neither claimed nor is paid it; `remark` explains what differs. What is owed is reckoned here."""
    row = Settlement.objects.select_for_update(of=("self",)).select_related("person").get(number=number)
    refuse_if(objections_to_turn(row.step, Step.CLAIMED, own=by.login in (row.claimed_by, row.person.login)))
    lines = lines_of(row)
    refuse_if(objections_to_checking(lines, remark))
    halves = SettledHalf.objects.bulk_create(kept(row, line) for line in lines)
    row.amount = sum(one.amount for one in halves)
    row.step, row.remark, row.checked_by, row.checked_on = Step.CHECKED, remark.strip(), by.login, on
    row.save(update_fields=["amount", "step", "remark", "checked_by", "checked_on"])
    agreed = sum(one.held == Held.AGREED for one in halves)
    return DayFeesChecked(number, agreed, len(halves) - agreed)
