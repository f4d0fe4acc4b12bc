"""A process that kills its own children: run as a program by test_killed.py, with a data folder of its own.

Each round forks one child that issues certificates and leads them through their life, and one that is the clock. Once
the first has done a few actions both get SIGKILL, at no particular moment of the next one. Then the books are checked
from a fresh connection. Prints one line of JSON.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import django

if __name__ == "__main__":
    django.setup()

from django.core.management import call_command
from django.db import connection, connections, transaction
from django.utils import timezone

from mingzheng.doors.clock.deadlines import meet_deadlines
from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.certificates.actions.cancel_certificate import cancel_certificate
from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.actions.suspend_certificate import suspend_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from tests import rows
from tests.certified import body, clerk
from tests.rows import DAY

ROUNDS, MOST_ACTIONS, LONGEST_WAIT = 10, 6, 0.02  # seconds after the last action that was waited for


def work(done: Callable[[], None]) -> None:
    by = clerk()
    while True:
        name = str(random.getrandbits(60))
        with transaction.atomic():
            owner = rows.client(uscc=f"T{name[:17]}")
            held = rows.certification(contract=rows.contract(client=owner, number=f"HT{name}"))
            granted = rows.decision("grant", held, number=f"G{name}")
            rows.decision("extend", held, number=f"E{name}", scope_zh="模具的生产")
            rows.decision("suspend", held, number=f"S{name}", reason_code="0116", decided_on=DAY)
        number = issue_certificate(granted.number, on=DAY, by=by).number
        done()
        number = replace_certificate(number, reason="0104", on=DAY, by=by).number
        done()
        suspend_certificate(number, on=DAY, by=by)
        done()
        if random.random() < 0.5:
            cancel_certificate(number, asked_on=DAY, request="来函", on=DAY, by=by)
            done()


def tick(done: Callable[[], None]) -> None:
    while True:
        meet_deadlines(DAY + timedelta(days=1))
        catch_up(at=timezone.now())
        time.sleep(0.005)


def born(run: Callable[[Callable[[], None]], None], mouth: int) -> int:
    """A child that says a byte for every action it finished; it never comes back."""
    if pid := os.fork():
        return pid
    random.seed()
    run(lambda: os.write(mouth, b".") and None)
    os._exit(9)


def one_round() -> None:
    connections.close_all()  # a connection must not be carried into a child
    ear, mouth = os.pipe()
    pids = [born(work, mouth), born(tick, mouth)]
    for _ in range(random.randint(1, MOST_ACTIONS)):
        os.read(ear, 1)
    time.sleep(random.uniform(0, LONGEST_WAIT))
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    ends = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]
    os.close(ear), os.close(mouth)
    assert ends == [-signal.SIGKILL] * 2, ends


def main() -> None:
    call_command("migrate", verbosity=0)
    body(), clerk()
    told, broken = [], {}
    for _ in range(ROUNDS):
        one_round()
        broken.update(check_the_books())
        told.append(Event.objects.count())
    caught = catch_up(at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        whole = cursor.fetchone()[0]
    result = {
        "events": told,
        "certificates": Certificate.objects.count(),
        "broken": broken or check_the_books(),
        "stumbled": sorted(caught.stumbled),
        "integrity": whole,
    }
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
