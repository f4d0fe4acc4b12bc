"""服务单: services beside certification, from the quotation to the invoice."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.fees.actions.deliver_service import deliver_service
from mingzheng.office.fees.actions.invoice_order import invoice_order
from mingzheng.office.fees.actions.quote_service import quote_service
from mingzheng.office.fees.actions.withdraw_order import withdraw_order
from mingzheng.office.fees.queries import READERS, orders_seen_by
from mingzheng.office.prices.models import Service
from mingzheng.rulebook.fees import DELIVERED, NOT_DELIVERED

from ..fields import count, day, line, money, text
from ..fields import people as people_of_the_body
from ..recorded import Fact
from ..register import Register, Verb
from .contracts import CRUMB

TONES = {"quoted": "wait", "delivered": "good", "withdrawn": "idle"}


def _services() -> list[tuple[str, str]]:
    return [(one.number, t(one.name_zh, one.name_en)) for one in Service.objects.order_by("number")]


class QuoteForm(forms.Form):
    service = forms.ChoiceField(label=t("服务", "Service"), choices=_services)
    customer = line(t("单位名称", "Organisation"), 200)
    uscc = line(t("统一社会信用代码", "Unified social credit code"), 18)
    amount = money(t("报价（元）", "Price (CNY)"))


class DeliveredForm(forms.Form):
    held_on = day(t("完成日期", "Delivered on"))
    people = count(t("参加人数", "People who took part"), 1)
    certificates = count(t("发放证书", "Certificates handed out"), initial=0)
    trainer = people_of_the_body(t("讲师或承担人", "Trainer, or who did it"), required=False)


class WithdrawForm(forms.Form):
    reason = text(t("理由", "Reason"), 2, max_length=300)


class NumberForm(forms.Form):
    fiscal_number = line(t("发票号码", "Number of the invoice"), 30)


def state(row: Any) -> str:
    return "withdrawn" if row.withdrawn_on else "delivered" if row.held_on else "quoted"


def ended(row: Any) -> list[Any]:
    return [] if state(row) == "quoted" else [DELIVERED]


ORDERS = Register(
    "orders",
    t("服务单", "Services ordered"),
    subject="order",
    rows=orders_seen_by,
    roles=READERS,
    crumb=CRUMB,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("service", t("服务", "Service"), value=lambda row: t(row.service.name_zh, row.service.name_en), sort="service__name_zh"),
        Column("customer", t("单位", "Organisation"), sort="customer"),
        Column("amount", t("金额", "Amount"), Kind.MONEY, sort="amount"),
        Column("quoted_on", t("报价日期", "Quoted on"), Kind.DAY, sort="quoted_on"),
        Column("held_on", t("完成日期", "Delivered on"), Kind.DAY, sort="held_on"),
        Column("people", t("人数", "People"), Kind.NUMBER, value=lambda row: row.people if row.held_on else None, sort="people"),
        Column("state", t("状态", "State"), value=lambda row: pill(say_lazy(f"order-state.{state(row)}"), TONES[state(row)]),
               export=lambda row: str(say_lazy(f"order-state.{state(row)}"))),
    ),
    search=("number", "customer", "uscc"),
    tabs=(
        Tab("open", t("待完成", "To deliver"), Q(held_on=None, withdrawn_on=None)),
        Tab("delivered", t("已完成", "Delivered"), Q(held_on__isnull=False)),
        EVERYTHING,
    ),
    enter=Verb(quote_service, t("服务报价", "Quote a service"), QuoteForm),
    verbs=(
        Verb(deliver_service, t("登记完成", "Enter as delivered"), DeliveredForm, icon="check", primary=True, barred=ended,
             begin=lambda row: {"held_on": today()}),
        Verb(withdraw_order, t("撤回服务单", "Withdraw the order"), WithdrawForm, icon="x", barred=ended),
        Verb(invoice_order, t("服务开票", "Invoice the service"), NumberForm, icon="file-invoice",
             barred=lambda row: [] if row.held_on else [NOT_DELIVERED]),
    ),
    facts=lambda row: [
        Fact(t("公正性类别", "Impartiality class"), say_lazy(f"service-class.{row.service.impartiality}")),
        Fact(t("统一社会信用代码", "Unified social credit code"), row.uscc),
        Fact(t("讲师或承担人", "Trainer, or who did it"), row.trainer and called(row.trainer)),
        Fact(t("发放证书", "Certificates handed out"), row.certificates if row.held_on else None),
        Fact(t("撤回理由", "Why it was withdrawn"), row.reason, long=True),
    ],
    heading=lambda row: f"{row.number} · {row.customer}",
    papers=True,
)  # fmt: skip
