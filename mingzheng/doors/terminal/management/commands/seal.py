"""`mingzheng seal [NUMBER …] [--publish]`: seal what waits, and on request publish it. Stop it anywhere, run it again."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mingzheng.doors.frame.two import both
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.publication.actions.publish_certificate import publish_certificate
from mingzheng.office.publication.actions.seal_certificate import seal_certificate
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.queries import to_publish, to_seal
from mingzheng.rulebook.verdict import Refused

STEP = 50  # certificates between two lines of progress


class Command(BaseCommand):
    requires_system_checks = ()  # a check reads every page of the program, which a batch need not wait for
    help = "批量签章 / seal every certificate that waits, one after the other"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("numbers", nargs="*", metavar="NUMBER", help="只办这些证书 / only these")
        parser.add_argument("--publish", action="store_true", help="随即公布 / publish each, too")
        parser.add_argument(
            "--by", required=True, metavar="LOGIN", help="证书管理员 / the certificate clerk who does it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        by = Person.objects.filter(login=options["by"]).first()
        if by is None:
            raise CommandError(f"没有 {options['by']} 这个人 / there is no {options['by']}")
        try:
            waiting = options["numbers"] or list(to_seal().values_list("certificate__number", flat=True))
            self._each(waiting, "已签章 sealed", lambda number: self._seal(number, by))
            if options["publish"]:
                ready = list(to_publish().values_list("certificate__number", flat=True))
                chosen = [number for number in ready if number in (options["numbers"] or ready)]
                self._each(
                    chosen, "已公布 published", lambda number: publish_certificate(number, on=today(), by=by)
                )
        except Refused as refused:
            raise CommandError(both(refused)) from refused

    def _seal(self, number: str, by: Person) -> object:
        return seal_certificate(number, keys=keyring(), at=timezone.now(), on=today(), by=by)

    def _each(self, numbers: list[str], said: str, do: Any) -> None:
        begun = time.monotonic()
        for done, number in enumerate(numbers, 1):
            do(number)
            if done % STEP == 0 or done == len(numbers):
                rate = done / max(time.monotonic() - begun, 0.001)
                self.stdout.write(f"{said} {done:,} / {len(numbers):,}（{rate:,.1f} 张/秒 a second）")
