"""Take somebody off the list of stakeholders 移出相关方 (ISO 26000:2010 5.3.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_more, objections_to_texts
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Stakeholder


@dataclass(frozen=True)
class StakeholderEnded(Happened, kind="stakeholder.ended"):
    number: str
    reason: str


@action(Role.GENERAL_OFFICE, Role.QUALITY, clause="ISO 26000:2010 5.3.2")
def end_stakeholder(number: str, *, reason: str, on: date, by: Actor) -> StakeholderEnded:
    row = Stakeholder.objects.select_for_update().get(number=number)
    refuse_if(objections_to_more(ended=bool(row.ended_on)) + objections_to_texts(reason))
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    return StakeholderEnded(number, reason.strip())
