"""Which credentials are revoked and which suspended: one bit for each, in a list everybody gets whole.

W3C Bitstring Status List v1.0. Whoever fetches the list does not tell us which certificate he looks at. The list is a
credential itself, signed anew every hour: one older than a day is refused.
"""

import gzip
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.credential import CONTEXTS, Jwt, check_jwt, decoded, did_of, encoded, read_jwt, signed_jwt
from mingzheng.seal.signer import Signer

LIST = "W3C Bitstring Status List"
BITS = 131_072  # the least a list may have, so that one bit says nothing about whose it is (section 6.1)
LASTS = timedelta(hours=24)
TTL = 300_000  # milliseconds a copy may be used without asking again
PURPOSES = ("revocation", "suspension")
LIST_UNREADABLE = Objection("proof.list-unreadable", LIST)
LIST_STALE = Objection("proof.list-stale", LIST)


@dataclass(frozen=True)
class StatusList:
    """A list that was read: whose bits are set, and when it was signed."""

    purpose: str
    number: int
    bits: bytes
    signed_at: datetime
    valid_until: datetime
    key_id: str

    def holds(self, index: int) -> bool:
        """Is the bit at this index set? The leftmost bit of the first byte is index 0."""
        return bool(self.bits[index // 8] >> (7 - index % 8) & 1)


def bits_of(indices: Iterable[int]) -> bytes:
    """The bitstring in which exactly these are set."""
    bits = bytearray(BITS // 8)
    for index in indices:
        bits[index // 8] |= 0x80 >> index % 8
    return bytes(bits)


def sign_list(
    address: str, purpose: str, number: int, bits: bytes, *, at: datetime, key: Signer, key_id: str
) -> str:
    """The list as a signed credential, as of `at`."""
    place = f"{address}/status/{purpose}/{number}"
    packed = urlsafe_b64encode(gzip.compress(bits, mtime=0)).rstrip(b"=").decode()
    told = {
        "@context": [CONTEXTS[0]],
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "id": place,
        "issuer": did_of(address),
        "validFrom": at.isoformat(timespec="seconds"),
        "validUntil": (at + LASTS).isoformat(timespec="seconds"),
        "credentialSubject": {
            "id": f"{place}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": f"u{packed}",
            "ttl": TTL,
        },
    }
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return signed_jwt(encoded(text.encode()), key, key_id)


def open_list(text: str, keys: Mapping[str, bytes], *, at: datetime | None) -> StatusList:
    """The list in a JWT, its signature checked; as of `at` it must be fresh (None: whatever its age). Raises Refused."""
    jwt = read_jwt(text)
    check_jwt(jwt, keys)
    found = _list(jwt)
    if at is not None and not found.signed_at - timedelta(minutes=5) <= at <= found.valid_until:
        raise Refused(LIST_STALE.because(signed_at=found.signed_at.isoformat(timespec="minutes")))
    return found


def _list(jwt: Jwt) -> StatusList:
    try:
        subject = jwt.claims["credentialSubject"]
        packed = subject["encodedList"]
        if packed[:1] != "u" or subject["type"] != "BitstringStatusList":
            raise ValueError(packed[:1])
        bits = gzip.decompress(decoded(packed[1:]))
        if len(bits) < BITS // 8:
            raise ValueError(len(bits))
        since, until = (datetime.fromisoformat(jwt.claims[name]) for name in ("validFrom", "validUntil"))
        purpose, number = jwt.claims["id"].rsplit("/", 2)[1:]
        if purpose != subject["statusPurpose"]:
            raise ValueError(purpose)
        return StatusList(purpose, int(number), bits, since, until, str(jwt.head["kid"]))
    except (KeyError, ValueError, TypeError, OSError, EOFError) as error:
        raise Refused(LIST_UNREADABLE) from error
