"""Take an item down 撤下 (ISO/IEC 17021-1:2015 8.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publicity import objections_to_taking_down
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_item


@dataclass(frozen=True)
class ItemTakenDown(Happened, kind="publicity.taken-down"):
    number: str
    reason: str


@action(Role.MARKET, Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 8.1.1")
def take_down_item(number: str, *, reason: str, on: date, by: Actor) -> ItemTakenDown:
    item = locked_item(number)
    refuse_if(objections_to_taking_down(item.facts, reason))
    item.taken_down_on, item.taken_down_because = on, reason.strip()
    item.save(update_fields=["taken_down_on", "taken_down_because"])
    return ItemTakenDown(number, item.taken_down_because)
