"""Certificates to an earlier edition of their standard 旧版标准证书: until when they are good, and what is said of one.

The editions are data: ``tables/standard_editions.toml``. After the end of its transition a certificate to an earlier edition certifies
to a standard that is no more: it is renewed, replaced or withdrawn (IAF MD 21 and its like for the other standards).
"""

from dataclasses import dataclass
from datetime import date

from .certificate_life import Status
from .certificate_numbers import parse_certificate_number
from .standards import Standard
from .tables import read
from .verdict import Objection, Refused

OWN = "own procedure"
NOT_OF_STANDARD = Objection("edition.not-of-standard", OWN)
NOT_LIVING = Objection("edition.not-living", OWN)
ISSUED_LATER = Objection("edition.issued-later", OWN)
SAID_ALREADY = Objection("edition.said-already", OWN)


@dataclass(frozen=True)
class StandardEdition:
    """An edition that another has replaced; `until` is the last day a certificate to it is good."""

    key: str
    standard: Standard
    gb: str
    replaced_by: str
    until: date
    source: str
    confidence: str
    letter: str = ""  # of its certificate numbers, where they had their own

    @property
    def iso(self) -> str:
        """As papers print it beside its GB number."""
        return self.key


EDITIONS = {
    row["key"]: StandardEdition(**{**row, "standard": Standard(row["standard"])})
    for row in read("standard_editions")["edition"]
}


def editions_of(standard: Standard) -> list[StandardEdition]:
    """The earlier editions of a standard."""
    return [one for one in EDITIONS.values() if one.standard is standard]


def edition_of_letter(letter: str) -> str:
    """The edition that a letter of a certificate number stands for; empty where it stands for today's."""
    return next((one.key for one in EDITIONS.values() if letter and one.letter == letter), "")


def edition_of_number(number: str) -> str:
    """The edition a certificate number tells of by its letter; empty where it tells of today's, or cannot be read."""
    try:
        return edition_of_letter(parse_certificate_number(number).scheme)
    except Refused:
        return ""


def ended_by(on: date) -> list[str]:
    """The editions whose transition is over on a day."""
    return [one.key for one in EDITIONS.values() if one.until < on]


def objections_to_edition(
    edition: str, standard: Standard, status: Status, issued: date, *, said: str
) -> list[Objection]:
    """May it be said that a certificate is to this edition? Empty: to today's. `said`: what is said of it now."""
    known = EDITIONS.get(edition)
    if edition and (known is None or known.standard is not standard):
        return [NOT_OF_STANDARD.because(edition=edition)]
    found = [] if status in (Status.IN_FORCE, Status.SUSPENDED) else [NOT_LIVING]
    found += (
        [ISSUED_LATER.because(edition=edition, until=known.until)] if known and issued > known.until else []
    )
    return found + [SAID_ALREADY] * (edition == said)
