"""Invoice a service that was delivered 服务单开票 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import INVOICED, NOT_DELIVERED
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..issuing import made_out
from ..models import ServiceOrder


@dataclass(frozen=True)
class OrderInvoiced(Happened, kind="order.invoiced"):
    order: str
    invoice: str
    amount: Decimal


@action(Role.FINANCE, clause="own procedure")
def invoice_order(number: str, *, fiscal_number: str, on: date, by: Actor) -> OrderInvoiced:
    order = ServiceOrder.objects.select_for_update().get(number=number)
    refuse_if([] if order.held_on else [NOT_DELIVERED])
    charges = list(order.charges.filter(invoice=None))
    refuse_if([] if charges else [INVOICED])
    invoice = made_out(charges, fiscal_number, order.customer, on, order=order)
    return OrderInvoiced(number, invoice.number, invoice.amount)
