"""A Merkle tree over an append-only list (RFC 6962 section 2.1), so that nobody can change the past unseen.

A log is kept as a :class:`Tree`: its size and the roots of its perfect subtrees, never more than one for each
bit of the size. One more leaf costs O(log n) hashes and needs no earlier leaf. Hashes are SHA-256, 32 bytes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()


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
        """The log with one more leaf hash: every 1 at the end of the size's bits merges one peak."""
        peaks, node, size = list(self.peaks), leaf, self.size
        while size & 1:
            node = node_hash(peaks.pop(), node)
            size >>= 1
        return Tree(self.size + 1, (*peaks, node))

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
    tree = Tree()
    for leaf in leaves:
        tree = tree.append(leaf)
    return tree


def _split(size: int) -> int:
    """The largest power of two smaller than `size`: how many leaves stand left of the root."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The hashes, nearest first, that lead from leaf `index` to the root of `leaves` (RFC 6962 2.1.1).

    Raises IndexError when there is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise IndexError(f"no leaf {index} in a log of {len(leaves)}")
    path: list[bytes] = []
    low, high = 0, len(leaves)
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append(tree_of(leaves[middle:high]).root)
            high = middle
        else:
            path.append(tree_of(leaves[low:middle]).root)
            low = middle
    return tuple(reversed(path))


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
