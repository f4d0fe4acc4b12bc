"""`mingzheng books`: check the books and say what is wrong; exits with 1 when anything is."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mingzheng.office.record.books import BOOKS, check_the_books


class Command(BaseCommand):
    help = "核对账簿 / check the books: every law of the record, and what breaks it"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print {law: [what breaks it]}")

    def handle(self, *args: Any, **options: Any) -> None:
        broken = check_the_books()
        if options["json"]:
            self.stdout.write(json.dumps(broken, ensure_ascii=False, indent=2))
        else:
            for law in BOOKS:
                self.stdout.write(f"{'✗' if law in broken else '✓'} {law}")
                for found in broken.get(law, []):
                    self.stdout.write(f"    {found}")
        if broken:
            sys.exit(1)
