"""`mingzheng mailbox DIR`: take in the mail of a folder, and say which message could not be; exits with 1 when any."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from mingzheng.doors.clock.inbox import messages, take_in, unreadable
from mingzheng.doors.frame.two import both
from mingzheng.doors.today import today
from mingzheng.rulebook.verdict import Refused


class Command(BaseCommand):
    help = (
        "收入来信：读一个 Maildir 或一个 .eml 文件夹；不连接邮箱，由 fetchmail、getmail 或 offlineimap 取信 / "
        "take in mail from a Maildir or a folder of .eml files; fetchmail, getmail or offlineimap fetch it, this does not"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        on = today()
        try:
            found = messages(options["folder"])
        except OSError as error:
            raise CommandError(f"{options['folder']}: {both(Refused(unreadable(error)))}") from error
        taken = take_in(found, on=on)
        self.stdout.write(
            f"{on} mails={len(found)} received={len(taken.received)} known={taken.known} refused={len(taken.refused)}"
        )
        for path, why in taken.refused:
            self.stdout.write(f"✗ {path.name} {both(why)}")
        if taken.refused:
            sys.exit(1)
