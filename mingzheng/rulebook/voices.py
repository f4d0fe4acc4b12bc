"""Complaints 投诉, appeals 申诉 and reports 举报: who may handle and decide them, by when, and what must be done.

Clauses: ISO/IEC 17021-1:2015 9.7 (appeals) and 9.8 (complaints). The standard names no periods; the body publishes its
own, and a case is held to those published on the day it came in.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .dated_numbers import number
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
LONGEST_LIMIT = number("case_longest_limit")  # days; nobody publishes more


class CaseKind(StrEnum):
    """What somebody brings before the body."""

    COMPLAINT = "complaint"  # 投诉: about the body or a certified client (9.8)
    APPEAL = "appeal"  # 申诉: against a decision (9.7)
    REPORT = "report"  # 举报: corruption, undercutting, fraud


class Topic(StrEnum):
    """What it is about."""

    AUDIT = "audit"  # how an audit was carried out
    DECISION = "decision"  # a certification decision
    CLIENT = "client"  # a certified client (9.8.3)
    SERVICE = "service"  # answers, papers, fees
    INTEGRITY = "integrity"  # gifts, money, undercutting, fraud
    OTHER = "other"


class Means(StrEnum):
    """How it came in."""

    PAGE = "page"  # the public page
    PHONE = "phone"
    MAIL = "mail"
    LETTER = "letter"
    CALL_BACK = "call_back"
    AUTHORITY = "authority"  # passed on by a regulator


class Outcome(StrEnum):
    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not_upheld"
    NOT_OURS = "not_ours"  # not about a certification activity of this body (9.8.3)


VALID = frozenset({Outcome.UPHELD, Outcome.PARTLY})


class Part(StrEnum):
    """How a person took part in what a case is about."""

    AUDITED = "audited"
    REVIEWED = "reviewed"
    DECIDED = "decided"
    COMPLAINED_OF = "complained_of"


@dataclass(frozen=True)
class Limits:
    """The body's published limits, in calendar days from the day of receipt."""

    acknowledge: int
    complaint: int
    appeal: int

    def answer(self, kind: CaseKind) -> int:
        return self.appeal if kind is CaseKind.APPEAL else self.complaint

    def acknowledge_by(self, received: date) -> date:
        return received + timedelta(days=self.acknowledge)

    def answer_by(self, kind: CaseKind, received: date) -> date:
        return received + timedelta(days=self.answer(kind))


UNPUBLISHED = Limits(number("case_acknowledge"), number("complaint_answer"), number("appeal_answer"))
"""What holds until the body publishes limits of its own."""


@dataclass(frozen=True)
class CaseFacts:
    """How far a case has come."""

    kind: CaseKind
    ours: bool | None = None  # None until it was acknowledged
    handler: str = ""
    investigated: bool = False
    outcome: Outcome | None = None
    about_client: bool = False  # the 9.8.3 kind: a complaint about a certified client
    to_correct: bool = False
    answered: bool = False
    closed: bool = False


NOTHING_SAID = Objection("case.nothing-said", f"{ISO} 9.8.7")
RECEIVED_IN_FUTURE = Objection("case.in-future", f"{ISO} 9.9.1")
APPEAL_UNNAMED = Objection("case.appeal-unnamed", f"{ISO} 9.7.6")
APPEAL_AGAINST_NOTHING = Objection("case.appeal-against-nothing", f"{ISO} 9.7.5")
LIMIT_UNFIT = Objection("case.limit-unfit", f"{ISO} 9.8.5")
ACKNOWLEDGED_AFTER_ANSWER = Objection("case.acknowledged-after-answer", f"{ISO} 9.8.8")
ALREADY_ACKNOWLEDGED = Objection("case.already-acknowledged", f"{ISO} 9.8.8")
ABOUT_UNKNOWN = Objection("case.about-unknown", f"{ISO} 9.8.3")
REASON_MISSING = Objection("case.reason-missing", f"{ISO} 9.8.3")
NOT_ACKNOWLEDGED = Objection("case.not-acknowledged", f"{ISO} 9.8.8")
NOT_OURS = Objection("case.not-ours", f"{ISO} 9.8.3")
NOT_A_HANDLER = Objection("case.not-a-handler", f"{ISO} 9.8.6")
NOT_YOUR_CASE = Objection("case.not-your-case", f"{ISO} 9.8.6")
NOT_ASSIGNED = Objection("case.not-assigned", f"{ISO} 9.8.6")
NOT_INVESTIGATED = Objection("case.not-investigated", f"{ISO} 9.8.7")
ALREADY_DECIDED = Objection("case.already-decided", f"{ISO} 9.8.9")
NOT_DECIDED = Objection("case.not-decided", f"{ISO} 9.8.9")
CORRECTION_MISSING = Objection("case.correction-missing", f"{ISO} 9.8.6")
VISIT_WITHOUT_CLIENT = Objection("case.visit-without-client", f"{ISO} 9.6.4.2")
ALREADY_ANSWERED = Objection("case.already-answered", f"{ISO} 9.8.10")
CLIENT_NOT_TOLD = Objection("case.client-not-told", f"{ISO} 9.8.4")
NOT_ANSWERED = Objection("case.not-answered", f"{ISO} 9.8.10")
NOT_FOLLOWED_UP = Objection("case.not-followed-up", f"{ISO} 9.8.6")
CLOSED = Objection("case.closed", f"{ISO} 9.8.10")
TOOK_PART = {
    CaseKind.APPEAL: Objection("case.took-part", f"{ISO} 9.7.2"),
    CaseKind.COMPLAINT: Objection("case.took-part", f"{ISO} 9.8.9"),
    CaseKind.REPORT: Objection("case.took-part", f"{ISO} 9.8.9"),
}


def objections_to_limits(limits: Limits) -> list[Objection]:
    """May the body publish these limits?"""
    days = (limits.acknowledge, limits.complaint, limits.appeal)
    found = (
        [LIMIT_UNFIT.because(longest=LONGEST_LIMIT)] if not all(0 < d <= LONGEST_LIMIT for d in days) else []
    )
    late = limits.acknowledge > min(limits.complaint, limits.appeal)
    return found + ([ACKNOWLEDGED_AFTER_ANSWER] if late else [])


def objections_to_receiving(
    kind: CaseKind, *, text: str, named: bool, against: str, received: date, on: date
) -> list[Objection]:
    """May this be entered? Anybody may remain unnamed, but for an appeal, which is his whom the decision concerns."""
    found = [] if text.strip() else [NOTHING_SAID]
    if received > on:
        found.append(RECEIVED_IN_FUTURE)
    if kind is CaseKind.APPEAL:
        found += [] if named else [APPEAL_UNNAMED]
        found += [] if against.strip() else [APPEAL_AGAINST_NOTHING]
    return found


def objections_to_acknowledging(facts: CaseFacts, *, ours: bool, reason: str) -> list[Objection]:
    """May its receipt be confirmed so? Why it is none of the body's business must be said."""
    found = [ALREADY_ACKNOWLEDGED] if facts.ours is not None else []
    return found + ([] if ours or reason.strip() else [REASON_MISSING])


def objections_to_taking_part(
    kind: CaseKind, person: str, parts: Mapping[str, Collection[Part]]
) -> list[Objection]:
    """May this person handle or decide it? Nobody who took part in what it is about (`parts`: login -> how)."""
    return [TOOK_PART[kind].because(person=person, part=part) for part in parts.get(person, ())]


def objections_to_assigning(facts: CaseFacts, *, may_handle: bool) -> list[Objection]:
    """May it be given to somebody, leaving aside whether he is free of it?"""
    if facts.ours is None:
        return [NOT_ACKNOWLEDGED]
    if not facts.ours:
        return [NOT_OURS]
    found = [ALREADY_DECIDED] if facts.outcome else []
    return found + ([] if may_handle else [NOT_A_HANDLER])


def objections_to_investigating(facts: CaseFacts, person: str) -> list[Objection]:
    """May this person write down what was found?"""
    if not facts.handler:
        return [NOT_ASSIGNED]
    if facts.outcome:
        return [ALREADY_DECIDED]
    return [] if facts.handler == person else [NOT_YOUR_CASE]


def objections_to_deciding(facts: CaseFacts) -> list[Objection]:
    """May it be decided now, leaving aside by whom and how?"""
    if facts.outcome:
        return [ALREADY_DECIDED]
    return [] if facts.investigated else [NOT_INVESTIGATED]


def objections_to_decision(
    facts: CaseFacts, outcome: Outcome, *, reasons: str, corrective_action: str, calls_for_visit: bool
) -> list[Objection]:
    """May it be decided so? What is upheld is put right, and only a client can be visited."""
    found = [] if reasons.strip() else [REASON_MISSING]
    if outcome in VALID and not corrective_action.strip():
        found.append(CORRECTION_MISSING)
    if calls_for_visit and not facts.about_client:
        found.append(VISIT_WITHOUT_CLIENT)
    return found


def objections_to_answering(facts: CaseFacts, *, client_told: bool) -> list[Objection]:
    """May the result be told? A valid complaint about a client has been put to that client first."""
    if facts.answered:
        return [ALREADY_ANSWERED]
    if not facts.outcome:
        return [NOT_DECIDED]
    is_valid = facts.outcome in VALID and facts.about_client and facts.kind is CaseKind.COMPLAINT
    return [CLIENT_NOT_TOLD] if is_valid and not client_told else []


def objections_to_closing(facts: CaseFacts, *, followed_up: str) -> list[Objection]:
    """May it be closed? What was to be corrected has been."""
    if facts.closed:
        return [CLOSED]
    if not facts.answered:
        return [NOT_ANSWERED]
    return [NOT_FOLLOWED_UP] if facts.to_correct and not followed_up.strip() else []
