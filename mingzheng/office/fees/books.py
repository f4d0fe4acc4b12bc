"""Laws of the books about fees."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Sum

from mingzheng.office.record.books import book

from .models import Charge, Invoice, Payment


@book("an invoice is the sum of its charges")
def _charges_make_the_invoice() -> Iterator[str]:
    sums = dict(
        Charge.objects.exclude(invoice=None).order_by().values_list("invoice").annotate(Sum("amount"))
    )
    for pk, number, amount in Invoice.objects.values_list("pk", "number", "amount"):
        if sums.get(pk, Decimal(0)) != amount:
            yield f"{number} is {amount}, its charges say {sums.get(pk, 0)}"


@book("what is paid and taken back of an invoice are its payments and its credits")
def _paid_and_credited() -> Iterator[str]:
    paid = dict(Payment.objects.order_by().values_list("invoice").annotate(Sum("amount")))
    back = dict(
        Invoice.objects.exclude(credits=None).order_by().values_list("credits").annotate(Sum("amount"))
    )
    for row in Invoice.objects.filter(credits=None):
        if row.paid != paid.get(row.pk, Decimal(0)) or row.credited != -back.get(row.pk, Decimal(0)):
            yield f"{row.number}: {row.paid} paid and {row.credited} taken back are not what its rows say"
