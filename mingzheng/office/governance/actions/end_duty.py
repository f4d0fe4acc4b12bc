"""End a duty 取消职责 (ISO 26000:2010 6.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_more, objections_to_texts
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Duty


@dataclass(frozen=True)
class DutyEnded(Happened, kind="duty.ended"):
    number: str
    reason: str


@action(Role.DIRECTOR, Role.QUALITY, clause="ISO 26000:2010 6.2.3")
def end_duty(number: str, *, reason: str, on: date, by: Actor) -> DutyEnded:
    row = Duty.objects.select_for_update().get(number=number)
    refuse_if(objections_to_more(ended=bool(row.ended_on)) + objections_to_texts(reason))
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    return DutyEnded(number, reason.strip())
