"""`mingzheng serve`: the pages and, beside them, the clock that does what nobody does by hand, and the planner."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "启动网站、时钟与排程 / serve the pages, with the clock and the planner beside them"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("prepare")
        programs = Path(sys.executable).parent
        beside = [
            subprocess.Popen([programs / "mingzheng", name, "--every", pause])
            for name, pause in (("clock", "5"), ("planning", "2"))
        ]
        try:
            where = [
                "--host",
                options["host"],
                "--port",
                str(options["port"]),
                "--workers",
                str(options["workers"]),
            ]
            how = ["--interface", "wsgi", "--blocking-threads", "8", "--log-level", "warning"]
            subprocess.run(
                [programs / "granian", *how, *where, "mingzheng.config.wsgi:application"],
                check=False,
                env={**os.environ, "DJANGO_SETTINGS_MODULE": "mingzheng.config.settings"},
            )
        except KeyboardInterrupt:
            pass
        finally:
            for process in beside:
                process.terminate()
            for process in beside:
                process.wait(10)
