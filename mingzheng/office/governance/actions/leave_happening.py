"""Leave a proposal out of the chronicle 不收入大事记 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_settling, objections_to_texts
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Happening


@dataclass(frozen=True)
class HappeningLeft(Happened, kind="happening.left"):
    number: str
    reason: str


@action(Role.GENERAL_OFFICE, Role.DIRECTOR, clause="own procedure")
def leave_happening(number: str, *, reason: str, on: date, by: Actor) -> HappeningLeft:
    row = Happening.objects.select_for_update().get(number=number)
    refuse_if(objections_to_settling(settled=bool(row.taken_on or row.left_on)) + objections_to_texts(reason))
    row.left_on, row.left_because = on, reason.strip()
    row.save(update_fields=["left_on", "left_because"])
    return HappeningLeft(number, row.left_because)
