"""`mingzheng links`: ask the links of public items now, and say which are dead; exits with 1 when any is."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from mingzheng.doors.clock.links import check_links
from mingzheng.doors.today import today
from mingzheng.office.publicity.queries import dead_links


class Command(BaseCommand):
    help = "检查公开信息中的链接 / ask the links in what is public whether they answer"

    def handle(self, *args: Any, **options: Any) -> None:
        on = today()
        found = check_links(on, again=True)
        self.stdout.write(f"{on} links={found.links if found else 0} dead={found.dead if found else 0}")
        for link in dead_links(on):
            self.stdout.write(f"✗ {link.item.number} {link.address} {link.status or '--'}")
        if found and found.dead:
            sys.exit(1)
