"""Enter an inspection by an authority: of files, on site during an audit, or at the office 登记外部检查 (双随机)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.own_system import InspectionKind, objections_to_inspection
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Inspection


@dataclass(frozen=True)
class InspectionReceived(Happened, kind="inspection.received"):
    number: str
    kind: InspectionKind
    authority: str
    place: str
    inspected_on: date
    visits: list[str]


@action(Role.QUALITY, Role.DIRECTOR, clause="own procedure")
def receive_inspection(
    kind: InspectionKind,
    *,
    authority: str,
    place: str,
    inspected_on: date,
    visits: Sequence[str] = (),
    basis: str = "",
    on: date,
    by: Actor,
) -> InspectionReceived:
    """`visits`: the numbers of the visits whose file or site was looked at."""
    found = list(Visit.objects.filter(number__in=visits))
    refuse_if(objections_to_inspection(kind, len(found), inspected_on, on))
    inspection = Inspection.objects.create(
        number=next_number(Inspection, "JC", on.year),
        kind=kind,
        authority=authority.strip(),
        place=place.strip(),
        basis=basis.strip(),
        inspected_on=inspected_on,
    )
    inspection.visits.set(found)
    return InspectionReceived(
        inspection.number,
        kind,
        inspection.authority,
        inspection.place,
        inspected_on,
        [visit.number for visit in found],
    )
