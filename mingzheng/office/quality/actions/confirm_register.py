"""Confirm that a register is complete for a year, so that "none" may be said of it 年度确认."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_system import CONFIRMED_BY, Register, objections_to_confirming
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Confirmation
from ..queries import CONFIRMERS, confirmed_by


@dataclass(frozen=True)
class RegisterConfirmed(Happened, kind="confirmation.made"):
    key: str  # register and year: "penalties/2025"
    role: Role
    entries: int


@action(*CONFIRMERS, clause="own procedure")
def confirm_register(
    register: Register, year: int, *, entries: int, on: date, by: Actor
) -> RegisterConfirmed:
    """`entries`: how many the one who confirms sees in the register, so that it is known what he confirmed."""
    role = next((one for one in CONFIRMED_BY[register] if by.holds(one)), Role.DIRECTOR)
    refuse_if(objections_to_confirming(register, year, role, confirmed_by(register, year), on))
    Confirmation.objects.create(
        register=register, year=year, role=role, entries=entries, confirmed_by=by.login, confirmed_on=on
    )
    return RegisterConfirmed(f"{register}/{year}", role, entries)
