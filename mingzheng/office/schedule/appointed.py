"""Fetch what an action of the schedule works on, locked."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import PARTS, standards_of
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook.appointments import NOT_APPOINTED
from mingzheng.rulebook.verdict import Refused

from .models import Appointment, Assignment


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

    Refused while it has no dates. The team is read once the visit is locked: who waits for it sees what was changed meanwhile.
    """
    visit, appointment = locked_appointment(number)
    rows = Assignment.objects.filter(visit=visit).select_related("person").select_for_update(of=("person",))
    return visit, appointment, list(rows.order_by("person_id"))


def untell(appointment: Appointment) -> None:
    """What was announced or planned no longer holds: dates or team changed, and the client is to be told anew."""
    if appointment.announced_on or appointment.plan_sent_on:
        appointment.announced_on = appointment.plan_sent_on = None
        appointment.save(update_fields=["announced_on", "plan_sent_on"])
