"""Enter a visit to somebody who is ill or in need 登记慰问 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import CareReason, objections_to_care

from ..models import CareVisit


@dataclass(frozen=True)
class CareVisited(Happened, kind="care-visit.recorded", begins=True):
    """Neither whom nor what was brought: the record is read by more than may know it."""

    number: str
    visited_on: date


@action(Role.UNION, clause="own procedure")
def record_care_visit(
    login: str, *, reason: CareReason, visited_on: date, amount: Decimal, on: date, by: Actor
) -> CareVisited:
    """`amount` of what was brought, CNY; 0 for a visit without a gift."""
    refuse_if(objections_to_care(amount, visited_on, on))
    row = CareVisit.objects.create(
        number=next_number(CareVisit, "WW", on.year),
        person=Person.objects.get(login=login),
        reason=reason,
        visited_on=visited_on,
        amount=amount,
    )
    return CareVisited(row.number, visited_on)
