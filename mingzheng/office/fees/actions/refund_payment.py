"""Enter money paid back 登记退款 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.fees import objections_to_refund
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Invoice, Payment


@dataclass(frozen=True)
class PaymentRefunded(Happened, kind="invoice.refunded"):
    number: str
    payment: str
    amount: Decimal


@action(Role.FINANCE, clause="own procedure")
def refund_payment(
    number: str, *, amount: Decimal, bank_reference: str, on: date, by: Actor
) -> PaymentRefunded:
    """After a credit more may have been paid than is owed; no more is paid back than was paid."""
    invoice = Invoice.objects.select_for_update().get(number=number)
    reference = bank_reference.strip()
    used = invoice.payments.filter(bank_reference=reference).exists()
    refuse_if(objections_to_refund(amount, invoice.paid, reference, used=used))
    payment = Payment.objects.create(
        number=next_number(Payment, "SK", on.year),
        invoice=invoice,
        amount=-amount,
        payer=invoice.payer,
        bank_reference=reference,
        received_on=on,
    )
    invoice.paid -= amount
    invoice.save(update_fields=["paid"])
    return PaymentRefunded(number, payment.number, amount)
