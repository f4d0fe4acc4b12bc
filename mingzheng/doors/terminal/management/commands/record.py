"""`mingzheng record prove CASE … [--to FOLDER]`: one client's file with its events, each with the proof that it stands in the record.

CASE is a subject of the record ("certificate:06426Q00001R0M", "visit:XM2026-0012") or a client's credit code: then everything
about the client. Whoever gets the folder checks it with `mingzheng record check FOLDER`, or with any program for RFC 6962.
"""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mingzheng.office.record.proving import check, prove


class Command(BaseCommand):
    help = "导出一案的记录及其证明 / export one client's events with their proofs, and check such an export"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["prove", "check"])
        parser.add_argument("case", metavar="CASE|FILE")
        parser.add_argument(
            "--to", type=Path, metavar="FILE", help="写到哪里 / where to; default standard output"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "check":
            return self._check(Path(options["case"]))
        told = prove(options["case"])
        if told is None:
            raise CommandError(
                f"没有 {options['case']} 的记录 / there is nothing about {options['case']} in the record"
            )
        text = json.dumps(told, ensure_ascii=False, indent=1)
        if options["to"]:
            options["to"].write_text(text)
            self.stdout.write(
                f"{options['to']}: {len(told['events'])} 条 events, 日志 log {told['log']['size']}"
            )
        else:
            self.stdout.write(text)

    def _check(self, file: Path) -> None:
        wrong = check(json.loads(file.read_text()))
        for one in wrong:
            self.stdout.write(f"✗ {one}")
        self.stdout.write(
            "全部符合 / every event holds" if not wrong else f"{len(wrong)} 条不符 / do not hold"
        )
        if wrong:
            sys.exit(1)
