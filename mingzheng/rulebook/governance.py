"""Impartiality as an organisation: risks and threats, related bodies, the committee, gifts (ISO/IEC 17021-1:2015 5.2)."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import last_day, number
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
OWN = "own procedure"
SCALE = (1, 2, 3, 4, 5)  # of likelihood and of impact; a risk weighs their product
UNWEIGHED = (
    3  # the middle of the scale: how a threat stands that was opened by itself, until somebody has looked
)
HIGH = number("risk_high")  # a risk that weighs this much or more is accepted by top management alone


class RiskKind(StrEnum):
    IMPARTIALITY = "impartiality"  # 公正性 (5.2.3)
    OPERATION = "operation"
    LEGAL = "legal"
    FINANCE = "finance"
    SAFETY = "safety"


class Threat(StrEnum):
    """What kind of threat to impartiality it is."""

    SELF_INTEREST = "self_interest"
    SELF_REVIEW = "self_review"
    FAMILIARITY = "familiarity"
    INTIMIDATION = "intimidation"


class Relation(StrEnum):
    """How another body is related to this one."""

    PARENT = "parent"
    SUBSIDIARY = "subsidiary"
    COMMON_CONTROL = "common_control"
    CONTRACT = "contract"


class Activity(StrEnum):
    """What a related body does that bears on impartiality."""

    TESTING = "testing"
    CONSULTANCY = "consultancy"
    INTERNAL_AUDIT = "internal_audit"
    TRAINING = "training"
    CALIBRATION = "calibration"
    PRODUCTION = "production"
    OTHER = "other"


class Panel(StrEnum):
    COMMITTEE = "committee"  # 维护公正性委员会
    BOARD = "board"  # 理事会


class Interest(StrEnum):
    """Whom a member of a panel speaks for."""

    CLIENTS = "clients"
    TRADE = "trade"  # industry associations, customers of clients
    AUTHORITY = "authority"
    CONSUMERS = "consumers"
    SCIENCE = "science"
    BODY = "body"  # the certification body and its owners


class Settlement(StrEnum):
    """What became of a gift."""

    REFUSED = "refused"
    RETURNED = "returned"
    HANDED_IN = "handed_in"
    DONATED = "donated"


OFF_THE_SCALE = Objection("risk.off-the-scale", OWN)
SOURCE_MISSING = Objection("risk.source-missing", f"{ISO} 5.2.3")
THREAT_MISSING = Objection("risk.threat-missing", f"{ISO} 5.2.3")
TREATMENT_MISSING = Objection("risk.treatment-missing", f"{ISO} 5.2.3")
ACCEPTED_BY_DIRECTION = Objection("risk.accepted-by-direction", f"{ISO} 5.2.3")
RISK_CLOSED = Objection("risk.closed", OWN)
RELATED_ALREADY = Objection("related-body.already", f"{ISO} 5.2.3")
ANALYSIS_MISSING = Objection("related-body.analysis-missing", f"{ISO} 5.2.3")
RELATED_ENDED = Objection("related-body.ended", OWN)
TERM_BACKWARDS = Objection("panel.term-backwards", OWN)
SEATED_ALREADY = Objection("panel.seated-already", OWN)
SEAT_ENDED = Objection("panel.seat-ended", OWN)
NOBODY_PRESENT = Objection("panel.nobody-present", f"{ISO} 5.2.3")
PREDOMINATES = Objection("panel.predominates", f"{ISO} 5.2.3")
MINUTES_MISSING = Objection("panel.minutes-missing", f"{ISO} 9.9.1")
MEETING_IN_FUTURE = Objection("panel.in-future", f"{ISO} 9.9.1")
PLANNED_IN_PAST = Objection("panel.planned-in-past", OWN)
PLANNED_ALREADY = Objection("panel.planned-already", OWN)
SUBJECT_MISSING = Objection("panel.subject-missing", OWN)
NOT_PLANNED = Objection("panel.not-planned", OWN)
CALLED_OFF_WHY = Objection("panel.called-off-why", OWN)
NO_MEETING_IN_TIME = Objection("panel.no-meeting-in-time", f"{ISO} 5.2.3")
GIFT_IN_FUTURE = Objection("gift.in-future", f"{ISO} 9.9.1")
GIFT_VALUE_UNFIT = Objection("gift.value-unfit", OWN)
GIFT_SETTLED = Objection("gift.settled", OWN)
GIFT_OF_ANOTHER = Objection("gift.of-another", OWN)


def objections_to_risk(
    kind: RiskKind, threat: str, source: str, likelihood: int, impact: int
) -> list[Objection]:
    """May this risk be entered? A threat to impartiality says of which kind it is."""
    found = [] if source.strip() else [SOURCE_MISSING]
    if kind is RiskKind.IMPARTIALITY and not threat:
        found.append(THREAT_MISSING)
    return found + ([] if likelihood in SCALE and impact in SCALE else [OFF_THE_SCALE])


def objections_to_risk_review(
    kind: RiskKind,
    *,
    likelihood: int,
    impact: int,
    treatment: str,
    accepted: bool,
    by_direction: bool,
    closed: bool,
) -> list[Objection]:
    """May a risk be reviewed so? What remains of a threat to impartiality, or of a high risk, top management accepts."""
    if closed:
        return [RISK_CLOSED]
    found = [] if likelihood in SCALE and impact in SCALE else [OFF_THE_SCALE]
    found += [] if treatment.strip() else [TREATMENT_MISSING]
    grave = kind is RiskKind.IMPARTIALITY or likelihood * impact >= HIGH
    return found + ([ACCEPTED_BY_DIRECTION] if accepted and grave and not by_direction else [])


def risk_review_due(last: date, *, opened_by_itself: bool = False) -> date:
    """By when a risk is looked at again; `opened_by_itself`: nobody has looked at it yet, it was entered by what happened."""
    if opened_by_itself:
        return last_day("threat_review", last)
    return add_months(last, number("risk_review_every"))


def objections_to_related_body(*, known: bool, analysis: str) -> list[Objection]:
    """May a body be entered as related? With what that means for impartiality, and once."""
    return ([RELATED_ALREADY] if known else []) + ([] if analysis.strip() else [ANALYSIS_MISSING])


def objections_to_seat(since: date, until: date, *, seated: bool) -> list[Objection]:
    """May somebody be given a seat for this term?"""
    return ([TERM_BACKWARDS] if until <= since else []) + ([SEATED_ALREADY] if seated else [])


def objections_to_meeting(
    panel: Panel, present: Collection[Interest], *, minutes: str, held_on: date, on: date
) -> list[Objection]:
    """May a meeting be entered? In the committee no single interest predominates among those present."""
    found = [] if minutes.strip() else [MINUTES_MISSING]
    found += [MEETING_IN_FUTURE] if held_on > on else []
    if not present:
        return [*found, NOBODY_PRESENT]
    interest, most = Counter(present).most_common(1)[0]
    if panel is Panel.COMMITTEE and 2 * most > len(present):
        found.append(PREDOMINATES.because(interest=interest, n=most, of=len(present)))
    return found


class Sitting(StrEnum):
    """How a meeting stands in the calendar of a panel."""

    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"  # its day is over and no minutes were entered
    CALLED_OFF = "called_off"
    EXTRAORDINARY = "extraordinary"  # 临时会议: held without having been planned


def sitting(planned_on: date, on: date, *, held: bool, called_off: bool) -> Sitting:
    """How a planned meeting stands on a day."""
    if held:
        return Sitting.HELD
    if called_off:
        return Sitting.CALLED_OFF
    return Sitting.MISSED if planned_on < on else Sitting.PLANNED


def objections_to_planning_meeting(
    planned_on: date, subject: str, on: date, *, taken: bool
) -> list[Objection]:
    """May a meeting be planned for a day to come? `taken`: the panel has one planned that day already."""
    found = [PLANNED_IN_PAST] if planned_on < on else []
    return found + [PLANNED_ALREADY] * taken + [SUBJECT_MISSING] * (not subject.strip())


def objections_to_calling_off(reason: str, *, held: bool, called_off: bool) -> list[Objection]:
    """May a planned meeting be called off? With a reason, and before it was held."""
    if held or called_off:
        return [NOT_PLANNED]
    return [] if reason.strip() else [CALLED_OFF_WHY]


def meeting_due(last: date) -> date:
    """By when a panel meets again."""
    return add_months(last, number("committee_every"))


def late_meeting(last: date | None, on: date) -> list[Objection]:
    """What to call out when a panel has not met in time; it has never met when `last` is None."""
    return [NO_MEETING_IN_TIME] if last is None or meeting_due(last) < on else []


def objections_to_gift(value: Decimal, received: date, on: date) -> list[Objection]:
    """May a gift be entered? CNY."""
    found = [] if value >= 0 else [GIFT_VALUE_UNFIT]
    return found + ([GIFT_IN_FUTURE] if received > on else [])
