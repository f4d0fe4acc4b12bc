"""Enter money received for an invoice 登记到账 (CNCA-QMS-01:2025 5.3.1: the client itself pays)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.fees import objections_to_payer, objections_to_receipt
from mingzheng.rulebook.prices import IncomeKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Invoice, Payment


@dataclass(frozen=True)
class PaymentReceived(Happened, kind="invoice.paid"):
    number: str
    payment: str
    amount: Decimal
    received_on: date


@action(Role.FINANCE, clause="CNCA-QMS-01:2025 5.3.1")
def receive_payment(
    number: str,
    *,
    amount: Decimal,
    payer: str,
    bank_reference: str,
    received_on: date,
    on: date,
    by: Actor,
) -> PaymentReceived:
    """In part or in full; certification is paid by the client itself."""
    invoice = Invoice.objects.select_for_update().get(number=number)
    reference = bank_reference.strip()
    used = invoice.payments.filter(bank_reference=reference).exists()
    still_open = Decimal(0) if invoice.credits_id else invoice.amount - invoice.credited - invoice.paid
    found = objections_to_receipt(amount, still_open, reference, received_on, on, used=used)
    refuse_if(found + objections_to_payer(IncomeKind(invoice.kind), invoice.payer, payer, received_on))
    payment = Payment.objects.create(
        number=next_number(Payment, "SK", on.year),
        invoice=invoice,
        amount=amount,
        payer=payer.strip(),
        bank_reference=reference,
        received_on=received_on,
    )
    invoice.paid += amount
    invoice.save(update_fields=["paid"])
    return PaymentReceived(number, payment.number, amount, received_on)
