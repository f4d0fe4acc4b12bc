"""How long `./mz demo` takes from the command to the first page, started again on data that stand. Goal: under 5 s.

--into DIR    where the demonstration lies (built there first when it does not stand; default data/demo)
"""

import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HOME = Path(__file__).resolve().parents[1]
TIMES, PATIENCE = 5, 900  # seconds for the first start, which builds


def main() -> None:
    parser = ArgumentParser("./mz bench starting", description=__doc__)
    parser.add_argument("--into", type=Path, default=HOME / "data" / "demo")
    into = parser.parse_args().into
    print(f"first start, or again: {started(into):.1f} s")
    took = sorted(started(into) for _ in range(TIMES))
    print(f"again, {TIMES} times: {took[0]:.1f} to {took[-1]:.1f} s, median {took[TIMES // 2]:.1f} s")


def started(into: Path) -> float:
    """Seconds from the command to the answer of the public page."""
    began, port = time.monotonic(), a_free_port()
    command = [sys.executable, HOME / "mz", "demo", "--into", into, "--port", str(port)]
    demo = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        while not answers(port):
            if demo.poll() is not None or time.monotonic() > began + PATIENCE:
                sys.exit("the demonstration did not start")
            time.sleep(0.05)
        return time.monotonic() - began
    finally:
        with suppress(ProcessLookupError):
            os.killpg(demo.pid, signal.SIGTERM)
        demo.wait(30)
        while answers(port):
            time.sleep(0.05)


def a_free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://localhost:{port}/", timeout=5) as page:
            return bool(page.status == 200)
    except (URLError, OSError):
        return False


if __name__ == "__main__":
    main()
