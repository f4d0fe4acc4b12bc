"""Enter the sheets printed in a month 打印统计 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.footprint import objections_to_prints
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import PrintCount


@dataclass(frozen=True)
class PrintsCounted(Happened, kind="prints.counted", begins=True):
    number: str
    month: str  # "2026-03"
    single_sided: int
    double_sided: int


@action(Role.GENERAL_OFFICE, clause="own procedure")
def count_prints(month: date, *, single_sided: int, double_sided: int, on: date, by: Actor) -> PrintsCounted:
    """Sheets, not pages: a sheet printed on both sides saves one."""
    month = month.replace(day=1)
    refuse_if(objections_to_prints(month, on, known=PrintCount.objects.filter(month=month).exists()))
    row = PrintCount.objects.create(
        number=next_number(PrintCount, "ZZ", on.year),
        month=month,
        single_sided=single_sided,
        double_sided=double_sided,
        entered_on=on,
    )
    return PrintsCounted(row.number, f"{month:%Y-%m}", single_sided, double_sided)
