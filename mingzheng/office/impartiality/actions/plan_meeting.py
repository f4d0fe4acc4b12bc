"""Plan a meeting of a panel 会议计划 (own procedure; ISO/IEC 17021-1:2015 5.2.3 for the committee)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.governance import Panel, objections_to_planning_meeting
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import PlannedMeeting


@dataclass(frozen=True)
class MeetingPlanned(Happened, kind="meeting-plan.made"):
    number: str
    panel: Panel
    planned_on: date
    about: str


@action(Role.DIRECTOR, Role.QUALITY, clause="ISO/IEC 17021-1:2015 5.2.3")
def plan_meeting(panel: Panel, *, planned_on: date, subject: str, on: date, by: Actor) -> MeetingPlanned:
    taken = PlannedMeeting.objects.filter(panel=panel, planned_on=planned_on, called_off_on=None).exists()
    refuse_if(objections_to_planning_meeting(planned_on, subject, on, taken=taken))
    made = PlannedMeeting.objects.create(
        number=next_number(PlannedMeeting, "HJ", on.year),
        panel=panel,
        planned_on=planned_on,
        subject=subject.strip(),
    )
    return MeetingPlanned(made.number, panel, planned_on, made.subject)
