"""What clients owe and pay: charges, invoices, payments, relief, services ordered, where clients come from."""

from typing import Any

from django.db import models
from django.db.models import F, Q

MONEY: dict[str, Any] = {"max_digits": 12, "decimal_places": 2}  # CNY, tax included
ONE_SOURCE = Q(contract__isnull=False, order=None) | Q(contract=None, order__isnull=False)


class ServiceOrder(models.Model):
    """服务单: a service beside certification, quoted to an organisation, then delivered."""

    number = models.CharField(max_length=20, unique=True)  # "FW2026-0001"
    service = models.ForeignKey("prices.Service", on_delete=models.PROTECT, related_name="+")
    uscc = models.CharField(max_length=18)
    customer = models.CharField(max_length=200)
    amount = models.DecimalField(**MONEY)
    quoted_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    trainer = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", null=True)
    people = models.PositiveIntegerField(default=0)  # who took part
    certificates = models.PositiveIntegerField(default=0)  # handed out
    withdrawn_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)  # of the withdrawal

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(withdrawn_on=None),
                name="an_order_is_delivered_or_withdrawn",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Invoice(models.Model):
    """发票: over charges that were due; a credit (红字) takes back part of another and is negative."""

    number = models.CharField(max_length=20, unique=True)  # "FP2026-0001"
    contract = models.ForeignKey("contracts.Contract", on_delete=models.PROTECT, related_name="+", null=True)
    order = models.ForeignKey(ServiceOrder, on_delete=models.PROTECT, related_name="invoices", null=True)
    kind = models.CharField(max_length=20)  # rulebook.prices.IncomeKind
    payer = models.CharField(max_length=200)
    fiscal_number = models.CharField(max_length=30, unique=True)  # 发票号码
    amount = models.DecimalField(**MONEY)
    credited = models.DecimalField(default=0, **MONEY)  # taken back by credits
    paid = models.DecimalField(default=0, **MONEY)  # received, less paid back
    credits = models.ForeignKey("self", on_delete=models.PROTECT, related_name="credit_notes", null=True)
    reason = models.CharField(max_length=300, blank=True)  # of a credit
    issued_on = models.DateField()
    pay_by = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["issued_on"], name="invoice_issued")]
        constraints = [
            models.CheckConstraint(condition=ONE_SOURCE, name="an_invoice_is_for_a_contract_or_an_order"),
            models.CheckConstraint(
                condition=Q(credits=None, amount__gt=0) | Q(credits__isnull=False, amount__lt=0),
                name="a_credit_is_negative_and_nothing_else_is",
            ),
            models.CheckConstraint(
                condition=Q(credits__isnull=False) | Q(credited__lte=F("amount"), paid__lte=F("amount")),
                name="no_more_is_taken_back_or_paid_than_was_invoiced",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Charge(models.Model):
    """应收项: one fee of one standard, or one service; due on a day, then part of an invoice. Relief and credits are negative."""

    contract = models.ForeignKey("contracts.Contract", on_delete=models.PROTECT, related_name="+", null=True)
    order = models.ForeignKey(ServiceOrder, on_delete=models.PROTECT, related_name="charges", null=True)
    kind = models.CharField(max_length=20)  # rulebook.prices.IncomeKind
    what = models.CharField(max_length=30)  # words price.<what>
    scheme = models.CharField(max_length=8, blank=True)
    amount = models.DecimalField(**MONEY)
    due_on = models.DateField()
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="charges", null=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_on"], condition=Q(invoice=None), name="charge_to_invoice"),
        ]
        constraints = [
            models.CheckConstraint(condition=ONE_SOURCE, name="a_charge_is_for_a_contract_or_an_order")
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.amount}"


class Payment(models.Model):
    """到账: money received for an invoice, in part or in full; negative when paid back."""

    number = models.CharField(max_length=20, unique=True)  # "SK2026-0001"
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="payments")
    amount = models.DecimalField(**MONEY)
    payer = models.CharField(max_length=200)
    bank_reference = models.CharField(max_length=60)
    received_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["received_on"], name="payment_received")]
        constraints = [
            models.UniqueConstraint(
                fields=["invoice", "bank_reference"], name="a_transfer_is_entered_once_for_an_invoice"
            )
        ]

    def __str__(self) -> str:
        return self.number


class Relief(models.Model):
    """费用减免: asked for a contract's fees not invoiced yet, and decided."""

    number = models.CharField(max_length=20, unique=True)  # "JM2026-0001"
    contract = models.ForeignKey("contracts.Contract", on_delete=models.PROTECT, related_name="+")
    amount = models.DecimalField(**MONEY)
    reason = models.CharField(max_length=300)
    below_floor = models.BooleanField()  # an auditor-day would then cost less than the floor
    state = models.CharField(max_length=10, default="asked")  # rulebook.fees.Decided
    asked_by = models.CharField(max_length=40)
    asked_on = models.DateField()
    decided_by = models.CharField(max_length=40, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="asked", decided_on=None) | ~Q(state="asked") & Q(decided_on__isnull=False),
                name="decided_relief_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return self.number


class ClientSource(models.Model):
    """客户来源: how a client came, exactly one."""

    client = models.OneToOneField("clients.Client", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=8)  # rulebook.fees.Source
    name = models.CharField(max_length=200, blank=True)  # of the agent or partner
    since = models.DateField()

    def __str__(self) -> str:
        return f"{self.client_id} {self.source}"


class Reconciliation(models.Model):
    """与账务核对: a year's invoices held against the accounts."""

    number = models.CharField(max_length=20, unique=True)  # "HD2025"
    year = models.PositiveSmallIntegerField(unique=True)
    invoiced = models.DecimalField(**MONEY)
    booked = models.DecimalField(**MONEY)
    explanation = models.CharField(max_length=500, blank=True)
    reconciled_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(invoiced=F("booked")) | ~Q(explanation=""), name="a_difference_is_explained"
            )
        ]

    def __str__(self) -> str:
        return self.number
