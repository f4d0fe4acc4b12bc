"""A body's public files in memory: keys, a log of a few certificates, their credentials and status lists."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache

from mingzheng.rulebook.standards import Standard
from mingzheng.seal.credential import CredentialFacts, StatusPlace, payload, signed_jwt
from mingzheng.seal.did import CREDENTIAL, LOG, PublicKey, Trusted, document, key_id, origin, read_document
from mingzheng.seal.facts import Two
from mingzheng.seal.leaf import Leaf, What, id_in_log, record_hash
from mingzheng.seal.log_proof import LogProof
from mingzheng.seal.note import Checkpoint, sign_note
from mingzheng.seal.signer import Algorithm, KeyInMemory, new_key
from mingzheng.seal.status_list import PURPOSES, bits_of, sign_list
from mingzheng.seal.tiles import Edge, Tiles

ADDRESS = "https://cert.example.org"
ISSUED, UNTIL = date(2026, 3, 2), date(2029, 3, 1)
NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
PLACE = StatusPlace(1, 4711)


def facts(**more: object) -> CredentialFacts:
    ordinary = {
        "address": ADDRESS,
        "public_id": "7Q2MK9XW4T",
        "salt": "5a" * 16,
        "body": Two("示例认证中心", "Sample Certification Centre"),
        "body_approval": "CNCA-R-2003-064",
        "number": "06426Q00001R0M",
        "standard": Standard.QMS,
        "client": Two("示例零件制造有限公司", "Sample Parts Co., Ltd."),
        "client_code": "TEST00000000000001",
        "client_address": Two("示例市示例路1号", "1 Sample Road"),
        "scope": Two("机械零件的生产", "Manufacture of machine parts"),
        "sites": (),
        "accreditation": "CNAS C064-M",
        "first_issued": ISSUED,
        "issued": ISSUED,
        "valid_until": UNTIL,
        "replaces": "",
        "place": PLACE,
    }
    return CredentialFacts(**{**ordinary, **more})


@dataclass(frozen=True)
class Keys:
    credential: KeyInMemory
    log: KeyInMemory

    @property
    def public(self) -> list[PublicKey]:
        return [
            PublicKey(CREDENTIAL, self.credential.public_key, ISSUED),
            PublicKey(LOG, self.log.public_key, ISSUED),
        ]

    @property
    def key_id(self) -> str:
        return key_id(ADDRESS, self.public[0].thumbprint)


@cache
def keys(which: int = 0) -> Keys:
    """The body's keys; other numbers are strangers'."""
    return Keys(KeyInMemory(new_key(Algorithm.ES256)), KeyInMemory(new_key(Algorithm.ED25519)))


def trusted(*public: PublicKey) -> Trusted:
    return read_document(json.dumps(document(ADDRESS, public or keys().public)), ADDRESS)


@dataclass
class Public:
    """The folder, and the certificate it is about; each thing that happens to it is one more line."""

    happened: tuple[tuple[What, date], ...] = ((What.ISSUED, ISSUED),)
    revoked: bool = False
    suspended: bool = False
    successor: str = ""
    before: int = 5  # other certificates' lines before it
    between: int = 300  # and after its issue
    files: dict[str, bytes] = field(default_factory=dict)
    jwt: str = ""
    proof: str = ""

    def __post_init__(self) -> None:
        self.jwt = signed_jwt(payload(facts()), keys().credential, keys().key_id)
        self.edge, self.places = Edge(), []
        self._log([self._line(n) for n in range(self.before)])
        (what, on), *later = self.happened
        self._own(what, on)
        self._sign()
        self.proof = self.prove(self.places[0])
        self._log([self._line(n) for n in range(self.before, self.before + self.between)])
        for what, on in later:
            self._own(what, on)
        self._sign()
        self.renew(NOW)
        self.tell()

    def _line(self, n: int) -> bytes:
        return Leaf(What.ISSUED, "EMS", f"{n:032x}", 1, ISSUED, "0" * 64).encode()

    def _own(self, what: What, on: date) -> None:
        told = facts()
        record = record_hash(payload(told)) if what is What.ISSUED else ""
        id_ = id_in_log(told.public_id, told.salt)
        self.places.append(self.edge.size)
        self._log([Leaf(what, told.standard, id_, len(self.places), on, record).encode()])

    def _log(self, entries: list[bytes]) -> None:
        for path, content in [*self.edge.append(entries), *self.edge.unfinished()]:
            self.files[f"log/{path}"] = content

    def _sign(self) -> None:
        checkpoint = Checkpoint(origin(ADDRESS), self.edge.size, self.edge.tree.root)
        self.files["log/checkpoint"] = sign_note(checkpoint.text, checkpoint.origin, [keys().log]).encode()

    def prove(self, place: int) -> str:
        tiles = Tiles(lambda path: self.files.get(f"log/{path}"), self.edge.size)
        return LogProof(place, tiles.inclusion_proof(place), self.files["log/checkpoint"].decode()).text

    def renew(self, at: datetime, by: Keys | None = None) -> None:
        own = by or keys()
        set_ = {"revocation": self.revoked, "suspension": self.suspended}
        for purpose in PURPOSES:
            bits = bits_of([PLACE.index] if set_[purpose] else [])
            signed = sign_list(ADDRESS, purpose, 1, bits, at=at, key=own.credential, key_id=own.key_id)
            self.files[f"status/{purpose}/1"] = signed.encode()

    def tell(self) -> None:
        lines = [
            {"at": at, "ev": what, "on": on.isoformat()}
            for at, (what, on) in zip(self.places, self.happened, strict=True)
        ]
        told = {"lines": lines, "successor": self.successor, "pdf": ""}
        self.files["C/7Q2MK9XW4T.json"] = json.dumps(told).encode()
