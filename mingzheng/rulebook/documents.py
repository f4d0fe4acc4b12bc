"""The documents that clauses stand in: which edition, since when, and how far its text is to be trusted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from .tables import read


@dataclass(frozen=True)
class Document:
    """A standard, rule or notice. `zh` and `en` are short titles of our own wording; `source` is where we have it from."""

    name: str
    zh: str
    en: str
    source_zh: str
    source: str
    valid_from: date
    confidence: str
    valid_to: date | None = None

    @cached_property
    def edition(self) -> str:
        """The name with the days it is in force: ``CNCA 2016 No.20 (2016-10-01 – 2025-12-31)``."""
        return f"{self.name} ({self.valid_from} – {self.valid_to or ''})"


def _documents(rows: Iterable[dict[str, Any]]) -> dict[str, Document]:
    return {row["name"]: Document(**row) for row in rows}


DOCUMENTS = _documents(read("documents")["document"])
_LONGEST_FIRST = sorted(DOCUMENTS.values(), key=lambda document: -len(document.name))


@cache
def document_of(clause: str) -> Document:
    """The document a clause stands in. Raises KeyError for a document nobody entered."""
    for document in _LONGEST_FIRST:
        if clause.startswith(document.name):
            return document
    raise KeyError(clause)
