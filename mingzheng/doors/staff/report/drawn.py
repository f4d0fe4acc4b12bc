"""A report on a page: its runs with the way to the records behind them."""

from typing import Any

from django.urls import reverse
from django.utils.safestring import mark_safe

from mingzheng.seal.report.document import Cell, Document, Piece, Run, Section, Table

from .years import READERS, behind


def sections(document: Document, reader: Any) -> list[dict[str, Any]]:
    """The chapters as the page draws them; figures are links for those who may open their records."""
    return [section(one, document.year, reader) for one in document.sections]


def section(one: Section, year: int, reader: Any) -> dict[str, Any]:
    year = year if any(reader.holds(role) for role in READERS) else 0
    return {"section": one, "level": one.depth + 1, "pieces": [_piece(piece, year) for piece in one.pieces]}


def _piece(piece: Piece, year: int) -> dict[str, Any]:
    svg = mark_safe(piece.chart.svg) if piece.chart else ""
    return {
        "kind": piece.kind,
        "runs": _runs(piece.runs, year),
        "table": _table(piece.table, year) if piece.table else None,
        "chart": piece.chart,
        "svg": svg,
    }


def _table(table: Table, year: int) -> dict[str, Any]:
    rows = [{"total": row.total, "cells": [_runs(cell, year) for cell in row.cells]} for row in table.rows]
    return {"table": table, "rows": rows}


def _runs(cell: Cell, year: int) -> list[tuple[str, str]]:
    return [(run.text, _href(run, year)) for run in cell]


def _href(run: Run, year: int) -> str:
    """Where the records of a figure are; nowhere without a figure or a year."""
    if not run.figure or not year:
        return ""
    kind, _, rest = run.figure.partition("/")
    if kind == "flow":
        return reverse("staff:behind-flow", args=[year, *rest.split("/")])
    return behind(run.year or year, run.figure, run.part)
