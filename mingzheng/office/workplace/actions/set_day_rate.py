"""Set what a day of auditing is paid 设定劳务费标准 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.competence import RegistrationGrade, TeamRole
from mingzheng.rulebook.day_fees import objections_to_rate
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..day_fees import reckoned_until
from ..models import DayRate


@dataclass(frozen=True)
class DayRateSet(Happened, kind="day-rate.set", begins=True):
    number: str
    role: TeamRole
    per_day: Decimal
    valid_from: date


@action(Role.DIRECTOR, clause="own procedure")
def set_day_rate(
    role: TeamRole,
    *,
    grade: RegistrationGrade | None = None,
    per_day: Decimal,
    valid_from: date,
    on: date,
    by: Actor,
) -> DayRateSet:
    """CNY a day, before tax, also for days past whose fees nobody has reckoned yet; without a grade for every grade that has no rate of its own."""
    known = DayRate.objects.filter(role=role, grade=grade or "", valid_from=valid_from).exists()
    reckoned = reckoned_until(role, grade or "", valid_from)
    refuse_if(objections_to_rate(per_day, valid_from, reckoned=reckoned, known=known))
    row = DayRate.objects.create(
        number=next_number(DayRate, "LB", on.year),
        role=role,
        grade=grade or "",
        per_day=per_day,
        valid_from=valid_from,
    )
    return DayRateSet(row.number, role, per_day, valid_from)
