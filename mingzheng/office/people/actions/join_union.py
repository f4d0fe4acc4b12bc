"""Enter that somebody joined the union 登记工会会员 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook import engagement as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import UnionMember
from ..queries import locked_person


@dataclass(frozen=True)
class UnionJoined(Happened, kind="union-member.joined", begins=True):
    number: str
    person: str
    joined_on: date


@action(Role.UNION, clause="own procedure")
def join_union(login: str, *, joined_on: date, on: date, by: Actor) -> UnionJoined:
    person = locked_person(login)
    member = person.union_memberships.filter(left_on=None).exists()
    refuse_if(rules.objections_to_joining_union(joined_on, on, member=member))
    number = next_number(UnionMember, "GH", on.year)
    UnionMember.objects.create(number=number, person=person, joined_on=joined_on)
    return UnionJoined(number, login, joined_on)
