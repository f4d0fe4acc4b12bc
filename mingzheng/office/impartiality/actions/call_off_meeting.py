"""Call off a planned meeting of a panel, with the reason 取消会议 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.governance import objections_to_calling_off
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import PlannedMeeting


@dataclass(frozen=True)
class MeetingCalledOff(Happened, kind="meeting-plan.called-off"):
    number: str
    reason: str


@action(Role.DIRECTOR, Role.QUALITY, clause="ISO/IEC 17021-1:2015 5.2.3")
def call_off_meeting(number: str, *, reason: str, on: date, by: Actor) -> MeetingCalledOff:
    """It stays in the calendar as called off; another day is planned anew."""
    row = PlannedMeeting.objects.select_for_update().get(number=number)
    held, called_off = row.meeting_id is not None, row.called_off_on is not None
    refuse_if(objections_to_calling_off(reason, held=held, called_off=called_off))
    row.called_off_on, row.reason = on, reason.strip()
    row.save(update_fields=["called_off_on", "reason"])
    return MeetingCalledOff(number, row.reason)
