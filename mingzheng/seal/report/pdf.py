"""The yearly report as PDF."""

from typing import Any

from ..papers import compiled
from .columns import columns_of, holds_numbers, widths
from .document import Document

ROOM = 92  # halves of a Chinese character across the page at 9 pt


def pdf(document: Document) -> bytes:
    """The whole report with cover, contents, tables, charts, indexes and notes; the same document gives the same bytes."""
    return compiled(
        "yearly_report", _told(document), document.language, "report-paper.", draft=document.draft
    )


def _told(document: Document) -> dict[str, Any]:
    """As plain data, each table with the widths of its columns and which of them stand on their right."""
    told = document.to_json()
    drawn = [piece["table"] for section in told["sections"] for piece in section["pieces"] if piece["table"]]
    for one, table in zip(drawn, document.tables, strict=True):
        columns = list(columns_of(table))
        one["widths"] = widths(ROOM, columns)
        one["right"] = [n > 0 and (table.numeric or holds_numbers(said)) for n, said in enumerate(columns)]
    return told
