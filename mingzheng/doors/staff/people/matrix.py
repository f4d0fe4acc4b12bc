"""专业能力矩阵 on the page and as a workbook: technical areas down, persons across."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.sheet import download
from mingzheng.doors.frame.two import called, joined, t
from mingzheng.doors.today import today
from mingzheng.office.competence import coverage
from mingzheng.office.competence.coverage import Covered
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import READERS
from mingzheng.office.programmes.queries import codes_needed
from mingzheng.rulebook.standards import SYSTEMS, Standard
from mingzheng.rulebook.technical_areas import technical_areas

from ..rights import StaffRequest, staff_page
from .development import PLAN

SHOWN = 120  # areas on a page; the group narrows them, the workbook holds all
AUDITOR, TRAINEE = "●", "○"


def mark(row: Covered, login: str) -> str:
    """What the cell of one person says."""
    if login in row.auditors:
        return AUDITOR
    return TRAINEE if login in row.trainees else ""


def name_of(code: str) -> str:
    """What a technical area is called; nothing for a code nobody knows any longer."""
    area = technical_areas().get(code)
    return t(area.zh, area.en) if area else ""


@staff_page(*READERS)
def matrix(request: StaffRequest) -> HttpResponse:
    asked, on = request.GET, today()
    standard = Standard(asked["standard"]) if asked.get("standard") in SYSTEMS else Standard.QMS
    found = coverage.matrix(standard, on, codes_needed(standard))
    groups = sorted({row.code[:2] for row in found.rows})
    group, gaps_only = asked.get("group", ""), asked.get("gaps") == "1"
    rows = [row for row in found.rows if row.code.startswith(group) and (row.is_gap or not gaps_only)]
    if asked.get("export") == "xlsx":
        return exported(request, standard, found.people, rows)
    context = {
        "standard": standard, "standards": SYSTEMS, "groups": groups, "group": group, "gaps_only": gaps_only,
        "people": found.people, "lines": drawn(rows[:SHOWN], found.people), "found": len(rows), "today": on,
        "gaps": sum(row.is_gap for row in found.rows), "plans": PLAN.is_for(request.user),
    }  # fmt: skip
    return render(request, "staff/people/matrix.html", context)


def drawn(
    rows: list[Covered], people: Sequence[Person]
) -> list[tuple[Covered, str, list[Person], list[tuple[Person, str]]]]:
    """Each area: its name, who could be developed for it, and what each person is in it."""
    known = {one.login: one for one in people}
    return [
        (row, name_of(row.code), [known[login] for login in row.nearest], [(one, mark(row, one.login)) for one in people])
        for row in rows
    ]  # fmt: skip


def _marked(login: str, row: Covered) -> str:
    return mark(row, login)


def exported(
    request: StaffRequest, standard: Standard, people: Sequence[Person], rows: list[Covered]
) -> HttpResponse:
    """The same as a workbook, a column a person."""
    known = {one.login: one for one in people}
    columns: list[Any] = [
        Column("code", t("专业代码", "Technical area"), Kind.CODE),
        Column("name", t("名称", "Name"), value=lambda row: name_of(row.code)),
        Column("needed", t("在证数", "Certifications"), Kind.NUMBER),
        Column("auditors", t("可审人数", "Auditors"), Kind.NUMBER, value=lambda row: len(row.auditors)),
        Column("nearest", t("候选人", "Candidates"), value=lambda row: joined(called(known[login]) for login in row.nearest)),
        *(Column(one.login, called(one), value=partial(_marked, one.login)) for one in people),
    ]  # fmt: skip
    title = t("专业能力矩阵 {standard}", "Competence matrix {standard}", standard=standard)
    about = [(t("截至", "As of"), today()), (t("● 可审，○ 实习", "● auditor, ○ in training"), "")]
    return download(title, columns, rows, about, timezone.localtime(), request.user.login)
