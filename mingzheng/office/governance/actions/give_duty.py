"""Give a duty to a position 分配职责 (ISO 26000:2010 6.2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.responsibility import objections_to_duty
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Duty


@dataclass(frozen=True)
class DutyGiven(Happened, kind="duty.given", begins=True):
    number: str
    duty: str
    position: Role


@action(Role.DIRECTOR, Role.QUALITY, clause="ISO 26000:2010 6.2.3")
def give_duty(
    zh: str,
    *,
    en: str = "",
    position: Role,
    supporting: Sequence[Role] = (),
    on: date,
    by: Actor,
) -> DutyGiven:
    """One position answers for it; others help."""
    taken = Duty.objects.filter(zh=zh.strip(), ended_on=None).exists()
    refuse_if(objections_to_duty(zh, position, supporting, taken=taken))
    row = Duty.objects.create(
        number=next_number(Duty, "ZZ", on.year),
        zh=zh.strip(),
        en=en.strip(),
        position=position,
        supporting=list(supporting),
        given_on=on,
    )
    return DutyGiven(row.number, row.zh, position)
