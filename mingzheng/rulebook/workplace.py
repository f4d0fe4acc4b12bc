"""How the body treats its people: consultation, elections, care, donations, insurance, activities, hazards, incidents, grievances.

Seed items 54, 79-86, 106, 137. All of it is the body's own procedure; what is counted as none must have been confirmed
(`own_system.may_say_none`).
"""

from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import number
from .footprint import month_over
from .governance import SCALE
from .verdict import Objection

OWN = "own procedure"


class CareReason(StrEnum):
    ILLNESS = "illness"
    BIRTH = "birth"
    BEREAVEMENT = "bereavement"
    HARDSHIP = "hardship"


class IncidentKind(StrEnum):
    TRAFFIC = "traffic"  # 外出审核交通意外
    FATIGUE = "fatigue"  # 长期外出劳累
    OFFICE = "office"
    OTHER = "other"


class GrievanceKind(StrEnum):
    PAY = "pay"
    HOURS = "hours"
    DISCRIMINATION = "discrimination"
    HARASSMENT = "harassment"
    OTHER = "other"


class FacilityKind(StrEnum):
    OFFICE = "office"  # 办公设施
    LIVING = "living"  # 生活用品
    RECREATION = "recreation"  # 文体设施: the table-tennis room


IN_FUTURE = Objection("workplace.in-future", OWN)
TEXT_MISSING = Objection("workplace.text-missing", OWN)
READ_ALREADY = Objection("workplace.read-already", OWN)
TURNOUT_OVER = Objection("workplace.turnout-over", OWN)
NOBODY_ELIGIBLE = Objection("workplace.nobody-eligible", OWN)
NOBODY_ELECTED = Objection("workplace.nobody-elected", OWN)
RECEIVER_MISSING = Objection("workplace.receiver-missing", OWN)
AMOUNT_NEGATIVE = Objection("workplace.amount-negative", OWN)
AMOUNT_NOT_POSITIVE = Objection("workplace.amount-not-positive", OWN)
DRIVE_CLOSED = Objection("workplace.drive-closed", OWN)
TOTAL_DIFFERS = Objection("workplace.total-differs", OWN)
RECEIPT_MISSING = Objection("workplace.receipt-missing", OWN)
MONTH_NOT_OVER = Objection("workplace.month-not-over", OWN)
MONTH_ENTERED = Objection("workplace.month-entered", OWN)
NOBODY_NAMED = Objection("workplace.nobody-named", OWN)
INCIDENT_CLOSED = Objection("workplace.incident-closed", OWN)
MEASURE_MISSING = Objection("workplace.measure-missing", OWN)
HAZARD_ENDED = Objection("workplace.hazard-ended", OWN)
OFF_THE_SCALE = Objection("workplace.off-the-scale", OWN)
FACILITY_RETIRED = Objection("workplace.facility-retired", OWN)
GRIEVANCE_CLOSED = Objection("workplace.grievance-closed", OWN)
OWN_GRIEVANCE = Objection("workplace.own-grievance", OWN)


def objections_to_day(day: date, on: date) -> list[Objection]:
    return [IN_FUTURE] if day > on else []


def objections_to_texts(*texts: str) -> list[Objection]:
    return [] if all(text.strip() for text in texts) else [TEXT_MISSING]


def objections_to_reading(*, known: bool) -> list[Objection]:
    """May somebody sign that he read a notice? Once."""
    return [READ_ALREADY] if known else []


def reminder_due(posted: date, on: date, read: int, staff: int) -> bool:
    """Is it time to remind? After its days fewer than the share wanted have read it."""
    late = posted + timedelta(days=number("notice_read_within")) < on
    return late and 100 * read < number("notice_read_share") * staff


def objections_to_election(
    eligible: int, votes: int, elected: Collection[str], held: date, on: date
) -> list[Objection]:
    """May an election be entered? No more votes than people who may vote, and somebody was elected."""
    found = [] if eligible > 0 else [NOBODY_ELIGIBLE]
    found += [TURNOUT_OVER.because(votes=votes, eligible=eligible)] if votes > eligible else []
    found += [] if elected else [NOBODY_ELECTED]
    return found + objections_to_day(held, on)


def turnout(votes: int, eligible: int) -> Decimal:
    """Percent to a tenth, never more than 100."""
    return (Decimal(100 * votes) / eligible).quantize(Decimal("0.1")) if eligible else Decimal(0)


def objections_to_care(amount: Decimal, visited: date, on: date) -> list[Objection]:
    """May a care visit be entered? A visit without a gift costs nothing."""
    found = [] if amount.is_finite() and amount >= 0 else [AMOUNT_NEGATIVE]
    return found + objections_to_day(visited, on)


def objections_to_drive(purpose: str, receiver: str) -> list[Objection]:
    """May people be asked to give? For something, to somebody."""
    return objections_to_texts(purpose) + ([] if receiver.strip() else [RECEIVER_MISSING])


def objections_to_giving(amount: Decimal, *, closed: bool) -> list[Objection]:
    """May a gift be entered?"""
    if closed:
        return [DRIVE_CLOSED]
    return [] if amount.is_finite() and amount > 0 else [AMOUNT_NOT_POSITIVE]


def objections_to_closing_drive(
    handed_over: Decimal, given: Decimal, receipt: str, *, closed: bool
) -> list[Objection]:
    """May a drive be closed? What was handed over is what was given, to the fen, against a receipt."""
    if closed:
        return [DRIVE_CLOSED]
    differs = handed_over != given
    found = [TOTAL_DIFFERS.because(given=given, handed_over=handed_over)] if differs else []
    return found + ([] if receipt.strip() else [RECEIPT_MISSING])


def objections_to_contributions(month: date, on: date, people: int, *, known: bool) -> list[Objection]:
    """May a month of social insurance be entered? Once, after it is over, for somebody."""
    found = [] if month_over(month, on) else [MONTH_NOT_OVER]
    found += [MONTH_ENTERED.because(month=f"{month:%Y-%m}")] if known else []
    return found + ([] if people else [NOBODY_NAMED])


def objections_to_activity(
    title: str, participants: int, spent: Decimal, held: date, on: date
) -> list[Objection]:
    """May an activity be entered? Everybody who was there counts once for it."""
    found = objections_to_texts(title) + ([] if participants else [NOBODY_NAMED])
    found += [] if spent.is_finite() and spent >= 0 else [AMOUNT_NEGATIVE]
    return found + objections_to_day(held, on)


def objections_to_facility(name: str, pieces: int, cost: Decimal, since: date, on: date) -> list[Objection]:
    """May a facility of the staff be entered? It is there, and cost no less than nothing."""
    found = objections_to_texts(name) + ([] if pieces > 0 else [AMOUNT_NOT_POSITIVE])
    found += [] if cost.is_finite() and cost >= 0 else [AMOUNT_NEGATIVE]
    return found + objections_to_day(since, on)


def objections_to_retiring(reason: str, *, retired: bool) -> list[Objection]:
    """May a facility be taken off the list? Once, and with the reason."""
    return [FACILITY_RETIRED] if retired else objections_to_texts(reason)


def objections_to_hazard(
    activity: str, hazard: str, measure: str, weights: Collection[int]
) -> list[Objection]:
    """May a hazard be listed? With what is done about it; `weights` are how likely and how severe (ISO 45001:2018 6.1.2)."""
    found = objections_to_texts(activity, hazard) + ([] if measure.strip() else [MEASURE_MISSING])
    return found + ([] if all(one in SCALE for one in weights) else [OFF_THE_SCALE])


def objections_to_hazard_review(measure: str, weights: Collection[int], *, ended: bool) -> list[Objection]:
    """May a hazard be looked at again with this outcome?"""
    return [HAZARD_ENDED] if ended else objections_to_hazard("-", "-", measure, weights)


def hazard_review_due(last: date) -> date:
    """By when a hazard is looked at again."""
    return add_months(last, number("hazard_review_every"))


def hazard_looked_at_by(on: date) -> date:
    """A hazard last looked at by this day is to be looked at again within a month."""
    return add_months(on, 1 - number("hazard_review_every"))


def objections_to_closing_incident(measure: str, *, closed: bool) -> list[Objection]:
    """May an incident be closed? With what is done so that it does not happen again."""
    return [INCIDENT_CLOSED] if closed else [] if measure.strip() else [MEASURE_MISSING]


def objections_to_closing_grievance(result: str, *, own: bool, closed: bool) -> list[Objection]:
    """May a grievance be closed? With its result, and not by who brought it."""
    if closed:
        return [GRIEVANCE_CLOSED]
    return ([OWN_GRIEVANCE] if own else []) + ([] if result.strip() else [TEXT_MISSING])
