"""评定问题: what reviewers sent back in a quarter, by section of the file, for the next seminar to explain."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.decisions.models import Review
from mingzheng.office.decisions.queries import returned_between
from mingzheng.rulebook.learning import quarter_of
from mingzheng.rulebook.roles import Role

from ..recorded import Table
from ..register import overview
from .courses import COURSES

READERS = (
    Role.REVIEWER,
    Role.DECISION_MAKER,
    Role.COMPETENCE_EVALUATOR,
    Role.TECHNICAL,
    Role.GENERAL_OFFICE,
    Role.QUALITY,
    Role.DIRECTOR,
)
QUARTERS = 4  # shown, the present one first


def panels(by: Any) -> list[Table]:
    rows = list(returned_between(*begins_and_ends(today())))
    return [counted(rows), listed(rows)]


def begins_and_ends(on: date) -> tuple[date, date]:
    """The present quarter and those before it."""
    first = on.replace(month=3 * quarter_of(on) - 2, day=1)
    for _ in range(QUARTERS - 1):
        first = (first - timedelta(days=1)).replace(day=1)
        first = first.replace(month=3 * quarter_of(first) - 2)
    return first, on


def named(on: date) -> str:
    return f"{on.year} Q{quarter_of(on)}"


def counted(rows: list[Review]) -> Table:
    """How often each section was sent back in each quarter, the most frequent first."""
    found = Counter((named(row.reviewed_on), note["section"]) for row in rows for note in row.notes)
    order = sorted(found, key=lambda one: (one[0], found[one]), reverse=True)
    cells = [
        ("", [quarter, say_lazy(f"review-section.{section}"), found[quarter, section]])
        for quarter, section in order
    ]
    return Table(
        t("各季度各环节的问题", "By quarter and section"),
        [t("季度", "Quarter"), t("环节", "Section"), t("次数", "Times")],
        cells,
    )


def listed(rows: list[Review]) -> Table:
    """Each problem, with the audit it was found in."""
    cells = [
        (
            reverse("staff:audit", args=[row.audit.visit.number]),
            [
                row.audit.visit.number,
                row.standard,
                row.reviewed_on,
                say_lazy(f"review-section.{note['section']}"),
                note["text"],
            ],
        )
        for row in reversed(rows)
        for note in row.notes
    ]
    heads = [
        t("项目", "Project"),
        t("标准", "Standard"),
        t("日期", "On"),
        t("环节", "Section"),
        t("问题", "What was found"),
    ]
    return Table(t("问题明细", "Each of them"), heads, cells)


problems = overview(t("评定问题", "What reviews sent back"), (COURSES,), READERS, panels, exported=1)
