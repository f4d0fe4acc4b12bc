"""Take back an invoice or part of it 开具红字发票 (own procedure)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.fees import objections_to_credit, objections_to_number, split
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Charge, Invoice


@dataclass(frozen=True)
class InvoiceCredited(Happened, kind="invoice.credited"):
    number: str
    credit: str  # the number of the red-letter invoice
    amount: Decimal
    reason: str


@action(Role.FINANCE, Role.DIRECTOR, clause="own procedure")
def credit_invoice(
    number: str, *, amount: Decimal, fiscal_number: str, reason: str, on: date, by: Actor
) -> InvoiceCredited:
    """A red-letter invoice: its charges are those of the first, negative and in proportion."""
    used = Exists(Invoice.objects.filter(fiscal_number=fiscal_number.strip()))
    invoice: Any = Invoice.objects.select_for_update(of=("self",)).annotate(used=used).get(number=number)
    creditable = invoice.amount - invoice.credited
    found = objections_to_credit(amount, creditable, reason, credit=bool(invoice.credits_id))
    refuse_if(found + objections_to_number(fiscal_number, used=invoice.used))
    credit = Invoice.objects.create(
        number=next_number(Invoice, "FP", on.year),
        **{name: getattr(invoice, name) for name in ("contract_id", "order_id", "kind", "payer")},
        fiscal_number=fiscal_number.strip(),
        amount=-amount,
        credits=invoice,
        reason=reason.strip(),
        issued_on=on,
        pay_by=on,
    )
    Charge.objects.bulk_create(_taken_back(invoice, credit, amount, on))
    invoice.credited += amount
    invoice.save(update_fields=["credited"])
    return InvoiceCredited(number, credit.number, amount, reason.strip())


def _taken_back(invoice: Invoice, credit: Invoice, amount: Decimal, on: date) -> list[Charge]:
    """The charges of the credit: by fee and scheme, as the invoice has them."""
    held: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for charge in invoice.charges.order_by("pk"):
        held[charge.what, charge.scheme] += charge.amount
    held = {name: part for name, part in held.items() if part > 0}
    parts = zip(held, split(amount, list(held.values())), strict=True)
    return [
        Charge(
            contract_id=credit.contract_id,
            order_id=credit.order_id,
            kind=credit.kind,
            what=what,
            scheme=scheme,
            amount=-part,
            due_on=on,
            invoice=credit,
        )
        for (what, scheme), part in parts
        if part
    ]
