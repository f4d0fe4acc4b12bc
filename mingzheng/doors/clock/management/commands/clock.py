"""`mingzheng clock`: look at the clock once, or every few seconds until stopped. Stopping it anywhere is safe."""

import logging
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from mingzheng.doors.clock.deadlines import look_into_the_books, meet_deadlines
from mingzheng.doors.clock.followers import catch_up
from mingzheng.doors.clock.inbox import Watched, unreadable
from mingzheng.doors.clock.links import check_links
from mingzheng.doors.clock.mail import deliver
from mingzheng.doors.frame.two import both
from mingzheng.doors.site.publish import publish
from mingzheng.doors.today import today
from mingzheng.office.publication.keyring import NO_KEYS
from mingzheng.rulebook.verdict import Refused

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "时钟：到期、后续事项、日志排序 / the clock: what is due, what follows, the order of the log"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, metavar="SECONDS", help="go on for ever, with this pause")

    said = ""  # why nothing could be published, the last time
    mailbox_fails = ""  # why the folder of incoming mail could not be read, the last time

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.mailbox = Watched()

    def handle(self, *args: Any, **options: Any) -> None:
        last: date | None = None
        while True:
            on, fine = today(), True
            if on != last:
                fine = self.begin_the_day(on)
                last = on
            caught = catch_up(at=timezone.now())
            fine = self.publish() and fine
            self.take_in_mail(on)
            sent = deliver(at=timezone.now(), on=on)
            if caught.sequenced or caught.stumbled or sent:
                self.stdout.write(
                    f"{on} sequenced={caught.sequenced} stumbled={sorted(caught.stumbled)} letters={sent}"
                )
            if not options["every"]:
                sys.exit(0 if fine and not caught.stumbled else 1)
            time.sleep(options["every"])

    def publish(self) -> bool:
        """Bring the public folder up to date; why it cannot be is said once, not every few seconds.

        A body that has no keys yet publishes nothing, and that is no fault.
        """
        try:
            written = publish(at=timezone.now())
        except Refused as refused:
            if (why := both(refused)) != self.said:
                self.stderr.write(why)
            self.said = why
            return refused.objections[0] == NO_KEYS
        if written.lines or written.files:
            self.stdout.write(f"published lines={written.lines} files={written.files}")
        self.said = ""
        return True

    def take_in_mail(self, on: date) -> None:
        """What lies in the folder of the settings; each message that could not be taken in is told of once."""
        if not settings.MAILBOX:
            return
        try:
            taken = self.mailbox.take_in(Path(settings.MAILBOX), on=on)
        except OSError as error:
            if (why := both(Refused(unreadable(error)))) != self.mailbox_fails:
                self.stderr.write(f"{settings.MAILBOX}: {why}")
            self.mailbox_fails = why
            return
        self.mailbox_fails = ""
        if taken.received:
            self.stdout.write(f"{on} mails={len(taken.received)}")
        for path, refused in taken.refused:
            self.stderr.write(f"{path.name} {both(refused)}")

    def begin_the_day(self, on: date) -> bool:
        done, fine = meet_deadlines(on), look_into_the_books()
        self.check_links(on)
        self.stdout.write(f"{on} deadlines={done} books={'ok' if fine else 'broken'}")
        return fine

    def check_links(self, on: date) -> None:
        """Whatever is wrong with a link, the day goes on."""
        try:
            if links := check_links(on):
                self.stdout.write(f"{on} links={links.links} dead={links.dead}")
        except Exception:
            log.exception("the links could not be checked and will be asked again tomorrow")
