"""Take a facility of the staff off the list 设施停用 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_retiring

from ..models import Facility


@dataclass(frozen=True)
class FacilityRetired(Happened, kind="facility.retired"):
    number: str
    reason: str


@action(Role.GENERAL_OFFICE, Role.UNION, clause="own procedure")
def retire_facility(number: str, *, reason: str, on: date, by: Actor) -> FacilityRetired:
    row = Facility.objects.select_for_update().get(number=number)
    refuse_if(objections_to_retiring(reason, retired=row.retired_on is not None))
    row.retired_on, row.reason = on, reason.strip()
    row.save(update_fields=["retired_on", "reason"])
    return FacilityRetired(number, row.reason)
