"""The demonstration is built by running the actions, holds work in every state, and its books are in order."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from demo.logins import LOGINS, PASSWORD, table
from demo.names import invent
from demo.scans import scan
from mingzheng.office.files.content import PDF, media_type
from mingzheng.rulebook.identifiers import objections_to_social_credit_code
from mingzheng.rulebook.roles import HELD_BY_PERSONS

pytestmark = pytest.mark.one_database

HOME = Path(__file__).parents[2]
STATES = [
    *(
        f"application {status}"
        for status in ("draft", "submitted", "questions", "accepted", "refused", "withdrawn")
    ),
    *(f"application under review, {parts} parts confirmed" for parts in range(4)),
    "refusal answered by the applicant",
    "contract offered",
    "contract signed",
    "programme to be opened",
    *(
        f"visit {s}"
        for s in ("to_schedule", "team", "announced", "plan_sent", "under_audit", "held", "dropped")
    ),
    "visit to schedule and overdue",
    "audit open today",
    "audit closed with open findings",
    "finding overdue",
    "report due",
    "file to be handed in",
    "review waiting",
    "file returned by section",
    "part passed, part returned",
    "decision waiting",
    "certificate to issue",
    "certification refused",
    *(f"certificate {s}" for s in ("in_force", "suspended", "withdrawn", "cancelled", "expired", "replaced")),
    "certificate restored",
    "certificate taken over",
    "transfer to decide",
    "surveillance due soon",
    "surveillance overdue",
    "suspension running out",
    "suspension run out",
    "expiring without renewal",
    "recertified in time",
    "recertified late",
    "certified anew after expiry",
    *(f"candidacy {step}" for step in ("opened", "submitted", "granted", "withdrawn")),
    *(f"ending: {what}" for what in ("registration", "confirmation", "witnessing", "contract")),
    "trainee with a mentor",
    "witnessing planned",
    "education not accepted",
    "leave",
    "tie",
    "registration expiring",
    "registration lapsed",
    *(
        f"case {s}"
        for s in ("received", "acknowledged", "assigned", "investigated", "decided", "answered", "closed")
    ),
    "case overdue",
    "survey answered by link",
    "survey answered on paper",
    "call-back completed",
    "call-back to make",
    "hazard looked at again",
    "activity of the trade",
]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the demonstration as the script at the door does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "MINGZHENG"))}
    command = [sys.executable, "-m", "demo", *arguments]
    return subprocess.run(command, cwd=HOME, env=kept, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def told():
    """What `./mz demo --check` prints."""
    if connection.vendor != "sqlite":
        pytest.skip("the demonstration keeps a SQLite database of its own, whatever the tests run on")
    checked = run("--check")
    assert checked.returncode == 0, checked.stdout[-2000:] + checked.stderr[-2000:]
    return json.loads(checked.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_the_demonstration_shows_every_state(told, state):
    assert told["states"][state] > 0


@pytest.mark.slow
def test_the_demonstration_is_of_the_promised_size_and_its_books_are_in_order(told):
    assert told["books"] == "ok" and told["missing"] == []
    assert told["clients"] >= 40 and told["certifications"] >= 65
    assert told["objections_met"] > 100 and told["events"] > 4000


def test_invented_organisations_have_right_codes_and_names_of_their_own():
    invented = [invent(number) for number in range(200)]
    assert not any(objections_to_social_credit_code(who.uscc) for who in invented)
    assert len({who.name_zh for who in invented}) == len({who.uscc for who in invented}) == 200


def test_every_role_has_one_log_in_and_is_in_the_table():
    assert set(LOGINS) == set(HELD_BY_PERSONS)
    assert table().count(PASSWORD) == len(LOGINS) and len(PASSWORD) >= 12


def test_a_scan_is_taken_for_the_pdf_it_is():
    assert media_type(scan("Business licence")) == PDF


@pytest.mark.slow
def test_the_demonstration_is_never_built_over_other_data(tmp_path):
    database = tmp_path / "mingzheng.sqlite3"
    database.write_bytes(b"a real body's data")
    refused = run("--into", str(tmp_path))
    assert refused.returncode == 1 and "--into" in refused.stderr
    assert database.read_bytes() == b"a real body's data"
