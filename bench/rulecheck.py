"""How long a whole register takes to check: `python -m bench rulecheck`, or this file alone. 1 k, 10 k, 100 k lines.

The register is made from a seed; every tenth certificate has a surveillance missed, a suspension or an expiry passed.
Also how long 100,000 answers of one rule take (`mingzheng rule audit-time --lines`).
"""

import csv
import io
import json
import os
import random
import time
from contextlib import redirect_stderr
from datetime import date, timedelta

from mingzheng.doors.terminal import rule, rule_check
from mingzheng.rulebook.audit_cycle import expiry

ON = "2026-11-22"
SIZES = (1_000, 10_000, 100_000)
HEADS = ["number", "standard", "status", "issued", "expires", "last_audit_ended", "suspended"]


def register(size: int, seed: int) -> str:
    """A register of this many certificates as CSV text."""
    draw, text = random.Random(seed), io.StringIO()
    sheet = csv.writer(text)
    sheet.writerow(HEADS)
    for n in range(size):
        issued = date(2024, 1, 1) + timedelta(days=draw.randrange(1000))
        expires = expiry(issued)
        audited = issued + timedelta(days=draw.randrange(250, 420))
        status = "suspended" if draw.random() < 0.05 else "in_force"
        suspended = audited + timedelta(days=30) if status == "suspended" else ""
        last = audited if audited < date(2026, 11, 1) else ""
        sheet.writerow([f"064{issued:%y}Q{n:06}R0S", draw.choice(["QMS", "EMS", "OHSMS"]), status, issued, expires, last, suspended])  # fmt: skip
    return text.getvalue()


def check(text: str) -> float:
    """Seconds of one processor to check a register."""
    began = time.process_time()
    with redirect_stderr(io.StringIO()):
        rule_check.main(["-", "--on", ON, "--json"], out=io.StringIO(), given=io.StringIO(text))
    return time.process_time() - began


def lines(size: int) -> float:
    """Seconds of one processor for so many answers of audit-time."""
    kinds = ("initial", "surveillance", "recertification")
    asked = "".join(
        json.dumps({"standard": "QMS", "personnel": n % 10_000 + 1, "kind": kinds[n % 3],
                    "factors": [{"reason": "成熟", "percent": -(n % 30)}]}, ensure_ascii=False) + "\n"
        for n in range(size)
    )  # fmt: skip
    began = time.process_time()
    with open(os.devnull, "w", encoding="utf-8") as out:
        rule.main(["audit-time", "--lines"], out=out, given=io.StringIO(asked))
    return time.process_time() - began


def main() -> None:
    for size in SIZES:
        took = min(check(register(size, seed)) for seed in range(3))  # never the same register twice
        print(f"rule-check  {size:>7} certificates  {took:7.3f} s  {took / size * 1e6:6.1f} µs each")
    for size in SIZES:
        took = lines(size)
        print(f"rule --lines {size:>6} answers       {took:7.3f} s  {took / size * 1e6:6.1f} µs each")


if __name__ == "__main__":
    main()
