"""Enter what became of a gift 礼品处置 (ISO/IEC 17021-1:2015 5.2.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.governance import GIFT_SETTLED, Settlement
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Gift


@dataclass(frozen=True)
class GiftSettled(Happened, kind="gift.settled"):
    number: str
    settlement: Settlement


@action(Role.INTEGRITY, Role.QUALITY, clause="ISO/IEC 17021-1:2015 5.2.1")
def settle_gift(number: str, *, settlement: Settlement, evidence: str, on: date, by: Actor) -> GiftSettled:
    gift = Gift.objects.select_for_update().get(number=number)
    refuse_if([GIFT_SETTLED] if gift.settled_on else [])
    gift.settlement, gift.evidence, gift.settled_on = settlement, evidence.strip(), on
    gift.save(update_fields=["settlement", "evidence", "settled_on"])
    return GiftSettled(number, settlement)
