"""Add who else was at an activity of the trade 补登参加人员 (ISO 26000:2010 7.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.responsibility import objections_to_joining
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..models import TradeEvent


@dataclass(frozen=True)
class TradeEventJoined(Happened, kind="trade-event.joined"):
    number: str
    people: int
    names: str


@action(*HELD_BY_PERSONS, clause="ISO 26000:2010 7.8")
def join_trade_event(number: str, *, people: Sequence[str], on: date, by: Actor) -> TradeEventJoined:
    """It stays one activity, with more people."""
    row = TradeEvent.objects.select_for_update().get(number=number)
    known = set(row.people.values_list("login", flat=True))
    there = [one for one in Person.objects.filter(login__in=people) if one.login not in known]
    refuse_if(objections_to_joining(len(there)))
    row.people.add(*there)
    row.n = len(known) + len(there)
    row.save(update_fields=["n"])
    return TradeEventJoined(number, row.n, "、".join(one.name_zh for one in there))
