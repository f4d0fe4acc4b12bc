"""Send the version of a document that waits back to its author 退回 (10.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_documents import CONTROL, objections_to_return
from mingzheng.rulebook.verdict import refuse_if

from ..queries import KEEPERS, draft_facts, locked_document


@dataclass(frozen=True)
class VersionReturned(Happened, kind="document.returned"):
    number: str
    version: int
    reason: str


@action(*KEEPERS, clause=CONTROL)
def return_version(number: str, *, reason: str, on: date, by: Actor) -> VersionReturned:
    row = locked_document(number)
    versions = list(row.versions.all())
    refuse_if(objections_to_return(draft_facts(row, versions), reason))
    version = next(one for one in versions if one.waits)
    version.returned_on, version.returned_because = on, reason.strip()
    version.save(update_fields=["returned_on", "returned_because"])
    return VersionReturned(number, version.number, version.returned_because)
