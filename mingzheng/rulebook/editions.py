"""Which edition of which rule is in force on a day, and the limits that differ between editions.

The editions are data: ``tables/editions.toml``. ISO/IEC 17021-1:2015 lies below every Chinese edition, so a limit
that an edition does not name is the one of ISO/IEC 17021-1.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from .standards import Standard
from .tables import read


@dataclass(frozen=True)
class Limit:
    """One number of an edition with its clause; `counted_from` names the day it runs from where editions differ."""

    value: int
    clause: str
    confidence: str
    counted_from: str = ""


@dataclass(frozen=True)
class Edition:
    """One document in the version in force from `valid_from` to `valid_to` (both included; None: still in force)."""

    key: str  # short name: ISO, CN2016, CN2025, CN2026
    document: str
    jurisdiction: str
    standards: tuple[Standard, ...]
    valid_from: date
    valid_to: date | None
    confidence: str
    source: str
    limits: dict[str, Limit]

    def limit(self, name: str) -> Limit | None:
        """The limit of that name in this edition, or in ISO/IEC 17021-1 below it; None where neither has one."""
        return self.limits.get(name) or ISO.limits.get(name)

    def number(self, name: str) -> int:
        """The value of a limit, 0 where there is none."""
        limit = self.limit(name)
        return limit.value if limit else 0

    def clause(self, name: str) -> str:
        """Where a limit stands; the document itself where there is none."""
        limit = self.limit(name)
        return limit.clause if limit else self.document

    def in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


def edition_in_force(standard: Standard, on: date) -> Edition:
    """The edition by which an act for this standard is judged on this day: the Chinese one, else ISO/IEC 17021-1."""
    national = [e for e in EDITIONS if e is not ISO and standard in e.standards and e.in_force(on)]
    return national[0] if national else ISO


def edition_named(key: str, standard: Standard) -> Edition:
    """The edition of this short name for this standard. Raises KeyError when there is none."""
    for edition in EDITIONS:
        if edition.key == key and standard in edition.standards:
            return edition
    raise KeyError(f"no edition {key} for {standard}")


def editions_of(standard: Standard) -> list[Edition]:
    """Every edition there is for this standard, the oldest first."""
    return [edition for edition in EDITIONS if standard in edition.standards]


def _edition(row: dict[str, Any]) -> Edition:
    return Edition(
        key=row["key"],
        document=row["document"],
        jurisdiction=row["jurisdiction"],
        standards=tuple(Standard(name) for name in row["standards"]),
        valid_from=row["valid_from"],
        valid_to=row.get("valid_to"),
        confidence=row["confidence"],
        source=row["source"],
        limits={name: Limit(**cell) for name, cell in row["limits"].items()},
    )


EDITIONS = tuple(_edition(row) for row in read("editions")["edition"])
ISO = next(edition for edition in EDITIONS if edition.key == "ISO")
