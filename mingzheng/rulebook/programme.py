"""When a three-year audit programme may be opened and changed (ISO/IEC 17021-1:2015 9.1.3)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from .half_days import HALF, ROUNDING_CLAUSE
from .standards import Standard
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
NOT_SIGNED = Objection("programme.not-signed", f"{ISO} 5.1.2")
CONTRACT_ENDED = Objection("programme.contract-ended", f"{ISO} 5.1.2")
ALREADY_OPENED = Objection("programme.already-opened", f"{ISO} 9.1.3.1")
ALREADY_CERTIFIED = Objection("programme.already-certified", f"{ISO} 9.1.3.2")
NO_AUDIT_TIME = Objection("programme.no-audit-time", f"{ISO} 9.1.4.1")
CYCLE_HAS_BEGUN = Objection("programme.cycle-has-begun", f"{ISO} 9.1.3.2")
CYCLE_HAS_NOT_BEGUN = Objection("programme.cycle-has-not-begun", f"{ISO} 9.1.3.2")
VISIT_BEGUN = Objection("programme.visit-begun", f"{ISO} 9.1.3.1")
VISIT_NOT_BEGUN = Objection("programme.visit-not-begun", f"{ISO} 9.4.2")
VISIT_HELD = Objection("programme.visit-held", f"{ISO} 9.4.7")
VISIT_DROPPED = Objection("programme.visit-dropped", f"{ISO} 9.1.3.1")
NO_REASON = Objection("programme.no-reason", f"{ISO} 9.9.1")
NOT_IN_CONTRACT = Objection("programme.not-in-contract", f"{ISO} 9.6.4")
NO_STANDARD = Objection("programme.no-standard", f"{ISO} 9.6.4")
NOT_HALF_DAYS = Objection("programme.not-half-days", ROUNDING_CLAUSE)
LATEST_IS_PAST = Objection("programme.latest-is-past", f"{ISO} 9.6.4")
OTHER_CLIENT = Objection("programme.other-client", f"{ISO} 9.1.6")
OTHER_KIND = Objection("programme.other-kind", f"{ISO} 9.1.6")
OTHER_SITE = Objection("programme.other-site", f"{ISO} 9.1.6")
SAME_STANDARD = Objection("programme.same-standard", f"{ISO} 9.1.6")
NO_SCOPE = Objection("programme.no-scope", f"{ISO} 8.2.2")
NOTHING_LEFT = Objection("programme.nothing-left", f"{ISO} 9.1.6")

SITE_CLOSED = Objection("programme.site-closed", f"{ISO} 9.1.5")
NOTHING_LEFT_HERE = Objection("programme.nothing-left-here", f"{ISO} 9.1.5")


@dataclass(frozen=True)
class Agreed:
    """What is known of a contract when its programme is to be opened."""

    standards: Collection[Standard]
    timed: Collection[Standard]  # for which the auditor-days are determined
    signed_on: date | None
    ended_on: date | None
    opened: bool = False  # a programme exists already
    certified_until: Mapping[Standard, date | None] = field(
        default_factory=dict
    )  # by an earlier contract; None: initial certification still under way


@dataclass(frozen=True)
class VisitState:
    """How far a visit has come."""

    begun_on: date | None = None
    held_on: date | None = None
    dropped_on: date | None = None


def objections_to_opening(agreed: Agreed, on: date) -> list[Objection]:
    """May the programme of this contract be opened today? A certification that ran out may be begun anew."""
    objections = []
    if agreed.signed_on is None or agreed.signed_on > on:
        objections.append(NOT_SIGNED)
    if agreed.ended_on and agreed.ended_on <= on:
        objections.append(CONTRACT_ENDED.because(ended_on=agreed.ended_on))
    if agreed.opened:
        return [*objections, ALREADY_OPENED]
    for standard in agreed.standards:
        if standard not in agreed.timed:
            objections.append(NO_AUDIT_TIME.because(standard=standard))
        until = agreed.certified_until.get(standard, date.min)
        if until is None or until >= on:
            objections.append(ALREADY_CERTIFIED.because(standard=standard))
    return objections


def objections_to_changing(visit: VisitState) -> list[Objection]:
    """May a visit still be changed, joined, split or dropped? Not once its audit began."""
    if visit.dropped_on:
        return [VISIT_DROPPED.because(dropped_on=visit.dropped_on)]
    return [VISIT_BEGUN.because(begun_on=visit.begun_on)] if visit.begun_on else []


def objections_to_site(closed_on: date | None) -> list[Objection]:
    """May a visit be held at this site? Not when it is closed."""
    return [SITE_CLOSED.because(closed_on=closed_on)] if closed_on else []


def objections_to_apart(days: Mapping[str, Decimal], has: Mapping[str, Decimal]) -> list[Objection]:
    """May these days of each standard be audited elsewhere, of those the visit `has`? Something is left of each."""
    objections = [] if days else [NO_STANDARD]
    objections += [NOT_IN_CONTRACT.because(standard=s) for s in days if s not in has]
    objections += objections_to_days(days.values())
    short = [s for s, taken in days.items() if s in has and has[s] - taken < HALF]
    return objections + [NOTHING_LEFT_HERE.because(standard=s, days=has[s]) for s in short]


def objections_to_beginning(visit: VisitState) -> list[Objection]:
    """May the audit of this visit begin?"""
    return objections_to_changing(visit)


def objections_to_ending(visit: VisitState) -> list[Objection]:
    """May this visit be told to be over?"""
    if visit.held_on:
        return [VISIT_HELD.because(held_on=visit.held_on)]
    return [] if visit.begun_on else [VISIT_NOT_BEGUN]


def objections_to_days(days: Collection[Decimal]) -> list[Objection]:
    """Auditor-days come in half days, at least one of them."""
    return [NOT_HALF_DAYS.because(days=d) for d in days if d < HALF or d % HALF]


def objections_to_special(
    days: Mapping[str, Decimal], agreed: Collection[str], reason: str, latest: date | None, on: date
) -> list[Objection]:
    """May a special visit for these standards be planned under a contract for the `agreed` ones?"""
    objections = [] if days else [NO_STANDARD]
    objections += [NOT_IN_CONTRACT.because(standard=s) for s in days if s not in agreed]
    objections += objections_to_days(days.values())
    if not reason.strip():
        objections.append(NO_REASON)
    if latest and latest < on:
        objections.append(LATEST_IS_PAST.because(latest=latest))
    return objections
