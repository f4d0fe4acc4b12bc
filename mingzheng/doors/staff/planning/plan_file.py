"""上报审核计划: the announced visits as the regulator's platform takes them, each fault at its cell."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mingzheng.doors.frame.columns import Column
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.office.planning.plan_rows import Row, plan_rows, to_report
from mingzheng.rulebook.planning import TO_REPORT_AHEAD
from mingzheng.rulebook.return_files import Column as PlanColumn
from mingzheng.rulebook.return_files import Layout, ReturnFile, layout_in_force, objections_to_row
from mingzheng.rulebook.verdict import Objection

from ..rights import StaffRequest
from ..schedule.dates import planner_page

PREVAILS = t("以平台现行模板为准", "The platform's current template prevails")


@dataclass(frozen=True)
class Line:
    """One visit of the file with what is wrong, by column."""

    visit: Any
    row: Row
    faults: dict[str, list[Objection]]

    def cells(self, layout: Layout) -> list[tuple[PlanColumn, str, list[Objection]]]:
        return [(c, self.row.get(c.name, ""), self.faults.get(c.name, [])) for c in layout.columns]


def _days(said: Any) -> tuple[date, date]:
    """The days asked for; the next two weeks when they make no sense."""
    try:
        first = date.fromisoformat(said.get("first", ""))
        return first, max(first, date.fromisoformat(said.get("last", "")))
    except ValueError:
        return today(), today() + TO_REPORT_AHEAD


def lines(first: date, last: date, layout: Layout) -> list[Line]:
    visits = to_report(first, last)
    certifications = {part.certification_id for visit in visits for part in visit.parts.all()}
    held = Certificate.objects.filter(status__in=LIVING, certification__in=certifications)
    numbers = dict(held.values_list("certification_id", "number"))
    rows = plan_rows(visits, numbers)
    return [Line(v, row, objections_to_row(layout, row)) for v, row in zip(visits, rows, strict=True)]


@planner_page
def plan_file(request: StaffRequest) -> HttpResponse:
    first, last = _days(request.GET)
    layout = layout_in_force(ReturnFile.PLANS, today())
    found = lines(first, last, layout)
    context = {
        "layout": layout,
        "lines": [(line, line.cells(layout)) for line in found],
        "faults": sum(len(line.faults) for line in found),
        "first": first,
        "last": last,
        "prevails": PREVAILS,
    }
    return render(request, "staff/planning/plan_file.html", context)


@planner_page
def excel(request: StaffRequest) -> HttpResponse:
    """The file itself, its columns in the platform's order; a second sheet says which layout it follows."""
    first, last = _days(request.GET)
    layout = layout_in_force(ReturnFile.PLANS, today())
    columns = [Column(c.name, c.zh, value=_cell(c.name)) for c in layout.columns]
    about = [
        (t("期间", "Period"), f"{first} – {last}"),
        (t("数据项版本", "Layout"), f"{layout.version} ({layout.source})"),
        (t("说明", "Note"), PREVAILS),
    ]
    title, now = str(t("审核计划上报", "Audit plans for the platform")), timezone.localtime()
    return download(title, columns, lines(first, last, layout), about, now, request.user.login)


def _cell(name: str) -> Any:
    return lambda line: line.row.get(name, "")
