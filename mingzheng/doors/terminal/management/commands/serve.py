"""`mingzheng serve`: the pages and, beside them, exact search, the clock that does what nobody does by hand, and the planner.

Exact search listens at the port after that of the pages; a server of files in front asks it first (docs/nginx.conf).
"""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL, SIGTERM, Signals, signal
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

CORES = os.cpu_count() or 1


class Command(BaseCommand):
    help = "启动网站、时钟与排程 / serve the pages, with the clock and the planner beside them"
    requires_system_checks: list[str] = []  # they are made before a landing, and take half a second

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=min(2, CORES))

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until told to stop, by Ctrl-C or as services are stopped; nobody is left behind."""
        call_command("prepare")
        signal(SIGTERM, _stop)
        pages, *beside = commands(options["host"], options["port"], options["workers"])
        running = [started(pages), *(started(["nice", *command]) for command in beside)]
        try:
            running[0].wait()
        except KeyboardInterrupt:
            pass
        finally:
            for process in running:
                _tell(process, SIGTERM)
            for process in running:
                _gone(process)


def commands(host: str, port: int, workers: int) -> list[list[str]]:
    """The pages, and beside them exact search, the clock and the planner."""
    where = ["--host", host, "--port", str(port), "--workers", str(workers)]
    how = ["--interface", "wsgi", "--blocking-threads", str(min(8, 2 * CORES + 1)), "--log-level", "warning"]
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
    here = str(Path(sys.executable).parent)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "mingzheng.config.settings"}
    environment["PATH"] = os.pathsep.join([here, os.environ.get("PATH", os.defpath)])
    return subprocess.Popen(command, env=environment, process_group=0)


def _gone(process: subprocess.Popen[bytes]) -> None:
    """Wait for its end; who does not come to one is ended, and whoever it started and left behind."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
    _tell(process, SIGKILL)


def _tell(process: subprocess.Popen[bytes], what: Signals) -> None:
    """Everybody of its group: a process stopped while it starts others knows nothing of them yet."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, what)


def _stop(*_: Any) -> None:
    raise KeyboardInterrupt
