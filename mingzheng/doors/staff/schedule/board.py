"""排程看板: who is where and which visit is when, for a week or a year; as a page, a workbook, a map."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mingzheng.doors.frame.columns import Column
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.planning.board import Board, board_between
from mingzheng.office.planning.journeys import Journey, journeys
from mingzheng.rulebook.code_lists import provinces
from mingzheng.rulebook.roles import Role

from ..rights import StaffRequest, staff_page
from .asked import STANDARDS, VIEWS, WEEK, WEEKS, BoardAsked
from .lines import Cell, Line, people_lines, visit_lines
from .week_map import week_map

READERS = (Role.PROGRAMME_MANAGER, Role.AUDITOR, Role.QUALITY, Role.DIRECTOR)
LISTED = 30  # of those that wait; the list of visits has them all
PAGE = 60  # lines of visits at a time
ZOOMS = {
    1: t("1 周", "1 week"),
    4: t("4 周", "4 weeks"),
    13: t("一季", "Quarter"),
    52: t("一年", "Year"),
}


@staff_page(*READERS)
def board(request: StaffRequest) -> HttpResponse:
    """An auditor sees himself, the office sees everyone who audits."""
    asked = BoardAsked.read(request.GET)
    read = board_between(request.user, asked.monday, asked.last, today())
    context = {"asked": asked, **navigation(asked), **waiting(read, asked), **drawn(read, asked, request)}
    context["plans"] = request.user.holds(Role.PROGRAMME_MANAGER)
    return render(request, "staff/schedule/board.html", context)


def drawn(read: Board, asked: BoardAsked, request: StaffRequest) -> dict[str, Any]:
    """The lines of the view asked for, a page of them."""
    travelled = journeys(read)
    lines = lines_of(read, asked, travelled)
    page = max(1, int(request.GET["page"])) if request.GET.get("page", "").isdigit() else 1
    pages = max(1, -(-len(lines) // PAGE)) if asked.view == "visits" else 1
    shown = lines[(page - 1) * PAGE : page * PAGE] if asked.view == "visits" else lines
    return {
        "lines": shown, "count": len(lines), "page": page, "pages": pages,
        "map": week_map(read, travelled, asked) if asked.view == "map" else None,
    }  # fmt: skip


def lines_of(read: Board, asked: BoardAsked, travelled: dict[Any, Journey]) -> list[Line]:
    if asked.view == "visits":
        return visit_lines(read, asked, today())
    return people_lines(read, asked, travelled)


def waiting(read: Board, asked: BoardAsked) -> dict[str, Any]:
    """What is to be done: without dates, overdue, without a complete team."""
    lists = {"to_schedule": read.to_schedule(), "overdue": read.overdue(today()), "team": read.incomplete()}
    shown = {name: [visit for visit in rows if asked.shows(visit)] for name, rows in lists.items()}
    return {"waiting": [(name, len(rows), rows[:LISTED]) for name, rows in shown.items()]}


def navigation(asked: BoardAsked) -> dict[str, Any]:
    return {
        "slots": asked.slots,
        "before": asked.query(week=asked.monday - asked.weeks * WEEK),
        "after": asked.query(week=asked.monday + asked.weeks * WEEK),
        "now": asked.query(week=""),
        "views": [(name, label, asked.query(view=name)) for name, label in VIEWS.items()],
        "zooms": [(weeks, ZOOMS[weeks], asked.query(weeks=weeks)) for weeks in WEEKS],
        "excel": asked.query(),
        "standards": STANDARDS,
        "provinces": provinces(),
        "today": today(),
    }


@staff_page(*READERS)
def excel(request: StaffRequest) -> HttpResponse:
    """The same board as a workbook, every line of it."""
    asked = BoardAsked.read(request.GET)
    read = board_between(request.user, asked.monday, asked.last, today())
    lines = lines_of(read, asked, journeys(read))
    about = [(t("期间", "Period"), f"{asked.monday} – {asked.last}")]
    now = timezone.localtime()
    return download(
        str(t("排程看板", "Schedule board")), columns(asked), lines, about, now, request.user.login
    )


def columns(asked: BoardAsked) -> list[Column]:
    """Who or which, then a column for each day or week."""
    by_visit = asked.view == "visits"
    heads = [
        Column("subject", t("审核", "Visit") if by_visit else t("人员", "Person"), value=_called),
        *(Column(f"slot-{n}", f"{slot.first:%m-%d}", value=_cell(n)) for n, slot in enumerate(asked.slots)),
    ]
    if by_visit:
        return heads
    return [
        *heads,
        Column("days", t("天数", "Days"), value=lambda line: line.days),
        Column("km", t("公里", "km"), value=lambda line: round(line.km)),
        Column("nights", t("外宿", "Nights"), value=lambda line: line.nights),
    ]


def _called(line: Line) -> str:
    subject = line.subject
    return f"{subject.number} {subject.client.name_zh}" if hasattr(subject, "number") else subject.name_zh


def _cell(n: int) -> Any:
    def value(line: Line) -> str:
        cell: Cell = line.cells[n]
        leave = [str(t("请假", "On leave"))] if cell.leave else []
        return "；".join(leave + [f"{chip.visit.number} {chip.visit.client.name_zh}" for chip in cell.chips])

    return value
