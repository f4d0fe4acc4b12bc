"""Fetch what an action of the schedule works on, locked."""

from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import PARTS
from mingzheng.rulebook.appointments import NOT_APPOINTED
from mingzheng.rulebook.verdict import Refused

from .models import Appointment


def locked_visit(number: str) -> Visit:
    """The visit with client and parts, locked."""
    return (
        Visit.objects.select_for_update(of=("self",))
        .select_related("client", "contract")
        .prefetch_related(PARTS)
        .get(number=number)
    )


def locked_appointment(number: str) -> tuple[Visit, Appointment]:
    """The visit with its client and its appointment, both locked. Refused while it has no dates."""
    rows = Appointment.objects.select_for_update(of=("self", "visit")).select_related("visit__client")
    if appointment := rows.filter(visit__number=number).first():
        return appointment.visit, appointment
    Visit.objects.get(number=number)
    raise Refused(NOT_APPOINTED)


def untell(appointment: Appointment) -> None:
    """What was announced or planned no longer holds: dates or team changed, and the client is to be told anew."""
    if appointment.announced_on or appointment.plan_sent_on:
        appointment.announced_on = appointment.plan_sent_on = None
        appointment.save(update_fields=["announced_on", "plan_sent_on"])
