"""Codes of places and industries, each with its edition: an old code is not wrong, it is of another edition."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .verdict import Objection

REGION_EDITION = "GB/T 2260"
INDUSTRY_EDITION = "GB/T 4754-2017"
REGION_UNKNOWN = Objection("code.region-unknown", REGION_EDITION)
INDUSTRY_UNKNOWN = Objection("code.industry-unknown", INDUSTRY_EDITION)


@dataclass(frozen=True)
class Named:
    """A code with its name and the names above it, the widest first."""

    code: str
    zh: str
    within: tuple[str, ...]


def region(code: str) -> Named | None:
    """An administrative division of 2023 by its six digits (two or four are completed); None for another."""
    known = _table("regions_2023")
    digits = code.strip()
    full = digits.ljust(6, "0")
    if len(digits) not in (2, 4, 6) or full not in known:
        return None
    above = (full[:2] + "0000", full[:4] + "00")
    return Named(full, known[full], tuple(known[a] for a in above if a != full and a in known))


def provinces() -> list[tuple[str, str]]:
    """Code and name of every province, in the order of the codes."""
    return [(code, zh) for code, zh in _table("regions_2023").items() if code.endswith("0000")]


def industry(code: str) -> Named | None:
    """An industry by its letter (section) or two to four digits; a section's letter before digits is passed over."""
    known, parents = _table("industries_2017"), _parents()
    bare = code.strip().upper()
    bare = bare[1:] if len(bare) > 1 and bare[0].isalpha() else bare
    if bare not in known:
        return None
    above, here = [], bare
    while here := parents[here]:
        above.append(known[here])
    return Named(bare, known[bare], tuple(reversed(above)))


@cache
def _table(name: str) -> dict[str, str]:
    with files(__package__).joinpath(f"tables/{name}.csv").open(encoding="utf-8") as table:
        return {row["code"]: row["zh"] for row in csv.DictReader(table)}


@cache
def _parents() -> dict[str, str]:
    with files(__package__).joinpath("tables/industries_2017.csv").open(encoding="utf-8") as table:
        return {row["code"]: row["parent"] for row in csv.DictReader(table)}
