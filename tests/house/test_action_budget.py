"""What an action may ask of the database, its event included."""

import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from mingzheng.office.record.action import ACTIONS

from .happy_paths import (  # noqa: F401
    HAPPY,
    Cast,
    audits,
    certificates,
    competence,
    contracts,
    people,
    planning,
    programmes,
    report,
    schedule,
    voices,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BUDGET = 8  # statements of one action
BATCHES = {"competence.import_auditors", "clients.import_clients", "certificates.import_certificates"}
BOUNDARY = re.compile(r"(SAVEPOINT|RELEASE|BEGIN|COMMIT)\b")
MORE = {
    "audits.hand_in_file": (9, "reads the whole file to say all it lacks at once"),
    "certificates.issue_certificate": (
        9,
        "numbers it by the body's pattern, prints the sites, uses a decision up",
    ),
    "certificates.renew_certificate": (10, "issues one certificate and ends another"),
    "certificates.replace_certificate": (10, "issues one certificate and ends another"),
    "contracts.accept_application": (16, "two actions in one: it opens the client, who is asked six of them"),
    "programmes.open_programme": (10, "writes four tables: certifications, cycles, visits and their parts"),
    "schedule.assign_member": (
        9,
        "holds the person, and reads his dossier, the visit's needs and the calendar",
    ),
    "schedule.move_visit": (12, "takes appointment, bookings and plan along for a team that is judged anew"),
    "schedule.send_plan": (9, "judges team and plan once more before the client has them"),
}  # name: how many, and why


def statements(name: str, cast: Cast) -> list[str]:
    """What the action asks on its happy path; nothing of it stays."""
    with transaction.atomic():
        act = HAPPY[name](cast)
        with CaptureQueriesContext(connection) as asked:
            act()
        transaction.set_rollback(True)
    return [query["sql"] for query in asked if not BOUNDARY.match(query["sql"])]


def allowed(name: str) -> int:
    return MORE[name][0] if name in MORE else BUDGET


def test_every_action_has_its_happy_path():
    assert HAPPY.keys() | BATCHES == ACTIONS.keys()


def test_no_action_asks_more_than_its_budget(cast):
    counted = {name: len(statements(name, cast)) for name in HAPPY}

    over = {name: n for name, n in counted.items() if n > allowed(name)}
    assert not over, f"more than {BUDGET} statements: {over}"
    thrifty = {name: counted[name] for name in MORE if counted[name] < allowed(name)}
    assert not thrifty, f"these need less than their exception allows: {thrifty}"
