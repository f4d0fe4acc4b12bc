"""社会保险; 员工与工会概览."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.urls import URLPattern, path

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, joined, t
from mingzheng.doors.today import today
from mingzheng.office.workplace.actions.enter_contributions import enter_contributions
from mingzheng.office.workplace.queries import (
    HOUSE,
    contributions_seen_by,
    employed_in,
    months_entered,
    unpaid_in,
)
from mingzheng.rulebook.footprint import months_of
from mingzheng.rulebook.roles import HELD_BY_PERSONS

from ..fields import day, people
from ..recorded import Table
from ..register import Register, Verb, overview
from .day_fees import unclaimed
from .union import CRUMB


class MonthForm(forms.Form):
    month = day(t("月份（该月任意一天）", "Month (any day of it)"))
    people = people(t("已缴纳人员", "Paid for"), many=True)


def last_month(row: Any) -> dict[str, Any]:
    """The month that is over, and everybody employed in it."""
    month = (today().replace(day=1) - timedelta(days=1)).replace(day=1)
    return {"month": month, "people": employed_in(month)}


def unpaid(row: Any) -> list[str]:
    left = [called(one) for one in unpaid_in(row).order_by("pinyin")]
    return (
        [t("当月在职未缴纳：{names}", "Employed that month and not paid for: {names}", names=joined(left))]
        if left
        else []
    )


CONTRIBUTIONS = Register(
    "contributions-by-month",
    t("社会保险", "Social insurance"),
    subject="contributions",
    rows=contributions_seen_by,
    roles=HOUSE,
    crumb=CRUMB,
    icon="shield",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("month", t("月份", "Month"), value=lambda row: f"{row.month:%Y-%m}", sort="month"),
        Column("paid_for", t("已缴纳人数", "Paid for"), Kind.NUMBER, sort="paid_for"),
        Column("entered_on", t("登记日期", "Entered on"), Kind.DAY, sort="entered_on"),
    ),
    order=("-month",),
    enter=Verb(enter_contributions, t("登记社会保险", "Enter a month"), MonthForm, begin=last_month),
    notes=unpaid,
    tables=lambda row: [
        Table(t("已缴纳人员", "Paid for"), [t("人员", "Person"), t("部门", "Department")],
              [("", [called(one), one.department]) for one in row.people.order_by("pinyin")])
    ],
    papers=True,
)  # fmt: skip


def panels(by: Any) -> list[Table]:
    """Whose days are not claimed; the months of this year and the last, one that is over and not entered in red."""
    if not any(map(by.holds, HOUSE)):
        return unclaimed(by)
    on = today()
    rows = []
    for year in (on.year, on.year - 1):
        first, last = on.replace(year=year, month=1, day=1), on.replace(year=year, month=12, day=1)
        over = [month for month in months_of(first, last) if (month.year, month.month) < (on.year, on.month)]
        held = months_entered(first, last)
        left = joined(f"{month:%Y-%m}" for month in over if month not in held)
        rows.append(("", [year, len(held), pill(left, "busy") if left else "--"]))
    heads = [t("年度", "Year"), t("已登记月份", "Months entered"), t("缺少", "Missing")]
    return [*unclaimed(by), Table(t("社会保险各月登记", "Social insurance by month"), heads, rows)]


def overview_urls(registers: Sequence[Register]) -> list[URLPattern]:
    look = overview(t("员工与工会", "Staff and union"), registers, HELD_BY_PERSONS, panels)
    return [path("", look, name="workplace")]
