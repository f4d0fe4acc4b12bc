"""`mingzheng log table YEAR`: the year's table of certificates, counted from the public log alone."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from mingzheng.doors.frame.two import both
from mingzheng.doors.terminal.published import fetcher
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.did import read_document
from mingzheng.seal.examine import CHECKPOINT_MISSING
from mingzheng.seal.leaf import Row, What, table
from mingzheng.seal.log import leaf_hash, tree_of
from mingzheng.seal.note import Checkpoint, open_checkpoint
from mingzheng.seal.tiles import TILE_ALTERED, Tiles

COUNTED = (
    What.ISSUED,
    What.SURVEILLED,
    What.SUSPENDED,
    What.RESTORED,
    What.WITHDRAWN,
    What.CANCELLED,
    What.EXPIRED,
    What.REPLACED,
)


class Command(BaseCommand):
    help = "由公开日志重算年度证书表 / count the year's table of certificates from the public log alone"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["table"])
        parser.add_argument("year", type=int)
        parser.add_argument("--at", metavar="FOLDER|URL", help="公开文件夹或网址 / where the body publishes")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        place = options["at"] or str(settings.PUBLISHED)
        address = place if "://" in place else settings.PUBLIC_ADDRESS
        try:
            checkpoint, rows = _counted(place, address, options["year"])
        except Refused as refused:
            raise CommandError(both(refused)) from refused
        lines = [_row(row) for row in rows]
        told = {"size": checkpoint.size, "root": checkpoint.root.hex(), "rows": lines}
        if options["json"]:
            self.stdout.write(json.dumps(told, indent=2))
            return
        head = ["", "有效 valid", "暂停中 suspended", *(f"+{what}" for what in COUNTED)]
        self.stdout.write("\t".join(head))
        for row in lines:
            self.stdout.write("\t".join(str(cell) for cell in row.values()))
        self.stdout.write(f"日志 log: {checkpoint.size} 条 lines, {checkpoint.root.hex()}")


def _counted(place: str, address: str, year: int) -> tuple[Checkpoint, list[Row]]:
    """The signed checkpoint and the table, every line of the log hashed anew. Raises Refused."""
    fetch = fetcher(place)
    trusted = read_document((fetch(".well-known/did.json") or b"").decode(errors="replace"), address)
    if (note := fetch("log/checkpoint")) is None:
        raise Refused(CHECKPOINT_MISSING)
    checkpoint = open_checkpoint(note.decode(errors="replace"), trusted.log_keys)
    entries = list(Tiles(lambda path: fetch(f"log/{path}"), checkpoint.size).entries())
    if tree_of(map(leaf_hash, entries)).root != checkpoint.root:
        raise Refused(TILE_ALTERED.because(path="log/tile/entries"))
    return checkpoint, table(entries, year)


def _row(row: Row) -> dict[str, object]:
    return {
        "scheme": row.scheme,
        "valid": row.valid,
        "suspended_at_end": row.suspended,
        **{str(what): row.happened[what] for what in COUNTED},
    }
