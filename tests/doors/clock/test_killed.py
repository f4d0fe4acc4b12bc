"""Killing the process at any point of any action leaves everything or nothing."""

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
def test_killed_at_random_moments_every_action_is_whole_or_has_not_happened(tmp_path):
    given_to(tmp_path)
    surroundings = {
        **{k: v for k, v in os.environ.items() if k != "MINGZHENG_DATABASE_URL"},
        "MINGZHENG_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "mingzheng.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.doors.clock.killed"],
        cwd=HOME,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-3000:]
    result = json.loads(done.stdout)
    assert result["broken"] == {}
    assert (result["integrity"], result["stumbled"]) == ("ok", [])
    events = result["events"]
    assert events == sorted(set(events)), "the children must have been busy in every round"
