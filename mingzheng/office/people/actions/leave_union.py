"""Enter that somebody left the union 登记退会 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import engagement as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import UnionMember


@dataclass(frozen=True)
class UnionLeft(Happened, kind="union-member.left"):
    number: str
    left_on: date


@action(Role.UNION, clause="own procedure")
def leave_union(number: str, *, left_on: date, on: date, by: Actor) -> UnionLeft:
    """`left_on` is the first day he is no member."""
    row = UnionMember.objects.select_for_update().get(number=number)
    refuse_if(rules.objections_to_leaving_union(row.joined_on, left_on, on, left=row.left_on is not None))
    row.left_on = left_on
    row.save(update_fields=["left_on"])
    return UnionLeft(number, left_on)
