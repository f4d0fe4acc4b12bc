"""`mingzheng NAME …`: the program the package installs; each NAME is a file in doors/terminal/management/commands.

Without a NAME it tells which there are. Commands that only ask the rulebook need neither settings
nor a database: they run without Django and start at once.
"""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

WITHOUT_DJANGO = {
    "plan": "mingzheng.doors.terminal.plan",
    "rule": "mingzheng.doors.terminal.rule",
    "rule-check": "mingzheng.doors.terminal.rule_check",
}
ASKS_FOR_HELP: tuple[list[str], ...] = ([], ["help"], ["-h"], ["--help"])
TITLE = "明证：认证机构业务系统 / mingzheng: the working system of a certification body"
MORE = "各命令的用法 / how to use one: mingzheng NAME --help"


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name in WITHOUT_DJANGO:
        sys.exit(_plainly(import_module(WITHOUT_DJANGO[name]).main, sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzheng.config.settings")
    management = import_module("django.core.management")
    if sys.argv[1:] in ASKS_FOR_HELP:
        import_module("django").setup()
        sys.stdout.write(overview(management))
    else:
        management.execute_from_command_line(["mingzheng", *sys.argv[1:]])


def overview(management: Any) -> str:
    """Our own commands, each with what it does; those of Django stay where they are, unmentioned."""
    ours = {
        name: app for name, app in sorted(management.get_commands().items()) if app.startswith("mingzheng.")
    }
    lines = [
        f"  {name:<{max(map(len, ours))}}  {management.load_command_class(app, name).help}"
        for name, app in ours.items()
    ]
    return "\n".join([TITLE, "", *lines, "", MORE, ""])


def _plainly(command: Callable[[list[str]], int], arguments: list[str]) -> int:
    try:
        return command(arguments)
    except BrokenPipeError:  # whoever reads the answers, `head` for one, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    main()
