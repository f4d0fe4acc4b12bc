"""A process that kills its own children while they publish: run as a program by test_killed.py, with a data folder of its own.

Each round forks a child that issues certificates and brings the public folder up to date, over and over, and kills it with
SIGKILL at no particular moment. After each round every checkpoint that was ever seen must begin the one seen now, and the
folder, brought up to date by a process that lives, must hold what the database says. Prints one line of JSON.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import django

if __name__ == "__main__":
    django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connections, transaction
from django.utils import timezone

from mingzheng.doors.clock.followers import catch_up
from mingzheng.doors.site.publish import publish, publish_all
from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.publication import folder
from mingzheng.office.record.books import check_the_books
from mingzheng.seal.log import verify_consistency
from mingzheng.seal.note import Checkpoint, open_checkpoint
from mingzheng.seal.tiles import Tiles
from tests import rows
from tests.certified import body, clerk
from tests.published import adopt, keys_in, trusted
from tests.rows import DAY

ROUNDS, MOST_TURNS, LONGEST_WAIT = 10, 3, 0.1  # seconds after the last turn that was waited for


def work(ear: int, mouth: int) -> None:
    """Say a byte for every turn; it never comes back."""
    random.seed()
    os.close(ear)
    while True:
        name = str(random.getrandbits(60))
        with transaction.atomic():
            owner = rows.client(uscc=f"T{name[:17]}")
            held = rows.certification(contract=rows.contract(client=owner, number=f"HT{name}"))
            granted = rows.decision("grant", held, number=f"G{name}")
        issue_certificate(granted.number, on=DAY, by=clerk())
        catch_up(at=timezone.now())
        publish(at=timezone.now())
        os.write(mouth, b".")


def seen() -> Checkpoint:
    note = folder.read("log/checkpoint")
    assert note
    return open_checkpoint(note.decode(), trusted().log_keys)


def begins(old: Checkpoint, new: Checkpoint) -> bool:
    shown = Tiles(lambda path: folder.read(f"log/{path}"), new.size).consistency_proof(old.size)
    return verify_consistency(old.size, new.size, shown, old.root, new.root)


def one_round(known: list[Checkpoint]) -> None:
    connections.close_all()  # a connection must not be carried into a child
    ear, mouth = os.pipe()
    pid = os.fork()
    if not pid:
        work(ear, mouth)
    os.close(mouth)
    for _ in range(random.randint(1, MOST_TURNS)):
        assert os.read(ear, 1), "the child fell over"
        known.append(seen())
    time.sleep(random.uniform(0, LONGEST_WAIT))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(ear)
    now = seen()
    assert all(begins(old, now) for old in {(one.size, one.root): one for one in known}.values())
    known.append(now)


def main() -> None:
    home = Path(settings.DATA)
    settings.KEYS, settings.PUBLISHED = home / "keys", home / "published"
    settings.PUBLIC_ADDRESS = "https://cert.example.org"
    call_command("prepare", verbosity=0)
    body(), clerk()
    keys_in(settings.KEYS)
    adopt()
    publish(at=timezone.now())
    known: list[Checkpoint] = []
    for _ in range(ROUNDS):
        one_round(known)
    catch_up(at=timezone.now())
    publish(at=timezone.now())
    told = {
        "rounds": ROUNDS,
        "sizes": len({one.size for one in known}),
        "last": seen().size,
        "wrong": publish_all(at=timezone.now()).wrong,
        "books": check_the_books(),
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
