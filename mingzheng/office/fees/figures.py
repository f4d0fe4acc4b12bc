"""The figures of income, relief, services beside certification, and sources."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.prices.models import FloorException
from mingzheng.office.record.figure import figure
from mingzheng.rulebook.fees import Decided
from mingzheng.rulebook.indicators import fees as means
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.prices import IncomeKind

from .models import Charge, ClientSource, Payment, Relief, ServiceOrder
from .queries import charges_invoiced

CHARGE: dict[str, Any] = {
    "shows": ("invoice__number", "invoice__payer", "what|price", "scheme", "invoice__issued_on", "amount"),
    "opens": "invoice:invoice__number",
    "amount": "amount",
}
RELIEF: dict[str, Any] = {
    "shows": ("number", "contract__client__name_zh", "reason", "decided_on", "amount"),
    "opens": "relief:number",
}
ORDER: dict[str, Any] = {
    "shows": ("number", "customer", "service__name_zh", "held_on", "people", "certificates"),
    "opens": "order:number",
}


@figure(means.INCOME_INVOICED, by="kind|income", **CHARGE)
def income_invoiced(period: Period) -> QuerySet[Charge]:
    return charges_invoiced(*period.days)


@figure(means.CERTIFICATION_INCOME, by="scheme", **CHARGE)
def certification_income(period: Period) -> QuerySet[Charge]:
    return charges_invoiced(*period.days).filter(kind=IncomeKind.CERTIFICATION)


@figure(
    means.INCOME_RECEIVED,
    shows=("number", "payer", "bank_reference", "received_on", "amount"),
    opens="invoice:invoice__number",
    amount="amount",
    by="invoice__kind|income",
)
def income_received(period: Period) -> QuerySet[Payment]:
    return Payment.objects.filter(received_on__range=period.days)


@figure(means.RELIEF_GRANTED, **RELIEF)
def relief_granted(period: Period) -> QuerySet[Relief]:
    return Relief.objects.filter(state=Decided.GRANTED, decided_on__range=period.days)


@figure(means.RELIEF_AMOUNT, amount="amount", **RELIEF)
def relief_amount(period: Period) -> QuerySet[Relief]:
    return relief_granted(period)


@figure(
    means.BELOW_FLOOR,
    shows=("number", "applicant", "per_day", "floor", "reason", "decided_on"),
    opens="exception:number",
)
def below_floor(period: Period) -> QuerySet[FloorException]:
    return FloorException.objects.filter(state="granted", decided_on__range=period.days)


@figure(means.SERVICES_DELIVERED, by="service__kind|income", **ORDER)
def services_delivered(period: Period) -> QuerySet[ServiceOrder]:
    return ServiceOrder.objects.filter(held_on__range=period.days)


@figure(means.PEOPLE_TRAINED, amount="people", **ORDER)
def people_trained(period: Period) -> QuerySet[ServiceOrder]:
    return services_delivered(period).filter(service__kind=IncomeKind.TRAINING)


@figure(means.TRAINING_CERTIFICATES, amount="certificates", **ORDER)
def training_certificates(period: Period) -> QuerySet[ServiceOrder]:
    return people_trained(period)


@figure(
    means.CLIENTS_BY_SOURCE,
    shows=("client__uscc", "client__name_zh", "source|source", "name", "since"),
    opens="client:client__uscc",
    by="source|source",
)
def clients_by_source(period: Period) -> QuerySet[ClientSource]:
    return ClientSource.objects.filter(since__lte=period.last)
