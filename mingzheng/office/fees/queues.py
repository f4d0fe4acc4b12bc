"""What waits: fees to invoice, invoices overdue, money to pay back, relief to decide, services to deliver, sources to enter."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.roles import Role

from .models import Relief, ServiceOrder
from .queries import accounts, clients_with_source, invoices, overdue, reliefs_seen_by


def _account(row: Any, on: date) -> Item:
    return Item(f"account:{row.number}", named(row.client), tuple(row.standards), row.due_since)


def _invoice(row: Any, on: date) -> Item:
    return Item(f"invoice:{row.number}", row.payer, due=row.pay_by)


def _relief(row: Relief, on: date) -> Item:
    return Item(f"relief:{row.number}", named(row.contract.client))


def _order(row: ServiceOrder, on: date) -> Item:
    return Item(f"order:{row.number}", row.customer)


def _client(row: Any, on: date) -> Item:
    return Item(f"client-source:{row.uscc}", named(row))


@queue("fees.to-invoice", Role.FINANCE, item=_account)
def to_invoice(by: Actor, on: date) -> QuerySet[Any]:
    """Contracts of which something is due and stands on no invoice."""
    return accounts(on).filter(due__gt=0).order_by("due_since", "pk")


@queue("fees.orders-to-invoice", Role.FINANCE, item=_order)
def orders_to_invoice(by: Actor, on: date) -> QuerySet[ServiceOrder]:
    return ServiceOrder.objects.filter(charges__invoice=None, held_on__isnull=False).order_by("held_on", "pk")


@queue("fees.overdue", Role.FINANCE, Role.MARKET, item=_invoice)
def receivables_overdue(by: Actor, on: date) -> QuerySet[Any]:
    return overdue(on).order_by("pay_by", "pk")


@queue("fees.to-pay-back", Role.FINANCE, item=_invoice)
def to_pay_back(by: Actor, on: date) -> QuerySet[Any]:
    """More was paid than is owed after a credit."""
    return invoices().filter(still_open__lt=0).order_by("issued_on", "pk")


@queue("fees.relief", Role.FINANCE, Role.DIRECTOR, item=_relief)
def relief(by: Actor, on: date) -> QuerySet[Any]:
    """Below the floor a director decides alone; nobody what he asked for himself."""
    rows = reliefs_seen_by(by).filter(state="asked").exclude(asked_by=by.login).order_by("asked_on", "pk")
    return rows if by.holds(Role.DIRECTOR) else rows.filter(below_floor=False)


@queue("fees.to-deliver", Role.MARKET, item=_order)
def to_deliver(by: Actor, on: date) -> QuerySet[ServiceOrder]:
    return ServiceOrder.objects.filter(held_on=None, withdrawn_on=None).order_by("quoted_on", "pk")


@queue("fees.no-source", Role.MARKET, item=_client)
def no_source(by: Actor, on: date) -> QuerySet[Any]:
    return clients_with_source().filter(source=None).order_by("pk")
