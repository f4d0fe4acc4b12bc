"""`mingzheng problem FILE`: write the planning problem of the body as JSON, for `mingzheng plan` or anybody's solver."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mingzheng.doors.today import today
from mingzheng.office.planning.problem import problem_of
from mingzheng.rulebook.planning import A_YEAR_AHEAD


class Command(BaseCommand):
    help = "导出排程问题 / write the planning problem of the body as JSON"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--from", dest="first", type=date.fromisoformat, metavar="DAY", help="default: today"
        )
        parser.add_argument(
            "--to", dest="last", type=date.fromisoformat, metavar="DAY", help="default: a year on"
        )
        parser.add_argument("--keep", action="store_true", help="what has its dates and team stays as it is")

    def handle(self, *args: Any, **options: Any) -> None:
        first = options["first"] or today()
        problem = problem_of(
            first, options["last"] or first + A_YEAR_AHEAD, today(), keeps_appointed=options["keep"]
        )
        options["file"].write_text(problem.to_json() + "\n", encoding="utf-8")
        self.stderr.write(
            f"{len(problem.visits)} visits, {len(problem.people)} people, {len(problem.days)} days"
        )
