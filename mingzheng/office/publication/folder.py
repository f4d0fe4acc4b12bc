"""The public folder: everything the public may fetch is a file in it. Files are replaced whole, never half written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path
from secrets import token_hex
from shutil import rmtree

from django.conf import settings


def home() -> Path:
    """Where the folder lies; nginx, an object store or a CDN serves it as it is."""
    return Path(settings.PUBLISHED)


def read(path: str) -> bytes | None:
    """The file at a path of the public address, None where there is none."""
    try:
        return (home() / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def write(path: str, content: bytes, *, lasting: bool = False) -> None:
    """Put a file in place at once: whoever reads sees the old one or the new one. `lasting`: also after a power cut."""
    place = home() / path
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_name(f".{place.name}.{token_hex(4)}")
    with half.open("wb") as file:
        file.write(content)
        if lasting:
            file.flush()
            os.fsync(file.fileno())
    half.replace(place)


def remove(path: str) -> None:
    (home() / path).unlink(missing_ok=True)


def remove_folder(path: str) -> None:
    rmtree(home() / path, ignore_errors=True)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the folder's lock: whoever signs for the log is alone."""
    home().mkdir(parents=True, exist_ok=True)
    with (home() / ".lock").open("w") as file:
        flock(file, LOCK_EX)
        yield
