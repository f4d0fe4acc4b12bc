"""`mingzheng report`: what can be asked of a report at the terminal.

    mingzheng report proofread FILE [--json] [--lang en]      contradictions, gaps and doubtful wordings of any report

FILE is plain text in UTF-8, tables as lines of cells set apart by tabs; ``-`` reads standard input. The exit status of
`proofread` is 0 when nothing was found, 1 when something was, 2 when the file cannot be read.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from mingzheng.rulebook.proofreading import Finding, Weight, proofread
from mingzheng.words import say


def main(arguments: list[str], out: IO[str] | None = None, given: IO[str] | None = None) -> int:
    """Run the command; `arguments` without the program's and the command's name."""
    options = _parser().parse_args(arguments)
    out, given = out or sys.stdout, given or sys.stdin
    try:
        text = given.read() if options.file == "-" else Path(options.file).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        print(f"{options.file}: 无法读取 / cannot be read: {wrong}", file=sys.stderr)
        return 2
    found = proofread(text)
    if options.json:
        print(
            json.dumps([one.to_json(options.lang) for one in found], ensure_ascii=False, indent=2), file=out
        )
    else:
        for line in _told(found, options.lang):
            print(line, file=out)
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mingzheng report", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    proof = commands.add_parser("proofread", help="校对报告 / proofread a report")
    proof.add_argument("file", help="a text file, or - for standard input")
    proof.add_argument("--json", action="store_true", help="print the findings as JSON")
    proof.add_argument(
        "--lang", default="zh-hans", choices=["zh", "zh-hans", "en"], help="language of the words"
    )
    return parser


def _told(found: list[Finding], language: str) -> Iterable[str]:
    for one in found:
        lines = ", ".join(map(str, one.lines[:4])) + (" …" if len(one.lines) > 4 else "")
        yield f"{lines:>10}  {say(f'proofread-weight.{one.weight}', language)}  {one.told(language)}"
    counted = Counter(one.weight for one in found)
    numbers = {weight.value: counted[weight] for weight in Weight}
    yield (
        say("proofread.in-all", language, n=len(found), **numbers)
        if found
        else say("proofread.nothing", language)
    )
