"""One year: the regulator's table, stock and flow, and whether the year is frozen."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.record.figure import FIGURES
from mingzheng.office.record.models import Event
from mingzheng.office.report.actions.freeze_year import freeze_year, objections
from mingzheng.office.report.year import TOTAL, Figures, Year
from mingzheng.rulebook.indicators.certificates import COLUMNS, STOCKS
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.indicators.stocks import Column, Stock
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.trend import trend

from ..asking import asked
from ..people.forms import ConfirmForm
from ..rights import StaffRequest, staff_page

READERS = (Role.MARKET, Role.PROGRAMME_MANAGER, Role.CERTIFICATE_CLERK, Role.QUALITY, Role.DIRECTOR)
FREEZERS = (Role.QUALITY, Role.DIRECTOR)
YEARS = range(1990, 9998)
NAMELESS = "-"  # in an address, the part of the records that say nothing
Cells = list[tuple[int, str]]  # a figure, and where the records behind it are


def the_year(number: int) -> int:
    """A year there can be figures of."""
    if number not in YEARS:
        raise Http404
    return number


@staff_page(*READERS)
def year(request: StaffRequest) -> HttpResponse:
    """The figures of the year asked for, frozen or as they stand today."""
    asked_for, on = request.GET.get("year", ""), today()
    told = Year.of(int(asked_for) if asked_for.isdecimal() and int(asked_for[:5]) in YEARS else on.year)
    context = {
        "year": told.number,
        "years": range(on.year, max(first_year(on.year), on.year - 9) - 1, -1),
        "frozen": told.frozen,
        "objections": [] if told.frozen else objections(told.number, on, is_frozen=False),
        "freezes": any(request.user.holds(role) for role in FREEZERS),
    }
    return render(request, "staff/report/year.html", {**context, **tables(told)})


def tables(told: Year) -> dict[str, Any]:
    """The tables of a year, and what a frozen one would be today."""
    return {
        "columns": [(say_lazy(f"column.{c}"), say_lazy(f"column-means.{c}")) for c in Column],
        "table": [
            (name, row_of(told.number, name, row)) for name, row in told.figures["certificates"].items()
        ],
        "flows": flow_rows(told.number, told.figures),
        "figures": by_owner(told),
        "late": [(named(path), *values) for path, *values in told.late],
    }


def first_year(otherwise: int) -> int:
    """The year the record begins in."""
    first = Event.objects.order_by("on").values_list("on", flat=True).first()
    return first.year if first else otherwise


def behind(number: int, name: str, part: str | None = None) -> str:
    """Where the records behind a figure, or a part of it, are."""
    if part is None:
        return reverse("staff:behind-figure", args=[number, name])
    return reverse("staff:behind-part", args=[number, name, part or NAMELESS])


def row_of(number: int, scheme: str, row: dict[str, int]) -> Cells:
    part = None if scheme == TOTAL else scheme
    return [(count, behind(number, COLUMNS[Column(name)].name, part)) for name, count in row.items()]


def by_owner(told: Year) -> list[tuple[Owner, list[dict[str, Any]]]]:
    """Each figure with its value, that of the year before, and its records; by the department that answers for it."""
    figures, before = told.figures.get("figures", {}), told.before.get("figures", {})
    rows: dict[Owner, list[dict[str, Any]]] = {}
    for one in FIGURES.values():
        if one.name in figures:
            row = {
                "figure": one,
                "value": figures[one.name]["value"],
                "whole": figures.get(one.meaning.of, {}).get("value"),
                "before": before.get(one.name, {}).get("value"),
                "earlier": told.years(one.name)[0],
                "trend": trend(told.years(one.name)),
                "href": behind(told.number, one.name),
            }
            rows.setdefault(one.meaning.owner, []).append(row)
    return [(owner, rows[owner]) for owner in Owner if owner in rows]


def flow_rows(number: int, figures: Figures) -> list[dict[str, Any]]:
    """Each stock of each scheme that ever held anything: opening, what came in, what went out, closing."""
    rows = []
    for scheme, stocks in figures["flow"].items():
        for stock, told in stocks.items():
            sides = {
                side: [cell(number, scheme, stock, *one) for one in told[side].items()]
                for side in ("in", "out")
            }
            closing = behind(number, STOCKS[Stock(stock)].name, None if scheme == TOTAL else scheme)
            rows.append(
                {"scheme": scheme, "stock": stock, **told, **sides, "closing": (told["closing"], closing)}
            )
    return [row for row in rows if row["opening"] or row["closing"][0] or any(n for _, n, _ in row["in"])]


def cell(number: int, scheme: str, stock: str, cause: str, count: int) -> tuple[str, int, str]:
    return cause, count, reverse("staff:behind-flow", args=[number, scheme, stock, cause])


def named(path: tuple[str, ...]) -> str:
    """A figure in words: 有效证书 · QMS."""
    kind, *rest = path
    if kind == "figures":
        return " · ".join([str(say_lazy(f"figure.{rest[0]}")), *rest[2:]])
    if kind == "visits_by_month":
        return str(t("{month} 月的审核", "Visits in month {month}", month=rest[0]))
    if kind == "issued_by_month":
        scheme, month = rest
        told = {"scheme": say_lazy(f"scheme.{scheme}"), "month": month}
        return str(
            t("{scheme} {month} 月初次发证", "{scheme}: initial certificates of month {month}", **told)
        )
    if kind == "auditors":
        return " · ".join([str(say_lazy("figure.auditors")), rest[0], str(say_lazy(f"registered.{rest[1]}"))])
    scheme, *rest = rest
    families = ["column"] if kind == "certificates" else ["stock", "", "cause"]
    words = [
        str(say_lazy(f"{family}.{part}")) for family, part in zip(families, rest, strict=False) if family
    ]
    if len(rest) == 2:  # opening or closing of a stock
        words = [str(say_lazy(f"stock.{rest[0]}")), str(say_lazy(f"cause.{rest[1]}"))]
    return " · ".join([str(say_lazy(f"scheme.{scheme}")), *words])


@staff_page(*FREEZERS)
@require_http_methods(["GET", "POST"])
def freeze(request: StaffRequest, number: int) -> HttpResponse:
    return asked(
        request,
        ConfirmForm(request.POST or None),
        lambda said: freeze_year(number, on=today(), by=request.user),
        heading=t("冻结 {year} 年度数据", "Freeze the figures of {year}", year=number),
        back=f"{reverse('staff:figures')}?year={number}",
        done=t("已冻结。", "Frozen."),
        consequences=[
            t(
                "冻结后数字不再变化；之后补记的事项列为期后调整。冻结不能撤销。",
                "The figures will not change any more; what is written later is told as an adjustment. This cannot be undone.",
            )
        ],
    )
