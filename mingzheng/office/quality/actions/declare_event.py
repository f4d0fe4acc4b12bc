"""Declare an extraordinary event: on which notice, from when, and what it allows 特殊事件登记 (IAF ID 3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.own_system import Deviation, objections_to_event
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import SpecialEvent


@dataclass(frozen=True)
class EventDeclared(Happened, kind="special-event.declared"):
    number: str
    name: str
    first_day: date
    last_day: date | None
    allowed: list[str]


@action(Role.QUALITY, Role.DIRECTOR, clause="IAF ID 3:2011")
def declare_event(
    *,
    name: str,
    notice: str,
    scope: str,
    first_day: date,
    allowed: Sequence[Deviation],
    last_day: date | None = None,
    on: date,
    by: Actor,
) -> EventDeclared:
    refuse_if(objections_to_event(notice, first_day, last_day, allowed))
    event = SpecialEvent.objects.create(
        number=next_number(SpecialEvent, "TX", on.year),
        name=name.strip(),
        notice=notice.strip(),
        scope=scope.strip(),
        first_day=first_day,
        last_day=last_day,
        allowed=list(allowed),
    )
    return EventDeclared(event.number, event.name, first_day, last_day, list(allowed))
