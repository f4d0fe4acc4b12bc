"""Exact search through the application, against pgbench's own look-ups by number on the same PostgreSQL, in one run.

A body of 1,700, of 165,000, of 4,200,000 certificates; the application as `mingzheng serve` starts it, asked by wrk over HTTP by
ever other addresses, its limit in force; pgbench reads the same rows by the same unique number, over as many connections, as
`pgbench -S` does (simple protocol), and for comparison with prepared statements. The look-up's own tables are filled
(certificates, entries); what stands behind a certificate it never reads, so that is left out.

Goals: at least 0.5 times as many a second as pgbench; the 95th percentile at 4.2 million at most 1.5 times that at 1,700.
`python -m bench.search [--seconds 8]`; needs wrk and PostgreSQL's pgbench (Debian: wrk, postgresql).
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from tests.postgres import postgres

SIZES, ASKED, CONNECTIONS, PORT = (1_700, 165_000, 4_200_000), 20_000, 16, 8731
NUMBER = "'06426Q' || lpad(({n})::text, 7, '0') || 'R0M'"
QUESTIONS = "60000"  # one after the other, each by another address
NUMBER_OF = "06426Q{:07d}R0M"
AT_LEAST, AT_MOST = 0.5, 1.5
ROUNDS = 3

CERTIFICATES = """
INSERT INTO certificates_certificate (number, certification_id, cycle_number, decision_id, status, name_zh, name_en, address_zh,
    address_en, scope_zh, scope_en, sites, first_issued_on, issued_on, expires_on, reason_code)
SELECT '06426Q' || lpad(n::text, 7, '0') || 'R0M', n, 0, n, 'in_force', '示例零件制造第' || n || '有限公司', 'Example Parts ' || n,
    '示例省示例市示例路' || n || '号', n || ' Example Road', '机械零件的生产和销售', 'Manufacture and sale of machine parts', '[]',
    DATE '2026-03-02', DATE '2026-03-02', DATE '2029-03-01', ''
FROM generate_series({start}, {stop}) n
"""
ENTRIES = """
INSERT INTO publication_entry (certificate_id, public_id, salt, list_number, list_index, payload, published_on, withheld_reason)
SELECT id, upper(lpad(to_hex(id), 10, '0')), md5(number), id / 65536 + 1, id % 65536, number, DATE '2026-03-02', ''
FROM certificates_certificate WHERE id >= {start}
"""
LUA = """
local asked, n = {}, 0
function init()
  math.randomseed(os.time())
  for i = 1, QUESTIONS do
    local number, random = string.format("06426Q%07dR0M", math.random(1, ASKED) * STEP), math.random
    local who = random(1, 223) .. "." .. random(0, 255) .. "." .. random(0, 255) .. "." .. random(1, 254)
    asked[i] = "GET /c/" .. number .. "/ HTTP/1.1\\r\\nHost: localhost\\r\\nX-Forwarded-For: " .. who .. "\\r\\n\\r\\n"
  end
end
function request()
  n = n % QUESTIONS + 1
  return asked[n]
end
function done(summary, latency, requests)
  io.write(string.format("TOLD %d %d %d %d\\n", summary.requests, summary.duration, summary.errors.status, latency:percentile(95)))
end
"""


def main(arguments: list[str]) -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--seconds", type=int, default=8, help="each of pgbench and wrk, three times a size")
    wanted.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    told = wanted.parse_args(arguments)
    if not (shutil.which("wrk") and shutil.which("pgbench")):
        print("needs wrk and pgbench: apt-get install wrk postgresql", file=sys.stderr)
        return 2
    with TemporaryDirectory(prefix="mingzheng-search-") as folder, postgres() as url:
        os.environ.update(MINGZHENG_DATA=folder, MINGZHENG_DATABASE_URL=url, MINGZHENG_KEYS=f"{folder}/keys")
        os.environ.update(DJANGO_SETTINGS_MODULE="mingzheng.config.settings", MINGZHENG_HTTPS="on")
        subprocess.run(
            [Path(sys.executable).parent / "mingzheng", "prepare"], check=True, stdout=subprocess.DEVNULL
        )
        found = [measure(size, url, Path(folder), told.seconds) for size in told.sizes]
    slower = found[-1]["p95_ms"] / found[0]["p95_ms"]
    print(f"search p95 at {told.sizes[-1]:,} / at {told.sizes[0]:,} = {slower:.2f}  (goal at most {AT_MOST})")
    print(json.dumps(found))
    return 0 if slower <= AT_MOST and min(one["ratio"] for one in found) >= AT_LEAST else 1


def measure(size: int, url: str, folder: Path, seconds: int) -> dict[str, float]:
    """One size: pgbench, then the application, in turns; the middle of three turns counts."""
    begun, step = time.monotonic(), fill(size, url, folder)
    filled = time.monotonic() - begun
    ways = {"simple": [], "prepared": [], "asked": []}
    late = []
    with application(NUMBER_OF.format(step)):
        for turn in range(ROUNDS + 1):  # the first warms up
            for mode in ("simple", "prepared"):
                ways[mode].append(pgbench(url, folder, mode, step, size, seconds if turn else 2))
            rate, p95 = wrk(folder, step, size, seconds if turn else 2)
            ways["asked"].append(rate)
            late.append(p95)
    middle = {name: sorted(rates[1:])[ROUNDS // 2] for name, rates in ways.items()}
    ratio, p95 = middle["asked"] / middle["simple"], sorted(late[1:])[ROUNDS // 2]
    print(
        f"{size:>9,} certificates (filled in {filled:.0f} s): pgbench {middle['simple']:,.0f} a second, prepared "
        f"{middle['prepared']:,.0f}; search {middle['asked']:,.0f}, p95 {p95:.2f} ms; search / pgbench = {ratio:.2f}"
        f"  (prepared: {middle['asked'] / middle['prepared']:.2f})",
        flush=True,
    )
    return {"size": size, "ratio": round(ratio, 3), "p95_ms": p95, **{k: round(v) for k, v in middle.items()}}


def fill(size: int, url: str, folder: Path) -> int:
    """Grow the body to `size`, and write the pages of those that will be asked for, spread over all; return their distance."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as database:
        database.execute("SET session_replication_role = replica")  # the tables behind stay empty
        (last,) = database.execute("SELECT coalesce(max(id), 0) FROM certificates_certificate").fetchone()
        database.execute(CERTIFICATES.format(start=last + 1, stop=size))
        database.execute(ENTRIES.format(start=last + 1))
        database.execute("VACUUM ANALYZE certificates_certificate, publication_entry")
        database.execute("CHECKPOINT")
    pages = folder / "published" / "C"
    pages.mkdir(parents=True, exist_ok=True)
    asked = min(ASKED, size)
    for n in range(1, asked + 1):
        (pages / f"{n * (size // asked):010X}").touch()
    return size // asked


def pgbench(url: str, folder: Path, mode: str, step: int, size: int, seconds: int) -> float:
    script = folder / "look-up.sql"
    number = NUMBER.format(n=f":n * {step}")
    script.write_text(
        f"\\set n random(1, {min(ASKED, size)})\n"
        f"SELECT status, expires_on FROM certificates_certificate WHERE number = {number};\n"
    )
    host = unquote(urlsplit(url).netloc.split("@")[1])
    command = [
        "pgbench",
        "-n",
        "-M",
        mode,
        "-f",
        script,
        "-c",
        CONNECTIONS,
        "-j",
        2,
        "-T",
        seconds,
        "-h",
        host,
    ]
    said = subprocess.run(
        [*map(str, command), "-U", "mingzheng", "postgres"], check=True, capture_output=True, text=True
    )
    return float(re.search(r"tps = ([\d.]+)", said.stdout)[1])


def wrk(folder: Path, step: int, size: int, seconds: int) -> tuple[float, float]:
    """How many a second were answered with the page's place, and within how many milliseconds 95 of 100 were."""
    script = folder / "ask.lua"
    script.write_text(
        LUA.replace("ASKED", str(min(ASKED, size))).replace("STEP", str(step)).replace("QUESTIONS", QUESTIONS)
    )
    command = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds}s",
        "-s",
        str(script),
        f"http://127.0.0.1:{PORT}",
    ]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    asked, microseconds, refused, p95 = map(int, re.search(r"TOLD (\d+) (\d+) (\d+) (\d+)", said).groups())
    assert refused == 0, said
    return asked / microseconds * 1e6, p95 / 1000


@contextmanager
def application(number: str) -> Iterator[None]:
    """Exact search as `mingzheng serve` serves it."""
    import django

    django.setup()
    from mingzheng.doors.terminal.management.commands.serve import search, started

    server = started(search("127.0.0.1", PORT))
    try:
        deadline = time.monotonic() + 60
        while not _leads_to_its_page(number):
            assert time.monotonic() < deadline, "the application does not answer"
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()


def _leads_to_its_page(number: str) -> bool:
    asked = HTTPConnection("127.0.0.1", PORT, timeout=5)
    try:
        asked.request("GET", f"/c/{number}/")
        return asked.getresponse().status == 303
    except OSError:
        return False
    finally:
        asked.close()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
