"""Open a document of the body's own, with the text of its first version where it has one 建立受控文件 (10.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.own_documents import CONTROL, DocumentEntry, objections_to_document
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..making import document_of, readers_of
from ..models import Document, Reader


@dataclass(frozen=True)
class DocumentOpened(Happened, kind="document.opened", begins=True):
    number: str
    code: str
    title: str
    versions: int


@action(*HELD_BY_PERSONS, clause=CONTROL)
def open_document(entry: DocumentEntry, *, text: str = "", on: date, by: Actor) -> DocumentOpened:
    """Whoever writes it opens it; without a text its first version is put forward later, with papers filed for it."""
    known = Document.objects.filter(code=entry.code.strip()).exists()
    refuse_if(objections_to_document(entry, known=known))
    row = document_of(entry, next_number(Document, "WJ", on.year), on)
    row.save()
    Reader.objects.bulk_create(readers_of(row, entry))
    if text.strip():
        row.versions.create(number=1, summary="--", text=text.strip(), author=by.login, drafted_on=on)
    return DocumentOpened(row.number, row.code, row.title_zh, 1 if text.strip() else 0)
