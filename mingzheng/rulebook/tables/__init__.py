"""Dated numbers of the standards: one TOML file a subject, rows with clause, source, valid-from, confidence."""

import tomllib
from decimal import Decimal
from importlib.resources import files
from typing import Any


def read(name: str) -> dict[str, Any]:
    """The table `name`, e.g. ``read("audit_time")``; numbers with a point come back as exact decimals."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
