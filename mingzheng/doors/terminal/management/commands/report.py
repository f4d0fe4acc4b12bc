"""`mingzheng report`: the figures of a year, the report about it, and proofreading any report.

    mingzheng report figures 2026 [--json]                    counted from the record, or as frozen
    mingzheng report write 2026 --as pdf --into FILE          as released, or as it stands; word, excel, json, text (- prints)
    mingzheng report proofread FILE [--json] [--lang en]      contradictions, gaps and doubtful wordings

FILE is plain text in UTF-8, tables as lines of cells set apart by tabs; ``-`` reads standard input. `proofread` exits with
1 when something was found, 2 when the file cannot be read.
"""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mingzheng.office.record.figure import FIGURES
from mingzheng.office.report.models import Report, Snapshot
from mingzheng.office.report.outputs import OUTPUTS, document_for
from mingzheng.office.report.queries import records_behind
from mingzheng.office.report.year import figures_of
from mingzheng.rulebook.indicators.stocks import Column
from mingzheng.rulebook.proofreading import Finding, Weight, proofread
from mingzheng.words import say

NOTHING_FOUND, FOUND, UNREADABLE = 0, 1, 2  # exit status


class Command(BaseCommand):
    help = "年度数据、校对报告 / figures of a year; proofread any report"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.epilog = __doc__
        commands = parser.add_subparsers(dest="command", required=True)
        figures = commands.add_parser("figures", help="年度数据 / the figures of a year")
        figures.add_argument("year", type=int)
        write = commands.add_parser("write", help="输出年度报告 / write the report of a year to a file")
        write.add_argument("year", type=int)
        write.add_argument("--as", dest="kind", choices=list(OUTPUTS), default="text")
        write.add_argument("--into", default="-", help="a file, or - for standard output")
        proof = commands.add_parser("proofread", help="校对报告 / proofread a report")
        proof.add_argument("file", help="a text file, or - for standard input")
        for one in (figures, proof):
            one.add_argument("--json", action="store_true", help="print JSON")
        for one in (figures, proof, write):
            one.add_argument(
                "--lang", default="zh-hans", choices=["zh", "zh-hans", "en"], help="language of the words"
            )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["command"] == "figures":
            self.figures(options["year"], options["json"], options["lang"])
        elif options["command"] == "write":
            self.write(options["year"], options["kind"], options["into"], options["lang"])
        elif status := self.proofread(options["file"], options["json"], options["lang"]):
            sys.exit(status)

    def figures(self, year: int, as_json: bool, language: str) -> None:
        frozen = Snapshot.objects.filter(year=year).first()
        figures = frozen.figures if frozen else figures_of(year)
        if as_json:
            told = {**figures, "figures": opened(year, figures.get("figures", {}), frozen, language)}
            told = {"year": year, "frozen": frozen and frozen.digest, **told}
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        self.stdout.write("\t".join(["", *(say(f"column.{column}", language) for column in Column)]))
        for scheme, row in figures["certificates"].items():
            self.stdout.write("\t".join([scheme, *map(str, row.values())]))

    def write(self, year: int, kind: str, into: str, language: str) -> None:
        report = Report.objects.filter(year=year).first()
        if report is None:
            raise CommandError(f"{year} 年度报告尚未建立 / the report of {year} has not been begun")
        content = OUTPUTS[kind][0](document_for(report, language))
        if into != "-":
            Path(into).write_bytes(content)
        elif kind in ("text", "json"):
            self.stdout.write(content.decode())
        else:
            raise CommandError("请用 --into 指定文件 / name a file with --into")

    def proofread(self, file: str, as_json: bool, language: str) -> int:
        try:
            text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as wrong:
            self.stderr.write(f"{file}: 无法读取 / cannot be read: {wrong}")
            return UNREADABLE
        found = proofread(text)
        if as_json:
            self.stdout.write(
                json.dumps([one.to_json(language) for one in found], ensure_ascii=False, indent=2)
            )
        else:
            self.stdout.write("\n".join(told(found, language)))
        return FOUND if found else NOTHING_FOUND


def opened(year: int, figures: dict[str, Any], frozen: Snapshot | None, language: str) -> dict[str, Any]:
    """Each figure with its name and definition in words, and what its records are called."""
    return {
        name: {
            "name": say(f"figure.{name}", language),
            **one,
            "definition": say(f"figure-means.{name}", language),
            "records": records_behind(FIGURES[name], year, frozen),
        }
        for name, one in figures.items()
        if name in FIGURES
    }


def told(found: list[Finding], language: str) -> Iterable[str]:
    """A line for each finding, and one that sums them up."""
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
