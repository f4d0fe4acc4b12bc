"""The public log: a million lines appended, proved and audited, in ratios of one run.

Appending in batches must take twice as long for twice the lines and no more memory; a proof from cold files a few milliseconds; a
full audit is held against SHA-256 over the same bytes.
"""

import resource
import time
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from mingzheng.seal.leaf import Leaf, What
from mingzheng.seal.log import leaf_hash, tree_of, verify_inclusion
from mingzheng.seal.tiles import Edge, Tiles

LINES, BATCH, PROOFS = 1_000_000, 5000, 1000


def line(n: int) -> bytes:
    return Leaf(What.ISSUED, "QMS", f"{n:032x}", 1, date(2026, 3, 2), "0" * 64).encode()


def main() -> int:
    with TemporaryDirectory(prefix="mingzheng-log-") as folder:
        home = Path(folder)
        grow(home)
        prove(home)
        audit(home)
    return 0


def grow(home: Path) -> None:
    edge, begun, half = Edge(), time.perf_counter(), 0.0
    for start in range(0, LINES, BATCH):
        for path, content in (*edge.append(map(line, range(start, start + BATCH))), *edge.unfinished()):
            place = home / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        if edge.size == LINES // 2:
            half, memory = time.perf_counter() - begun, _memory()
    whole = time.perf_counter() - begun
    print(f"appended {LINES:,} lines in batches of {BATCH:,}: {LINES / whole:,.0f} lines a second")
    print(f"  second half / first half: time {(whole - half) / half:.2f}, memory {_memory() / memory:.2f}")


def prove(home: Path) -> None:
    """Cold: nothing kept from the proof before. By the clock and by the processor, for others may have the core meanwhile."""
    root, took, worked = Tiles(_reader(home), LINES).root(), [], []
    for n in range(PROOFS):
        index = n * (LINES - 1) // (PROOFS - 1)
        begun, cost = time.perf_counter(), time.thread_time()
        proof = Tiles(_reader(home), LINES).inclusion_proof(index)
        worked.append(time.thread_time() - cost)
        took.append(time.perf_counter() - begun)
        assert verify_inclusion(leaf_hash(line(index)), index, LINES, proof, root)
    print(
        f"{PROOFS:,} cold proofs: {_spread(took)}; of the processor {_spread(worked)}  (goal: all under 5 ms)"
    )


def _spread(seconds: list[float]) -> str:
    told = sorted(one * 1000 for one in seconds)
    half, most, last = told[len(told) // 2], told[len(told) * 99 // 100], told[-1]
    return f"p50 {half:.2f} ms, p99 {most:.2f} ms, slowest {last:.2f} ms"


def audit(home: Path) -> None:
    begun = time.perf_counter()
    entries = list(Tiles(_reader(home), LINES).entries())
    read = time.perf_counter() - begun
    begun = time.perf_counter()
    root = tree_of(map(leaf_hash, entries)).root
    hashed = time.perf_counter() - begun
    begun = time.perf_counter()
    plain = sha256()
    for entry in entries:
        plain.update(entry)
    alone = time.perf_counter() - begun
    assert root == Tiles(_reader(home), LINES).root()
    print(
        f"full audit: read {read:.1f} s, hashed {hashed:.1f} s; {hashed / alone:.1f} x SHA-256 of the same bytes"
    )


def _reader(home: Path):
    def read(path: str) -> bytes | None:
        place = home / path
        return place.read_bytes() if place.exists() else None

    return read


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    raise SystemExit(main())
