"""Enter an activity of the trade somebody of the body was at 登记行业活动 (ISO 26000:2010 7.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.responsibility import objections_to_trade_event
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..models import TradeEvent


@dataclass(frozen=True)
class TradeEventEntered(Happened, kind="trade-event.entered", begins=True):
    number: str
    what: str
    held_on: date
    people: int


@action(*HELD_BY_PERSONS, clause="ISO 26000:2010 7.8")
def enter_trade_event(
    zh: str,
    *,
    en: str = "",
    organiser: str,
    held_on: date,
    place: str = "",
    people: Sequence[str],
    on: date,
    by: Actor,
) -> TradeEventEntered:
    """Once, by whoever of those who were there comes first; see :func:`join_trade_event`."""
    there = list(Person.objects.filter(login__in=people))
    same = TradeEvent.objects.filter(zh=zh.strip(), organiser=organiser.strip(), held_on=held_on)
    refuse_if(objections_to_trade_event(zh, organiser, held_on, on, len(there), known=same.exists()))
    row = TradeEvent.objects.create(
        number=next_number(TradeEvent, "XH", on.year),
        zh=zh.strip(),
        en=en.strip(),
        organiser=organiser.strip(),
        place=place.strip(),
        held_on=held_on,
        n=len(there),
    )
    row.people.set(there)
    return TradeEventEntered(row.number, row.zh, held_on, row.n)
