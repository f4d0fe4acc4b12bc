"""Reading energy, temperatures, paper, travel, audits from afar and awareness."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.footprint import Meter, missing_months
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Objection, Refused

from .models import Awareness, PrintCount, Reading, RemoteAudit, TemperatureCheck, Trip

KEEPERS = (Role.GENERAL_OFFICE, Role.QUALITY, Role.DIRECTOR)
TRAVELLERS = (*KEEPERS, Role.PROGRAMME_MANAGER, Role.AUDITOR)


def keeps(by: Actor) -> bool:
    return any(by.holds(role) for role in KEEPERS)


def keepers_only(by: Actor) -> None:
    """Raises Refused for whoever keeps none of these registers."""
    if not keeps(by):
        raise Refused(NOT_YOURS)


def readings_seen_by(by: Actor) -> QuerySet[Reading]:
    keepers_only(by)
    return Reading.objects.all()


def temperatures_seen_by(by: Actor) -> QuerySet[TemperatureCheck]:
    keepers_only(by)
    return TemperatureCheck.objects.all()


def prints_seen_by(by: Actor) -> QuerySet[PrintCount]:
    keepers_only(by)
    return PrintCount.objects.all()


def trips_seen_by(by: Actor) -> QuerySet[Trip]:
    """All of them for the keepers and those who plan; everybody else sees his own."""
    rows = Trip.objects.select_related("visit__client", "person")
    return rows if keeps(by) or by.holds(Role.PROGRAMME_MANAGER) else rows.filter(person__login=by.login)


def remote_audits_seen_by(by: Actor) -> QuerySet[RemoteAudit]:
    return _of_visits(RemoteAudit.objects.select_related("visit__client"), by)


def awareness_seen_by(by: Actor) -> QuerySet[Awareness]:
    return _of_visits(Awareness.objects.select_related("visit__client"), by)


def _of_visits(rows: QuerySet[Any], by: Actor) -> QuerySet[Any]:
    """An auditor sees what belongs to the visits he was on."""
    if keeps(by) or by.holds(Role.PROGRAMME_MANAGER):
        return rows
    own = Assignment.objects.filter(person__login=by.login).values("visit")
    return rows.filter(visit__in=own)


def is_on_team(visit: str, login: str) -> bool:
    return Assignment.objects.filter(visit__number=visit, person__login=login).exists()


def readings_in(meter: Meter, first: date, last: date) -> QuerySet[Reading]:
    """Of the months from a day to a day."""
    return Reading.objects.filter(meter=meter, month__range=(first.replace(day=1), last))


def unread(meter: Meter, first: date, last: date) -> list[Objection]:
    """The months of these days that nobody read this meter for."""
    return missing_months(set(readings_in(meter, first, last).values_list("month", flat=True)), first, last)


def trips_without_mode() -> QuerySet[Trip]:
    return Trip.objects.filter(mode="").select_related("visit__client", "person")


def trips_in(first: date, last: date) -> QuerySet[Trip]:
    """Trips whose mode is known; the others are in no figure until it is."""
    return Trip.objects.filter(~Q(mode=""), travelled_on__range=(first, last))
