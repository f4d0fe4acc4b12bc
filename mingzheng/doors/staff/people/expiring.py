"""到期事项: one calendar of whatever ends for persons within ninety days."""

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.competence import expiring as stage
from mingzheng.office.people.queries import READERS
from mingzheng.words import WORDS

from ..rights import StaffRequest, staff_page

COLUMNS = (
    Column("name", t("姓名", "Name"), value=lambda row: row["name"]),
    Column("what", t("事项", "What ends"), value=lambda row: say_lazy(f"expiring.{row['what']}")),
    Column("of_what", t("体系或授权", "System or authorisation"), value=lambda row: row["called"]),
    Column("until", t("最后一天", "Last day"), Kind.DAY, value=lambda row: row["until"]),
)


def called(of_what: str) -> Any:
    """What a standard or an authorisation is called."""
    code = f"authorisation.{of_what}"
    return say_lazy(code) if code in WORDS else of_what


@staff_page(*READERS)
def expiring(request: StaffRequest) -> HttpResponse:
    """All of it, or one kind, on the page or as a workbook."""
    rows = [
        {**row, "called": called(row["of_what"]), "url": reverse("staff:person", args=[row["who"]])}
        for row in stage.expiring(today())
    ]
    kind = request.GET.get("what", "")
    shown = [row for row in rows if row["what"] == kind] if kind in stage.WHAT else rows
    if request.GET.get("export") == "xlsx":
        title, now = t("人员到期事项", "Ending for persons"), timezone.localtime()
        return download(title, COLUMNS, shown, [(t("截至", "As of"), today())], now, request.user.login)
    counts = Counter(row["what"] for row in rows)
    kinds = [(what, counts[what]) for what in stage.WHAT]
    context = {"rows": shown, "kinds": kinds, "kind": kind, "all": len(rows), "today": today()}
    return render(request, "staff/people/expiring.html", context)
