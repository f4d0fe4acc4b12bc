"""Post paper originals to the client 寄送证书 — ISO/IEC 17021-1:2015 8.2.1."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publishing import objections_to_posting
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Entry, Posting
from ..queries import entry_of, facts_of


@dataclass(frozen=True)
class OriginalsPosted(Happened, kind="publication.originals-posted"):
    number: str
    copies: int
    carrier: str
    tracking: str
    recipient: str


def objections(entry: Entry, *, copies: int, recipient: str) -> Iterable[Objection]:
    """Why no originals can go out."""
    return objections_to_posting(facts_of(entry), copies=copies, recipient=recipient)


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 8.2.1")
def post_originals(
    number: str, *, copies: int, carrier: str, tracking: str, recipient: str, on: date, by: Actor
) -> OriginalsPosted:
    entry = entry_of(number, lock=True)
    refuse_if(objections(entry, copies=copies, recipient=recipient))

    posting = Posting.objects.create(
        certificate=entry.certificate,
        copies=copies,
        carrier=carrier.strip(),
        tracking=tracking.strip(),
        recipient=recipient.strip(),
        posted_on=on,
    )
    return OriginalsPosted(number, copies, posting.carrier, posting.tracking, posting.recipient)
