"""`mingzheng import KIND FILE.xlsx`: carry in the register of an earlier system."""

import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mingzheng.doors.registers.moving_in import KINDS, Looked, carry_in, look
from mingzheng.doors.registers.register import Outcome, Progress, Unreadable
from mingzheng.doors.registers.report import report_name, write_report
from mingzheng.doors.terminal.administrator import administrator_named
from mingzheng.doors.today import today
from mingzheng.words import say


class Command(BaseCommand):
    help = "导入原系统台账 / carry in a register: clients, certificates, auditors, laws, norms or documents"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", choices=list(KINDS))
        parser.add_argument("file", type=Path, metavar="FILE.xlsx")
        parser.add_argument(
            "--by", metavar="LOGIN", help="经办人（系统管理员） / the administrator who does it"
        )
        parser.add_argument("--dry-run", action="store_true", help="只核对不写入 / look only, write nothing")
        parser.add_argument("--report", type=Path, metavar="FILE", help="报告文件 / where the report goes")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        by, on, self.begun = administrator_named(options["by"]), today(), time.monotonic()
        try:
            looked = look(options["kind"], file, on=on, by=by, progress=self._progress("读取 read"))
        except Unreadable as error:
            raise CommandError(_both(error.why, **error.details)) from error
        if not options["dry_run"]:
            self.stdout.write(f"写入 {len(looked.taken)} 行… / writing {len(looked.taken)} rows…")
            looked = carry_in(looked, on=on, by=by, progress=self._progress("写入 written"))
        place = options["report"] or report_name(file)
        write_report(looked, place, source=file.name, by=by.login, now=timezone.localtime())
        self._summary(looked, place)
        if looked.counts[Outcome.REFUSED]:
            sys.exit(1)

    def _progress(self, step: str) -> Progress:
        begun = time.monotonic()

        def told(done: int, total: int) -> None:
            rate = done / max(time.monotonic() - begun, 0.001)
            self.stdout.write(f"{step} {done:,} / {total:,} ({rate:,.0f} 行/秒 rows/s)")

        return told

    def _summary(self, looked: Looked, place: Path) -> None:
        for outcome in Outcome:
            self.stdout.write(f"{_both(f'outcome.{outcome}')}: {looked.counts[outcome]:,}")
        for sheet in looked.sheets:
            if sheet.copy_of:
                self.stdout.write(
                    f"工作表 {sheet.name} 与 {sheet.copy_of} 重复 / sheet {sheet.name} is a copy of {sheet.copy_of}"
                )
        seconds = time.monotonic() - self.begun
        rate = len(looked.rows) / max(seconds, 0.001)
        self.stdout.write(
            f"{len(looked.rows):,} 行，{seconds:.1f} 秒，{rate:,.0f} 行/秒 rows/s；报告 report: {place}"
        )
        if not looked.carried:
            self.stdout.write("未写入任何数据 / nothing was written")


def _both(code: str, **details: object) -> str:
    return f"{say(code, 'zh-hans', **details)} / {say(code, 'en', **details)}"
