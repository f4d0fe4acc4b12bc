"""Which papers the file of each kind of visit must hold, and which are missing (``tables/record_set.csv``)."""

import csv
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from .verdict import Objection

MISSING = "record-set.missing"
UNKNOWN_PAPER = Objection("record-set.unknown-paper", "ISO/IEC 17021-1:2015 9.9")


class FileKind(StrEnum):
    """For what the file is kept."""

    INITIAL = "initial"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    CHANGE = "change"
    TRANSFER = "transfer"
    UNANNOUNCED = "unannounced"


class Held(StrEnum):
    """Whether a paper belongs into the file."""

    MUST = "must"
    MAY = "may"  # when it applies
    NO = "no"


@dataclass(frozen=True)
class FilePaper:
    """One paper of the record set, by its number there."""

    no: int
    zh: str
    en: str
    clause: str
    held: dict[FileKind, Held]


def _read() -> dict[int, FilePaper]:
    with files(__package__).joinpath("tables/record_set.csv").open(encoding="utf-8") as table:
        return {
            int(row["no"]): FilePaper(
                int(row["no"]), row["zh"], row["en"], row["clause"], {k: Held(row[k]) for k in FileKind}
            )
            for row in csv.DictReader(table)
        }


RECORD_SET = _read()


def papers_of(kind: FileKind, held: Held = Held.MUST) -> list[FilePaper]:
    """The papers that must (or may) be in the file, in order."""
    return [paper for paper in RECORD_SET.values() if paper.held[kind] is held]


def missing_papers(
    kind: FileKind, present: Collection[int], applicable: Collection[int] = ()
) -> list[Objection]:
    """What the file lacks. `applicable`: papers that belong in only when they apply, and here they do."""
    wanted = [*papers_of(kind), *(p for p in papers_of(kind, Held.MAY) if p.no in applicable)]
    return [
        Objection(MISSING, paper.clause, {"field": "present", "no": paper.no, "paper": paper})
        for paper in sorted(wanted, key=lambda p: p.no)
        if paper.no not in present
    ] + [
        UNKNOWN_PAPER.because(field=field, no=no)
        for field, numbers in (("present", present), ("applicable", applicable))
        for no in sorted(set(numbers) - set(RECORD_SET))
    ]
