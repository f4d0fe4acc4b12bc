"""Enter an approved settlement as paid 支付劳务费 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.day_fees import Step, objections_to_payment, objections_to_turn
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Settlement


@dataclass(frozen=True)
class DayFeesPaid(Happened, kind="settlement.paid"):
    number: str
    paid_on: date


@action(Role.FINANCE, clause="own procedure")
def pay_day_fees(number: str, *, paid_on: date, reference: str, on: date, by: Actor) -> DayFeesPaid:
    """In one transfer; what somebody is paid stands in no event."""
    row = Settlement.objects.select_for_update(of=("self",)).select_related("person").get(number=number)
    refuse_if(objections_to_turn(row.step, Step.APPROVED, own=by.login == row.person.login))
    refuse_if(objections_to_payment(reference, paid_on, on, approved=row.approved_on or on))
    row.step, row.paid_on, row.reference = Step.PAID, paid_on, reference.strip()
    row.save(update_fields=["step", "paid_on", "reference"])
    return DayFeesPaid(number, paid_on)
