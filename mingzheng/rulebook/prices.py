"""What the body may ask for its work: no less than its floor for an auditor-day, and nothing for what it must not do.

The floor is the body's own promise not to undercut (行业自律); one quotation below it needs a director's approval. Services
beside certification carry an impartiality class each (ISO/IEC 17021-1:2015 5.2): one without a class is not quoted.
"""

from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
OWN = "own procedure"
FEN = Decimal("0.01")  # CNY


class IncomeKind(StrEnum):
    """What the body is paid for; kept apart in every table of income."""

    CERTIFICATION = "certification"
    TRAINING = "training"
    TECHNICAL_SERVICE = "technical_service"


SERVICES = (IncomeKind.TRAINING, IncomeKind.TECHNICAL_SERVICE)


class ImpartialityClass(StrEnum):
    """What a service beside certification means for impartiality."""

    OPEN = "open"  # open to everybody, generic: a public course (note to 3.3)
    GUARDED = "guarded"  # for one organisation, generic: whoever does it keeps away from its audits
    FORBIDDEN = "forbidden"  # management system consultancy (5.2.5), internal audits of clients (5.2.6)


FLOOR_NOT_POSITIVE = Objection("price.floor-not-positive", OWN)
FLOOR_IN_THE_PAST = Objection("price.floor-in-the-past", OWN)
FLOOR_SET_ALREADY = Objection("price.floor-set-already", OWN)
BELOW_FLOOR = Objection("price.below-floor", OWN)
NO_FLOOR = Objection("price.no-floor", OWN)
NOT_BELOW_FLOOR = Objection("price.not-below-floor", OWN)
EXCEPTION_ASKED = Objection("price.exception-asked", OWN)
EXCEPTION_DECIDED = Objection("price.exception-decided", OWN)
OWN_EXCEPTION = Objection("price.own-exception", OWN)
REASON_MISSING = Objection("price.reason-missing", OWN)
NAME_MISSING = Objection("service.name-missing", OWN)
NO_SERVICE = Objection("service.no-service", OWN)
ANALYSIS_MISSING = Objection("service.analysis-missing", f"{ISO} 5.2.3")
UNCLASSIFIED = Objection("service.unclassified", f"{ISO} 5.2.3")
FORBIDDEN = Objection("service.forbidden", f"{ISO} 5.2.5")


def per_day(charged: Decimal, days: Decimal) -> Decimal:
    """What an auditor-day costs, rounded down to a fen: nobody is said to pay more than he does."""
    return (charged / days).quantize(FEN, ROUND_DOWN) if days else Decimal(0)


def is_below(charged: Decimal, days: Decimal, least: Decimal | None) -> bool:
    """Do these days cost less than `least` each? Nothing is below a floor there is not."""
    return least is not None and charged < least * days


def objections_to_price(
    charged: Decimal, days: Decimal, floor: Decimal | None, allowed: Decimal | None = None
) -> list[Objection]:
    """May the audits be quoted so? `allowed` is the price a day a director approved for this quotation."""
    least = floor if floor is None or allowed is None else min(floor, allowed)
    if not is_below(charged, days, least):
        return []
    return [BELOW_FLOOR.because(price=per_day(charged, days), floor=least)]


def objections_to_floor(amount: Decimal, valid_from: date, on: date, *, known: bool) -> list[Objection]:
    """May the floor be set so? From today on at the earliest; `known`: there is one from that day already."""
    found = [] if amount.is_finite() and amount > 0 else [FLOOR_NOT_POSITIVE]
    found += [FLOOR_IN_THE_PAST] if valid_from < on else []
    return found + ([FLOOR_SET_ALREADY] if known else [])


def objections_to_asking_below(
    price: Decimal, floor: Decimal | None, reason: str, *, asked: bool
) -> list[Objection]:
    """May an exception be asked for? `asked`: one for the same quotation waits already."""
    if floor is None:
        return [NO_FLOOR]
    found = [EXCEPTION_ASKED] if asked else []
    found += [] if price.is_finite() and 0 < price < floor else [NOT_BELOW_FLOOR.because(floor=floor)]
    return found + ([] if reason.strip() else [REASON_MISSING])


def objections_to_deciding_below(*, decided: bool, own: bool) -> list[Objection]:
    """May it be decided? Once, and not by the one who asked."""
    return [EXCEPTION_DECIDED] if decided else [OWN_EXCEPTION] if own else []


def objections_to_service(name_zh: str, name_en: str, kind: IncomeKind) -> list[Objection]:
    """May a service be entered? Named in both languages, and not certification itself."""
    found = [] if name_zh.strip() and name_en.strip() else [NAME_MISSING]
    return found + ([] if kind in SERVICES else [NO_SERVICE])


def objections_to_classifying(analysis: str) -> list[Objection]:
    """May a class be given? With the analysis it rests on."""
    return [] if analysis.strip() else [ANALYSIS_MISSING]


def objections_to_quoting(impartiality: str) -> list[Objection]:
    """May a service of this class be quoted? `impartiality` is empty before it is classified."""
    if not impartiality:
        return [UNCLASSIFIED]
    return [FORBIDDEN] if impartiality == ImpartialityClass.FORBIDDEN else []
