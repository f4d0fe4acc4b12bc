"""Appoint the days of a visit 安排审核日期 (ISO/IEC 17021-1:2015 9.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.special_approvals import objections_to_remote_share
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..appointed import locked_visit
from ..models import Appointment
from ..queries import appointment_of, dated, remote_allowed


@dataclass(frozen=True)
class VisitAppointed(Happened, kind="visit.appointed"):
    visit: str
    starts_on: date
    ends_on: date
    remote_percent: int = 0


def objections(visit: Visit, starts_on: date, ends_on: date, on: date) -> list[Objection]:
    """Why the visit cannot be held on these days."""
    twice = [rules.ALREADY_APPOINTED] if appointment_of(visit) else []
    return twice + rules.objections_to_dating(dated(visit, visit.standards), starts_on, ends_on, on)


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3")
def appoint_visit(
    number: str, *, starts_on: date, ends_on: date, remote_percent: int = 0, on: date, by
) -> VisitAppointed:
    """The window of the programme must hold these days; of the time on site, `remote_percent` is to be held from afar."""
    visit = locked_visit(number)
    allowed = remote_allowed([visit]).get(visit.pk, 0) if remote_percent else 0
    refuse_if(objections(visit, starts_on, ends_on, on) + objections_to_remote_share(remote_percent, allowed))
    Appointment.objects.create(
        visit=visit, starts_on=starts_on, ends_on=ends_on, remote_percent=remote_percent
    )
    return VisitAppointed(number, starts_on, ends_on, remote_percent)
