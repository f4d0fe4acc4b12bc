"""`mingzheng planning`: let the planner work off the runs that wait, once or until stopped. Stopping it is safe."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mingzheng.doors.clock.planning import work_off
from mingzheng.doors.today import today


class Command(BaseCommand):
    help = "排程：处理等待中的排程运算 / the planner: work off the runs that wait"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, metavar="SECONDS", help="go on for ever, with this pause")

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            if done := work_off(today()):
                self.stdout.write(f"{today()} planned={done}")
            if not options["every"]:
                return
            time.sleep(options["every"])
