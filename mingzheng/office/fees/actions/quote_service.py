"""Quote a service beside certification 其他服务报价 (ISO/IEC 17021-1:2015 5.2.3, 5.2.5)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.prices.models import Service
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.fees import objections_to_amount
from mingzheng.rulebook.identifiers import objections_to_social_credit_code
from mingzheng.rulebook.prices import objections_to_quoting
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import ServiceOrder


@dataclass(frozen=True)
class ServiceQuoted(Happened, kind="order.quoted", begins=True):
    number: str
    service: str
    customer: str
    amount: Decimal


@action(Role.MARKET, clause="ISO/IEC 17021-1:2015 5.2.3")
def quote_service(
    service: str, *, uscc: str, customer: str, amount: Decimal, on: date, by: Actor
) -> ServiceQuoted:
    """A service without an impartiality class is not quoted, a forbidden one never."""
    row = Service.objects.get(number=service)
    found = objections_to_quoting(row.impartiality) + objections_to_social_credit_code(uscc)
    refuse_if(found + objections_to_amount(amount))
    order = ServiceOrder.objects.create(
        number=next_number(ServiceOrder, "FW", on.year),
        service=row,
        uscc=uscc,
        customer=customer.strip(),
        amount=amount,
        quoted_on=on,
    )
    return ServiceQuoted(order.number, service, order.customer, amount)
