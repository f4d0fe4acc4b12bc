"""What the public log says: one line for each thing that happened to a certificate or to a key. No names.

`sch` and `ev` are in the clear, so that anybody can count the year's table from the log; `id` stands for one certificate
and can be made only by who holds its credential, as can `rec`, the hash of what was certified.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

VERSION = 1
ID_DIGITS = 32  # hex, 128 bits


class What(StrEnum):
    """What can happen to a certificate, in the words of ISO/IEC 17021-1 9.6; and to a key of the body."""

    ISSUED = "issued"
    SURVEILLED = "surveillance"
    SUSPENDED = "suspended"
    RESTORED = "restored"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REPLACED = "replaced"
    KEY_ADDED = "key-added"
    KEY_RETIRED = "key-retired"
    KEY_REVOKED = "key-revoked"


ENDS = (What.WITHDRAWN, What.CANCELLED, What.EXPIRED, What.REPLACED)


@dataclass(frozen=True)
class Leaf:
    """One line of the public log; `n` counts the lines of one id from 1."""

    what: What
    scheme: str  # the standard's short name; empty for a key
    id: str
    n: int
    on: date
    record: str = ""  # of an issue: SHA-256 of the credential's payload; of a key: its thumbprint

    def encode(self) -> bytes:
        """The line as it stands in the log: JSON, keys sorted, no spaces."""
        told = {"v": VERSION, "ev": self.what, "sch": self.scheme, "id": self.id, "n": self.n}
        told |= {"on": self.on.isoformat(), "rec": self.record}
        return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_leaf(entry: bytes) -> Leaf:
    """The line of an entry. Raises ValueError when it is none."""
    told = json.loads(entry)
    if not isinstance(told, dict) or told.get("v") != VERSION:
        raise ValueError(f"not a line of version {VERSION}: {entry[:80]!r}")
    try:
        what, on = What(told["ev"]), date.fromisoformat(told["on"])
        return Leaf(what, told["sch"], told["id"], told["n"], on, told["rec"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a line of the log: {entry[:80]!r}") from error


def id_in_log(public_id: str, salt: str) -> str:
    """What stands for a certificate in the log: only who knows its public id and its salt can tell."""
    return sha256(f"{salt} {public_id}".encode()).hexdigest()[:ID_DIGITS]


def record_hash(payload: str) -> str:
    """What stands for the text of a credential: `payload` is the middle part of its JWT; the salt is in it."""
    return sha256(payload.encode()).hexdigest()


@dataclass
class Row:
    """A year of one standard, as the log tells it."""

    scheme: str
    happened: Counter[What]
    valid: int = 0  # in force on the last day of the year
    suspended: int = 0  # suspended on that day


def table(entries: Iterable[bytes], year: int) -> list[Row]:
    """The year's table of certificates by standard, counted from the log alone."""
    rows: dict[str, Row] = {}
    status: dict[str, tuple[str, date, What]] = {}
    for leaf in map(read_leaf, entries):
        if not leaf.scheme:
            continue
        row = rows.setdefault(leaf.scheme, Row(leaf.scheme, Counter()))
        if leaf.on.year == year:
            row.happened[leaf.what] += 1
        if leaf.on.year <= year and leaf.what is not What.SURVEILLED:
            before = status.get(leaf.id)
            if before is None or leaf.on >= before[1]:
                status[leaf.id] = (leaf.scheme, leaf.on, leaf.what)
    for scheme, _, last in status.values():
        rows[scheme].valid += last in (What.ISSUED, What.RESTORED)
        rows[scheme].suspended += last is What.SUSPENDED
    return sorted(rows.values(), key=lambda row: row.scheme)
