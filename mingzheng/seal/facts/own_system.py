"""Papers about the body itself."""

from dataclasses import dataclass
from datetime import date

from mingzheng.seal.facts.paper import OwnPaper, Two


@dataclass(frozen=True)
class Imported:
    """One register carried in, and what became of its rows."""

    number: str
    register: Two
    file: str
    digest: str
    carried_on: date
    carried_by: str
    rows: int
    taken: int
    mended: int
    repeated: int
    known: int
    refused: int
    unread: str  # sheets that are none of this register


@dataclass(frozen=True)
class RefusedRow:
    """One row that was refused, and the import by which it came in later."""

    number: str
    place: str
    key: str
    why: Two
    later: str


@dataclass(frozen=True)
class Compared:
    """One figure in both systems on a day."""

    on: date
    by: str
    measure: Two
    there: int
    here: int
    explanation: str


@dataclass(frozen=True, kw_only=True)
class TrialReport(OwnPaper):
    """试运行报告: what was carried in, what was compared, and what was concluded."""

    system: str
    begun_on: date
    until: date
    imports: tuple[Imported, ...]
    rows: int
    kept: int
    refused: int
    refusals: tuple[RefusedRow, ...]
    comparisons: tuple[Compared, ...]
    differing: int
    outcome: Two
    conclusion: str
    concluded_by: str
