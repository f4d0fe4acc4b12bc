"""A database that is gone when the measuring is over."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import django
from django.core.management import call_command


@contextmanager
def body() -> Iterator[None]:
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
        yield
