"""Enter what a meter says for a month 登记用能读数 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.footprint import Meter, emitted, objections_to_reading
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Reading


@dataclass(frozen=True)
class MeterRead(Happened, kind="reading.entered", begins=True):
    number: str
    meter: Meter
    month: str  # "2026-03"
    amount: Decimal


@action(Role.GENERAL_OFFICE, clause="own procedure")
def read_meter(meter: Meter, *, month: date, amount: Decimal, on: date, by: Actor) -> MeterRead:
    """Any day of the month names it; kWh of electricity, cubic metres of water and gas."""
    month = month.replace(day=1)
    known = Reading.objects.filter(meter=meter, month=month).exists()
    refuse_if(objections_to_reading(amount, month, on, known=known))
    row = Reading.objects.create(
        number=next_number(Reading, "NY", on.year),
        meter=meter,
        month=month,
        amount=amount,
        co2_kg=emitted(meter, amount, month),
        entered_on=on,
    )
    return MeterRead(row.number, meter, f"{month:%Y-%m}", amount)
