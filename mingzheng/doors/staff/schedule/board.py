"""排程看板: who is where and which visit is when, for a week or a year; as a page, a workbook, a map."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mingzheng.doors.frame.columns import Column
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import called, joined, t
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.planning.board import board_between, counted, waiting_lists
from mingzheng.office.planning.journeys import journeys
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.code_lists import provinces
from mingzheng.rulebook.roles import Role

from ..rights import StaffRequest, staff_page
from .asked import STANDARDS, VIEWS, WEEK, WEEKS, BoardAsked
from .lines import Cell, Line, people_lines, visit_lines
from .week_map import week_map

READERS = (Role.PROGRAMME_MANAGER, Role.AUDITOR, Role.QUALITY, Role.DIRECTOR)
LISTED = 30  # of those that wait; the list of visits has them all
PAGE = 100  # lines at a time
ON_A_MAP = 500  # visits; nobody sees more, and the page says so
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
    page = page_asked(request.GET.get("page", ""))
    context = {"asked": asked, "page": page, **navigation(asked), **drawn(asked, request.user, page)}
    context["plans"] = request.user.holds(Role.PROGRAMME_MANAGER)
    return render(request, "staff/schedule/board.html", context)


def page_asked(said: str) -> int:
    """Which page; 0 for all of them on one, as it is printed."""
    return 0 if said == "all" else max(1, int(said)) if said.isdecimal() else 1


def drawn(asked: BoardAsked, by: Actor, page: int) -> dict[str, Any]:
    """What waits, and a page of the lines of the view asked for: as quick with ten times as many people and visits."""
    seen = asked.visits(by)
    waiting = waiting_lists(seen, today())
    keys = {key for found in waiting.values() for key in found[:LISTED]}
    count, people, shown = of_page(asked, by, seen, page)
    read = board_between(by, asked.monday, asked.last, people, keys | set(shown), only=asked.only(seen))
    travelled = journeys(read)
    return {
        "waiting": [
            (name, len(found), [read.visits[key] for key in found[:LISTED]])
            for name, found in waiting.items()
        ],
        "lines": visit_lines(read, shown, asked) if asked.view == "visits" else people_lines(read, asked, travelled),
        "count": count,
        "pages": max(1, -(-count // PAGE)),
        "map_holds": ON_A_MAP,
        "map": week_map(read, travelled) if asked.view == "map" else None,
    }  # fmt: skip


def of_page(
    asked: BoardAsked, by: Actor, seen: QuerySet[Any], page: int
) -> tuple[int, list[Person], list[int]]:
    """How many lines there are, and whom or which visits to read for this page of them; a map has one page, and the first
    of them."""
    start, end = ((page - 1) * PAGE, page * PAGE) if page and asked.view != "map" else (0, None)
    if asked.view == "people":
        return *counted(asked.people(by, seen), start, end), []
    end = ON_A_MAP if asked.view == "map" else end
    count, shown = counted(asked.in_order(seen), start, end, "pk")
    people = list(asked.people(by, seen)[:PAGE]) if asked.view == "map" else []
    return count, people, [row.pk for row in shown]


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
    about = [(t("期间", "Period"), f"{asked.monday} – {asked.last}")]
    now, lines = timezone.localtime(), every_line(asked, request.user)
    return download(
        str(t("排程看板", "Schedule board")), columns(asked), lines, about, now, request.user.login
    )


def every_line(asked: BoardAsked, by: Actor) -> list[Line]:
    seen = asked.visits(by)
    if asked.view == "visits":
        shown = list(asked.in_order(seen).values_list("pk", flat=True))
        return visit_lines(board_between(by, asked.monday, asked.last, [], shown), shown, asked)
    read = board_between(by, asked.monday, asked.last, list(asked.people(by, seen)), only=asked.only(seen))
    return people_lines(read, asked, journeys(read))


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
        return joined(leave + [f"{chip.visit.number} {called(chip.visit.client)}" for chip in cell.chips])

    return value
