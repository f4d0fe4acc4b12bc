"""Databases that are gone when the measuring is over."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import django
from django.core.management import call_command
from django.db import connection


@contextmanager
def body() -> Iterator[Path]:
    """A fresh SQLite database in a temporary folder, with Django set up on it."""
    with TemporaryDirectory(prefix="mingzheng-bench-") as folder:
        os.environ.pop("MINGZHENG_DATABASE_URL", None)
        os.environ.update(
            MINGZHENG_DATA=folder,
            MINGZHENG_HTTPS="off",
            MINGZHENG_SECOND_FACTOR="optional",
            DJANGO_SETTINGS_MODULE="mingzheng.config.settings",
        )
        django.setup()
        call_command("prepare")
        yield Path(folder)


@contextmanager
def bodies() -> Iterator[Callable[..., AbstractContextManager[None]]]:
    """Several databases side by side: inside ``into(name)`` that one is asked, begun as a copy of `of` or as a fresh one."""
    with body() as folder:
        fresh = str(connection.settings_dict["NAME"])

        @contextmanager
        def into(name: str, of: str = "") -> Iterator[None]:
            place, begun_as = folder / f"{name}.sqlite3", folder / f"{of}.sqlite3" if of else fresh
            connection.close()  # which also folds the write-ahead log into the file
            if not place.exists():
                shutil.copyfile(begun_as, place)
            connection.settings_dict["NAME"] = str(place)
            yield
            connection.close()

        yield into
