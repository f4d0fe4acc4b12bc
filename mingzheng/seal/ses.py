"""Electronic seals 电子印章 and what they seal 电子签章 by GB/T 38540-2020, version 4: made, and looked at.

A seal is a picture, a name, the certificates of those who may use it and its days, signed by whoever made it. A sealing names the
seal, the digest of what was sealed and when, signed by one of those. Which makers are to be believed the caller says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from asn1crypto import core, x509

from mingzheng.rulebook.verdict import Objection, Refused, refuse_if
from mingzheng.seal import signer, sm2
from mingzheng.seal.signer import Algorithm, Signer

SES = "GB/T 38540-2020"
SEAL_UNREADABLE = Objection("proof.gm-unreadable", SES)
SEAL_ALTERED = Objection("proof.gm-altered", SES)
NOT_OF_THIS_SEAL = Objection("proof.gm-not-its-signer", SES)
OUT_OF_ITS_DAYS = Objection("proof.gm-out-of-its-days", SES)
SM2_WITH_SM3 = "1.2.156.10197.1.501"
VERSION = 4
CERTIFICATES, DIGESTS = 1, 2  # how a seal names those who may use it
OF_A_BODY = 1  # 单位印章
SIDE = 40  # mm


class _Header(core.Sequence):
    _fields = [("id", core.IA5String), ("version", core.Integer), ("vendor", core.IA5String)]


class _Property(core.Sequence):
    _fields = [
        ("type", core.Integer),
        ("name", core.UTF8String),
        ("list_type", core.Integer),
        ("list", core.SequenceOf, {"spec": core.Any}),
        ("made", core.GeneralizedTime),
        ("valid_from", core.GeneralizedTime),
        ("valid_until", core.GeneralizedTime),
    ]


class _Picture(core.Sequence):
    _fields = [
        ("type", core.IA5String),
        ("data", core.OctetString),
        ("width", core.Integer),
        ("height", core.Integer),
    ]


class _SealInfo(core.Sequence):
    _fields = [
        ("header", _Header),
        ("id", core.IA5String),
        ("property", _Property),
        ("picture", _Picture),
        ("more", core.Any, {"optional": True}),
    ]


class _Seal(core.Sequence):
    _fields = [
        ("info", _SealInfo),
        ("certificate", core.OctetString),
        ("algorithm", core.ObjectIdentifier),
        ("signature", core.OctetBitString),
    ]


class _Told(core.Sequence):
    _fields = [
        ("version", core.Integer),
        ("seal", _Seal),
        ("at", core.GeneralizedTime),
        ("digest", core.OctetBitString),
        ("place", core.IA5String),
        ("more", core.Any, {"explicit": 0, "optional": True}),
    ]


class _Sealing(core.Sequence):
    _fields = [
        ("told", _Told),
        ("certificate", core.OctetString),
        ("algorithm", core.ObjectIdentifier),
        ("signature", core.OctetBitString),
        ("stamp", core.OctetBitString, {"explicit": 0, "optional": True}),
    ]


class _CertificateDigest(core.Sequence):
    _fields = [("type", core.PrintableString), ("value", core.OctetString)]


@dataclass(frozen=True)
class GmSeal:
    """The body's seal: who signs with its key, the certificate of that key, and the seal itself as its maker signed it."""

    signer: Signer
    certificate: bytes  # DER
    seal: bytes  # DER, SESeal

    def __post_init__(self) -> None:
        if self.signer.algorithm is not Algorithm.SM2:
            raise ValueError("a seal of GB/T 38540 signs with SM2")

    @property
    def fingerprint(self) -> str:
        """What names the seal: SHA-256 over it, hex."""
        return fingerprint(self.seal)


@dataclass(frozen=True)
class Found:
    """A sealing that holds: by which seal, called how, when, over which SM3 digest."""

    fingerprint: str
    name: str
    at: datetime
    digest: bytes
    stamped: bool  # a time stamp is there; it was not looked at


def fingerprint(seal: bytes) -> str:
    return sha256(seal).hexdigest()


def make_seal(
    name: str,
    picture: bytes,
    users: Iterable[bytes],
    days: tuple[datetime, datetime],
    maker: Signer,
    own: bytes,
) -> bytes:
    """制章: a seal for those whose certificates (DER) are given; `own` is the maker's. A real one comes from a licensed maker."""
    start, end = days
    listed = core.SequenceOf([core.OctetString(one) for one in users], spec=core.OctetString)
    told = {
        "type": OF_A_BODY,
        "name": name,
        "list_type": CERTIFICATES,
        "list": core.SequenceOf.load(listed.dump(), spec=core.Any),
        "made": start,
        "valid_from": start,
        "valid_until": end,
    }
    info = _SealInfo(
        {
            "header": {"id": "ES", "version": VERSION, "vendor": "mingzheng"},
            "id": sha256(name.encode() + picture).hexdigest()[:32],
            "property": told,
            "picture": {"type": "SVG", "data": picture, "width": SIDE, "height": SIDE},
        }
    )
    signed = signer.sign(maker, info.dump())
    told_by = {"certificate": own, "algorithm": SM2_WITH_SM3, "signature": signed}
    return bytes(_Seal({"info": info, **told_by}).dump())


def seal_digest(seal: GmSeal, digest: bytes, *, at: datetime, place: str) -> bytes:
    """签章: the sealing of what has this SM3 digest; `place` says what it is."""
    told = _Told(
        {"version": VERSION, "seal": _Seal.load(seal.seal), "at": at, "digest": digest, "place": place}
    )
    signed = signer.sign(seal.signer, told.dump())
    return bytes(
        _Sealing(
            {
                "told": told,
                "certificate": seal.certificate,
                "algorithm": SM2_WITH_SM3,
                "signature": signed,
            }
        ).dump()
    )


def open_sealing(content: bytes, document: bytes) -> Found:
    """The sealing in these bytes, if it holds for this document's SM3 digest (7.3). Raises Refused."""
    try:
        sealing = _Sealing.load(content, strict=True)
        if sealing.copy().dump(force=True) != content:
            raise ValueError("not DER")
        refuse_if(_objections(sealing, document))
        told = sealing["told"]
        name, at = told["seal"]["info"]["property"]["name"].native, told["at"].native
        stamped = sealing["stamp"].native is not None
        return Found(fingerprint(told["seal"].dump()), name, at, document, stamped)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise Refused(SEAL_UNREADABLE) from error


def _objections(sealing: Any, document: bytes) -> list[Objection]:
    told, seal = sealing["told"], sealing["told"]["seal"]
    signatures = ((sealing, told), (seal, seal["info"]))
    if told["digest"].native != document or not all(_is_signed(*one) for one in signatures):
        return [SEAL_ALTERED]
    days = seal["info"]["property"]
    own = x509.Certificate.load(sealing["certificate"].native)
    if not _is_listed(sealing["certificate"].native, days):
        return [NOT_OF_THIS_SEAL]
    at = told["at"].native
    is_in = days["valid_from"].native <= at <= days["valid_until"].native
    if not is_in or not own.not_valid_before <= at <= own.not_valid_after:
        return [OUT_OF_ITS_DAYS.because(day=at.date())]
    return []


def _is_signed(by: Any, told: Any) -> bool:
    """Whether `by` (a seal, a sealing) bears the signature of its certificate's key over what it tells."""
    public = x509.Certificate.load(by["certificate"].native).public_key.dump()
    is_known = by["algorithm"].dotted == SM2_WITH_SM3 and sm2.is_sm2(public)
    return is_known and signer.verify(Algorithm.SM2, public, told.dump(), by["signature"].native)


def _is_listed(certificate: bytes, days: Any) -> bool:
    """Is this one of the certificates the seal may be used with?"""
    listed = [one.dump() for one in days["list"]]
    if days["list_type"].native == CERTIFICATES:
        return core.OctetString(certificate).dump() in listed
    digests = {_CertificateDigest.load(one)["value"].native for one in listed}
    return bool(digests & {sm2.sm3(certificate), sha256(certificate).digest()})
