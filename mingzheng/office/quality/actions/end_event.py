"""Enter the last day of an extraordinary event 特殊事件结束 (IAF ID 3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_system import objections_to_ending_event
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import SpecialEvent


@dataclass(frozen=True)
class EventEnded(Happened, kind="special-event.ended"):
    number: str
    last_day: date


@action(Role.QUALITY, Role.DIRECTOR, clause="IAF ID 3:2011")
def end_event(number: str, *, last_day: date, on: date, by: Actor) -> EventEnded:
    event = SpecialEvent.objects.select_for_update().get(number=number)
    refuse_if(objections_to_ending_event(event.first_day, event.last_day, last_day))
    event.last_day = last_day
    event.save(update_fields=["last_day"])
    return EventEnded(number, last_day)
