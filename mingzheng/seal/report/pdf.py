"""The yearly report as PDF."""

from ..papers import compiled
from .document import Document


def pdf(document: Document) -> bytes:
    """The whole report with cover, contents, tables, charts, indexes and notes; the same document gives the same bytes."""
    return compiled(
        "yearly_report", document.to_json(), document.language, "report-paper.", draft=document.draft
    )
