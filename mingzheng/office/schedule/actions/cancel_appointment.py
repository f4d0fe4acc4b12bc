"""Cancel the dates and the team of a visit 取消安排 (ISO/IEC 17021-1:2015 9.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.programme import VISIT_BEGUN
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..appointed import locked_appointment
from ..models import Assignment, Booking, PlanLine


@dataclass(frozen=True)
class AppointmentCancelled(Happened, kind="visit.appointment-cancelled"):
    visit: str
    starts_on: date
    ends_on: date
    reason: str


@action(Role.PROGRAMME_MANAGER, Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.2.3")
def cancel_appointment(number: str, *, reason: str, on: date, by) -> AppointmentCancelled:
    """Everyone is free again; the visit waits for new dates, unless it was dropped."""
    visit, appointment = locked_appointment(number)
    begun = [VISIT_BEGUN.because(begun_on=visit.begun_on)] if visit.begun_on else []
    refuse_if([*begun, *([] if reason.strip() else [rules.NO_REASON])])

    for of_visit in (PlanLine, Booking, Assignment):
        of_visit.objects.filter(visit=visit).delete()
    appointment.delete()
    return AppointmentCancelled(number, appointment.starts_on, appointment.ends_on, reason.strip())
