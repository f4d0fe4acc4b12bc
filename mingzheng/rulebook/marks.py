"""How a client may refer to its certification and use the marks (ISO/IEC 17021-1:2015 8.3, IAF ML 2, CNAS-R01).

A management system certificate says nothing of a product: no mark on a product, on its packaging, or on a test report.
"""

from dataclasses import dataclass
from enum import StrEnum

from .certificate_life import Status
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
NOT_IN_FORCE = Objection("mark.not-in-force", f"{ISO} 8.3.4")
ON_A_PRODUCT = Objection("mark.on-a-product", f"{ISO} 8.3.1")
ON_A_REPORT = Objection("mark.on-a-report", f"{ISO} 8.3.2")
NOT_ACCREDITED = Objection("mark.not-accredited", f"{ISO} 8.3.1")
NO_STATEMENT = Objection("mark.no-statement", f"{ISO} 8.3.3")
ANSWERED_ALREADY = Objection("mark.answered-already", f"{ISO} 8.3.1")
NO_REASON = Objection("mark.no-reason", f"{ISO} 8.3.1")
CLOSED_ALREADY = Objection("misuse.closed-already", f"{ISO} 8.3.5")
NO_ACTION = Objection("misuse.no-action", f"{ISO} 8.3.5")


class Mark(StrEnum):
    """What the client wants to show."""

    BODY = "body"  # the body's own certification mark
    ACCREDITED = "accredited"  # the body's mark together with the accreditation mark
    MLA = "mla"  # with the mark of the multilateral arrangement
    STATEMENT = "statement"  # words only: this company's management system is certified by … to …


class Place(StrEnum):
    """Where the client wants to show it."""

    STATIONERY = "stationery"
    WEBSITE = "website"
    ADVERTISING = "advertising"
    VEHICLE = "vehicle"
    PACKAGING = "packaging"
    PRODUCT = "product"
    REPORT = "report"  # of a laboratory, an inspection, a calibration


@dataclass(frozen=True)
class MarkUse:
    """One use a client asks for."""

    mark: Mark
    place: Place
    status: Status
    accredited: bool  # is the certificate


def objections_to_use(use: MarkUse) -> list[Objection]:
    """Why this use cannot be agreed to."""
    found = [] if use.status is Status.IN_FORCE else [NOT_IN_FORCE]
    if use.mark in (Mark.ACCREDITED, Mark.MLA) and not use.accredited:
        found.append(NOT_ACCREDITED)
    if use.place is Place.PRODUCT:
        found.append(ON_A_PRODUCT)
    if use.place is Place.REPORT:
        found.append(ON_A_REPORT)
    if use.place is Place.PACKAGING and use.mark is not Mark.STATEMENT:
        found.append(NO_STATEMENT)  # on what can be taken off, words may stand, a mark may not
    return found


def objections_to_answer(use: MarkUse, *, answered: bool, agreed: bool, reason: str) -> list[Objection]:
    """Why a request cannot be answered so: agreed to against the rules, or refused without a word."""
    if answered:
        return [ANSWERED_ALREADY]
    if agreed:
        return objections_to_use(use)
    return [] if reason.strip() else [NO_REASON]


def objections_to_closing(*, closed: bool, action: str) -> list[Objection]:
    """Why a case of misuse cannot be closed."""
    if closed:
        return [CLOSED_ALREADY]
    return [] if action.strip() else [NO_ACTION]
