"""`mingzheng serve`: the pages answer, and whoever is told to stop leaves nobody behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.migrated import given_to

pytestmark = pytest.mark.one_database

PATIENCE = 60  # seconds; other tests may have the machine


def a_free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5) as page:
            return page.status == 200
    except (URLError, OSError):
        return False


def until(is_so, seconds: int = PATIENCE) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.2)
    return False


def those_of(session: int) -> dict[int, str]:
    """The living processes of a session, by what they were called with."""
    listed = subprocess.run(
        ["ps", "-eww", "-o", "sess=,pid=,stat=,args="], capture_output=True, text=True, check=True
    ).stdout
    rows = [line.split(None, 3) for line in listed.splitlines()]
    return {
        int(pid): what
        for belongs, pid, state, what in rows
        if int(belongs) == session and not state.startswith("Z")
    }


@pytest.mark.slow
def test_the_pages_answer_nothing_is_warned_of_and_a_stopped_server_leaves_nobody_behind(tmp_path):
    port = a_free_port()
    environment = {name: value for name, value in os.environ.items() if name != "MINGZHENG_DATABASE_URL"}
    environment |= {"MINGZHENG_DATA": str(tmp_path), "MINGZHENG_HTTPS": "off"}
    given_to(tmp_path)
    program = [Path(sys.executable).parent / "mingzheng", "serve", "--port", str(port), "--workers", "1"]
    said = tmp_path / "said"
    with said.open("wb") as ear:
        server = subprocess.Popen(program, env=environment, start_new_session=True, stdout=ear, stderr=ear)
    try:
        assert until(lambda: answers(f"http://127.0.0.1:{port}/"))
        assert "WARN" not in said.read_text()
        assert any("clock" in what for what in those_of(server.pid).values())
        server.send_signal(signal.SIGTERM)
        assert until(lambda: server.poll() is not None, 30)
        assert until(lambda: not those_of(server.pid), 10), those_of(server.pid)
    finally:
        for left in those_of(server.pid):
            os.kill(left, signal.SIGKILL)
