"""Set what an auditor-day costs at least 设定最低收费 (own procedure; 行业自律)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.prices import REASON_MISSING, objections_to_floor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import FeeFloor


@dataclass(frozen=True)
class FloorSet(Happened, kind="fee-floor.set", begins=True):
    number: str
    per_day: Decimal
    valid_from: date


@action(Role.DIRECTOR, clause="own procedure")
def set_fee_floor(per_day: Decimal, *, valid_from: date, reason: str, on: date, by: Actor) -> FloorSet:
    """CNY, tax included."""
    known = FeeFloor.objects.filter(valid_from=valid_from).exists()
    found = objections_to_floor(per_day, valid_from, on, known=known)
    refuse_if(found + ([] if reason.strip() else [REASON_MISSING]))
    floor = FeeFloor.objects.create(
        number=next_number(FeeFloor, "DJ", on.year),
        per_day=per_day,
        valid_from=valid_from,
        reason=reason.strip(),
    )
    return FloorSet(floor.number, per_day, valid_from)
