"""Public files through nginx with docs/nginx.conf, against the same nginx serving a plain file of that size, in one run.

A folder of 1,700, of 165,000, of 4,200,000 pages, asked for at random over HTTPS by wrk; the plain file lies alone in a folder of its
own, served by a bare `location`. Pages share their contents (hard links): what is measured is finding and sending them.

Goal: at least 0.9 times as many a second. `python -m bench.static_files [--seconds 4]`; needs nginx and wrk.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.nginx import serving

SIZES, LINKS, ROUNDS, GOAL = (1_700, 165_000, 4_200_000), 30_000, 3, 0.9
PAGE, LIST = 15_000, 2_300  # bytes: a page, a status list
PLAIN = "location /plain/ {{ root {home}; }}"
LUA = """
local asked, n = {}, 0
function init()
  for i = 1, 60000 do
    asked[i] = wrk.format("GET", string.format(FORMAT, math.random(1, SIZE)))
  end
end
function request()
  n = n % 60000 + 1
  return asked[n]
end
function done(summary, latency, requests)
  io.write(string.format("TOLD %d %d %d %d\\n", summary.requests, summary.duration, summary.errors.status, latency:percentile(95)))
end
"""


def main(arguments: list[str]) -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument(
        "--seconds", type=int, default=4, help="each of page and plain file, three times a size"
    )
    wanted.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    told = wanted.parse_args(arguments)
    with TemporaryDirectory(prefix="mingzheng-static-") as folder:
        home, published = Path(folder), Path(folder, "published")
        (home / "plain").mkdir()
        (home / "plain" / "page").write_bytes(os.urandom(PAGE))
        (home / "plain" / "list").write_bytes(os.urandom(LIST))
        (published / "status" / "revocation").mkdir(parents=True)
        (published / "status" / "revocation" / "1").write_bytes(os.urandom(LIST))
        with serving(published, home, PLAIN.format(home=home)) as address:
            found = [measure(size, published, address, told.seconds) for size in told.sizes]
            ratio, *_ = compared(home, address, "/status/revocation/1", "/plain/list", 1, told.seconds)
            print(f"a status list / a plain file of {LIST:,} bytes = {ratio:.2f}")
    print(json.dumps(found))
    return 0 if min(*(one["ratio"] for one in found), ratio) >= GOAL else 1


def measure(size: int, published: Path, address: str, seconds: int) -> dict[str, float]:
    begun = time.monotonic()
    fill(size, published / "C")
    filled = time.monotonic() - begun
    ratio, pages, plain, late = compared(published.parent, address, "/C/%010X", "/plain/page", size, seconds)
    print(
        f"{size:>9,} pages (laid in {filled:.0f} s): {pages:,.0f} a second, p95 {late:.2f} ms; a plain file of "
        f"{PAGE:,} bytes {plain:,.0f}; ratio {ratio:.2f}",
        flush=True,
    )
    return {
        "size": size,
        "ratio": round(ratio, 3),
        "pages": round(pages),
        "plain": round(plain),
        "p95_ms": late,
    }


def compared(home: Path, address: str, path: str, plain: str, size: int, seconds: int) -> tuple[float, ...]:
    """In turns; the middle of three counts."""
    ours, theirs = [], []
    for turn in range(ROUNDS + 1):  # the first warms up
        ours.append(wrk(home, address, path, size, seconds if turn else 2))
        theirs.append(wrk(home, address, plain, 1, seconds if turn else 2))
    (rate, late), (bare, _) = sorted(ours[1:])[ROUNDS // 2], sorted(theirs[1:])[ROUNDS // 2]
    return rate / bare, rate, bare, late


def fill(size: int, pages: Path) -> None:
    """Add pages until there are `size`; every 30,000 share one file."""
    pages.mkdir(parents=True, exist_ok=True)
    shared = None
    for n in range(len(os.listdir(pages)) + 1, size + 1):
        place = f"{pages}/{n:010X}"
        if shared is None or n % LINKS == 0:
            Path(place).write_bytes(os.urandom(PAGE))
            shared = place
        else:
            os.link(shared, place)


def wrk(home: Path, address: str, path: str, size: int, seconds: int) -> tuple[float, float]:
    script = home / "ask.lua"
    script.write_text(LUA.replace("FORMAT", f'"{path}"').replace("SIZE", str(size)))
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "-s", str(script), address]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    asked, microseconds, refused, late = map(int, re.search(r"TOLD (\d+) (\d+) (\d+) (\d+)", said).groups())
    assert refused == 0, said
    return asked / microseconds * 1e6, late / 1000


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
