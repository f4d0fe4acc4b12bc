"""Enter a meeting of a panel with its minutes 会议纪要 (ISO/IEC 17021-1:2015 5.2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.governance import NOT_PLANNED, Interest, Panel, objections_to_meeting
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Meeting
from ..queries import open_plans, seats_on


@dataclass(frozen=True)
class MeetingRecorded(Happened, kind="meeting.recorded"):
    number: str
    panel: Panel
    held_on: date
    present: list[str]


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.2.3")
def record_meeting(
    panel: Panel,
    *,
    held_on: date,
    present: Sequence[str],
    subject: str,
    minutes: str,
    planned: str = "",
    on: date,
    by: Actor,
) -> MeetingRecorded:
    """`present`: numbers of the seats whose members were there; `planned`: the plan it keeps, none when extraordinary."""
    seats = list(seats_on(held_on).filter(panel=panel, number__in=present))
    plan = open_plans().select_for_update().filter(panel=panel, number=planned).first()
    interests = [Interest(seat.interest) for seat in seats]
    refuse_if(
        [
            *objections_to_meeting(panel, interests, minutes=minutes, held_on=held_on, on=on),
            *([NOT_PLANNED] if planned and plan is None else []),
        ]
    )
    meeting = Meeting.objects.create(
        number=next_number(Meeting, "HY", on.year),
        panel=panel,
        held_on=held_on,
        subject=subject.strip(),
        minutes=minutes.strip(),
    )
    meeting.present.set(seats)
    if plan:
        plan.meeting = meeting
        plan.save(update_fields=["meeting"])
    return MeetingRecorded(meeting.number, panel, held_on, [seat.name for seat in seats])
