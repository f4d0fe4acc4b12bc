"""Enter a facility of the staff 登记设施 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import FacilityKind, objections_to_facility

from ..models import Facility


@dataclass(frozen=True)
class FacilityEntered(Happened, kind="facility.entered", begins=True):
    number: str
    name: str
    pieces: int


@action(Role.GENERAL_OFFICE, Role.UNION, clause="own procedure")
def enter_facility(
    name: str,
    *,
    kind: FacilityKind,
    place: str,
    pieces: int,
    cost: Decimal,
    since: date,
    on: date,
    by: Actor,
) -> FacilityEntered:
    """`cost` in CNY, of all its pieces."""
    refuse_if(objections_to_facility(name, pieces, cost, since, on))
    row = Facility.objects.create(
        number=next_number(Facility, "SS", on.year),
        name=name.strip(),
        kind=kind,
        place=place.strip(),
        pieces=pieces,
        cost=cost,
        since=since,
    )
    return FacilityEntered(row.number, row.name, pieces)
