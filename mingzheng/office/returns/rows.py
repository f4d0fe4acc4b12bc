"""The rows of each report, made from the record."""

from collections.abc import Callable
from datetime import date

from mingzheng.rulebook.return_duties import DutyKind

from .audit_rows import audit_rows
from .certificate_rows import certificate_rows
from .certsearch_rows import certsearch_rows

Row = dict[str, str]


def rows_for(kind: DutyKind, first: date) -> list[Row]:
    """What the record says for the period from a day on; nothing where the report is no file of rows."""
    return _MAKERS[kind](first) if kind in _MAKERS else []


def no_rows(month: date) -> list[Row]:
    """Energy performance is told of energy management certificates alone, and this body grants none."""
    return []


_MAKERS: dict[DutyKind, Callable[[date], list[Row]]] = {
    DutyKind.CERTIFICATES: certificate_rows,
    DutyKind.AUDIT_RESULTS: audit_rows,
    DutyKind.ENERGY: no_rows,
    DutyKind.CERTSEARCH: certsearch_rows,
}
