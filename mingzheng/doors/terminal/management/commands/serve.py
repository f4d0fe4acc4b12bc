"""`mingzheng serve`: the pages and, beside them, exact search, the clock that does what nobody does by hand, and the planner.

Exact search listens at the port after that of the pages; a server of files in front asks it first (docs/nginx.conf).
"""

import os
import subprocess
import sys
from pathlib import Path
from signal import SIGTERM, signal
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

CORES = os.cpu_count() or 1


class Command(BaseCommand):
    help = "启动网站、时钟与排程 / serve the pages, with the clock and the planner beside them"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=min(2, CORES))

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until told to stop, by Ctrl-C or as services are stopped; nobody is left behind."""
        call_command("prepare")
        signal(SIGTERM, _stop)
        running = [
            started(command) for command in commands(options["host"], options["port"], options["workers"])
        ]
        try:
            running[0].wait()
        except KeyboardInterrupt:
            pass
        finally:
            for process in running:
                process.terminate()
            for process in running:
                _gone(process)


def commands(host: str, port: int, workers: int) -> list[list[str]]:
    """The pages, and beside them exact search, the clock and the planner."""
    where = ["--host", host, "--port", str(port), "--workers", str(workers)]
    how = ["--interface", "wsgi", "--blocking-threads", "8", "--log-level", "warning"]
    return [
        ["granian", *how, *where, "mingzheng.config.wsgi:application"],
        search(host, port + 1),
        ["mingzheng", "clock", "--every", "5"],
        ["mingzheng", "planning", "--every", "2"],
    ]


def search(host: str, port: int) -> list[str]:
    """Exact search: one thread a process, which threads that wait for each other would only slow down."""
    how = ["--interface", "wsgi", "--blocking-threads", "1", "--workers", str(min(3, CORES))]
    how += ["--runtime-mode", "st", "--http", "1", "--no-ws", "--log-level", "warning"]
    return ["granian", *how, "--host", host, "--port", str(port), "mingzheng.config.search:application"]


def started(command: list[str]) -> subprocess.Popen[bytes]:
    program = Path(sys.executable).parent / command[0]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "mingzheng.config.settings"}
    return subprocess.Popen([program, *command[1:]], env=environment)


def _gone(process: subprocess.Popen[bytes]) -> None:
    """Wait for its end; who does not come to one is ended."""
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()


def _stop(*_: Any) -> None:
    raise KeyboardInterrupt
