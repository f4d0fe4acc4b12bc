"""Enter by what somebody travelled 补登出行方式 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.footprint import MODE_KNOWN, Mode, emitted
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, refuse_if

from ..models import Trip


@dataclass(frozen=True)
class TripCompleted(Happened, kind="trip.completed"):
    number: str
    mode: Mode


@action(Role.GENERAL_OFFICE, Role.AUDITOR, clause="own procedure")
def complete_trip(number: str, *, mode: Mode, on: date, by: Actor) -> TripCompleted:
    row = Trip.objects.select_for_update(of=("self",)).select_related("person").get(number=number)
    own = row.person.login == by.login or by.holds(Role.GENERAL_OFFICE)
    refuse_if(([] if own else [NOT_YOURS]) + ([MODE_KNOWN] if row.mode else []))
    row.mode, row.co2_kg = mode, emitted(mode, row.km, row.travelled_on)
    row.save(update_fields=["mode", "co2_kg"])
    return TripCompleted(number, mode)
