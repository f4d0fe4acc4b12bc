"""Record that the client has his originals 签收 — ISO/IEC 17021-1:2015 8.2.1."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publishing import objections_to_receipt
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Posting


@dataclass(frozen=True)
class OriginalsReceived(Happened, kind="publication.originals-received"):
    number: str
    tracking: str
    received_by: str


def objections(posting: Posting, on: date) -> Iterable[Objection]:
    """Why the receipt cannot be recorded."""
    return objections_to_receipt(posting.posted_on, posting.received_on, on)


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 8.2.1")
def confirm_receipt(
    carrier: str, tracking: str, *, received_by: str, on: date, by: Actor
) -> OriginalsReceived:
    """Raises Posting.DoesNotExist for a parcel nobody posted."""
    rows = Posting.objects.select_for_update(of=("self",)).select_related("certificate")
    posting = rows.get(carrier=carrier, tracking=tracking)
    refuse_if(objections(posting, on))

    posting.received_on, posting.received_by = on, received_by.strip()
    posting.save(update_fields=["received_on", "received_by"])
    return OriginalsReceived(posting.certificate.number, tracking, posting.received_by)
