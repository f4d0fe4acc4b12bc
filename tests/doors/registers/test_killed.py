"""An import killed half way leaves nothing; done again, it is all there. On either database."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.migrated import given_to
from tests.registers import certificate, workbook

HOME = Path(__file__).parents[3]
PROGRAM = [sys.executable, str(Path(__file__).with_name("killed.py"))]
ROWS = 800


@contextmanager
def own_database(folder):
    """Surroundings with a database nobody else uses: a new one of the same PostgreSQL, or SQLite."""
    server = os.environ.get("MINGZHENG_DATABASE_URL")
    if server is None:
        given_to(folder)
        yield {}
        return
    with psycopg.connect(server, autocommit=True) as connected:
        connected.execute("CREATE DATABASE killed_import")
        url = urlsplit(server)._replace(path="/killed_import").geturl()
        given_to(folder, url)
        yield {"MINGZHENG_DATABASE_URL": url}
        connected.execute("DROP DATABASE killed_import WITH (FORCE)")


@pytest.fixture
def run(tmp_path):
    """Each in a process of its own with a database of its own; `start` hands the process back while it runs."""
    with own_database(tmp_path / "data") as place:
        env = {**os.environ, "MINGZHENG_DATA": str(tmp_path / "data"), "PYTHONPATH": str(HOME), **place}
        env |= {"PYTHONUNBUFFERED": "1", "DJANGO_SETTINGS_MODULE": "mingzheng.config.settings"}

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
        yield do


@pytest.mark.slow
def test_killed_half_way_nothing_is_half_in(run, tmp_path):
    file = workbook(tmp_path / "a.xlsx", "certificates", [certificate(n) for n in range(ROWS)])
    run("prepare")
    before = json.loads(run("rows"))

    for seconds in (0.1, 0.3):
        process = run.start("import", file)
        for line in process.stdout:
            if "writing" in line:  # the transaction is about to begin
                break
        time.sleep(seconds)
        assert process.poll() is None, "it was over before it could be killed: more rows are needed"
        process.kill()
        process.communicate()
        assert json.loads(run("rows")) == before

    run("import", file)
    assert run("count").split() == [str(2 * ROWS), str(ROWS)]  # events of clients and certificates
