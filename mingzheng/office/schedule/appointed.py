"""Fetch what an action of the schedule works on, locked."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import PARTS, standards_of
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook.appointments import NOT_APPOINTED
from mingzheng.rulebook.verdict import Refused

from .models import Appointment, Assignment
from .queries import DATES


def locked_visit(number: str) -> Visit:
    """The visit with client and parts, locked."""
    return _visits.get(number=number)


@Prepared
def _visits(*, number: str) -> QuerySet[Visit]:
    rows = Visit.objects.select_for_update(of=("self",)).select_related("client", "contract")
    return rows.prefetch_related(PARTS).filter(number=number)


def locked_appointment(number: str) -> tuple[Any, Appointment]:
    """The visit with its client and the standards `held`, and its appointment, both locked. Refused while it has no dates."""
    if found := _appointments.first(number=number):
        found.visit.held = found.held
        return found.visit, found
    Visit.objects.get(number=number)
    raise Refused(NOT_APPOINTED)


@Prepared  # every step of the schedule asks it
def _appointments(*, number: str) -> QuerySet[Any]:
    """One at most: a visit has its dates once."""
    rows = Appointment.objects.select_for_update(of=("self", "visit")).select_related("visit__client")
    return rows.annotate(held=standards_of("visit")).filter(visit__number=number)


def locked_team(number: str) -> tuple[Any, Appointment, list[Any]]:
    """The visit, its dates and its team, the persons locked too, always in the same order: nobody else books them meanwhile.

    Refused while it has no dates.
    """
    dates = Appointment.objects.filter(visit=OuterRef("visit"))
    kept = ("id", *DATES, "remote_percent")
    columns = {f"dates_{name}": Subquery(dates.values(name)[:1]) for name in kept}
    rows = Assignment.objects.filter(visit__number=number).annotate(held=standards_of("visit"), **columns)
    locked = rows.select_related("visit__client", "person").select_for_update(of=("visit", "person"))
    team: list[Any] = list(locked.order_by("person_id"))
    if not team:
        return *locked_appointment(number), []
    first = team[0]
    first.visit.held = first.held
    known = {name: getattr(first, f"dates_{name}") for name in kept}
    return first.visit, Appointment(visit=first.visit, **known), team


def untell(appointment: Appointment) -> None:
    """What was announced or planned no longer holds: dates or team changed, and the client is to be told anew."""
    if appointment.announced_on or appointment.plan_sent_on:
        appointment.announced_on = appointment.plan_sent_on = None
        appointment.save(update_fields=["announced_on", "plan_sent_on"])
