"""收费概览: the income of a year by kind and scheme, what is overdue, where clients come from; and the accounts."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.fees.actions.reconcile_income import reconcile_income
from mingzheng.office.fees.queries import (
    READERS,
    clients_by_source,
    clients_with_source,
    overdue,
    reconciliations_seen_by,
    total,
)
from mingzheng.office.fees.queries import (
    income as income_of,
)

from ..fields import count, money, text
from ..recorded import Fact
from ..register import Register, Verb
from ..rights import StaffRequest, staff_page
from .contracts import CRUMB

YEARS = 3  # shown side by side


class ReconcileForm(forms.Form):
    year = count(t("年度", "Year"), 2000)
    booked = money(t("账面收入（元）", "Income by the accounts (CNY)"), min_value=Decimal(0))
    explanation = text(
        t("差异说明（有差异的必填）", "Explanation (required where they differ)"), 3, required=False
    )


RECONCILIATIONS = Register(
    "reconciliations",
    t("与账务核对", "Reconciliation with the accounts"),
    subject="reconciliation",
    rows=reconciliations_seen_by,
    roles=READERS,
    crumb=CRUMB,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("year", t("年度", "Year"), sort="year"),
        Column("invoiced", t("开票收入", "Invoiced"), Kind.MONEY, sort="invoiced"),
        Column("booked", t("账面收入", "By the accounts"), Kind.MONEY, sort="booked"),
        Column("difference", t("差异", "Difference"), Kind.MONEY, sort="difference"),
        Column("reconciled_on", t("核对日期", "Done on"), Kind.DAY, sort="reconciled_on"),
    ),
    order=("-year",),
    enter=Verb(
        reconcile_income,
        t("与账务核对", "Reconcile a year with the accounts"),
        ReconcileForm,
        begin=lambda _: {"year": today().year - 1},
    ),
    facts=lambda row: [Fact(t("差异说明", "Explanation"), row.explanation, long=True)],
    papers=True,
)


def by_kind_and_scheme(years: list[int]) -> list[tuple[str, str, list[Decimal]]]:
    """Kind, scheme, and the income of each year."""
    found: dict[tuple[str, str], dict[int, Decimal]] = defaultdict(dict)
    for year in years:
        for kind, scheme, amount in income_of(date(year, 1, 1), date(year, 12, 31)):
            found[kind, scheme][year] = amount
    return [(*name, [held.get(year, Decimal(0)) for year in years]) for name, held in sorted(found.items())]


def shares() -> list[tuple[str, int, float]]:
    """Source, clients and their share of all with a source, in percent."""
    found = clients_by_source()
    all_of_them = sum(found.values())
    return [(source, n, 100 * n / all_of_them if all_of_them else 0) for source, n in found.items()]


@staff_page(*READERS)
def income(request: StaffRequest) -> HttpResponse:
    years = [today().year - before for before in range(YEARS)]
    rows, late = by_kind_and_scheme(years), overdue(today())
    context: dict[str, Any] = {
        "years": years,
        "rows": rows,
        "totals": [sum((row[2][place] for row in rows), Decimal(0)) for place in range(YEARS)],
        "overdue": late.count(),
        "overdue_amount": total(late, "still_open"),
        "shares": shares(),
        "no_source": clients_with_source().filter(source=None).count(),
    }
    return render(request, "staff/fees/income.html", context)
