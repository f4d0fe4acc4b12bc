"""`mingzheng keys make|adopt|rotate|list`: the keys of the body. What they are worth and how they are changed: docs/guide/keys.md."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from mingzheng.doors.frame.two import both
from mingzheng.doors.terminal.administrator import administrator_named
from mingzheng.doors.today import today
from mingzheng.office.library.queries import body
from mingzheng.office.people.models import Person
from mingzheng.office.publication.actions.change_key import KeyChanged, change_key
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.making_keys import make_key
from mingzheng.office.publication.models import Key
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.did import CREDENTIAL, GM_SEAL, LOG, SEAL

USES = (CREDENTIAL, LOG, SEAL)
MORE = (GM_SEAL,)  # the body may do without


class Command(BaseCommand):
    help = "密钥：生成、启用、轮换、查看 / the body's keys: make, adopt, rotate, list"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "what",
            choices=["make", "adopt", "rotate", "list"],
            help="make: 首次生成全部文件密钥 first keys, in files; adopt: 启用 keys.toml 所述密钥 take the one keys.toml "
            "describes into use; rotate: 生成新文件密钥并启用 a new one in a file, adopted; list: 查看 show",
        )
        parser.add_argument(
            "use", nargs="?", choices=USES + MORE, help="哪一种 / which; adopt without it: all that changed"
        )
        parser.add_argument(
            "--revoke", action="store_true", help="原密钥作废（已泄露） / the key before was lost: revoke it"
        )
        parser.add_argument(
            "--by", metavar="LOGIN", help="经办人（系统管理员） / the administrator who does it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        what, use = options["what"], options["use"]
        if what == "list":
            return self._list()
        by, on = administrator_named(options["by"]), today()
        if what == "rotate" and use is None:
            raise CommandError("哪一种？/ which one? " + " ".join(USES + MORE))
        for one in (use,) if what == "rotate" else USES if what == "make" else ():
            place = make_key(Path(settings.KEYS), one, body().name_zh, on=on)
            self.stdout.write(f"{one}: {place}")
        for one in (use,) if use else _described():
            self._adopt(one, options["revoke"], on, by)

    def _adopt(self, use: str, revoke: bool, on: date, by: Person) -> None:
        try:
            public, fingerprint = keyring().public(use)
            if Key.objects.filter(
                use=use, public=public.hex(), certificate_sha256=fingerprint, retired_on=None, revoked_on=None
            ).exists():
                return
            changed: KeyChanged = change_key(
                use, public=public, certificate_sha256=fingerprint, revoke=revoke, on=on, by=by
            )
        except Refused as refused:
            raise CommandError(both(refused)) from refused
        before = f"  {changed.previous[:16]} {changed.previous_becomes}" if changed.previous else ""
        self.stdout.write(f"{use}: {changed.thumbprint} 已启用 / in use{before}")

    def _list(self) -> None:
        for key in Key.objects.order_by("use", "pk"):
            ended = f"退役 retired {key.retired_on}" if key.retired_on else ""
            ended = f"作废 revoked {key.revoked_on}" if key.revoked_on else ended
            self.stdout.write(f"{key.use:<11}{key.thumbprint}  {key.since}  {ended or '使用中 in use'}")


def _described() -> tuple[str, ...]:
    """The keys that keys.toml describes. Without one, adopting the first says what is missing."""
    try:
        return USES + MORE if keyring().gm else USES
    except Refused:
        return USES
