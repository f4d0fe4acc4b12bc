"""Declare a gift that was offered or received 礼品登记 (ISO/IEC 17021-1:2015 5.2.1)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.governance import GIFT_OF_ANOTHER, objections_to_gift
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Gift


@dataclass(frozen=True)
class GiftDeclared(Happened, kind="gift.declared"):
    number: str
    person: str
    what: str
    value: Decimal
    received_on: date


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 5.2.1")
def declare_gift(
    login: str, *, giver: str, what: str, value: Decimal, received_on: date, on: date, by: Actor
) -> GiftDeclared:
    """Everybody declares his own, CNY; the integrity supervisor and quality management enter anybody's."""
    may = by.login == login or by.holds(Role.INTEGRITY) or by.holds(Role.QUALITY)
    refuse_if(([] if may else [GIFT_OF_ANOTHER]) + objections_to_gift(value, received_on, on))
    gift = Gift.objects.create(
        number=next_number(Gift, "LP", on.year),
        person=Person.objects.get(login=login),
        giver=giver.strip(),
        what=what.strip(),
        value=value,
        received_on=received_on,
        declared_on=on,
    )
    return GiftDeclared(gift.number, login, gift.what, value, received_on)
