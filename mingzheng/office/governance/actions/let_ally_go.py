"""Enter that a member left an alliance 联盟成员退出 (ISO 26000:2010 7.8)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_day, objections_to_more
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Ally


@dataclass(frozen=True)
class AllyGone(Happened, kind="ally.gone"):
    number: str
    name: str
    left_on: date


@action(Role.GENERAL_OFFICE, Role.MARKET, clause="ISO 26000:2010 7.8")
def let_ally_go(number: str, *, left_on: date, on: date, by: Actor) -> AllyGone:
    row = Ally.objects.select_for_update().get(number=number)
    refuse_if(objections_to_more(ended=bool(row.left_on)) + objections_to_day(left_on, on))
    row.left_on = left_on
    row.save(update_fields=["left_on"])
    return AllyGone(number, row.name, left_on)
