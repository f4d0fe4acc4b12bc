"""A document as an entry tells it, and what stands against carrying it in."""

from collections.abc import Sequence
from datetime import date

from mingzheng.rulebook.own_documents import (
    CarriedDocument,
    DocumentEntry,
    objections_to_carried,
    usual_months,
)
from mingzheng.rulebook.verdict import Objection

from .models import Document, Reader


def document_of(entry: DocumentEntry, number: str, on: date) -> Document:
    """The row an entry makes, not stored yet."""
    return Document(
        number=number,
        code=entry.code.strip(),
        kind=entry.kind,
        title_zh=entry.title_zh.strip(),
        title_en=entry.title_en.strip(),
        department=entry.department.strip(),
        branch=entry.branch or "",
        standard=entry.standard or "",
        areas=list(entry.areas),
        public_item=entry.public_item or "",
        every=entry.every or usual_months(),
        entered_on=on,
    )


def readers_of(row: Document, entry: DocumentEntry) -> list[Reader]:
    """The roles that sign that they read it, not stored yet."""
    return [Reader(document=row, role=role) for role in dict.fromkeys(entry.readers)]


def standing(entries: Sequence[CarriedDocument], on: date) -> list[list[Objection]]:
    """For each entry what stands against carrying it in; an earlier one of the same list comes first."""
    codes = {one.entry.code.strip() for one in entries}
    known = set(Document.objects.filter(code__in=codes).values_list("code", flat=True))
    answers = []
    for one in entries:
        code = one.entry.code.strip()
        answers.append(objections_to_carried(one, on, known=code in known))
        known.add(code)
    return answers
