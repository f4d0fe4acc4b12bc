"""What follows for impartiality: a technical service for a certified client is a threat to look at (ISO/IEC 17021-1:2015 5.2.3)."""

from collections.abc import Callable
from datetime import date

from django.db.models import QuerySet

from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.office.fees.models import ServiceOrder
from mingzheng.office.impartiality.actions.enter_risk import enter_risk
from mingzheng.office.impartiality.models import Risk
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.rulebook.governance import UNWEIGHED, RiskKind, Threat
from mingzheng.rulebook.prices import IncomeKind
from mingzheng.words import say


def ordered(event: Event) -> None:
    """A service agreed with an organisation that holds a certificate."""
    rows = _services().filter(number=event.facts["number"])
    for order in rows:
        if Certificate.objects.filter(certification__client__uscc=order.uscc, status__in=LIVING).exists():
            _open(order, event.on)


def certified(event: Event) -> None:
    """An organisation is certified that has ordered such a service before."""
    uscc = event.facts["certification"].partition("/")[0]
    for order in _services().filter(uscc=uscc, quoted_on__lte=event.on):
        _open(order, event.on)


def _services() -> QuerySet[ServiceOrder]:
    """Technical services that were not withdrawn."""
    rows = ServiceOrder.objects.filter(service__kind=IncomeKind.TECHNICAL_SERVICE, withdrawn_on=None)
    return rows.select_related("service")


def _open(order: ServiceOrder, on: date) -> None:
    """Once for an order, however often the event is heard; it weighs the middle of the scale until somebody has looked."""
    about = f"order:{order.number}"
    if not Risk.objects.filter(about=about).exists():
        told = {"customer": order.customer, "service": order.service.name_zh, "order": order.number}
        enter_risk(
            RiskKind.IMPARTIALITY,
            threat=Threat.SELF_REVIEW,
            source=say("risk-source.technical-service", **told),
            likelihood=UNWEIGHED,
            impact=UNWEIGHED,
            about=about,
            on=on,
            by=CLOCK,
        )


FOLLOWS: dict[str, Callable[[Event], None]] = {
    "order.quoted": ordered,
    "certificate.issued": certified,
    "certificate.taken-over": certified,
}
