"""The body's public keys as a DID document (W3C did:web): `/.well-known/did.json`, retired and revoked keys included.

did:web keeps no history of its own, so every change of a key is also a line of the public log.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.credential import decoded, did_of, encoded
from mingzheng.seal.note import NoteKey

DID = "W3C did:web"
DID_UNREADABLE = Objection("proof.did-unreadable", DID)
CREDENTIAL, LOG, SEAL, GM_SEAL = "credential", "log", "seal", "gm-seal"
SEALS = (SEAL, GM_SEAL)  # named by a fingerprint: of the certificates; of the seal of GB/T 38540 itself


@dataclass(frozen=True)
class PublicKey:
    """A public key of the body and its days. A revoked key is not to be believed from that day on."""

    use: str  # CREDENTIAL, LOG, SEAL or GM_SEAL
    der: bytes  # SubjectPublicKeyInfo
    since: date
    retired_on: date | None = None
    revoked_on: date | None = None
    certificate_sha256: str = ""  # of a seal's certificate, hex

    @property
    def thumbprint(self) -> str:
        """What names the key: RFC 7638 of its JWK, or for a seal the fingerprint of its certificate."""
        return thumbprint(self.use, self.der, self.certificate_sha256)


def thumbprint(use: str, der: bytes, certificate_sha256: str = "") -> str:
    """What names a key of this use."""
    if use in SEALS:
        return certificate_sha256
    told = json.dumps(_jwk(der), sort_keys=True, separators=(",", ":"))
    return encoded(sha256(told.encode()).digest())


def key_id(address: str, thumbprint: str) -> str:
    return f"{did_of(address)}#{thumbprint}"


def origin(address: str) -> str:
    """The log's name: where it lies, without the scheme."""
    return address.split("://", 1)[1] + "/log"


def document(address: str, keys: Iterable[PublicKey]) -> dict[str, object]:
    """did.json: every key there ever was; `assertionMethod` names those whose credentials are to be believed."""
    did, keys = did_of(address), list(keys)
    methods = [_method(address, key) for key in keys if key.use not in SEALS]
    believed = [key for key in keys if key.use == CREDENTIAL]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [key_id(address, key.thumbprint) for key in believed],
        "service": [
            {"id": f"{did}#log", "type": "TransparencyLog", "serviceEndpoint": f"{address}/log"},
            *(
                {
                    "id": f"{did}#seal-{key.thumbprint[:16]}",
                    "type": "SealCertificate",
                    "serviceEndpoint": f"urn:sha256:{key.thumbprint}",
                    **_days(key),
                }
                for key in keys
                if key.use in SEALS
            ),
        ],
    }


def _method(address: str, key: PublicKey) -> dict[str, object]:
    return {
        "id": key_id(address, key.thumbprint),
        "type": "JsonWebKey",
        "controller": did_of(address),
        "publicKeyJwk": _jwk(key.der),
        **_days(key),
    }


def _days(key: PublicKey) -> dict[str, object]:
    days = {"expires": key.retired_on, "revoked": key.revoked_on}
    return {name: f"{day}T00:00:00+08:00" for name, day in days.items() if day}


def _jwk(der: bytes) -> dict[str, str]:
    key = load_der_public_key(der)
    if isinstance(key, ec.EllipticCurvePublicKey):
        numbers = key.public_numbers()
        return {
            "crv": "P-256",
            "kty": "EC",
            "x": encoded(numbers.x.to_bytes(32)),
            "y": encoded(numbers.y.to_bytes(32)),
        }
    if isinstance(key, ed25519.Ed25519PublicKey):
        raw = key.public_bytes(Encoding.Raw, PublicFormat.Raw)
        return {"crv": "Ed25519", "kty": "OKP", "x": encoded(raw)}
    raise ValueError(f"{type(key).__name__} has no place in did.json")


@dataclass(frozen=True)
class Trusted:
    """What a reader of did.json believes: keys by their id, the log's keys, the fingerprints of seal certificates."""

    keys: Mapping[str, bytes]
    revoked: Mapping[str, date]
    log_keys: tuple[NoteKey, ...]
    seals: frozenset[str]


def read_document(text: str, address: str) -> Trusted:
    """The keys in a did.json fetched from `address`. Raises Refused."""
    try:
        told = json.loads(text)
        if told["id"] != did_of(address):
            raise ValueError(told["id"])
        methods = told["verificationMethod"]
        believed = set(told["assertionMethod"])
        keys = {one["id"]: _der(one["publicKeyJwk"]) for one in methods if one["id"] in believed}
        revoked = {one["id"]: date.fromisoformat(one["revoked"][:10]) for one in methods if "revoked" in one}
        return Trusted(keys, revoked, tuple(_log_keys(address, methods)), frozenset(_seals(told["service"])))
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(DID_UNREADABLE) from error


def _log_keys(address: str, methods: Iterable[dict[str, Any]]) -> Iterable[NoteKey]:
    for one in methods:
        if one["publicKeyJwk"]["kty"] == "OKP":
            yield NoteKey(origin(address), decoded(one["publicKeyJwk"]["x"]))


def _seals(services: Iterable[dict[str, Any]]) -> Iterable[str]:
    for one in services:
        if one["type"] == "SealCertificate":
            yield str(one["serviceEndpoint"]).rpartition(":")[2]


def _der(jwk: Mapping[str, str]) -> bytes:
    x, y = (int.from_bytes(decoded(jwk[name])) for name in ("x", "y"))
    key = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
