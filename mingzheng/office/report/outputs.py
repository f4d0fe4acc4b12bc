"""What the report of a year is handed out as."""

import json
from collections.abc import Callable

from mingzheng.office.files.content import read
from mingzheng.seal.report.document import Document, text_of
from mingzheng.seal.report.excel import excel
from mingzheng.seal.report.pdf import pdf
from mingzheng.seal.report.word import word

from .models import Report
from .writing import Draft, template


def document_for(report: Report, language: str) -> Document:
    """As released, word for word; before, as it stands."""
    kept = report.editions.order_by("-number").first() if report.released_on else None
    if kept:
        return Document.of(kept.zh if language.startswith("zh") else kept.en)
    return Draft.of(report).document(language)


def _word(document: Document) -> bytes:
    """In the body's own template, where it has one."""
    own = template()
    return word(document, read(own) if own else None)


def _json(document: Document) -> bytes:
    return json.dumps(document.to_json(), ensure_ascii=False, indent=1).encode()


def _text(document: Document) -> bytes:
    return "\n".join(line for _, line in text_of(document)).encode()


OUTPUTS: dict[str, tuple[Callable[[Document], bytes], str]] = {
    "pdf": (pdf, "pdf"),
    "word": (_word, "docx"),
    "excel": (excel, "xlsx"),
    "json": (_json, "json"),
    "text": (_text, "txt"),
}
"""How each is made, and how its file is called at the end."""
