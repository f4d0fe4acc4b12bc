"""劳务费: rates, and the settlement of each person's month."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.workplace.actions.approve_day_fees import approve_day_fees
from mingzheng.office.workplace.actions.check_day_fees import check_day_fees
from mingzheng.office.workplace.actions.claim_day_fees import claim_day_fees
from mingzheng.office.workplace.actions.pay_day_fees import pay_day_fees
from mingzheng.office.workplace.actions.send_back_day_fees import send_back_day_fees
from mingzheng.office.workplace.actions.set_day_rate import set_day_rate
from mingzheng.office.workplace.day_fees import (
    PAID_ROLES,
    booked_in,
    days_of,
    halves_of,
    rates_seen_by,
    read,
    settlements_seen_by,
    told,
    unsettled_in,
)
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.day_fees import Held, Step, objections_to_turn
from mingzheng.rulebook.roles import Role

from ..fields import choice, day, line, lines, money, optional, people, text, yes
from ..links import page_of
from ..recorded import Fact, Table
from ..register import Register, Verb
from .union import CRUMB

TONES = {"claimed": "wait", "checked": "wait", "approved": "busy", "paid": "good", "refused": "idle"}
HELD_TONES = {"agreed": "good", "not-claimed": "busy", "not-booked": "busy", "not-audited": "busy"}
OFFICE = (Role.GENERAL_OFFICE,)


def last_month() -> date:
    return (today().replace(day=1) - timedelta(days=1)).replace(day=1)


class RateForm(forms.Form):
    role = choice(t("组内身份", "Role in the team"), PAID_ROLES, "team-role")
    grade = optional(
        t("注册级别（不选：各级别通用）", "Grade (none: any)"), RegistrationGrade, "registration-grade"
    )
    per_day = money(t("每天（元，税前）", "A day (CNY, before tax)"))
    valid_from = day(t("自何日起", "From"))


class ClaimForm(forms.Form):
    """Asked of a person and a month, it starts with the half-days of the schedule that were audited."""

    login = people(t("人员", "Person"))
    month = day(t("月份（该月任意一天）", "Month (any day of it)"))
    half_days = forms.CharField(
        label=t("审核的半天", "Half-days audited"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=t(
            "每行一个，如 2026-05-12 am（上午）或 pm（下午）；一整天写日期即可",
            "One a line, as 2026-05-12 am or pm; a date alone is the whole day",
        ),
    )

    def __init__(self, *args: Any, initial: dict[str, Any], **more: Any) -> None:
        person = Person.objects.filter(login=initial.get("login", "")).first()
        if person and "month" in initial:
            initial = {**initial, "half_days": "\n".join(_audited(person, initial["month"]))}
        super().__init__(*args, **{**more, "initial": initial})

    def clean_half_days(self) -> list[HalfDay]:
        try:
            return [read(one) for said in lines(self.cleaned_data["half_days"]) for one in _halves(said)]
        except ValueError as wrong:
            raise ValidationError(
                t("看不懂这一行：{line}", "Not understood: {line}", line=str(wrong))
            ) from wrong


def _halves(said: str) -> Iterable[str]:
    """A line of a claim: one half-day, or both of a day."""
    return [said] if " " in said else [f"{said} am", f"{said} pm"]


def _audited(person: Person, month: str | date) -> list[str]:
    first = (month if isinstance(month, date) else _day(month) or last_month()).replace(day=1)
    return [told(at) for at, booked in sorted(booked_in(person, first).items()) if booked.audited]


def _day(written: str) -> date | None:
    """The day of an address somebody may have written by hand; None if it is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


class CheckForm(forms.Form):
    remark = text(t("差异说明（有差异的必填）", "What explains the differences (required if any)"), 3, max_length=300, required=False)  # fmt: skip


class SendBackForm(forms.Form):
    reason = text(t("退回原因", "Why not"), 3, max_length=300)


class ApproveForm(forms.Form):
    granted = yes(t("批准支付", "Approve"))
    refusal = text(t("退回原因（不批准的必填）", "Why not (required to refuse)"), 3, max_length=300, required=False)  # fmt: skip


class PayForm(forms.Form):
    paid_on = day(t("支付日期", "Paid on"))
    reference = line(t("付款凭证号", "Reference of the transfer"), 60)


def settled(row: Any) -> list[Any]:
    """The lines of a settlement, fetched once a page: its facts, its notes and its table all tell of them."""
    if "settled" not in vars(row):
        row.settled = halves_of(row)
    return list(row.settled)


def halves(row: Any) -> list[Table]:
    """Every half-day claimed or audited, and what the schedule says of it."""
    return [
        Table(
            t("与排程逐项核对", "Held against the schedule"),
            [t("日期", "Day"), t("半天", "Half"), t("核对", "Check"), t("项目", "Visit"), t("身份", "Role"), t("金额", "Amount")],
            [
                (
                    page_of(f"visit:{one.visit}") if one.visit else "",
                    [
                        one.day,
                        say_lazy("half.morning" if one.half == "am" else "half.afternoon"),
                        pill(say_lazy(f"day-fee-held.{one.held}"), HELD_TONES[one.held]),
                        one.visit,
                        say_lazy(f"team-role.{one.role}") if one.role else "",
                        f"¥{one.amount:,.2f}",
                    ],
                )
                for one in settled(row)
            ],
        )
    ]  # fmt: skip


def differ(row: Any) -> list[str]:
    left = sum(one.held != Held.AGREED for one in settled(row))
    return [t("{n} 个半天与排程不一致，不计劳务费", "{n} half-days differ from the schedule and are not paid", n=left)] if left else []  # fmt: skip


def turn(wanted: Step) -> Any:
    return lambda row: objections_to_turn(row.step, wanted)


RATES = Register(
    "day-rates",
    t("劳务费标准", "Day rates"),
    subject="day-rate",
    rows=rates_seen_by,
    crumb=CRUMB,
    icon="report-money",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("role", t("组内身份", "Role in the team"), value=lambda row: say_lazy(f"team-role.{row.role}"), sort="role"),
        Column("grade", t("注册级别", "Grade"), value=lambda row: say_lazy(f"registration-grade.{row.grade}") if row.grade else t("各级别", "Any")),
        Column("per_day", t("每天", "A day"), Kind.MONEY, sort="per_day"),
        Column("valid_from", t("自何日起", "From"), Kind.DAY, sort="valid_from"),
    ),
    order=("role", "-valid_from", "grade"),
    enter=Verb(set_day_rate, t("设定劳务费标准", "Set a rate"), RateForm, begin=lambda _: {"valid_from": today()}),
)  # fmt: skip
SETTLEMENTS = Register(
    "settlements",
    t("劳务费结算", "Day fees"),
    subject="settlement",
    rows=settlements_seen_by,
    crumb=CRUMB,
    icon="report-money",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("person", t("人员", "Person"), value=lambda row: called(row.person), sort="person__pinyin"),
        Column("engaged", t("聘用", "Engaged"), value=lambda row: t("专职", "Full time") if row.person.full_time else t("兼职", "Part time"), sort="person__full_time"),
        Column("month", t("月份", "Month"), value=lambda row: f"{row.month:%Y-%m}", sort="month"),
        Column("claimed", t("申报半天", "Claimed"), Kind.NUMBER, value=lambda row: len(row.claimed)),
        Column("amount", t("劳务费", "Day fees"), Kind.MONEY, value=lambda row: row.amount if row.checked_on else None, sort="amount"),
        Column("step", t("状态", "State"), Kind.STATUS, words="day-fee-step", tones=TONES, sort="step"),
        Column("paid_on", t("支付日期", "Paid on"), Kind.DAY, sort="paid_on"),
    ),
    search=("number", "person__name_zh", "person__pinyin"),
    filters=(Choice("person__full_time", t("聘用", "Engaged"), [("False", t("兼职", "Part time")), ("True", t("专职", "Full time"))]),),
    tabs=(Tab("open", t("未支付", "Not paid yet"), ~Q(step__in=(Step.PAID, Step.REFUSED))), EVERYTHING),
    order=("-month", "person__pinyin"),
    enter=Verb(claim_day_fees, t("申报劳务费", "Claim a month"), ClaimForm, begin=lambda _: {"month": last_month()},
               begin_for=lambda by: {"login": by.login} if by.holds(Role.AUDITOR) else {}),
    verbs=(
        Verb(check_day_fees, t("与排程核对", "Check against the schedule"), CheckForm, icon="checkbox", primary=True, barred=turn(Step.CLAIMED)),
        Verb(send_back_day_fees, t("退回申报", "Send back"), SendBackForm, icon="x", barred=turn(Step.CLAIMED)),
        Verb(approve_day_fees, t("审批", "Approve or refuse"), ApproveForm, icon="rubber-stamp", primary=True, barred=turn(Step.CHECKED)),
        Verb(pay_day_fees, t("登记支付", "Enter as paid"), PayForm, icon="check", primary=True, barred=turn(Step.APPROVED), begin=lambda _: {"paid_on": today()}),
    ),
    facts=lambda row: [
        Fact(t("计费天数", "Days owed"), days_of(settled(row)).normalize() or Decimal(0)),
        Fact(t("差异说明", "What explains the differences"), row.remark, long=True),
        Fact(t("退回原因", "Why refused"), row.refusal, long=True),
        Fact(t("付款凭证号", "Transfer"), row.reference),
    ],
    notes=differ,
    tables=halves,
    papers=True,
    heading=lambda row: f"{called(row.person)} {row.month:%Y-%m}",
)  # fmt: skip


def unclaimed(by: Any) -> list[Table]:
    """Part-timers who audited last month and have claimed nothing: all of them for the general office, else oneself."""
    month = last_month()
    rows = unsettled_in(month).order_by("pinyin")
    rows = rows if any(map(by.holds, OFFICE)) else rows.filter(login=by.login)
    at = reverse("staff:claim-day-fees")
    left = [(f"{at}?login={one.login}&month={month}", [called(one), one.department]) for one in rows]
    title = t("{month} 审核而未申报劳务费的兼职人员", "Part-timers who audited in {month} and claimed nothing", month=f"{month:%Y-%m}")  # fmt: skip
    return [Table(title, [t("人员", "Person"), t("部门", "Department")], left)] if left else []
