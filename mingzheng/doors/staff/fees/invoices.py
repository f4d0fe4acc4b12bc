"""发票和到账."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.formats import money, pill
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.fees.actions.credit_invoice import credit_invoice
from mingzheng.office.fees.actions.receive_payment import receive_payment
from mingzheng.office.fees.actions.refund_payment import refund_payment
from mingzheng.office.fees.queries import READERS, invoices_seen_by, payments_seen_by
from mingzheng.rulebook.fees import CREDIT_OF_CREDIT, MORE_THAN_OPEN, MORE_THAN_PAID
from mingzheng.rulebook.prices import IncomeKind

from .. import links
from ..fields import day, line, text
from ..fields import money as amount
from ..recorded import Fact, Table, subject_fact
from ..register import Register, Verb
from .contracts import CRUMB

TONES = {"open": "wait", "overdue": "busy", "settled": "good", "to_pay_back": "busy", "credit": "idle"}


class PaymentForm(forms.Form):
    amount = amount(t("到账金额（元）", "Received (CNY)"))
    payer = line(t("付款方", "Paid by"), 200)
    bank_reference = line(t("银行流水号", "Bank reference"), 60)
    received_on = day(t("到账日期", "Received on"))


class CreditForm(forms.Form):
    amount = amount(t("冲红金额（元）", "Amount credited (CNY)"))
    fiscal_number = line(t("红字发票号码", "Number of the credit note"), 30)
    reason = text(t("理由", "Reason"), 3, max_length=300)


class RefundForm(forms.Form):
    amount = amount(t("退款金额（元）", "Paid back (CNY)"))
    bank_reference = line(t("银行流水号", "Bank reference"), 60)


def payer(invoice: Any, said: str) -> str:
    """Who pays, in the reader's language where it is the client of the contract."""
    client = invoice.contract and invoice.contract.client
    return called(client) if client and client.name_zh == said else said


def state(row: Any) -> str:
    """Where an invoice stands; words of invoice-state."""
    if row.credits_id:
        return "credit"
    if row.still_open < 0:
        return "to_pay_back"
    if not row.still_open:
        return "settled"
    return "overdue" if row.pay_by < today() else "open"


def of(row: Any) -> list[Fact]:
    facts = [
        Fact(t("发票号码", "Invoice number"), row.fiscal_number),
        Fact(t("冲红理由", "Why it was credited"), row.reason, long=True),
    ]
    if row.contract:
        facts.append(subject_fact(t("合同", "Contract"), f"account:{row.contract.number}"))
    if row.order:
        facts.append(subject_fact(t("服务单", "Order"), f"order:{row.order.number}"))
    return facts


def tables(row: Any) -> list[Table]:
    charges = [
        ("", [say_lazy(f"price.{one.what}"), one.scheme, money(one.amount)])
        for one in row.charges.order_by("pk")
    ]
    payments = [
        ("", [one.number, one.received_on, money(one.amount), one.payer, one.bank_reference])
        for one in row.payments.order_by("pk")
    ]
    credits = [
        (links.page_of(f"invoice:{one.number}"), [one.number, one.issued_on, money(one.amount), one.reason])
        for one in row.credit_notes.order_by("pk")
    ]
    heads = [t("编号", "Number"), t("日期", "On"), t("金额", "Amount")]
    return [
        Table(
            t("应收项", "Charges"), [t("收费项目", "Fee"), t("体系", "Scheme"), t("金额", "Amount")], charges
        ),
        Table(
            t("到账", "Payments"),
            [*heads, t("付款方", "Paid by"), t("银行流水号", "Bank reference")],
            payments,
        ),
        Table(t("红字发票", "Credit notes"), [*heads, t("理由", "Reason")], credits),
    ]


OVERDUE = Q(credits=None, still_open__gt=0)
INVOICES = Register(
    "invoices",
    t("发票", "Invoices"),
    subject="invoice",
    rows=invoices_seen_by,
    roles=READERS,
    crumb=CRUMB,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("payer", t("付款单位", "Payer"), value=lambda row: payer(row, row.payer), sort="payer"),
        Column("kind", t("业务类别", "Kind"), Kind.STATUS, words="income", sort="kind"),
        Column("amount", t("金额", "Amount"), Kind.MONEY, sort="amount"),
        Column("still_open", t("未结", "Open"), Kind.MONEY, sort="still_open"),
        Column("issued_on", t("开票日期", "Issued on"), Kind.DAY, sort="issued_on"),
        Column("pay_by", t("付款期限", "Pay by"), Kind.DEADLINE, value=lambda row: row.pay_by if row.still_open > 0 else None,
               sort="pay_by", export=lambda row: row.pay_by),
        Column("state", t("状态", "State"), value=lambda row: pill(say_lazy(f"invoice-state.{state(row)}"), TONES[state(row)]),
               export=lambda row: str(say_lazy(f"invoice-state.{state(row)}"))),
    ),
    search=("number", "fiscal_number", "payer"),
    filters=(
        Choice("kind", t("业务类别", "Kind"), [(kind, say_lazy(f"income.{kind}")) for kind in IncomeKind]),
        Days("issued_on", t("开票日期", "Issued")),
    ),
    tabs=(
        Tab("open", t("应收", "Receivable"), OVERDUE),
        Tab("back", t("待退款", "To pay back"), Q(still_open__lt=0)),
        Tab("credits", t("红字", "Credit notes"), Q(credits__isnull=False)),
        EVERYTHING,
    ),
    order=("pay_by",),
    verbs=(
        Verb(
            receive_payment,
            t("登记到账", "Enter a payment"),
            PaymentForm,
            icon="report-money",
            primary=True,
            begin=lambda row: {"amount": f"{row.still_open:.2f}", "payer": row.payer, "received_on": today()},
            barred=lambda row: [] if row.still_open > 0 else [MORE_THAN_OPEN.because(open=max(row.still_open, 0))],
        ),
        Verb(
            credit_invoice,
            t("开具红字发票", "Issue a credit note"),
            CreditForm,
            icon="arrow-back-up",
            begin=lambda row: {"amount": row.amount - row.credited},
            barred=lambda row: [CREDIT_OF_CREDIT] if row.credits_id else [],
        ),
        Verb(
            refund_payment,
            t("登记退款", "Enter a refund"),
            RefundForm,
            icon="transfer",
            begin=lambda row: {"amount": max(-row.still_open, 0) or None},
            barred=lambda row: [] if row.paid > 0 else [MORE_THAN_PAID.because(paid=row.paid)],
        ),
    ),
    facts=of,
    tables=tables,
    beside=lambda row: [f"order:{row.order.number}"] if row.order else [],
    heading=lambda row: f"{row.number} · {payer(row, row.payer)}",
    papers=True,
)  # fmt: skip
PAYMENTS = Register(
    "payments",
    t("到账", "Payments"),
    subject="payment",
    rows=payments_seen_by,
    roles=READERS,
    crumb=CRUMB,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("invoice", t("发票", "Invoice"), Kind.CODE, value="invoice.number", sort="invoice__number"),
        Column("payer", t("付款方", "Payer"), value=lambda row: payer(row.invoice, row.payer), sort="payer"),
        Column("amount", t("金额", "Amount"), Kind.MONEY, sort="amount"),
        Column("bank_reference", t("银行流水号", "Bank reference"), Kind.CODE, sort="bank_reference"),
        Column("received_on", t("到账日期", "Received on"), Kind.DAY, sort="received_on"),
    ),
    search=("number", "payer", "bank_reference", "invoice__number"),
    filters=(Days("received_on", t("到账日期", "Received")),),
    order=("-received_on",),
    facts=lambda row: [subject_fact(t("发票", "Invoice"), f"invoice:{row.invoice.number}")],
    beside=lambda row: [f"invoice:{row.invoice.number}"],
    heading=lambda row: f"{row.number} · {payer(row.invoice, row.payer)}",
)
