"""The files of a certificate: its credential signed, its log proof, its PDF sealed around both."""

from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from django.conf import settings

from mingzheng.office.certificates.making import subs_in
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.papers import certificate_paper
from mingzheng.seal.credential import signed_jwt
from mingzheng.seal.did import CREDENTIAL, GM_SEAL, SEAL, key_id
from mingzheng.seal.facts import Attached
from mingzheng.seal.pdf_seal import seal_pdf

from .keyring import Keyring, adopted
from .log import log_proof
from .models import Entry


@dataclass(frozen=True)
class Bundle:
    """What is made once."""

    jwt: str
    proof: str
    pdf: bytes
    subs: dict[str, bytes]  # of the sub-certificates, by their number


def address_of(entry: Entry) -> str:
    """Where the certificate is checked, as its QR code says it: upper case, for a smaller code."""
    return f"{settings.PUBLIC_ADDRESS}/C/{entry.public_id}".upper()


def make(entry: Any, keys: Keyring, *, at: datetime) -> Bundle:
    """Of an entry of :func:`entry_of`. Raises IndexError before the issue is under a checkpoint, Refused when a key is not the body's by its own list."""
    key = key_id(settings.PUBLIC_ADDRESS, adopted(keys, CREDENTIAL, *_seals(keys))[CREDENTIAL])
    jwt = signed_jwt(entry.payload, keys.credential, key)
    proof = log_proof(entry.place, keys.witnessing).text
    attached = (
        Attached(f"{entry.public_id}.jwt", "application/vc+jwt", jwt),
        Attached(f"{entry.public_id}.tlog-proof", "text/plain", proof),
    )

    def pdf(sub: str = "") -> bytes:
        paper = certificate_paper(entry.certificate, verify_url=address_of(entry), sub=sub, attached=attached)
        return _sealed(paper, keys, at)

    return Bundle(jwt, proof, pdf(), {sub: pdf(sub) for sub in subs_in(entry.certificate)})


def _seals(keys: Keyring) -> tuple[str, ...]:
    return (SEAL, GM_SEAL) if keys.gm else (SEAL,)


def _sealed(paper: bytes, keys: Keyring, at: datetime) -> bytes:
    """Sealed, and where the body has a seal of GB/T 38540, under that as well."""
    sealed = _sealed_pades(paper, keys, at)
    if keys.gm is None:
        return sealed
    under_both: bytes = import_module("mingzheng.seal.pdf_gm").seal_pdf_gm(sealed, keys.gm, at=at)
    return under_both


def _sealed_pades(paper: bytes, keys: Keyring, at: datetime) -> bytes:
    """With a time stamp where there is an authority. That library takes a second to load: only who needs it waits."""
    if keys.stamping is None:
        return seal_pdf(paper, keys.seal, at=at)
    stamped = import_module("mingzheng.seal.pdf_stamped")
    authority = stamped.authority_at(keys.stamping.url)
    sealed: bytes = stamped.seal_pdf_for_long(paper, keys.seal, authority, keys.stamping.roots)
    return sealed


def specimen(certificate: Certificate, entry: Entry | None, sub: str = "") -> bytes:
    """样张: the certificate as it will be, but for the word across it and the seal."""
    address = address_of(entry) if entry else settings.PUBLIC_ADDRESS.upper()
    return certificate_paper(certificate, verify_url=address, sub=sub, specimen=True)
