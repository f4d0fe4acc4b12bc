"""Send an item back to whoever proposed it 退回."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publicity import objections_to_returning
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_item


@dataclass(frozen=True)
class ItemReturned(Happened, kind="publicity.returned"):
    number: str
    reason: str


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 8.1.1")
def return_item(number: str, *, reason: str, on: date, by: Actor) -> ItemReturned:
    """It ends there; a better one is proposed anew."""
    item = locked_item(number)
    refuse_if(objections_to_returning(item.facts, reason))
    item.returned_on, item.returned_because = on, reason.strip()
    item.save(update_fields=["returned_on", "returned_because"])
    return ItemReturned(number, item.returned_because)
