"""The certificate as a program reads it: a UNTP Digital Conformity Credential in a JWT (W3C VC-JOSE-COSE, `vc+jwt`).

Two deviations from the published schema of UNTP 0.7.0, which contradicts W3C there: `credentialStatus` is a list, for a
certificate can be suspended and withdrawn, and `statusListIndex` is a string (Bitstring Status List 2.2).
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.rulebook.standard_editions import StandardEdition
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal import signer
from mingzheng.seal.facts import Two
from mingzheng.seal.signer import Algorithm, Signer

TYPE = "vc+jwt"
VC = "W3C VC-JOSE-COSE"
CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://vocabulary.uncefact.org/untp/0.7.0/context/")
OFFSET = "+08:00"  # a certificate's days are days of the body's own time
JWT_UNREADABLE = Objection("proof.jwt-unreadable", VC)
JWT_ALTERED = Objection("proof.jwt-altered", VC)
WRONG_KEY = Objection("proof.wrong-key", "W3C did:web")
KEY_REVOKED = Objection("proof.key-revoked", "W3C did:web")


@dataclass(frozen=True)
class StatusPlace:
    """Where the bits of one credential stand: the same index in both lists."""

    list_number: int
    index: int


@dataclass(frozen=True)
class CredentialFacts:
    """What a credential says. Days are of the certificate; `salt` is 128 random bits in hex that keep the log mute."""

    address: str  # "https://cert.example.org", where everything public lies
    public_id: str
    salt: str
    body: Two
    body_approval: str
    number: str
    standard: Standard
    client: Two
    client_code: str  # 统一社会信用代码
    client_address: Two
    scope: Two
    sites: tuple[Mapping[str, str], ...]
    accreditation: str  # number of the body's accreditation; empty where the scheme is not accredited
    first_issued: date
    issued: date
    valid_until: date
    replaces: str
    place: StatusPlace
    edition: StandardEdition | None = None  # an earlier one of its standard; None: today's

    @property
    def certified_to(self) -> Standard | StandardEdition:
        return self.edition or self.standard


def did_of(address: str) -> str:
    """The body's identifier: did:web of the host that publishes; a port is written with %3A."""
    host, _, path = address.split("://", 1)[1].partition("/")
    return ":".join(["did:web", host.replace(":", "%3A"), *path.strip("/").split("/")]).rstrip(":")


def payload(facts: CredentialFacts) -> str:
    """The credential as the middle part of a JWT, the same for the same facts."""
    told = json.dumps(_credential(facts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return encoded(told.encode())


def _credential(facts: CredentialFacts) -> dict[str, object]:
    place = f"{facts.address}/C/{facts.public_id}"
    title = f"{facts.certified_to.iso} — {facts.client.en or facts.client.zh}"
    return {
        "@context": [*CONTEXTS, f"{facts.address}/context/v1.json"],
        "type": ["VerifiableCredential", "DigitalConformityCredential"],
        "id": place,
        "issuer": {
            "type": ["CredentialIssuer"],
            "id": did_of(facts.address),
            "name": facts.body.en or facts.body.zh,
        },
        "name": title,
        "validFrom": f"{facts.issued}T00:00:00{OFFSET}",
        "validUntil": f"{facts.valid_until}T23:59:59{OFFSET}",
        "credentialStatus": [_status(facts, purpose) for purpose in ("revocation", "suspension")],
        "credentialSubject": {
            "type": ["ConformityAttestation"],
            "id": f"{place}#attestation",
            "name": title,
            "assessorLevel": "3rdParty",
            "assessmentLevel": "authority-globalmra" if facts.accreditation else "authority-mandate",
            "attestationType": "certification",
            "issuedToParty": {
                "type": ["Party"],
                "id": f"urn:cn:uscc:{facts.client_code}",
                "name": facts.client.en or facts.client.zh,
                "registeredId": facts.client_code,
            },
            "referenceScheme": {
                "type": ["ConformityScheme"],
                "id": f"urn:{facts.certified_to.iso.lower().replace(' ', ':').replace('/', ':')}",
                "name": facts.certified_to.iso,
            },
            "certificate": _certificate(facts),
        },
    }


def _status(facts: CredentialFacts, purpose: str) -> dict[str, str]:
    where = f"{facts.address}/status/{purpose}/{facts.place.list_number}"
    return {
        "id": f"{where}#{facts.place.index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(facts.place.index),
        "statusListCredential": where,
    }


def _certificate(facts: CredentialFacts) -> dict[str, object]:
    """What the paper says and UNTP has no terms for; the terms are those of /context/v1.json."""
    return {
        "number": facts.number,
        "standard": {"zh": facts.certified_to.gb, "en": facts.certified_to.iso},
        "scheme": facts.standard.value,
        "body": {"zh": facts.body.zh, "en": facts.body.en, "approval": facts.body_approval},
        "client": {"zh": facts.client.zh, "en": facts.client.en},
        "address": {"zh": facts.client_address.zh, "en": facts.client_address.en},
        "scope": {"zh": facts.scope.zh, "en": facts.scope.en},
        "sites": [dict(site) for site in facts.sites],
        "accreditation": facts.accreditation,
        "firstIssuedOn": facts.first_issued.isoformat(),
        "issuedOn": facts.issued.isoformat(),
        "validUntil": facts.valid_until.isoformat(),
        "replaces": facts.replaces,
        "salt": facts.salt,
    }


def context(address: str) -> dict[str, object]:
    """The meaning of our own terms, published at /context/v1.json and never changed: a new term is a new version."""
    terms = ("certificate", "number", "standard", "scheme", "body", "client", "address", "scope", "sites")
    more = (
        "approval",
        "accreditation",
        "firstIssuedOn",
        "issuedOn",
        "validUntil",
        "replaces",
        "salt",
        "zh",
        "en",
    )
    words = f"{address}/context/v1.json#"
    return {"@context": {"@protected": True, **{term: words + term for term in (*terms, *more)}}}


# --- JWT --------------------------------------------------------------------------------------------------------------
def encoded(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """Raises ValueError unless `text` is exactly what :func:`encoded` would have written."""
    content = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if encoded(content) != text:
        raise ValueError("not base64url")
    return content


@dataclass(frozen=True)
class Jwt:
    """A JWT taken apart, nothing checked yet."""

    head: dict[str, Any]
    claims: dict[str, Any]
    payload: str
    signed: bytes
    signature: bytes

    @property
    def certificate(self) -> dict[str, Any]:
        """What the paper says, in both languages."""
        told: dict[str, Any] = self.claims["credentialSubject"]["certificate"]
        return told

    @property
    def public_id(self) -> str:
        return str(self.claims["id"]).rpartition("/")[2]

    @property
    def place(self) -> StatusPlace:
        status = self.claims["credentialStatus"][0]
        number = status["statusListCredential"].rpartition("/")[2]
        return StatusPlace(int(number), int(status["statusListIndex"]))

    @property
    def last_day(self) -> date:
        return date.fromisoformat(self.claims["validUntil"][:10])


def signed_jwt(payload: str, key: Signer, key_id: str, kind: str = TYPE) -> str:
    """The JWT of a payload under the key that `key_id` names in the body's did.json."""
    head = {"alg": key.algorithm.value, "cty": "vc", "kid": key_id, "typ": kind}
    signing = f"{encoded(json.dumps(head, separators=(',', ':')).encode())}.{payload}"
    return f"{signing}.{encoded(signer.sign(key, signing.encode()))}"


def read_jwt(text: str) -> Jwt:
    """A JWT taken apart. Raises Refused when it is none of ours to read; its signature is not looked at."""
    try:
        head, payload, signature = text.strip().split(".")
        told = json.loads(decoded(head)), json.loads(decoded(payload))
        if told[0]["alg"] != Algorithm.ES256 or told[0]["typ"] != TYPE or not isinstance(told[1], dict):
            raise ValueError(told[0])
        return Jwt(*told, payload, f"{head}.{payload}".encode(), decoded(signature))
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(JWT_UNREADABLE) from error


def check_jwt(jwt: Jwt, keys: Mapping[str, bytes]) -> None:
    """Raises Refused unless one of `keys` (key id in did.json: SubjectPublicKeyInfo) signed it and no bit was changed."""
    kid = str(jwt.head.get("kid"))
    if kid not in keys or not kid.startswith(f"{_issuer(jwt)}#"):
        raise Refused(WRONG_KEY.because(key=kid))
    if not signer.verify(Algorithm.ES256, keys[kid], jwt.signed, jwt.signature):
        raise Refused(JWT_ALTERED)


def _issuer(jwt: Jwt) -> str:
    issuer = jwt.claims.get("issuer")
    return str(issuer.get("id") if isinstance(issuer, dict) else issuer)
