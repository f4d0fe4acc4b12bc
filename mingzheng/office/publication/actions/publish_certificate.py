"""Publish a certificate 公布 — ISO/IEC 17021-1:2015 8.1.2: from now on everybody can check it, for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publishing import objections_to_publishing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Entry
from ..queries import entry_of, facts_of


@dataclass(frozen=True)
class CertificatePublished(Happened, kind="publication.published"):
    number: str


def objections(entry: Entry) -> Iterable[Objection]:
    """Why this certificate cannot be published now."""
    return objections_to_publishing(facts_of(entry))


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 8.1.2")
def publish_certificate(number: str, *, on: date, by: Actor) -> CertificatePublished:
    entry = entry_of(number, lock=True)
    refuse_if(objections(entry))

    entry.published_on = on
    entry.save(update_fields=["published_on"])
    return CertificatePublished(number)
