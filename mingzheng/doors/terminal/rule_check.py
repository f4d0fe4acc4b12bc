"""`mingzheng rule-check REGISTER`: everything overdue in a register of certificates, by the edition in force.

    mingzheng rule-check register.csv [--on 2026-03-02] [--json] [--lang en]
    mingzheng rule-check register.jsonl, or - for standard input

A CSV file has heads, in Chinese or English (证书编号 number, 认证领域 standard, 证书状态 status, 颁证日期 issued,
有效期至 expires, 认证决定日期 decided, 上次监督结束日期 last_audit_ended, 暂停日期 suspended, 暂停期满日
suspended_until, 是否再认证 recertified); other columns are passed over. A JSON line has the same English names.
A line that cannot be read is told with its number and the reason, and the others are checked all the same. The exit
status is 0 when every line could be read, 1 when one could not, 2 when the file could not.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import IO, Any

from mingzheng.rulebook.register_check import Found, line_of, overdue_of
from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.words import say

HEADS = {
    "证书编号": "number",
    "证书号": "number",
    "认证领域": "standard",
    "管理体系": "standard",
    "证书状态": "status",
    "颁证日期": "issued",
    "发证日期": "issued",
    "有效期至": "expires",
    "到期日期": "expires",
    "认证决定日期": "decided",
    "上次监督结束日期": "last_audit_ended",
    "暂停日期": "suspended",
    "暂停期满日": "suspended_until",
    "是否再认证": "recertified",
}


@dataclass
class Tally:
    """What was read and found so far."""

    lines: int = 0
    unread: int = 0
    overdue: int = 0


def main(arguments: list[str], out: IO[str] | None = None, given: IO[str] | None = None) -> int:
    """Run the command; `arguments` without the program's and the command's name."""
    options = _parser().parse_args(arguments)
    out, given = out or sys.stdout, given or sys.stdin
    if options.register == "-":
        return _check(given, options, out)
    try:
        with open(options.register, encoding="utf-8-sig", newline="") as register:
            return _check(register, options, out)
    except (OSError, UnicodeDecodeError) as broken:
        print(f"{options.register}: {broken}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mingzheng rule-check", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("register", help="a CSV file or JSON lines; - for standard input")
    parser.add_argument("--on", type=date.fromisoformat, help="check as on this day (2026-03-02)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--lang", default="zh-hans", choices=["zh", "zh-hans", "en"], help="language of the words"
    )
    return parser


def _check(register: Iterable[str], options: argparse.Namespace, out: IO[str]) -> int:
    on: date = options.on or date.today()  # noqa: DTZ011  the machine's own day
    tell = _as_json if options.json else _as_words
    tally = Tally()
    for number, row in rows(register):
        tally.lines += 1
        try:
            found = list(overdue_of(line_of(row), on))
        except Refused as refused:
            tally.unread += 1
            told = _unread(number, row.get("number"), refused.objections[0], options.lang)
            print(tell(told, options.lang), file=out)
            continue
        tally.overdue += len(found)
        for one in found:
            print(tell(_told(number, one), options.lang), file=out)
    print(f"{tally.lines} / {tally.overdue} / {tally.unread}", file=sys.stderr)
    return 1 if tally.unread else 0


def rows(register: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The lines of a register, with their number: JSON when the first begins with a brace, else CSV with heads."""
    lines = iter(register)
    first = next(lines, "")
    if first.lstrip("\ufeff ").startswith("{"):
        for number, line in enumerate(chain([first.lstrip("\ufeff")], lines), 1):
            if line.strip():
                yield number, _json(line)
        return
    table = csv.reader(chain([first.lstrip("\ufeff")], lines))
    heads = [HEADS.get(head.strip(), head.strip()) for head in next(table, [])]
    for cells in table:
        if any(cells):
            yield table.line_num, dict(zip(heads, cells, strict=False))


def _json(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _told(number: int, found: Found) -> dict[str, Any]:
    return {
        "line": number,
        "number": found.number,
        "overdue": str(found.what),
        "by": str(found.by),
        "days": found.days,
        "must": found.must and str(found.must),
        "clause": found.clause,
    }


def _unread(line: int, number: object, wrong: Objection, language: str) -> dict[str, Any]:
    why = say(wrong.code, language, **wrong.details)
    return {
        "line": line,
        "number": number or "",
        "unread": wrong.details["field"],
        "reason": why,
        "clause": wrong.clause,
    }


def _as_json(told: dict[str, Any], language: str) -> str:
    return json.dumps(told, ensure_ascii=False)


def _as_words(told: dict[str, Any], language: str) -> str:
    if "unread" in told:
        return f"{told['line']}\t{told['number']}\t! {told['unread']}: {told['reason']}"
    words = say(f"overdue.{told['overdue']}", language, days=told["days"])
    return f"{told['line']}\t{told['number']}\t{words}: {told['by']}\t[{told['clause']}]"
