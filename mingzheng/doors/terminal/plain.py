"""Commands that are plain programs: they read their arguments themselves and know nothing of Django."""

import sys
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class PlainCommand(BaseCommand):
    """Hands the arguments on as they stand; `main` returns the exit status."""

    main: Callable[[list[str]], int]
    requires_system_checks: list[str] = []

    def run_from_argv(self, argv: list[str]) -> None:
        if status := self.main(argv[2:]):
            sys.exit(status)

    def handle(self, *args: Any, **options: Any) -> None:
        raise CommandError("ask the command itself: it reads its arguments as they stand")
