"""Witnesses of a log: others who have seen that it only ever grew, and sign with the time (C2SP tlog-cosignature, tlog-witness).

Whom to believe is said in a policy (C2SP tlog-policy): `witness NAME KEY [URL]`, `group NAME K|any|all MEMBER …`, `quorum NAME|none`.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal import signer
from mingzheng.seal.note import ed25519_der, signatures_of
from mingzheng.seal.signer import Algorithm, Signer

COSIGNATURE, POLICY = "C2SP tlog-cosignature", "C2SP tlog-policy"
POLICY_UNREADABLE = Objection("proof.policy-unreadable", POLICY)
UNWITNESSED = Objection("proof.unwitnessed", POLICY)
NONE = "none"
_COSIGNATURE_V1 = b"\x04"


@dataclass(frozen=True)
class WitnessKey:
    """Who co-signs: a name and an Ed25519 key of 32 bytes."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        return sha256(self.name.encode() + b"\n" + _COSIGNATURE_V1 + self.public).digest()[:4]

    @property
    def text(self) -> str:
        """The key as one line ("vkey")."""
        return f"{self.name}+{self.id.hex()}+{b64encode(_COSIGNATURE_V1 + self.public).decode()}"

    @classmethod
    def read(cls, text: str) -> "WitnessKey":
        """Raises ValueError."""
        name, id_, encoded = text.split("+", 2)
        key = b64decode(encoded, validate=True)
        found = cls(name, key[1:])
        if key[:1] != _COSIGNATURE_V1 or len(key) != 33 or found.id.hex() != id_:
            raise ValueError(text)
        return found


def cosign(text: str, name: str, key: Signer, *, at: int) -> str:
    """The line with which a witness signs the text of a checkpoint; `at` is the second of its clock."""
    public = WitnessKey(name, key.public_key[-32:])
    signed = signer.sign(key, _message(text, at))
    return f"\N{EM DASH} {name} {b64encode(public.id + at.to_bytes(8) + signed).decode()}\n"


def _message(text: str, at: int) -> bytes:
    return f"cosignature/v1\ntime {at}\n{text}".encode()


@dataclass(frozen=True)
class Witness:
    """A witness of a policy, and where it is asked."""

    name: str  # in the policy
    key: WitnessKey
    url: str = ""


@dataclass(frozen=True)
class Policy:
    """Which witnesses there are, and which of them must have signed."""

    witnesses: Mapping[str, Witness] = field(default_factory=dict)
    groups: Mapping[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)  # name: how many of whom
    quorum: str = NONE

    def is_met(self, note: str) -> bool:
        """Have enough of them signed this checkpoint? Raises Refused for a note nobody can read."""
        signed = {name for name, _ in self.cosigned(note)}
        return self.quorum == NONE or self._holds(self.quorum, signed)

    def _holds(self, name: str, signed: set[str]) -> bool:
        if name in self.witnesses:
            return name in signed
        least, members = self.groups[name]
        return sum(self._holds(member, signed) for member in members) >= least

    def cosigned(self, note: str) -> Iterator[tuple[str, int]]:
        """The witnesses whose co-signature of a checkpoint holds, each with the second it was made."""
        text, lines = signatures_of(note)
        for name, id_, signature in lines:
            for one in self.witnesses.values():
                if (one.key.name, one.key.id) == (name, id_) and len(signature) == 72:
                    at = int.from_bytes(signature[:8])
                    der = ed25519_der(one.key.public)
                    if signer.verify(Algorithm.ED25519, der, _message(text, at), signature[8:]):
                        yield one.name, at


def read_policy(text: str) -> Policy:
    """A policy from its text. Raises Refused: who is named must have been introduced before."""
    witnesses, groups, quorum = dict[str, Witness](), dict[str, tuple[int, tuple[str, ...]]](), ""
    try:
        for line in text.splitlines():
            match line.partition("#")[0].split():
                case ["witness", name, key, *url] if len(url) < 2:
                    witnesses[_fresh(name, witnesses, groups)] = Witness(
                        name, WitnessKey.read(key), "".join(url)
                    )
                case ["group", name, least, *members]:
                    _all_known(members, witnesses, groups)
                    groups[_fresh(name, witnesses, groups)] = _least(least, members), tuple(members)
                case ["quorum", name] if not quorum and any(
                    name in one for one in (witnesses, groups, {NONE})
                ):
                    quorum = name
                case [] | ["log", *_]:
                    pass
                case _:
                    raise ValueError(line)
        if not quorum:
            raise ValueError("no quorum")
    except ValueError as error:
        raise Refused(POLICY_UNREADABLE.because(what=str(error))) from error
    return Policy(witnesses, groups, quorum)


def _least(said: str, members: Sequence[str]) -> int:
    least = {"any": 1, "all": len(members)}.get(said) or int(said)
    if not 1 <= least <= len(members):
        raise ValueError(said)
    return least


def _fresh(name: str, *known: Iterable[str]) -> str:
    if name == NONE or any(name in one for one in known):
        raise ValueError(name)
    return name


def _all_known(names: Iterable[str], *known: Iterable[str]) -> None:
    for name in names:
        if not any(name in one for one in known):
            raise ValueError(name)


# --- asking a witness (C2SP tlog-witness, add-checkpoint) ---------------------------------------------------------------
def request(old: int, proof: Sequence[bytes], note: str) -> bytes:
    """What a witness is sent: the size it last signed, how the log grew from there, the checkpoint."""
    hashes = "".join(f"{b64encode(one).decode()}\n" for one in proof)
    return f"old {old}\n{hashes}\n{note}".encode()
