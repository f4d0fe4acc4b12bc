"""When a certificate may be sealed, published, withheld, and its originals posted (ISO/IEC 17021-1:2015 8.1.2, 8.2)."""

from dataclasses import dataclass
from datetime import date

from .certificate_life import Status
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
PUBLIC, DOCUMENTS = f"{ISO} 8.1.2", f"{ISO} 8.2.2"
NOT_IN_LOG = Objection("publication.not-in-log", DOCUMENTS)
SEALED_ALREADY = Objection("publication.sealed-already", DOCUMENTS)
NOT_SEALED = Objection("publication.not-sealed", DOCUMENTS)
ENDED_BEFORE = Objection("publication.ended-before", DOCUMENTS)
PUBLISHED_ALREADY = Objection("publication.published-already", PUBLIC)
WITHHELD_ALREADY = Objection("publication.withheld-already", PUBLIC)
NOT_WITHHELD = Objection("publication.not-withheld", PUBLIC)
NO_REASON_TO_WITHHOLD = Objection("publication.no-reason", PUBLIC)
NOT_PUBLISHED = Objection("publication.not-published", PUBLIC)
NO_COPIES = Objection("posting.no-copies", DOCUMENTS)
NOBODY_TO_RECEIVE = Objection("posting.nobody", DOCUMENTS)
RECEIVED_ALREADY = Objection("posting.received-already", DOCUMENTS)
RECEIVED_TOO_EARLY = Objection("posting.received-too-early", DOCUMENTS)


@dataclass(frozen=True)
class PublicationFacts:
    """How far a certificate has come on its way to the public."""

    status: Status
    is_logged: bool  # its issue stands in the log under a signed checkpoint
    is_sealed: bool
    is_published: bool
    is_withheld: bool


def objections_to_sealing(facts: PublicationFacts) -> list[Objection]:
    """Why this certificate cannot be sealed: it was, or nobody could prove yet when it was issued."""
    if facts.is_sealed:
        return [SEALED_ALREADY]
    if facts.status not in (Status.IN_FORCE, Status.SUSPENDED):
        return [ENDED_BEFORE]
    return [] if facts.is_logged else [NOT_IN_LOG]


def objections_to_publishing(facts: PublicationFacts) -> list[Objection]:
    """Why this certificate cannot be published; withheld or not, its status will be."""
    if facts.is_published:
        return [PUBLISHED_ALREADY]
    return [] if facts.is_sealed else [NOT_SEALED]


def objections_to_withholding(facts: PublicationFacts, reason: str) -> list[Objection]:
    """Why the client cannot stay unnamed (8.1.2 note): it takes a reason, and whoever agreed to it."""
    found = [WITHHELD_ALREADY] if facts.is_withheld else []
    return found if reason.strip() else [*found, NO_REASON_TO_WITHHOLD]


def objections_to_disclosing(facts: PublicationFacts) -> list[Objection]:
    """Why what was withheld cannot be made public again."""
    return [] if facts.is_withheld else [NOT_WITHHELD]


def objections_to_posting(facts: PublicationFacts, *, copies: int, recipient: str) -> list[Objection]:
    """Why originals cannot go to the client: only what is public already leaves the house."""
    found = [] if facts.is_published else [NOT_PUBLISHED]
    if copies < 1:
        found.append(NO_COPIES)
    return found if recipient.strip() else [*found, NOBODY_TO_RECEIVE]


def objections_to_receipt(posted_on: date, received_on: date | None, on: date) -> list[Objection]:
    """Why the receipt of a parcel cannot be recorded."""
    if received_on:
        return [RECEIVED_ALREADY]
    return [RECEIVED_TOO_EARLY.because(posted_on=posted_on)] if on < posted_on else []
