"""Put forward a new version of a document 提交新版本 (10.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.files.queries import papers_of
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_documents import CONTROL, objections_to_revision
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..queries import draft_facts, locked_document


@dataclass(frozen=True)
class DocumentRevised(Happened, kind="document.revised"):
    number: str
    version: int
    summary: str


@action(*HELD_BY_PERSONS, clause=CONTROL)
def revise_document(number: str, *, summary: str, text: str = "", on: date, by: Actor) -> DocumentRevised:
    """`summary` says what is new; without a `text` the version is in the papers filed for the document."""
    row = locked_document(number)
    versions = list(row.versions.all())
    papers = papers_of(f"document:{number}").count()
    refuse_if(objections_to_revision(draft_facts(row, versions), text, summary, papers))
    version = max((one.number for one in versions), default=0) + 1
    row.versions.create(
        number=version, summary=summary.strip(), text=text.strip(), author=by.login, drafted_on=on
    )
    return DocumentRevised(number, version, summary.strip())
