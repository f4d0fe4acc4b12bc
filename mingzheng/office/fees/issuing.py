"""How an invoice comes to be: the charges that are due, made out under one number."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.fees import objections_to_invoice, pay_by
from mingzheng.rulebook.verdict import refuse_if

from .models import Charge, Invoice


def made_out(charges: Sequence[Charge], fiscal_number: str, payer: str, on: date, **of: Any) -> Invoice:
    """An invoice over these charges; `of` says of which contract or order. To be called inside an action."""
    amount = sum((charge.amount for charge in charges), Decimal(0))
    used = Invoice.objects.filter(fiscal_number=fiscal_number.strip()).exists()
    refuse_if(objections_to_invoice(amount, fiscal_number, used=used))
    invoice = Invoice.objects.create(
        number=next_number(Invoice, "FP", on.year),
        kind=charges[0].kind,
        payer=payer,
        fiscal_number=fiscal_number.strip(),
        amount=amount,
        issued_on=on,
        pay_by=pay_by(on),
        **of,
    )
    Charge.objects.filter(pk__in=[charge.pk for charge in charges]).update(invoice=invoice)
    return invoice
