"""Correct what was entered for a meter 更正用能读数 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.footprint import emitted, objections_to_correcting
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Reading


@dataclass(frozen=True)
class ReadingCorrected(Happened, kind="reading.corrected"):
    number: str
    before: Decimal
    amount: Decimal
    reason: str


@action(Role.GENERAL_OFFICE, clause="own procedure")
def correct_reading(number: str, *, amount: Decimal, reason: str, on: date, by: Actor) -> ReadingCorrected:
    """What stood there before stays in the record."""
    row = Reading.objects.select_for_update().get(number=number)
    refuse_if(objections_to_correcting(amount, reason))
    before, row.amount = row.amount, amount
    row.co2_kg = emitted(row.meter, amount, row.month)
    row.save(update_fields=["amount", "co2_kg"])
    return ReadingCorrected(number, before, amount, reason.strip())
