"""`mingzheng publish`: bring the public folder up to date; `--verify` compares every file and puts right what is wrong."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mingzheng.doors.frame.two import both
from mingzheng.doors.site.publish import publish, publish_all
from mingzheng.office.publication import folder
from mingzheng.rulebook.verdict import Refused

STEP = 1000  # certificates between two lines of progress


class Command(BaseCommand):
    help = "公布：写出公开文件夹 / write the public folder: certificates, status lists, the log"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--verify",
            action="store_true",
            help="逐个文件与数据库核对并修复 / compare every file with the database and repair it; exits with 1 when any was wrong",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        at, whole = timezone.now(), options["verify"]
        try:
            written = publish_all(at=at, progress=self._progress) if whole else publish(at=at)
        except Refused as refused:
            raise CommandError(both(refused)) from refused
        self.stdout.write(f"{folder.home()}: 日志 log +{written.lines}，文件 files {written.files}")
        for path in written.wrong:
            self.stdout.write(f"  已修复 repaired: {path}")
        if written.wrong:
            sys.exit(1)

    def _progress(self, done: int, total: int) -> None:
        if done % STEP == 0 or done == total:
            self.stdout.write(f"{done:,} / {total:,}")
