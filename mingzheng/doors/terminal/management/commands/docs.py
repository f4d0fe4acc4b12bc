"""`mingzheng docs`: write docs/generated from the code; with --check only say whether it is fresh."""

import sys
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from mingzheng.doors.terminal.clauses import rows
from mingzheng.office.record.action import ACTIONS
from mingzheng.rulebook.certificate_life import ENDED, HANDS, LIFE, REASONS, Act, Status
from mingzheng.rulebook.roles import Role
from mingzheng.words import WORDS, say

LIVING = [status for status in Status if status not in ENDED]
MADE = "<!-- Written by ./mz docs from the code. Do not edit. -->\n\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def actions() -> str:
    """Every verb of the body: who may, on which clause, what the record then says."""
    rows = (
        (
            f"`{a.name}`",
            ", ".join(say(f"role.{r}") + f" `{r}`" for r in a.roles),
            a.clause,
            f"`{a.event.KIND}`",
            told(a.event.KIND),
        )
        for _, a in sorted(ACTIONS.items())
    )
    return "# 动作 Actions\n\n" + MADE + table(["action", "role", "clause", "event", "记录 record"], rows)


def told(kind: str) -> str:
    return " / ".join(WORDS[f"event.{kind}"])


def clauses() -> str:
    """Which clause is implemented by which function, and which tests hold it."""
    found = rows(settings.HOME, settings.HOME / "tests")
    return "# 条款 Clauses\n\n" + MADE + table(["clause", "function", "tests"], found)


def states() -> str:
    """The life of a certificate: state × act × actor, the reason codes, and the words of all of them."""
    life = [
        [
            f"`{act}` {say(f'certificate.act.{act}')}",
            *(f"→ `{LIFE[state, act]}`" if (state, act) in LIFE else "" for state in LIVING),
            f"`{hands.decides}`" if hands.decides else "",
            f"`{hands.carries_out}`",
            " ".join(sorted(REASONS.get(act, ()))),
            hands.clause,
        ]
        for act, hands in HANDS.items()
    ]
    heads = [f"`{state}` {say(f'certificate.status.{state}')}" for state in LIVING]
    rows = ((f"`{s}`", *WORDS[f"certificate.status.{s}"]) for s in Status)
    acts = ((f"`{a}`", *WORDS[f"certificate.act.{a}"]) for a in Act)
    return (
        "# 证书状态 States of a certificate\n\n"
        + MADE
        + table(["act", *heads, "decides", "carries out", "reasons", "clause"], life)
        + "\n"
        + table(["status", "zh", "en"], rows)
        + "\n"
        + table(["act", "zh", "en"], acts)
    )


def permissions() -> str:
    """Which role may do what: a row an action, a column a role."""
    head = ["action", *(f"{say(f'role.{role}')} `{role}`" for role in Role)]
    rows = (
        [f"`{name}`", *("●" if role in a.roles else "" for role in Role)]
        for name, a in sorted(ACTIONS.items())
    )
    return "# 权限矩阵 Permissions\n\n" + MADE + table(head, rows)


PAGES = {"permissions.md": permissions, "actions.md": actions, "clauses.md": clauses, "states.md": states}


class Command(BaseCommand):
    help = "生成文档 / write docs/generated from the code"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page is stale")

    def handle(self, *args: Any, **options: Any) -> None:
        folder, stale = settings.HOME / "docs" / "generated", []
        for name, make in PAGES.items():
            page, text = folder / name, make()
            if page.exists() and page.read_text() == text:
                continue
            stale.append(name)
            if not options["check"]:
                folder.mkdir(parents=True, exist_ok=True)
                page.write_text(text)
        if options["check"] and stale:
            self.stderr.write(f"docs/generated is stale: {', '.join(stale)}; run ./mz docs")
            sys.exit(1)
