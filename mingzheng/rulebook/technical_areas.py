"""Technical areas 专业代码: the 39 groups of IAF ID 1 and the finer codes of the national accreditation body under them.

The finer codes are the list as used in 2018, the same for QMS, EMS and OHSMS; confidence m, to be re-keyed from the
current list before a body goes live. English names are given for the groups only.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

EDITION = "IAF ID 1; CNAS 2018"


@dataclass(frozen=True)
class TechnicalArea:
    """One code: ``17`` (a group), or ``17.10.02`` under it."""

    code: str
    zh: str
    en: str  # of its own, or of its group

    @property
    def group(self) -> str:
        return self.code[:2]


@cache
def technical_areas() -> dict[str, TechnicalArea]:
    """Every code, in order."""
    with files(__package__).joinpath("tables/technical_areas.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    groups = {row["code"]: row["en"] for row in rows if len(row["code"]) == 2}
    return {row["code"]: TechnicalArea(row["code"], row["zh"], groups[row["code"][:2]]) for row in rows}


def find_technical_areas(asked: str) -> list[TechnicalArea]:
    """The codes that begin with, or whose name holds, what is asked; in order."""
    wanted = asked.strip().lower()
    return [
        area
        for area in technical_areas().values()
        if area.code.startswith(wanted) or wanted in area.zh or wanted in area.en.lower()
    ]
