"""Open the duties of a month that is over 开列上报义务 — 信息报告规范; IAF MD 28."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.return_duties import OF_A_YEAR, Owed, owed_of
from mingzheng.rulebook.roles import Role

from ..models import Duty


@dataclass(frozen=True)
class DutiesOpened(Happened, kind="duties.opened", begins=True):
    month: str
    duties: list[str]


def named(owed: Owed) -> str:
    """What a duty is called: "certificates-2026-03"."""
    return f"{owed.kind}-{owed.first:%Y}" if owed.kind in OF_A_YEAR else f"{owed.kind}-{owed.first:%Y-%m}"


@action(Role.CLOCK, clause="信息报告规范")
def open_duties(month: date, *, on: date, by: Actor) -> DutiesOpened:
    owed = owed_of(month)
    Duty.objects.bulk_create(
        [Duty(number=named(one), kind=one.kind, first=one.first, due_on=one.due) for one in owed]
    )
    return DutiesOpened(f"{month:%Y-%m}", [named(one) for one in owed])
