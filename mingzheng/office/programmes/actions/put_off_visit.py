"""Put the next surveillance of a certification off, as its certificate was told 推迟审核 (IAF ID 3:2011)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.extraordinary import NOTHING_TO_PUT_OFF
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused

from ..models import VisitPart


@dataclass(frozen=True)
class VisitPutOff(Happened, kind="visit.put-off"):
    visit: str
    standard: str
    until: date


@action(Role.CLOCK, clause="IAF ID 3:2011")
def put_off_visit(uscc: str, standard: str, *, until: date, on: date, by) -> VisitPutOff:
    """Its window is reckoned anew by `set_windows`."""
    to_come = VisitPart.objects.select_for_update().filter(
        certification__client__uscc=uscc,
        certification__standard=standard,
        certification__ended_on=None,
        visit__kind=VisitKind.SURVEILLANCE,
        visit__held_on=None,
        visit__dropped_on=None,
    )
    part = to_come.select_related("visit").order_by("visit__latest").first()
    if part is None:
        raise Refused(NOTHING_TO_PUT_OFF)
    part.put_off_until = until
    part.save(update_fields=["put_off_until"])
    return VisitPutOff(part.visit.number, standard, until)
