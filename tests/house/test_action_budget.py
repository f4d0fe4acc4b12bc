"""What an action may ask of the database, its event included."""

import re
from shutil import rmtree

import pytest
from django.conf import settings
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
    evaluations,
    fees,
    footprint,
    governance,
    inbox,
    inspectors,
    learning,
    letters,
    library,
    marks,
    moving_in,
    people,
    planning,
    prices,
    programmes,
    publication,
    quality,
    report,
    returns,
    schedule,
    voices,
    workplace,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]
BUDGET = 8  # statements of one action
OF_A_YEAR = {  # what counts a whole year asks a statement for each of its tables, whatever they hold
    "report.freeze_year": 34,
    "report.sign_report": 24,
    "report.release_report": 24,
    "report.install_template": 24,  # two events: the template is filed, and filled with a report before
    "workplace.close_staff_survey": 10,  # so that nothing is kept of one person
}
BATCHES = {"competence.import_auditors", "clients.import_clients", "certificates.import_certificates"}
BOUNDARY = re.compile(r"(SAVEPOINT|RELEASE|BEGIN|COMMIT)\b")


def statements(name: str, cast: Cast) -> list[str]:
    """What the action asks on its happy path; nothing of it stays."""
    with transaction.atomic():
        act = HAPPY[name](cast)
        with CaptureQueriesContext(connection) as asked:
            act()
        transaction.set_rollback(True)
    rmtree(settings.PUBLISHED, ignore_errors=True)  # a log that was published does not forget
    return [query["sql"] for query in asked if not BOUNDARY.match(query["sql"])]


def test_every_action_has_its_happy_path():
    assert HAPPY.keys() | BATCHES == ACTIONS.keys()


def test_no_action_asks_more_than_its_budget(cast, publishing):
    asked = {name: statements(name, cast) for name in HAPPY}
    over = {n: len(sql) for n, sql in asked.items() if len(sql) > OF_A_YEAR.get(n, BUDGET) * told(sql)}
    assert not over, f"more than {BUDGET} statements: {over}"


def told(asked: list[str]) -> int:
    """How many actions ran: each told one event. Accepting an application opens its client too."""
    return sum(sql.startswith('INSERT INTO "record_event"') for sql in asked)
