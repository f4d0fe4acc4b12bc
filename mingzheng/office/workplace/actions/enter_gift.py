"""Enter what somebody gave 登记捐款 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_giving

from ..models import Drive, Gift


@dataclass(frozen=True)
class GiftEntered(Happened, kind="drive.gift-entered"):
    """Without the giver: the record is read by more than may know him."""

    number: str
    amount: Decimal


@action(Role.UNION, clause="own procedure")
def enter_gift(number: str, *, amount: Decimal, login: str = "", on: date, by: Actor) -> GiftEntered:
    """CNY; without a login it is nobody's who is named."""
    drive = Drive.objects.select_for_update().get(number=number)
    refuse_if(objections_to_giving(amount, closed=bool(drive.closed_on)))
    giver = Person.objects.get(login=login) if login else None
    Gift.objects.create(drive=drive, person=giver, amount=amount, given_on=on)
    return GiftEntered(number, amount)
