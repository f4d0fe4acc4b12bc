"""Withdraw a document; what it said stays on record 文件作废 (10.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_documents import CONTROL, objections_to_withdrawing
from mingzheng.rulebook.verdict import refuse_if

from ..queries import KEEPERS, draft_facts, locked_document


@dataclass(frozen=True)
class DocumentWithdrawn(Happened, kind="document.withdrawn"):
    number: str
    code: str
    reason: str


@action(*KEEPERS, clause=CONTROL)
def withdraw_document(number: str, *, reason: str, on: date, by: Actor) -> DocumentWithdrawn:
    """A version that waits goes back with it."""
    row = locked_document(number)
    versions = list(row.versions.all())
    refuse_if(objections_to_withdrawing(draft_facts(row, versions), reason))
    row.versions.filter(approved_on__isnull=False, ended_on=None).update(ended_on=on)
    row.versions.filter(approved_on=None, returned_on=None).update(
        returned_on=on, returned_because=reason.strip()
    )
    row.withdrawn_on, row.withdrawn_because, row.review_due = on, reason.strip(), None
    row.save(update_fields=["withdrawn_on", "withdrawn_because", "review_due"])
    return DocumentWithdrawn(number, row.code, row.withdrawn_because)
