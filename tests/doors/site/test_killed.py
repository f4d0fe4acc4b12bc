"""Killed while appending and publishing, the log never contradicts what anybody has ever seen of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.migrated import given_to

pytestmark = pytest.mark.one_database

HOME = Path(__file__).parents[3]


@pytest.mark.slow
def test_killed_at_random_moments_every_checkpoint_ever_seen_begins_the_one_of_now(tmp_path):
    given_to(tmp_path)
    surroundings = {
        **{k: v for k, v in os.environ.items() if k != "MINGZHENG_DATABASE_URL"},
        "MINGZHENG_DATA": str(tmp_path),
        "MINGZHENG_HTTPS": "off",
        "DJANGO_SETTINGS_MODULE": "mingzheng.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.doors.site.killed"],
        cwd=HOME,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    assert (told["wrong"], told["books"]) == ([], {})
    assert told["sizes"] >= told["rounds"], "the children must have been busy in every round"
