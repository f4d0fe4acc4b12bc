"""Enter that somebody left a panel before his term was over 提前离任."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.governance import SEAT_ENDED
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Seat


@dataclass(frozen=True)
class SeatEnded(Happened, kind="seat.ended"):
    number: str
    ended_on: date


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.2.3")
def end_seat(number: str, *, ended_on: date, on: date, by: Actor) -> SeatEnded:
    seat = Seat.objects.select_for_update().get(number=number)
    refuse_if([SEAT_ENDED] if seat.ended_on else [])
    seat.ended_on = ended_on
    seat.save(update_fields=["ended_on"])
    return SeatEnded(number, ended_on)
