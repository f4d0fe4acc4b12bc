"""Enter a meeting of a panel with its minutes 会议纪要 (ISO/IEC 17021-1:2015 5.2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.governance import Interest, Panel, objections_to_meeting
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Meeting
from ..queries import seats_on


@dataclass(frozen=True)
class MeetingRecorded(Happened, kind="meeting.recorded"):
    number: str
    panel: Panel
    held_on: date
    present: list[str]


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.2.3")
def record_meeting(
    panel: Panel, *, held_on: date, present: Sequence[str], subject: str, minutes: str, on: date, by: Actor
) -> MeetingRecorded:
    """`present`: numbers of the seats whose members were there."""
    seats = list(seats_on(held_on).filter(panel=panel, number__in=present))
    refuse_if(
        objections_to_meeting(
            panel, [Interest(seat.interest) for seat in seats], minutes=minutes, held_on=held_on, on=on
        )
    )
    meeting = Meeting.objects.create(
        number=next_number(Meeting, "HY", on.year),
        panel=panel,
        held_on=held_on,
        subject=subject.strip(),
        minutes=minutes.strip(),
    )
    meeting.present.set(seats)
    return MeetingRecorded(meeting.number, panel, held_on, [seat.name for seat in seats])
