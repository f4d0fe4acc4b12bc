"""Approve an item: first the department that answers for it, then the direction, which publishes it 审批 (ISO/IEC 17021-1:2015 8.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publicity import Approval, next_approval, objections_to_approving
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Item
from ..queries import locked_item


@dataclass(frozen=True)
class ItemApproved(Happened, kind="publicity.approved"):
    number: str
    approval: Approval
    published: bool
    reason: str


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 8.1.1")
def approve_item(number: str, *, reason: str = "", on: date, by: Actor) -> ItemApproved:
    """`reason` says why flagged wordings may stand. A new version takes the one before it down."""
    item, person = locked_item(number), Person.objects.get(login=by.login)
    facts, directs = item.facts, by.holds(Role.DIRECTOR)
    refuse_if(objections_to_approving(facts, by.login, person.department, directs=directs, reason=reason))

    approval = next_approval(facts)
    assert approval
    item.approvals.create(approval=approval, approved_by=by.login, approved_on=on, reason=reason.strip())
    if approval is Approval.DIRECTION:
        item.published_on = on
        item.save(update_fields=["published_on"])
        Item.objects.filter(versions=item, taken_down_on=None).update(
            taken_down_on=on, taken_down_because=number
        )
    return ItemApproved(number, approval, item.published_on is not None, reason.strip())
