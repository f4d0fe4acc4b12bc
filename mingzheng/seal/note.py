"""Signed notes and the checkpoints of a log (C2SP signed-note, tlog-checkpoint).

A note is a text, an empty line, and a line for each signature: who signed, and four bytes that name the key before the
signature. A checkpoint is a note of three lines: the log's name, its size, its root.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal import signer
from mingzheng.seal.signer import Algorithm, Signer

NOTE, CHECKPOINT = "C2SP signed-note", "C2SP tlog-checkpoint"
NOTE_UNREADABLE = Objection("proof.note-unreadable", NOTE)
NOTE_UNSIGNED = Objection("proof.note-unsigned", NOTE)
NOTE_ALTERED = Objection("proof.note-altered", NOTE)
CHECKPOINT_UNREADABLE = Objection("proof.checkpoint-unreadable", CHECKPOINT)
OTHER_LOG = Objection("proof.other-log", CHECKPOINT)

_ED25519 = b"\x01"
_DASH = "\N{EM DASH} "


@dataclass(frozen=True)
class NoteKey:
    """Whose signature a note must bear: a name and an Ed25519 public key of 32 bytes."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    @property
    def text(self) -> str:
        """The key as one line, the form in which other programs of this kind take it ("vkey")."""
        return f"{self.name}+{self.id.hex()}+{b64encode(_ED25519 + self.public).decode()}"

    @classmethod
    def of(cls, name: str, signer: Signer) -> "NoteKey":
        key = load_der_public_key(signer.public_key)
        if not isinstance(key, Ed25519PublicKey):
            raise ValueError(f"a log is signed with Ed25519, not with {signer.algorithm}")
        return cls(name, key.public_bytes(Encoding.Raw, PublicFormat.Raw))

    @property
    def der(self) -> bytes:
        return ed25519_der(self.public)


def ed25519_der(public: bytes) -> bytes:
    """SubjectPublicKeyInfo of an Ed25519 key of 32 bytes."""
    key = Ed25519PublicKey.from_public_bytes(public)
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def sign_note(text: str, name: str, signers: Iterable[Signer]) -> str:
    """The note of this text with the signatures of `signers`, all under the one name."""
    lines = []
    for one in signers:
        signed = NoteKey.of(name, one).id + signer.sign(one, text.encode())
        lines.append(f"{_DASH}{name} {b64encode(signed).decode()}\n")
    return f"{text}\n{''.join(lines)}"


def open_note(note: str, keys: Sequence[NoteKey]) -> str:
    """The text of a note that at least one of `keys` has signed. Raises Refused; a wrong signature is never passed over."""
    text, lines = signatures_of(note)
    signed = False
    for name, id_, signature in lines:
        for key in keys:
            if (key.name, key.id) == (name, id_):
                if not signer.verify(Algorithm.ED25519, key.der, text.encode(), signature):
                    raise Refused(NOTE_ALTERED)
                signed = True
    if not signed:
        raise Refused(NOTE_UNSIGNED.because(keys=", ".join(key.name for key in keys)))
    return text


def signatures_of(note: str) -> tuple[str, list[tuple[str, bytes, bytes]]]:
    """The text of a note, and who put which signature under it; none is checked. Raises Refused."""
    text, gap, signatures = note.rpartition("\n\n")
    if not gap or not signatures.endswith("\n") or not text:
        raise Refused(NOTE_UNREADABLE)
    return f"{text}\n", [_signature(line) for line in signatures.removesuffix("\n").split("\n")]


def _signature(line: str) -> tuple[str, bytes, bytes]:
    name, space, encoded = line.removeprefix(_DASH).rpartition(" ")
    try:
        signed = b64decode(encoded, validate=True)
    except ValueError:
        signed = b""
    is_canonical = (
        b64encode(signed).decode() == encoded
    )  # base64 has spare bits: a flipped one is a change too
    if not line.startswith(_DASH) or not space or len(signed) < 5 or not is_canonical:
        raise Refused(NOTE_UNREADABLE)
    return name, signed[:4], signed[4:]


@dataclass(frozen=True)
class Checkpoint:
    """What a log says of itself: its name, how many leaves it has, their root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def open_checkpoint(note: str, keys: Sequence[NoteKey]) -> Checkpoint:
    """The checkpoint in a note that one of `keys` signed; further lines of it are passed over. Raises Refused."""
    origin, *lines = open_note(note, keys).split("\n")
    if origin not in {key.name for key in keys}:
        raise Refused(OTHER_LOG.because(log=origin))
    try:
        size, root = int(lines[0]), b64decode(lines[1], validate=True)
        if str(size) != lines[0] or b64encode(root).decode() != lines[1] or len(root) != 32:
            raise ValueError(lines)
    except (ValueError, IndexError) as error:
        raise Refused(CHECKPOINT_UNREADABLE) from error
    return Checkpoint(origin, size, root)
