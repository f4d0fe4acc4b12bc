"""`mingzheng NAME …`: the program the package installs; each NAME is a file in doors/terminal/management/commands.

Commands that only ask the rulebook need neither settings nor a database: they run without Django and start at once.
"""

import os
import sys
from collections.abc import Callable
from importlib import import_module

WITHOUT_DJANGO = {
    "rule": "mingzheng.doors.terminal.rule",
    "rule-check": "mingzheng.doors.terminal.rule_check",
}


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name in WITHOUT_DJANGO:
        sys.exit(_plainly(import_module(WITHOUT_DJANGO[name]).main, sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzheng.config.settings")
    import_module("django.core.management").execute_from_command_line(["mingzheng", *sys.argv[1:]])


def _plainly(command: Callable[[list[str]], int], arguments: list[str]) -> int:
    try:
        return command(arguments)
    except BrokenPipeError:  # whoever reads the answers, `head` for one, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    main()
