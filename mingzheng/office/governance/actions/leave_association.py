"""Enter that the body left an association 退出组织 (ISO 26000:2010 7.8)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_more, objections_to_texts
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Membership


@dataclass(frozen=True)
class AssociationLeft(Happened, kind="membership.left"):
    number: str
    reason: str


@action(Role.GENERAL_OFFICE, Role.MARKET, clause="ISO 26000:2010 7.8")
def leave_association(number: str, *, reason: str, on: date, by: Actor) -> AssociationLeft:
    row = Membership.objects.select_for_update().get(number=number)
    refuse_if(objections_to_more(ended=bool(row.left_on)) + objections_to_texts(reason))
    row.left_on = on
    row.save(update_fields=["left_on"])
    return AssociationLeft(number, reason.strip())
