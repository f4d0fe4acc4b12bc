"""Enter a person's way to a visit and back 登记差旅 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.footprint import Mode, emitted, objections_to_trip
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, refuse_if

from ..models import Trip
from ..queries import is_on_team


@dataclass(frozen=True)
class TripEntered(Happened, kind="trip.entered", begins=True):
    number: str
    visit: str
    person: str
    mode: str
    km: Decimal


@action(Role.GENERAL_OFFICE, Role.AUDITOR, Role.PROGRAMME_MANAGER, clause="own procedure")
def enter_trip(
    visit: str, *, login: str, mode: str, km: Decimal, travelled_on: date, on: date, by: Actor
) -> TripEntered:
    """An auditor his own, the others anybody's; `mode` may be empty and then waits to be entered."""
    own = by.login == login or by.holds(Role.GENERAL_OFFICE) or by.holds(Role.PROGRAMME_MANAGER)
    on_team = is_on_team(visit, login)
    refuse_if(([] if own else [NOT_YOURS]) + objections_to_trip(km, travelled_on, on, on_team=on_team))
    row = Trip.objects.create(
        number=next_number(Trip, "CL", on.year),
        visit=Visit.objects.get(number=visit),
        person=Person.objects.get(login=login),
        travelled_on=travelled_on,
        mode=Mode(mode) if mode else "",
        km=km,
        co2_kg=emitted(mode, km, travelled_on),
    )
    return TripEntered(row.number, visit, login, mode, km)
