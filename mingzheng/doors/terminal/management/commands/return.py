"""`mingzheng return`: the files for the regulator, made from the record or checked.

    mingzheng return rows certificates 2026-10 [--json] [--excel FILE]    what is to be told of a month
    mingzheng return check certificates FILE.xlsx [--mended FILE]         faults at their cells; a mended copy

Files: certificates, audit-results, energy, certsearch. The platform's current template prevails. `check` exits with 1 when
something was found, 2 when the file cannot be read.
"""

import json
import sys
from argparse import ArgumentTypeError, RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mingzheng.doors.registers.register import Unreadable
from mingzheng.doors.registers.return_book import Book, read_book, written
from mingzheng.doors.today import today
from mingzheng.office.returns.rows import rows_for
from mingzheng.rulebook.return_duties import MONTHLY, DutyKind
from mingzheng.rulebook.return_files import ReturnFile, layout_in_force, objections_to_file
from mingzheng.words import say

FOUND, UNREADABLE = 1, 2  # exit status


def month(said: str) -> date:
    try:
        return date.fromisoformat(f"{said}-01")
    except ValueError:
        raise ArgumentTypeError(f"{said}: 月份写作 / a month is written 2026-10") from None


class Command(BaseCommand):
    help = "监管平台文件：生成、校验 / the files for the regulator: made and checked"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.epilog = __doc__
        commands = parser.add_subparsers(dest="command", required=True)
        rows = commands.add_parser("rows", help="一个月的文件 / the file of a month")
        rows.add_argument("file", choices=[str(kind) for kind in MONTHLY])
        rows.add_argument("month", type=month)
        rows.add_argument("--excel", type=Path, help="write the workbook there")
        checked = commands.add_parser("check", help="校验文件 / check a file")
        checked.add_argument("file", choices=[str(file) for file in ReturnFile])
        checked.add_argument("workbook", type=Path)
        checked.add_argument("--mended", type=Path, help="write the mended workbook there")
        for one in (rows, checked):
            one.add_argument("--json", action="store_true", help="print JSON")
            one.add_argument("--lang", default="zh-hans", choices=["zh", "zh-hans", "en"])

    def handle(self, *args: Any, **options: Any) -> None:
        if options["command"] == "rows":
            self.rows(options)
        elif status := self.check_file(options):
            sys.exit(status)

    def rows(self, options: dict[str, Any]) -> None:
        kind = DutyKind(options["file"])
        rows, layout = rows_for(kind, options["month"]), layout_in_force(ReturnFile(kind), today())
        if options["excel"]:
            faults = objections_to_file(layout, rows, today())
            options["excel"].write_bytes(written(layout, rows, faults, options["lang"]))
        if options["json"] or not options["excel"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))

    def check_file(self, options: dict[str, Any]) -> int:
        layout = layout_in_force(ReturnFile(options["file"]), today())
        try:
            book = read_book(layout, options["workbook"].read_bytes(), today())
        except OSError as wrong:
            self.stderr.write(f"{options['workbook']}: 无法读取 / cannot be read: {wrong.strerror}")
            return UNREADABLE
        except Unreadable as wrong:
            self.stderr.write(
                say(wrong.why, options["lang"], **{**wrong.details, "found": options["workbook"].name})
            )
            return UNREADABLE
        if options["mended"]:
            options["mended"].write_bytes(written(book.layout, book.rows, book.faults, options["lang"]))
        found = told(book, options["lang"])
        self.stdout.write(
            json.dumps(
                {"rows": len(book.rows), "mended": book.mended, "faults": found}, ensure_ascii=False, indent=2
            )
            if options["json"]
            else "\n".join(f"{one['row'] or '--':>6}  {one['column']:<20}  {one['why']}" for one in found)
        )
        return FOUND if found else 0


def told(book: Book, language: str) -> list[dict[str, Any]]:
    """Every fault: row of the sheet (none for a column), column, why."""
    header = [(None, name, one) for name, wrong in book.header.items() for one in wrong]
    cells = [
        (book.numbers[place], name, one)
        for place, faults in book.faults.items()
        for name, wrong in faults.items()
        for one in wrong
    ]
    return [
        {"row": row, "column": name, "code": one.code, "why": say(one.code, language, **one.details)}
        for row, name, one in [*header, *cells]
    ]
