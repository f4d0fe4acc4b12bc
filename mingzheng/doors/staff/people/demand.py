"""按代码供需 on the page and as a workbook: technical codes down, months across, and what stands behind one cell."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import called, joined, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import READERS
from mingzheng.office.planning.code_months import CodeMonth, Codes, code_months, short, tenths
from mingzheng.rulebook.half_days import HALF
from mingzheng.rulebook.standards import SYSTEMS

from ..rights import StaffRequest, staff_page
from .matrix import name_of

AHEAD = 12  # months
SOON = 3  # months in which a code that falls short is called out
Line = tuple[str, str, date, CodeMonth]  # standard, code, first day of the month
SHEET = (
    Column("standard", t("体系", "System"), value=lambda row: say_lazy(f"standard.{row[0]}")),
    Column("code", t("专业代码", "Technical code"), Kind.CODE, value=lambda row: row[1]),
    Column("name", t("名称", "Name"), value=lambda row: name_of(row[1])),
    Column("month", t("月份", "Month"), value=lambda row: f"{row[2]:%Y-%m}"),
    Column("asked", t("需求人日", "Days asked for"), Kind.PERSON_DAYS, value=lambda row: row[3].asked),
    Column("waiting", t("其中未派组", "Of these without a team"), Kind.PERSON_DAYS, value=lambda row: row[3].waiting),
    Column("left", t("可再安排人日", "Days still to give"), Kind.PERSON_DAYS, value=lambda row: row[3].left),
    Column("lacks", t("缺口", "Lacking"), Kind.PERSON_DAYS, value=lambda row: max(0, row[3].waiting - row[3].left)),
    Column("holders", t("人员", "People"), value=lambda row: joined(map(called, row[3].free))),
    Column("visits", t("审核", "Visits"), value=lambda row: joined(one.visit for one in row[3].visits)),
)  # fmt: skip


def called_out() -> list[tuple[str, str]]:
    """Standards and codes that fall short in the months next to come."""
    return list(dict.fromkeys((of, code) for of, code, _ in short(code_months(today(), SOON))))


@staff_page(*READERS)
def demand(request: StaffRequest) -> HttpResponse:
    asked, found = request.GET, code_months(today(), AHEAD)
    standard = asked["standard"] if asked.get("standard") in SYSTEMS else SYSTEMS[0]
    lacking, short_only = {(of, code) for of, code, _ in short(found)}, asked.get("short") == "1"
    shown = {key: found[key] for key in found if key[0] == standard and (key in lacking or not short_only)}
    if asked.get("export") == "xlsx":
        return exported(request, shown)
    context = {
        "standard": standard, "short_only": short_only, "months": list(next(iter(found.values()), [])), "ahead": AHEAD,
        "systems": [(one, sum(of == one for of, _ in lacking)) for one in SYSTEMS],
        "rows": [(code, name_of(code), months.items()) for (_, code), months in shown.items()],
    }  # fmt: skip
    return render(request, "staff/people/demand.html", context)


def exported(request: StaffRequest, shown: Codes) -> HttpResponse:
    """The same as a workbook: a line a code and month in which a visit is due."""
    lines: list[Line] = [
        (*key, first, one) for key, months in shown.items() for first, one in months.items() if one.visits
    ]
    title = t("按代码供需", "Demand by code")
    return download(title, SHEET, lines, [(t("截至", "As of"), today())], timezone.localtime(), request.user.login)  # fmt: skip


@staff_page(*READERS)
def behind(request: StaffRequest, standard: str, code: str, month: str) -> HttpResponse:
    """The visits that ask for a code in a month, and the people who hold it with what they can still give."""
    months = code_months(today(), AHEAD).get((standard, code), {})
    one = next((one for first, one in months.items() if f"{first:%Y-%m}" == month), None)
    if one is None:
        raise Http404
    context: dict[str, Any] = {
        "standard": standard, "code": code, "name": name_of(code), "month": month, "one": one,
        "visits": [(share, tenths(share.days)) for share in one.visits], "people": holders(one),
    }  # fmt: skip
    return render(request, "staff/people/demand_behind.html", context)


def holders(one: CodeMonth) -> list[tuple[Person, Any]]:
    """Whoever has most to give first."""
    given = [(who, halves * HALF) for who, halves in one.free.items()]
    return sorted(given, key=lambda pair: (-pair[1], pair[0].pinyin))
