"""The base tables of IAF MD 5: which cell belongs to a standard, its people and complexity, and who says so."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from mingzheng.rulebook.half_days import HALF, plain
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.tables import read
from mingzheng.rulebook.verdict import Derivation, Objection, Step

TABLES_CLAUSE = "IAF MD 5:2019 Annex A, B, C"
PERSONNEL_NOT_POSITIVE = Objection("audit-time.personnel-not-positive", "IAF MD 5:2019 2.3")
COMPLEXITY_NOT_IN_TABLE = Objection("audit-time.complexity-not-in-table", TABLES_CLAUSE)
BEYOND_THE_TABLE = Objection("audit-time.beyond-the-table", TABLES_CLAUSE)
PROGRESSION_NOT_RISING = Objection("audit-time.progression-not-rising", TABLES_CLAUSE)


class Complexity(StrEnum):
    """How complex the environmental aspects, or how great the risks, of an organisation are."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    LIMITED = "limited"  # EMS only


RISKS = (Complexity.HIGH, Complexity.MEDIUM, Complexity.LOW)


@dataclass(frozen=True)
class Band:
    """Up to `up_to` people the base is `days` auditor-days."""

    up_to: int
    days: Decimal


@dataclass(frozen=True)
class Column:
    """One column of the tables: its bands, and who says so since when."""

    bands: tuple[Band, ...]
    clause: str
    source: str
    valid_from: date
    confidence: str


@dataclass(frozen=True)
class Doubt:
    """A cell on which the public copies disagree."""

    other_reading: Decimal
    confidence: str


_TABLE = read("audit_time")
COLUMNS = {
    (row["standard"], row["complexity"]): Column(
        tuple(Band(top, Decimal(days)) for top, days in zip(_TABLE["up_to"], row["days"], strict=True)),
        row["clause"],
        row["source"],
        row["valid_from"],
        row["confidence"],
    )
    for row in _TABLE["column"]
}
_DOUBTS = {
    (row["standard"], row["complexity"], row["up_to"]): Doubt(
        Decimal(row["other_reading"]), row["confidence"]
    )
    for row in _TABLE["doubt"]
}
LAST_BAND_ENDS = int(_TABLE["up_to"][-1])


def objections_to_looking_up(
    standard: Standard, personnel: int, complexity: Complexity | None, progression: Sequence[Band] = ()
) -> Iterable[Objection]:
    """Why the tables have no cell for this case; each objection names the field."""
    if personnel < 1:
        yield PERSONNEL_NOT_POSITIVE.because(field="personnel", value=personnel)
    if (column := _column(standard, complexity)) is None:
        yield COMPLEXITY_NOT_IN_TABLE.because(field="complexity", value=complexity, standard=standard)
    elif not _rises((column.bands[-1], *progression)):
        yield PROGRESSION_NOT_RISING.because(field="progression", last=LAST_BAND_ENDS)
    if personnel > max(LAST_BAND_ENDS, *(band.up_to for band in progression), 0):
        yield BEYOND_THE_TABLE.because(field="personnel", value=personnel, last=LAST_BAND_ENDS)


def base_days(
    standard: Standard, personnel: int, complexity: Complexity | None, progression: Sequence[Band] = ()
) -> Derivation[Decimal]:
    """The table's auditor-days for an initial audit; ask :func:`objections_to_looking_up` first."""
    column = _column(standard, complexity)
    assert column is not None, "objections_to_looking_up comes first"
    bands = (*column.bands, *progression)
    place = bisect_left(bands, personnel, key=lambda band: band.up_to)
    band = bands[place]
    lowest = bands[place - 1].up_to + 1 if place else 1
    own = personnel > LAST_BAND_ENDS
    doubt = _DOUBTS.get((standard, complexity, band.up_to))
    confidence = "body" if own else doubt.confidence if doubt else column.confidence
    origin = {"source": column.source, "valid_from": column.valid_from}
    steps = [
        Step("audit-time.personnel", str(personnel), "IAF MD 5:2019 2.3"),
        *_complexity_steps(standard, complexity, column),
        Step(
            "audit-time.own-band" if own else "audit-time.band",
            f"{lowest}–{band.up_to}",
            column.clause,
            confidence,
        ),
        Step("audit-time.table-days", plain(band.days), column.clause, confidence, {} if own else origin),
    ]
    if doubt:
        steps.append(
            Step("audit-time.doubtful-cell", plain(doubt.other_reading), column.clause, doubt.confidence)
        )
    return Derivation(band.days, tuple(steps))


def _column(standard: Standard, complexity: Complexity | None) -> Column | None:
    if standard == Standard.QMS:
        return COLUMNS[standard, "any"] if complexity in (None, *RISKS) else None
    return COLUMNS.get((standard, complexity)) if complexity else None


def _complexity_steps(standard: Standard, complexity: Complexity | None, column: Column) -> Iterable[Step]:
    if complexity:
        yield Step(f"audit-time.complexity.{complexity}", "", column.clause, "body")
    if standard == Standard.QMS:
        yield Step("audit-time.no-risk-columns", "", column.clause)


def _rises(bands: Sequence[Band]) -> bool:
    return all(
        a.up_to < b.up_to and Decimal(b.days).is_finite() and a.days <= b.days and b.days % HALF == 0
        for a, b in pairwise(bands)
    )
