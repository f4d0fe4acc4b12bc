"""Announce a visit: letter of assignment to the team, notice to the client 任务书与审核通知书 (ISO/IEC 17021-1:2015 9.2.3.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.library.queries import calendar_overrides
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.programme import objections_to_changing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..appointed import locked_appointment
from ..members import objections_to_team_of
from ..models import Appointment, Assignment


@dataclass(frozen=True)
class VisitAnnounced(Happened, kind="visit.announced"):
    visit: str
    starts_on: date
    ends_on: date
    team: list[str]
    object_until: date


def objections(visit: Visit, appointment: Appointment | None, on: date) -> list[Objection]:
    """Why the visit cannot be announced: dates, what the team lacks, or it is announced already."""
    if appointment is None:
        return [rules.NOT_APPOINTED]
    told = (
        [rules.ALREADY_ANNOUNCED.because(announced_on=appointment.announced_on)]
        if appointment.announced_on
        else []
    )
    past = [rules.IN_THE_PAST] if appointment.starts_on < on else []
    return [*objections_to_changing(visit.state), *told, *past, *objections_to_team_of(visit, appointment, on)]  # fmt: skip


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3.5")
def announce_visit(number: str, *, on: date, by) -> VisitAnnounced:
    """From today the client has some working days to object to a member."""
    visit, appointment = locked_appointment(number)
    refuse_if(objections(visit, appointment, on))

    appointment.announced_on = on
    appointment.save(update_fields=["announced_on"])
    team = Assignment.objects.filter(visit=visit).order_by("pk").values_list("person__login", flat=True)
    until = rules.object_by(on, appointment.starts_on, calendar_overrides())
    return VisitAnnounced(number, appointment.starts_on, appointment.ends_on, list(team), until)
