"""A Merkle tree over an append-only list (RFC 6962 section 2.1), so that nobody can change the past unseen.

A log is kept as a :class:`Tree`: its size and the roots of its perfect subtrees, never more than one for each
bit of the size. One more leaf costs O(log n) hashes and needs no earlier leaf. Hashes are SHA-256, 32 bytes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()
Range = tuple[int, int]  # leaves [low, high) of a log


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry; the 0x00 before it keeps a leaf from being passed off as a node."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node over the hashes of its two children."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True)
class Tree:
    """A log of `size` leaves: `peaks` are the roots of its perfect subtrees, the biggest (oldest) first."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.peaks) != self.size.bit_count():
            raise ValueError(f"a log of {self.size} leaves cannot have {len(self.peaks)} peaks")

    def append(self, leaf: bytes) -> "Tree":
        """The log with one more leaf hash."""
        return self.extend((leaf,))

    def extend(self, leaves: Iterable[bytes]) -> "Tree":
        """The log with these leaf hashes after it: every 1 at the end of the size's bits merges one peak."""
        peaks, size = list(self.peaks), self.size
        for node in leaves:
            carry = size
            while carry & 1:
                node = node_hash(peaks.pop(), node)
                carry >>= 1
            peaks.append(node)
            size += 1
        return Tree(size, tuple(peaks))

    @property
    def root(self) -> bytes:
        """The one hash that stands for the whole log."""
        if not self.peaks:
            return EMPTY_ROOT
        *rest, root = self.peaks
        for peak in reversed(rest):
            root = node_hash(peak, root)
        return root


def tree_of(leaves: Iterable[bytes]) -> Tree:
    """The log of these leaf hashes, in order."""
    return Tree().extend(leaves)


def _split(size: int) -> int:
    """The largest power of two smaller than `size`: how many leaves stand left of the root."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion_path(index: int, size: int) -> list[Range]:
    """The parts of the log whose roots lead from leaf `index` to the root, nearest first (RFC 6962 2.1.1).

    Raises IndexError when there is no such leaf.
    """
    if not 0 <= index < size:
        raise IndexError(f"no leaf {index} in a log of {size}")
    path: list[Range] = []
    low, high = 0, size
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append((middle, high))
            high = middle
        else:
            path.append((low, middle))
            low = middle
    return path[::-1]


def consistency_path(old: int, new: int) -> list[Range]:
    """The parts whose roots show that the log of `new` leaves begins with the log of `old` (RFC 6962 2.1.2).

    Raises IndexError when it cannot.
    """
    if not 0 <= old <= new:
        raise IndexError(f"a log of {new} does not begin with one of {old}")
    path: list[Range] = []
    low, high, whole = 0, new, True  # whole: the old log is all that lies left, so its root is known
    while low < old < high:
        middle = low + _split(high - low)
        if old <= middle:
            path.append((middle, high))
            high = middle
        else:
            path.append((low, middle))
            low, whole = middle, False
    if old and not whole:
        path.append((low, high))
    return path[::-1]


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The hashes, nearest first, that lead from leaf `index` to the root of `leaves`."""
    path = inclusion_path(index, len(leaves))
    return tuple(tree_of(leaves[low:high]).root for low, high in path)


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether `proof` shows that `leaf` stands at `index` in the log of `size` leaves with this `root`."""
    if not 0 <= index < size:
        return False
    node, at, last = leaf, index, size - 1
    for sibling in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            node = node_hash(sibling, node)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and node == root


def verify_consistency(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether `proof` shows that the log of `new` leaves begins with the log of `old` (RFC 9162 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        return not proof and old_root == (new_root if old else EMPTY_ROOT)
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not path:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root
