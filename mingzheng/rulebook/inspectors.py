"""Access for inspectors of an authority: to whom, to what, for which days (ISO/IEC 17021-1:2015 8.4).

What the body knows of a client it keeps to itself, unless the law has it show it; then the client is told what was shown,
unless the law forbids that.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
OWN = "own procedure"
LONGEST_NAME, LONGEST_CARD = 60, 40  # characters


class Shown(StrEnum):
    """What an inspector opened or took."""

    SCOPE = "scope"  # what he may see
    REGISTER = "register"
    CERTIFICATION = "certification"  # the file of a certification
    VISITS = "visits"
    VISIT = "visit"
    PAPER = "paper"
    PACKAGE = "package"  # the papers of a visit in one archive
    PEOPLE = "people"
    PERSON = "person"
    PROOF = "proof"
    EXPORT_REGISTER = "export-register"  # these lists as a spreadsheet
    EXPORT_VISITS = "export-visits"
    EXPORT_PEOPLE = "export-people"


@dataclass(frozen=True)
class Named:
    """An inspector as he showed his card."""

    name: str
    card: str


@dataclass(frozen=True)
class Term:
    """The days of an access; whoever ends it sooner says so."""

    first_day: date
    last_day: date
    closed_on: date | None = None


NOBODY = Objection("access.nobody", f"{ISO} 8.4")
INSPECTOR_INCOMPLETE = Objection("access.inspector-incomplete", f"{ISO} 8.4")
INSPECTOR_TOO_LONG = Objection("access.inspector-too-long", OWN)
UNKNOWN = Objection("access.unknown", f"{ISO} 8.4")
BACKWARDS = Objection("access.backwards", OWN)
PAST = Objection("access.past", OWN)
NO_SCOPE = Objection("access.no-scope", f"{ISO} 8.4")
REASON_MISSING = Objection("access.reason-missing", f"{ISO} 8.4")
NOT_BEGUN = Objection("access.not-begun", OWN)
OVER = Objection("access.over", OWN)
CLOSED = Objection("access.closed", OWN)
WRONG_CODE = Objection("access.wrong-code", f"{ISO} 8.4")
TOO_OFTEN = Objection("access.too-often", f"{ISO} 8.4")


def objections_to_access(
    inspectors: Collection[Named],
    term: Term,
    *,
    scope: int,
    unknown: Collection[str] = (),
    reason: str,
    on: date,
) -> list[Objection]:
    """May an access be opened so? `scope`: how much it is to open, none being nothing at all; `unknown`: what of it
    there is not, lest less is opened than was meant."""
    found = objections_to_inspectors(inspectors)
    found += [UNKNOWN.because(named=", ".join(unknown))] if unknown else []
    found += [BACKWARDS] if term.last_day < term.first_day else []
    found += [PAST] if term.last_day < on else []
    found += [] if scope else [NO_SCOPE]
    return found + ([] if reason.strip() else [REASON_MISSING])


def objections_to_inspectors(inspectors: Collection[Named]) -> list[Objection]:
    """Is each of them named as his card does?"""
    found = [] if inspectors else [NOBODY]
    incomplete = any(not (one.name.strip() and one.card.strip()) for one in inspectors)
    found += [INSPECTOR_INCOMPLETE] if incomplete else []
    long = any(len(one.name) > LONGEST_NAME or len(one.card) > LONGEST_CARD for one in inspectors)
    return found + ([INSPECTOR_TOO_LONG.because(name=LONGEST_NAME, card=LONGEST_CARD)] if long else [])


def objections_to_entering(term: Term, on: date) -> list[Objection]:
    """May an inspector come in on this day? After the last day nobody has to shut the door."""
    if term.closed_on:
        return [CLOSED.because(day=term.closed_on)]
    if on < term.first_day:
        return [NOT_BEGUN.because(day=term.first_day)]
    return [OVER.because(day=term.last_day)] if on > term.last_day else []


def objections_to_closing(term: Term, *, reason: str, on: date) -> list[Objection]:
    """May it be closed before its last day?"""
    ended = [one for one in objections_to_entering(term, on) if one != NOT_BEGUN]
    return ended or ([] if reason.strip() else [REASON_MISSING])
