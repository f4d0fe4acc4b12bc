"""The proof that something stands in the log, to be kept beside it and checked without a network (C2SP tlog-proof)."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.log import leaf_hash, verify_inclusion
from mingzheng.seal.note import Checkpoint, NoteKey, open_checkpoint

HEAD = "c2sp.org/tlog-proof@v1"
PROOF = "C2SP tlog-proof"
PROOF_UNREADABLE = Objection("proof.unreadable", PROOF)
UNLOGGED = Objection("proof.unlogged", PROOF)


@dataclass(frozen=True)
class LogProof:
    """Where an entry stands, the hashes from it to the root, and the checkpoint that signed the root."""

    index: int
    hashes: tuple[bytes, ...]
    note: str

    @property
    def text(self) -> str:
        hashes = "".join(f"{b64encode(one).decode()}\n" for one in self.hashes)
        return f"{HEAD}\nindex {self.index}\n{hashes}\n{self.note}"


def read_proof(text: str) -> LogProof:
    """A proof from its text. Raises Refused."""
    head, _, note = text.partition("\n\n")
    first, *lines = head.split("\n")
    try:
        if first != HEAD or not lines or not note:
            raise ValueError(first)
        if lines[0].startswith("extra "):
            lines = lines[1:]
        name, _, index = lines[0].partition(" ")
        if name != "index" or str(int(index)) != index:
            raise ValueError(lines[0])
        hashes = tuple(b64decode(line, validate=True) for line in lines[1:])
        if [b64encode(one).decode() for one in hashes] != lines[1:] or any(len(one) != 32 for one in hashes):
            raise ValueError("a hash is not of 32 bytes")
    except (ValueError, IndexError) as error:
        raise Refused(PROOF_UNREADABLE) from error
    return LogProof(int(index), hashes, note)


def check_proof(proof: LogProof, entry: bytes, keys: Sequence[NoteKey]) -> Checkpoint:
    """The checkpoint under which this entry stands in the log. Raises Refused: not signed, or the entry is not in it."""
    checkpoint = open_checkpoint(proof.note, keys)
    if not verify_inclusion(leaf_hash(entry), proof.index, checkpoint.size, proof.hashes, checkpoint.root):
        raise Refused(UNLOGGED)
    return checkpoint
