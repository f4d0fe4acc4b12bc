"""Enter that a service was delivered 登记服务完成 (ISO/IEC 17021-1:2015 5.2.10)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import objections_to_delivery
from mingzheng.rulebook.prices import ImpartialityClass
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Charge, ServiceOrder


@dataclass(frozen=True)
class ServiceDelivered(Happened, kind="order.delivered"):
    number: str
    uscc: str
    customer: str
    trainer: str  # login; of a guarded service he keeps away from the customer's audits
    guarded: bool
    held_on: date
    people: int
    certificates: int


@action(Role.MARKET, clause="ISO/IEC 17021-1:2015 5.2.10")
def deliver_service(
    number: str,
    *,
    held_on: date,
    people: int,
    certificates: int = 0,
    trainer: str = "",
    on: date,
    by: Actor,
) -> ServiceDelivered:
    """How many took part and were given a certificate, and who did it."""
    order = ServiceOrder.objects.select_for_update(of=("self",)).select_related("service").get(number=number)
    guarded = order.service.impartiality == ImpartialityClass.GUARDED
    delivered = bool(order.held_on or order.withdrawn_on)
    refuse_if(
        objections_to_delivery(
            delivered=delivered, people=people, held=held_on, on=on, guarded=guarded, trainer=trainer
        )
    )
    order.held_on, order.people, order.certificates = held_on, people, certificates
    order.trainer = Person.objects.get(login=trainer) if trainer else None
    order.save(update_fields=["held_on", "people", "certificates", "trainer"])
    Charge.objects.create(
        order=order, kind=order.service.kind, what="service", amount=order.amount, due_on=on
    )
    return ServiceDelivered(
        number, order.uscc, order.customer, trainer, guarded, held_on, people, certificates
    )
