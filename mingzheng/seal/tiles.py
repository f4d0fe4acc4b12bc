"""The public log as files that never change (C2SP tlog-tiles): anybody can fetch them and prove what he wants to know.

A tile holds up to 256 hashes of one level of the tree, each the root of 256 hashes of the level below; a bundle holds up
to 256 entries. A file is full, or partial and named after its width: once written, neither is ever written otherwise.
Where the files lie is the caller's: reading and writing are functions he hands in.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.log import (
    Range,
    Tree,
    consistency_path,
    inclusion_path,
    leaf_hash,
    node_hash,
    tree_of,
)

WIDTH = 256
HASH = 32
LONGEST_ENTRY = 0xFFFF  # bytes: two of them say how long an entry is
TILES = "C2SP tlog-tiles"
TILE_MISSING = Objection("proof.tile-missing", TILES)
TILE_ALTERED = Objection("proof.tile-altered", TILES)

Read = Callable[[str], bytes | None]  # the file at a path of the log's folder, None where there is none
File = tuple[str, bytes]


def path_of(level: int | None, index: int, width: int = WIDTH) -> str:
    """Where tile `index` of `level` lies, or of no level the bundle of entries: three digits a folder."""
    groups = f"{index:03d}"
    groups = groups.zfill(-(-len(groups) // 3) * 3)
    parts = [groups[start : start + 3] for start in range(0, len(groups), 3)]
    number = "/".join([*(f"x{part}" for part in parts[:-1]), parts[-1]])
    return f"tile/{'entries' if level is None else level}/{number}" + (f".p/{width}" if width < WIDTH else "")


def bundle(entries: Iterable[bytes]) -> bytes:
    """Entries one after the other, two bytes of length before each."""
    return b"".join(len(entry).to_bytes(2) + entry for entry in entries)


def unbundled(content: bytes) -> list[bytes]:
    """The entries of a bundle. Raises Refused when it is cut off."""
    entries, at = [], 0
    while at < len(content):
        length = int.from_bytes(content[at : at + 2])
        entries.append(content[at + 2 : at + 2 + length])
        at += 2 + length
    if at != len(content):
        raise Refused(TILE_ALTERED.because(path="entries"))
    return entries


@dataclass
class Edge:
    """The right edge of a log, all that is needed to append: what its unfinished bundle and tiles hold."""

    size: int = 0
    entries: list[bytes] = field(default_factory=list)
    levels: list[list[bytes]] = field(default_factory=list)

    @property
    def tree(self) -> Tree:
        """The log so far. Every level's unfinished tile holds its own perfect subtrees, the highest level the oldest."""
        peaks = [peak for hashes in reversed(self.levels) for peak in tree_of(hashes).peaks]
        return Tree(self.size, tuple(peaks))

    def append(self, entries: Iterable[bytes]) -> Iterator[File]:
        """Take entries in; yield each tile and bundle as it fills."""
        for entry in entries:
            if len(entry) > LONGEST_ENTRY:
                raise ValueError(f"an entry of {len(entry)} bytes does not fit a bundle")
            self.entries.append(entry)
            self.size += 1
            yield from self._enter(0, leaf_hash(entry))
            if len(self.entries) == WIDTH:
                yield path_of(None, self.size // WIDTH - 1), bundle(self.entries)
                self.entries.clear()

    def _enter(self, level: int, node: bytes) -> Iterator[File]:
        if level == len(self.levels):
            self.levels.append([])
        hashes = self.levels[level]
        hashes.append(node)
        if len(hashes) == WIDTH:
            yield path_of(level, (self.size >> 8 * (level + 1)) - 1), b"".join(hashes)
            root = tree_of(hashes).root
            hashes.clear()
            yield from self._enter(level + 1, root)

    def unfinished(self) -> Iterator[File]:
        """The partial tiles and the partial bundle, as a checkpoint of this size needs them."""
        if self.entries:
            yield path_of(None, self.size // WIDTH, len(self.entries)), bundle(self.entries)
        for level, hashes in enumerate(self.levels):
            if hashes:
                yield path_of(level, self.size >> 8 * (level + 1), len(hashes)), b"".join(hashes)


class Tiles:
    """Reading a log of `size` leaves from its files. What is read may be forged: a proof made of it shows that."""

    def __init__(self, read: Read, size: int):
        self._read, self.size = read, size
        self._kept: dict[str, bytes] = {}

    def entry(self, index: int) -> bytes:
        """The entry at this place. Raises IndexError, Refused."""
        if not 0 <= index < self.size:
            raise IndexError(f"no leaf {index} in a log of {self.size}")
        entries = unbundled(self._file(None, index // WIDTH, self.size))
        if index % WIDTH >= len(entries):
            raise Refused(TILE_ALTERED.because(path=path_of(None, index // WIDTH)))
        return entries[index % WIDTH]

    def entries(self) -> Iterator[bytes]:
        """All entries in order."""
        for number in range(-(-self.size // WIDTH)):
            wanted = min(WIDTH, self.size - number * WIDTH)
            yield from unbundled(self._file(None, number, self.size, keep=False))[:wanted]

    def root(self, low: int = 0, high: int | None = None) -> bytes:
        """The root over the leaves [low, high), as a path of a proof cuts them."""
        high = self.size if high is None else high
        peaks = []
        at = low
        while at < high:
            bits = (high - at).bit_length() - 1
            peaks.append(self._node(bits, at >> bits))
            at += 1 << bits
        if not peaks:
            return Tree().root
        *rest, root = peaks
        for peak in reversed(rest):
            root = node_hash(peak, root)
        return root

    def inclusion_proof(self, index: int) -> tuple[bytes, ...]:
        return self._roots(inclusion_path(index, self.size))

    def consistency_proof(self, old: int) -> tuple[bytes, ...]:
        return self._roots(consistency_path(old, self.size))

    def edge(self) -> Edge:
        """The right edge, to append to. Raises Refused when a file is missing."""
        edge = Edge(self.size)
        if width := self.size % WIDTH:
            edge.entries = unbundled(self._file(None, self.size // WIDTH, self.size))[:width]
        level = 0
        while self.size >> 8 * level:
            width = (self.size >> 8 * level) % WIDTH
            content = (
                self._file(level, self.size >> 8 * (level + 1), self.size >> 8 * level) if width else b""
            )
            edge.levels.append([content[at : at + HASH] for at in range(0, width * HASH, HASH)])
            level += 1
        return edge

    def _roots(self, path: Iterable[Range]) -> tuple[bytes, ...]:
        return tuple(self.root(low, high) for low, high in path)

    def _node(self, bits: int, index: int) -> bytes:
        """The root of 2**bits leaves, the `index`-th such: it stands in a tile, or up to seven steps above one."""
        level, above = divmod(bits, 8)
        start = index << above
        content = self._file(level, start // WIDTH, self.size >> 8 * level)
        at = start % WIDTH * HASH
        return tree_of(content[n : n + HASH] for n in range(at, at + (HASH << above), HASH)).root

    def _file(self, level: int | None, number: int, count: int, *, keep: bool = True) -> bytes:
        """Tile `number` of a level that holds `count` hashes; where the partial one is gone, the full one that took its place."""
        width = min(WIDTH, count - number * WIDTH)
        path = path_of(level, number, width)
        if path in self._kept:
            return self._kept[path]
        content = self._read(path)
        if content is None and width < WIDTH:
            content = self._read(path_of(level, number))
        if content is None:
            raise Refused(TILE_MISSING.because(path=path))
        if level is not None and (len(content) % HASH or len(content) < width * HASH):
            raise Refused(TILE_ALTERED.because(path=path))
        if keep:
            self._kept[path] = content
        return content
