"""Reading charges, invoices, payments, relief, orders and sources."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    Case,
    Count,
    DecimalField,
    Exists,
    F,
    Min,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from mingzheng.office.clients.models import Client
from mingzheng.office.contracts.models import Contract
from mingzheng.office.contracts.pricing import FEES
from mingzheng.office.contracts.queries import contracted_days, sorted_times
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import Source
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

from .models import Charge, ClientSource, Invoice, Payment, Reconciliation, Relief, ServiceOrder

NOT_FOR_DAYS = tuple(fee.removeprefix("price.") for fee in FEES)
READERS = (Role.FINANCE, Role.MARKET, Role.DIRECTOR)
NOTHING = Value(Decimal(0), DecimalField(max_digits=14, decimal_places=2))


def readers_only(by: Actor) -> None:
    """Raises Refused for whoever has no business with money."""
    if not any(by.holds(role) for role in READERS):
        raise Refused(NOT_YOURS)


def total(rows: QuerySet[Any], path: str = "amount") -> Decimal:
    """The sum over rows; 0 of none."""
    return rows.aggregate(n=Coalesce(Sum(path), NOTHING))["n"]


def invoices() -> QuerySet[Any]:
    """Every invoice with what is `still_open` of it, negative where something is to be paid back; of a credit nothing is."""
    still_open = Case(When(credits=None, then=F("amount") - F("credited") - F("paid")), default=NOTHING)
    return Invoice.objects.select_related("contract__client", "order").annotate(still_open=still_open)


def invoices_seen_by(by: Actor) -> QuerySet[Any]:
    readers_only(by)
    return invoices()


def receivables() -> QuerySet[Any]:
    """Invoices of which something is still to be paid."""
    return invoices().filter(credits=None, still_open__gt=0)


def overdue(on: date) -> QuerySet[Any]:
    """Invoices of which something should have been paid before this day."""
    return receivables().filter(pay_by__lt=on)


def payments_seen_by(by: Actor) -> QuerySet[Any]:
    readers_only(by)
    return Payment.objects.select_related("invoice__contract__client")


def reliefs_seen_by(by: Actor) -> QuerySet[Any]:
    readers_only(by)
    return Relief.objects.select_related("contract__client")


def orders_seen_by(by: Actor) -> QuerySet[Any]:
    readers_only(by)
    return ServiceOrder.objects.select_related("service", "trainer")


def reconciliations_seen_by(by: Actor) -> QuerySet[Any]:
    readers_only(by)
    return Reconciliation.objects.annotate(difference=F("booked") - F("invoiced"))


def accounts(on: date) -> QuerySet[Any]:
    """Contracts with fees: what is `charged`, `invoiced` and `due` to be invoiced by this day, and since when."""
    of = Charge.objects.filter(contract=OuterRef("pk")).order_by().values("contract")

    def sum_of(rows: QuerySet[Any]) -> Coalesce:
        return Coalesce(Subquery(rows.annotate(n=Sum("amount")).values("n")), NOTHING)

    due = of.filter(invoice=None, due_on__lte=on)
    return (
        Contract.objects.filter(Exists(of))
        .select_related("client")
        .annotate(
            charged=sum_of(of),
            invoiced=sum_of(of.filter(invoice__isnull=False)),
            due=sum_of(due),
            due_since=Subquery(due.annotate(n=Min("due_on")).values("n")),
        )
    )


def accounts_seen_by(by: Actor, on: date) -> QuerySet[Any]:
    readers_only(by)
    return accounts(on)


def uninvoiced(contract: Contract) -> QuerySet[Charge]:
    """Fees of a contract that stand on no invoice yet."""
    return Charge.objects.filter(contract=contract, invoice=None)


def is_planned(number: str) -> bool:
    """Are the fees of this contract planned?"""
    return Charge.objects.filter(contract__number=number).exists()


def days_by_standard(contract: Contract) -> dict[str, Decimal]:
    """Auditor-days of what a contract is for by standard, to cut its fees by; one each where nobody knows."""
    if not contract.application:
        return {standard: Decimal(1) for standard in contract.standards} or {"": Decimal(1)}
    times = sorted_times(contract.application)
    return {time.standard: contracted_days([time]).total for time in times}


def audits_of(contract: Contract) -> tuple[Decimal, Decimal | None]:
    """What the auditor-days of a contract bring, relief taken off, and how many they are; None where nobody knows."""
    charged = total(Charge.objects.filter(contract=contract).exclude(what__in=NOT_FOR_DAYS))
    if contract.application is None:
        return charged, None
    agreed = contract.application
    days = contracted_days(sorted_times(agreed), agreed.integration_percent)
    return charged, days.total


def clients_with_source() -> QuerySet[Any]:
    """Every client with its `source`, `agent` and the day; empty where none is entered."""
    own = ClientSource.objects.filter(client=OuterRef("pk"))
    return Client.objects.annotate(
        number=F("uscc"),
        source=Subquery(own.values("source")[:1]),
        agent=Subquery(own.values("name")[:1]),
        source_since=Subquery(own.values("since")[:1]),
    )


def sources_seen_by(by: Actor) -> QuerySet[Any]:
    readers_only(by)
    return clients_with_source()


def clients_by_source() -> dict[Source, int]:
    """How many clients came in each way; with those of none they are all clients."""
    found: Mapping[str, int] = dict(ClientSource.objects.values_list("source").annotate(Count("pk")))
    return {source: found.get(source, 0) for source in Source}


def charges_invoiced(first: date, last: date) -> QuerySet[Charge]:
    """What was invoiced from a day to a day, credits as negative: the income of those days."""
    return Charge.objects.filter(invoice__issued_on__range=(first, last))


def income(first: date, last: date) -> list[tuple[str, str, Decimal]]:
    """Kind, scheme and amount of what was invoiced in these days."""
    rows = charges_invoiced(first, last).order_by().values_list("kind", "scheme")
    return sorted(rows.annotate(n=Sum("amount")))


def reconciled(year: int) -> Reconciliation | None:
    return Reconciliation.objects.filter(year=year).first()
