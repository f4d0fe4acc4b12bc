"""The audit plan as it is written: one line for all who are in one place together."""

from collections.abc import Iterable

from mingzheng.rulebook.audit_plan import Line
from mingzheng.rulebook.standards import Standard

from .models import PlanLine


def lines(rows: Iterable[PlanLine]) -> list[Line]:
    """Rows of the database, one an auditor, told as lines; `rows` in the order of time, with their auditors."""
    found: dict[tuple[object, ...], list[str]] = {}
    for row in rows:
        standards = tuple(Standard(standard) for standard in row.standards)
        place = (row.day, row.starts_at, row.ends_at, row.department, standards, row.clauses)
        found.setdefault(place, []).append(row.auditor.login)
    return [
        Line(day, starts_at, ends_at, tuple(auditors), department, standards, clauses)  # type: ignore[arg-type]
        for (day, starts_at, ends_at, department, standards, clauses), auditors in found.items()
    ]
