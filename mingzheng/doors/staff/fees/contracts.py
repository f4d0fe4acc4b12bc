"""合同应收: what each contract owes, what of it is invoiced, and what is due."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.formats import money
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.fees.actions.add_charge import add_charge
from mingzheng.office.fees.actions.issue_invoice import issue_invoice
from mingzheng.office.fees.actions.request_relief import request_relief
from mingzheng.office.fees.models import Charge
from mingzheng.office.fees.queries import READERS, accounts_seen_by
from mingzheng.rulebook.fees import NOTHING_DUE

from .. import links
from ..fields import choice, day, line, text
from ..fields import money as amount
from ..recorded import Table
from ..register import Register, Verb

ADDED = ("recertification", "special", "surveillance-1", "surveillance-2", "other")
CRUMB = (t("收费", "Fees"), "staff:fees")


class InvoiceForm(forms.Form):
    fiscal_number = line(t("发票号码", "Number of the invoice"), 30)
    until = day(t("开到哪一天到期的应收", "For what falls due by"))


class ChargeForm(forms.Form):
    what = choice(t("收费项目", "Fee"), ADDED, "price")
    amount = amount(t("金额（元）", "Amount (CNY)"))
    due_on = day(t("到期日", "Due on"))


class ReliefForm(forms.Form):
    amount = amount(t("减免金额（元）", "Amount of relief (CNY)"))
    reason = text(t("理由", "Reason"), 3, max_length=300)


def rows(by: Any) -> QuerySet[Any]:
    return accounts_seen_by(by, today())


def charges(row: Any) -> list[Table]:
    """Every fee with the invoice it stands on."""
    found = Charge.objects.filter(contract=row).select_related("invoice").order_by("due_on", "pk")
    heads = [
        t("收费项目", "Fee"),
        t("体系", "Scheme"),
        t("金额", "Amount"),
        t("到期日", "Due on"),
        t("发票", "Invoice"),
    ]
    told = [
        (links.page_of(f"invoice:{one.invoice.number}") if one.invoice else "",
         [say_lazy(f"price.{one.what}"), one.scheme, money(one.amount), one.due_on, one.invoice.number if one.invoice else "--"])
        for one in found
    ]  # fmt: skip
    return [Table(t("应收项", "Charges"), heads, told)]


ACCOUNTS = Register(
    "receivables",
    t("合同应收", "Receivables by contract"),
    subject="account",
    rows=rows,
    roles=READERS,
    crumb=CRUMB,
    columns=(
        Column("number", t("合同编号", "Contract"), Kind.CODE, sort="number"),
        Column("client", t("客户", "Client"), value=lambda row: called(row.client), sort="client__name_zh"),
        Column("standards", t("标准", "Standards"), Kind.STANDARDS),
        Column("charged", t("应收合计", "Charged"), Kind.MONEY, sort="charged"),
        Column("invoiced", t("已开票", "Invoiced"), Kind.MONEY, sort="invoiced"),
        Column("due", t("到期未开票", "Due, not invoiced"), Kind.MONEY, sort="due"),
        Column("due_since", t("最早到期", "Due since"), Kind.DEADLINE, sort="due_since"),
    ),
    search=("number", "client__name_zh", "client__uscc"),
    tabs=(Tab("due", t("待开票", "To invoice"), Q(due__gt=0)), EVERYTHING),
    order=("due_since",),
    verbs=(
        Verb(
            issue_invoice,
            t("开具发票", "Issue an invoice"),
            InvoiceForm,
            icon="file-invoice",
            primary=True,
            begin=lambda row: {"until": today()},
            barred=lambda row: [] if row.charged > row.invoiced else [NOTHING_DUE],
        ),
        Verb(add_charge, t("登记应收费用", "Enter a fee"), ChargeForm, icon="plus"),
        Verb(request_relief, t("申请费用减免", "Ask for relief"), ReliefForm, icon="percentage"),
    ),
    tables=charges,
    beside=lambda row: [f"contract:{row.number}"],
    heading=lambda row: f"{row.number} · {called(row.client)}",
)
