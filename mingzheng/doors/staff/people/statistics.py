"""人员统计表: the statutory table of auditors, counted from the record on a day; each figure opens its list."""

from datetime import date
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import called, say_lazy, t, why
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import READERS, movement
from mingzheng.office.planning.demand import NOTHING, months_ahead
from mingzheng.office.registration.queries import (
    COLUMNS,
    auditor_table,
    counted_persons,
    fields_short,
    persons_counted,
)
from mingzheng.rulebook.standards import SYSTEMS, Standard

from ..rights import StaffRequest, staff_page
from .demand import called_out

HEADS = {
    "full_time": t("专职", "Full time"),
    "part_time": t("兼职", "Part time"),
    "total": t("总数", "Total"),
    "trainee": t("实习", "In training"),
}
AHEAD = 12  # months of demand and capacity
ANY = "all"  # every standard together, each person once


def _figure(column: str, row: tuple[Any, dict[str, int], str]) -> int:
    return row[1][column]


SHEET = (
    Column("standard", t("认证领域", "Field"), value=lambda row: row[0]),
    *(Column(name, head, Kind.NUMBER, value=partial(_figure, name)) for name, head in HEADS.items()),
)
LIST = (
    Column("name", t("姓名", "Name"), value=lambda p: called(p)),
    Column("login", t("登录名", "Login"), Kind.CODE),
    Column("department", t("部门", "Department")),
    Column("main_employer", t("主聘单位", "Main employer")),
)


def asked_day(request: StaffRequest) -> date:
    """The day asked for, today when it makes no sense."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today()


@staff_page(*READERS)
def table(request: StaffRequest) -> HttpResponse:
    on = asked_day(request)
    rows = [(say_lazy(f"standard.{name}"), counts, name) for name, counts in auditor_table(on).items()]
    persons = persons_counted(on)
    rows.append(
        (t("合计（人）", "Persons in all"), {column: len(persons[column]) for column in COLUMNS}, ANY)
    )
    if request.GET.get("export") == "xlsx":
        title, about = t("人员统计表", "Table of auditors"), [(t("截至", "As of"), on)]
        return download(title, SHEET, rows, about, timezone.localtime(), request.user.login)
    context = {
        "rows": rows, "heads": HEADS, "on": on, **moved(on), "short": [(why(one), one.clause) for one in fields_short(on)], "systems": SYSTEMS,
        "months": [(one, [one.demand.get(of, NOTHING) for of in SYSTEMS]) for one in months_ahead(today(), AHEAD)],
        "codes_short": called_out(),
    }  # fmt: skip
    return render(request, "staff/people/table.html", context)


def moved(on: date) -> dict[str, Any]:
    """Who came and who left this year up to the day."""
    change = movement(on.replace(month=1, day=1), on)
    people = Person.objects.in_bulk(change.joined | change.left)
    return {
        "change": change,
        "joined": [people[key] for key in change.joined],
        "left": [people[key] for key in change.left],
    }


@staff_page(*READERS)
def counted(request: StaffRequest, standard: str, column: str) -> HttpResponse:
    """The persons behind one figure."""
    on = asked_day(request)
    if column not in HEADS or standard not in (*Standard, ANY):
        raise Http404
    people = Person.objects.filter(login__in=logins(on, standard, column)).order_by("pinyin")
    if request.GET.get("export") == "xlsx":
        about = [(t("领域", "Field"), standard), (HEADS[column], len(people)), (t("截至", "As of"), on)]
        title = t("审核员名单", "List of auditors")
        return download(title, LIST, people, about, timezone.localtime(), request.user.login)
    context: dict[str, Any] = {"people": people, "standard": standard, "head": HEADS[column], "on": on}
    return render(request, "staff/people/counted.html", context)


def logins(on: date, standard: str, column: str) -> set[str]:
    """Who is counted in one cell."""
    if standard == ANY:
        return persons_counted(on)[column]
    wanted = ("full_time", "part_time") if column == "total" else (column,)
    return {login for of, where, login in counted_persons(on) if of == standard and where in wanted}
