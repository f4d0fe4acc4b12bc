"""Seal a certificate 签章 — ISO/IEC 17021-1:2015 8.2.2. Its credential is signed, its PDF sealed, its sub-certificates with it; nothing is public yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mingzheng.office.files.content import keep
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publishing import objections_to_sealing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..keyring import Keyring
from ..models import Entry, Sealed, SealedSub
from ..queries import entry_of, facts_of
from ..sealing import make


@dataclass(frozen=True)
class CertificateSealed(Happened, kind="publication.sealed"):
    number: str
    pdf_sha256: str


def objections(entry: Entry) -> Iterable[Objection]:
    """Why this certificate cannot be sealed now."""
    return objections_to_sealing(facts_of(entry))


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 8.2.2")
def seal_certificate(number: str, *, keys: Keyring, at: datetime, on: date, by: Actor) -> CertificateSealed:
    entry = entry_of(number, lock=True)
    refuse_if(objections(entry))

    bundle = make(entry, keys, at=at)
    pdf = keep(bundle.pdf)
    sealed = Sealed.objects.create(entry=entry, jwt=bundle.jwt, proof=bundle.proof, pdf=pdf, sealed_on=on)
    SealedSub.objects.bulk_create(
        SealedSub(sealed=sealed, number=number, pdf=keep(content)) for number, content in bundle.subs.items()
    )
    return CertificateSealed(number, pdf)
