"""Enter that a quoted service will not be delivered 撤回服务单 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import DELIVERED, REASON_MISSING
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import ServiceOrder


@dataclass(frozen=True)
class OrderWithdrawn(Happened, kind="order.withdrawn"):
    number: str
    reason: str


@action(Role.MARKET, clause="own procedure")
def withdraw_order(number: str, *, reason: str, on: date, by: Actor) -> OrderWithdrawn:
    order = ServiceOrder.objects.select_for_update().get(number=number)
    found = [DELIVERED] if order.held_on or order.withdrawn_on else []
    refuse_if(found + ([] if reason.strip() else [REASON_MISSING]))
    order.withdrawn_on, order.reason = on, reason.strip()
    order.save(update_fields=["withdrawn_on", "reason"])
    return OrderWithdrawn(number, order.reason)
