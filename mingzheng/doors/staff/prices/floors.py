"""最低收费和低于底价的报价."""

from typing import Any

from django import forms

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.contracts.models import Application
from mingzheng.office.prices import queries
from mingzheng.office.prices.actions.decide_below_floor import decide_below_floor
from mingzheng.office.prices.actions.request_below_floor import request_below_floor
from mingzheng.office.prices.actions.set_fee_floor import set_fee_floor
from mingzheng.rulebook.contract_review import ApplicationStatus
from mingzheng.rulebook.prices import EXCEPTION_DECIDED

from ..exceptions import TABS, TONES, deciding, why_and_what_became_of_it
from ..fields import day, line, money, text
from ..register import Register, Verb

FEES = (t("收费", "Fees"), "staff:fees")


class FloorForm(forms.Form):
    per_day = money(t("每人日最低收费（元）", "Lowest fee for an auditor-day (CNY)"))
    valid_from = day(t("生效日期", "Valid from"))
    reason = line(t("依据", "What it rests on"), 300)


class AskForm(forms.Form):
    application = line(t("申请编号", "Number of the application"), 20)
    per_day = money(t("拟报每人日单价（元）", "To be quoted for an auditor-day (CNY)"))
    reason = text(t("理由", "Reason"), 3, max_length=300)

    def clean(self) -> dict[str, Any]:
        """The applicant's name goes with it."""
        said = super().clean() or {}
        rows = Application.objects.filter(number=said.get("application"), status=ApplicationStatus.ACCEPTED)
        name = rows.values_list("name_zh", flat=True).first()
        if not name:
            self.add_error(
                "application", t("没有此编号的已受理申请", "No accepted application has this number")
            )
        return {**said, "applicant": name}


FLOORS = Register(
    "fee-floors",
    t("最低收费", "Price floor"),
    subject="fee-floor",
    rows=queries.floors_seen_by,
    roles=queries.READERS,
    crumb=FEES,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("per_day", t("每人日最低收费", "Lowest fee for an auditor-day"), Kind.MONEY, sort="per_day"),
        Column("valid_from", t("生效日期", "Valid from"), Kind.DAY, sort="valid_from"),
        Column("reason", t("依据", "What it rests on")),
    ),
    order=("-valid_from",),
    enter=Verb(
        set_fee_floor, t("设定底价", "Set the floor"), FloorForm, begin=lambda _: {"valid_from": today()}
    ),
)
EXCEPTIONS = Register(
    "exceptions",
    t("低于底价的报价", "Quotations below the floor"),
    subject="exception",
    rows=queries.exceptions_seen_by,
    roles=queries.READERS,
    crumb=FEES,
    heading=lambda row: f"{row.number} · {row.applicant}",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("application", t("申请编号", "Application"), Kind.CODE, sort="application"),
        Column("applicant", t("申请组织", "Applicant"), sort="applicant"),
        Column("per_day", t("拟报单价", "To be quoted"), Kind.MONEY, sort="per_day"),
        Column("floor", t("当日底价", "Floor on the day"), Kind.MONEY),
        Column("state", t("状态", "State"), Kind.STATUS, words="exception-state", tones=TONES, sort="state"),
        Column("asked_on", t("提出日期", "Asked on"), Kind.DAY, sort="asked_on"),
    ),
    search=("number", "application", "applicant"),
    tabs=TABS,
    enter=Verb(request_below_floor, t("申请低于底价报价", "Ask to quote below the floor"), AskForm),
    verbs=(deciding(decide_below_floor, EXCEPTION_DECIDED),),
    facts=why_and_what_became_of_it,
)
