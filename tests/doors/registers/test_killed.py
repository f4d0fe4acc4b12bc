"""An import killed half way leaves nothing; done again, it is all there."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.registers import certificate, workbook

pytestmark = pytest.mark.one_database

HOME = Path(__file__).parents[3]
PROGRAM = [sys.executable, str(Path(__file__).with_name("killed.py"))]
ROWS = 800


@pytest.fixture
def run(tmp_path):
    """Each in a process of its own with a database of its own; `start` hands the process back while it runs."""
    env = {key: value for key, value in os.environ.items() if key != "MINGZHENG_DATABASE_URL"}
    env |= {"MINGZHENG_DATA": str(tmp_path / "data"), "PYTHONPATH": str(HOME), "PYTHONUNBUFFERED": "1"}
    env["DJANGO_SETTINGS_MODULE"] = "mingzheng.config.settings"

    def start(*arguments):
        return subprocess.Popen(
            [*PROGRAM, *map(str, arguments)], env=env, cwd=HOME, stdout=subprocess.PIPE, text=True
        )

    def do(*arguments):
        process = start(*arguments)
        told, _ = process.communicate(timeout=120)
        assert process.returncode == 0, told
        return told

    do.start = start
    return do


def rows_in(place: Path) -> dict[str, int]:
    """How many rows each table holds, seen by somebody who just comes in."""
    with closing(sqlite3.connect(place / "data" / "mingzheng.sqlite3")) as found:
        tables = [name for (name,) in found.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: found.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}


@pytest.mark.slow
def test_killed_half_way_nothing_is_half_in(run, tmp_path):
    file = workbook(tmp_path / "a.xlsx", "certificates", [certificate(n) for n in range(ROWS)])
    run("prepare")
    before = rows_in(tmp_path)

    for seconds in (0.1, 0.3):
        process = run.start("import", file)
        for line in process.stdout:
            if "writing" in line:  # the transaction is about to begin
                break
        time.sleep(seconds)
        assert process.poll() is None, "it was over before it could be killed: more rows are needed"
        process.kill()
        process.communicate()
        assert rows_in(tmp_path) == before

    run("import", file)
    assert run("count").split() == [str(ROWS), str(ROWS)]
