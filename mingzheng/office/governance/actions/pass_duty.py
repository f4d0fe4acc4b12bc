"""Pass a duty to another position 调整职责 (ISO 26000:2010 6.2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_duty, objections_to_more
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Duty


@dataclass(frozen=True)
class DutyPassed(Happened, kind="duty.passed"):
    number: str
    position: Role


@action(Role.DIRECTOR, Role.QUALITY, clause="ISO 26000:2010 6.2.3")
def pass_duty(
    number: str, *, position: Role, supporting: Sequence[Role] = (), on: date, by: Actor
) -> DutyPassed:
    row = Duty.objects.select_for_update().get(number=number)
    refuse_if(
        objections_to_more(ended=bool(row.ended_on))
        + objections_to_duty(row.zh, position, supporting, taken=False)
    )
    row.position, row.supporting = position, list(supporting)
    row.save(update_fields=["position", "supporting"])
    return DutyPassed(number, position)
