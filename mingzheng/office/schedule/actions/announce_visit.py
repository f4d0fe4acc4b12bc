"""Announce a visit: letter of assignment to the team, notice to the client 任务书与审核通知书 (ISO/IEC 17021-1:2015 9.2.3.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.programme import objections_to_changing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..staffing import Staffing, locked_staffing, objections_to_staffing


@dataclass(frozen=True)
class VisitAnnounced(Happened, kind="visit.announced"):
    visit: str
    starts_on: date
    ends_on: date
    team: list[str]
    object_until: date


def objections(staffing: Staffing, on: date) -> list[Objection]:
    """Why the visit cannot be announced: dates, what the team lacks, or it is announced already."""
    dates = staffing.appointment
    told = [rules.ALREADY_ANNOUNCED.because(announced_on=dates.announced_on)] if dates.announced_on else []
    past = [rules.IN_THE_PAST] if dates.starts_on < on else []
    return [
        *objections_to_changing(staffing.visit.state),
        *told,
        *past,
        *objections_to_staffing(staffing, on),
    ]


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3.5")
def announce_visit(number: str, *, on: date, by) -> VisitAnnounced:
    """From today the client has some working days to object to a member."""
    staffing = locked_staffing(number)
    refuse_if(objections(staffing, on))

    dates = staffing.appointment
    dates.announced_on = on
    dates.save(update_fields=["announced_on"])
    team = [member.person.login for member in staffing.team]
    until = rules.object_by(on, dates.starts_on, staffing.known.overrides)
    return VisitAnnounced(number, dates.starts_on, dates.ends_on, team, until)
