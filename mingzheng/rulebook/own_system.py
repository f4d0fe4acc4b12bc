"""The body's own system: inspections received, penalties, internal audit, management review, special events.

Clauses: ISO/IEC 17021-1:2015 10.2.6 (internal audits), 10.2.5 (management review), IAF ID 3 (extraordinary events).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import number
from .roles import Role
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
ID3 = "IAF ID 3:2011"
OWN = "own procedure"


class InspectionKind(StrEnum):
    FILE_CHECK = "file_check"  # 双随机 抽查审核档案
    ON_SITE = "on_site"  # 审核现场抽查, 事中见证
    OFFICE = "office"  # at the body itself: assessment by the accreditation body


class InspectionResult(StrEnum):
    CONFORMING = "conforming"  # 合格
    TO_RECTIFY = "to_rectify"
    NONCONFORMING = "nonconforming"


class PenaltyKind(StrEnum):
    WARNING = "warning"
    ORDER = "order"  # 责令改正
    FINE = "fine"
    SUSPENSION = "suspension"  # 责令停业整顿, 暂停认可
    REVOCATION = "revocation"


class Register(StrEnum):
    """What is confirmed to be complete once a year, so that "none" may be said."""

    PENALTIES = "penalties"
    INTEGRITY = "integrity"  # gifts and cases of corruption
    INCIDENTS = "incidents"  # at work
    GRIEVANCES = "grievances"  # of the staff


CONFIRMED_BY: dict[Register, tuple[Role, ...]] = {
    Register.PENALTIES: (Role.QUALITY,),
    Register.INTEGRITY: (Role.QUALITY, Role.INTEGRITY),
    Register.INCIDENTS: (Role.GENERAL_OFFICE, Role.UNION),
    Register.GRIEVANCES: (Role.UNION,),
}


class ReviewInput(StrEnum):
    """What a management review looks at (10.2.5.2)."""

    AUDIT_RESULTS = "audit_results"
    FEEDBACK = "feedback"
    IMPARTIALITY = "impartiality"
    CORRECTIVE_ACTIONS = "corrective_actions"
    RISK_ACTIONS = "risk_actions"
    EARLIER_REVIEWS = "earlier_reviews"
    OBJECTIVES = "objectives"
    CHANGES = "changes"
    COMPLAINTS = "complaints"


class Deviation(StrEnum):
    """What an extraordinary event may allow."""

    REMOTE = "remote"  # audits by remote means
    POSTPONED = "postponed"  # surveillance later than its window
    PROLONGED = "prolonged"  # certificates valid beyond their last day
    SHORT_REVIEW = "short_review"  # a review of documents instead of a visit


@dataclass(frozen=True)
class Window:
    """The days of an extraordinary event and what is allowed in them; open at its end while it lasts."""

    first_day: date
    last_day: date | None
    allowed: frozenset[Deviation]

    def covers(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


NO_VISIT = Objection("inspection.no-visit", OWN)
INSPECTION_IN_FUTURE = Objection("inspection.in-future", f"{ISO} 9.9.1")
EVIDENCE_MISSING = Objection("inspection.evidence-missing", f"{ISO} 9.9.1")
CONCLUDED = Objection("inspection.concluded", OWN)
NOT_CONCLUDED = Objection("inspection.not-concluded", OWN)
NOTHING_TO_ANSWER = Objection("inspection.nothing-to-answer", OWN)
INSPECTION_ANSWERED = Objection("inspection.answered", OWN)
ANSWER_DUE_MISSING = Objection("inspection.answer-due-missing", OWN)
PENALTY_IN_FUTURE = Objection("penalty.in-future", f"{ISO} 9.9.1")
PENALTY_REASON_MISSING = Objection("penalty.reason-missing", "CNCA yearly report")
YEAR_NOT_OVER = Objection("confirmation.year-not-over", OWN)
CONFIRMED_ALREADY = Objection("confirmation.already", OWN)
NOT_FOR_YOU = Objection("confirmation.not-for-you", OWN)
NO_DEPARTMENT = Objection("internal-audit.no-department", f"{ISO} 10.2.6.2")
OWN_WORK = Objection("internal-audit.own-work", f"{ISO} 10.2.6.4")
AUDIT_HELD = Objection("internal-audit.held", OWN)
AUDIT_NOT_HELD = Objection("internal-audit.not-held", OWN)
REPORT_MISSING = Objection("internal-audit.report-missing", f"{ISO} 10.2.6.4")
NOT_AUDITED = Objection("internal-audit.not-audited", f"{ISO} 10.2.6.2")
STATEMENT_MISSING = Objection("internal-audit.statement-missing", f"{ISO} 10.2.6.4")
FINDING_CLOSED = Objection("internal-audit.finding-closed", OWN)
CORRECTION_MISSING = Objection("internal-audit.correction-missing", f"{ISO} 10.2.6.4")
OWN_FINDING = Objection("internal-audit.own-finding", f"{ISO} 10.2.6.4")
INTERNAL_AUDIT_LATE = Objection("internal-audit.late", f"{ISO} 10.2.6.3")
INPUT_MISSING = Objection("management-review.input-missing", f"{ISO} 10.2.5.2")
NO_OUTPUT = Objection("management-review.no-output", f"{ISO} 10.2.5.3")
REVIEW_IN_FUTURE = Objection("management-review.in-future", f"{ISO} 9.9.1")
REVIEW_ACTION_FINISHED = Objection("management-review.action-finished", OWN)
RESULT_MISSING = Objection("management-review.result-missing", f"{ISO} 10.2.5.3")
MANAGEMENT_REVIEW_LATE = Objection("management-review.late", f"{ISO} 10.2.5.1")
EVENT_BACKWARDS = Objection("special-event.backwards", ID3)
NOTHING_ALLOWED = Objection("special-event.nothing-allowed", ID3)
NOTICE_MISSING = Objection("special-event.notice-missing", ID3)
EVENT_OVER = Objection("special-event.over", ID3)
OUTSIDE_EVENT = Objection("special-event.outside", ID3)


def objections_to_inspection(kind: InspectionKind, visits: int, inspected: date, on: date) -> list[Objection]:
    """May an inspection be entered? What was looked at is named, unless it was the office itself."""
    found = [NO_VISIT] if not visits and kind is not InspectionKind.OFFICE else []
    return found + ([INSPECTION_IN_FUTURE] if inspected > on else [])


def objections_to_inspection_result(
    result: InspectionResult, *, concluded: bool, evidence: str, answer_due: date | None
) -> list[Objection]:
    """May its result be entered? With the evidence, and the day by which the body answers where it must."""
    found = [CONCLUDED] if concluded else []
    found += [] if evidence.strip() else [EVIDENCE_MISSING]
    must_answer = result is not InspectionResult.CONFORMING
    return found + ([ANSWER_DUE_MISSING] if must_answer and answer_due is None else [])


def objections_to_inspection_answer(result: str, *, answered: bool, answer: str) -> list[Objection]:
    """May the body's answer be entered?"""
    if not result:
        return [NOT_CONCLUDED]
    if result == InspectionResult.CONFORMING:
        return [NOTHING_TO_ANSWER]
    return [INSPECTION_ANSWERED] if answered else [] if answer.strip() else [EVIDENCE_MISSING]


def objections_to_penalty(reason: str, imposed: date, on: date) -> list[Objection]:
    """May a penalty be entered?"""
    return ([PENALTY_IN_FUTURE] if imposed > on else []) + (
        [] if reason.strip() else [PENALTY_REASON_MISSING]
    )


def objections_to_confirming(
    register: Register, year: int, role: Role, confirmed: Collection[Role], on: date
) -> list[Objection]:
    """May this role confirm that a register is complete for a year?"""
    if role not in CONFIRMED_BY[register]:
        return [NOT_FOR_YOU]
    found = [YEAR_NOT_OVER.because(year=year)] if on.year <= year else []
    return found + ([CONFIRMED_ALREADY.because(year=year)] if role in confirmed else [])


def may_say_none(register: Register, count: int, confirmed: Collection[Role]) -> bool:
    """May "none in the year" be printed? Only of an empty register that everybody who must has confirmed."""
    return count == 0 and set(CONFIRMED_BY[register]) <= set(confirmed)


def objections_to_internal_audit(
    departments: Collection[str], auditors: Mapping[str, str]
) -> list[Objection]:
    """May it be planned so? Nobody audits his own department. `auditors`: name -> department."""
    found = [] if departments else [NO_DEPARTMENT]
    own = {name: department for name, department in auditors.items() if department in departments}
    return found + [OWN_WORK.because(person=name, department=department) for name, department in own.items()]


def objections_to_holding(*, held: bool, report: str) -> list[Objection]:
    """May the internal audit be entered as held?"""
    return ([AUDIT_HELD] if held else []) + ([] if report.strip() else [REPORT_MISSING])


def objections_to_internal_finding(
    department: str, departments: Collection[str], statement: str
) -> list[Objection]:
    """May this be found? In a department that was audited."""
    found = [] if department in departments else [NOT_AUDITED.because(department=department)]
    return found + ([] if statement.strip() else [STATEMENT_MISSING])


def objections_to_closing_finding(*, closed: bool, correction: str, by_owner: bool) -> list[Objection]:
    """May it be closed? By another than the one who was to put it right, who says what was done."""
    if closed:
        return [FINDING_CLOSED]
    return ([] if correction.strip() else [CORRECTION_MISSING]) + ([OWN_FINDING] if by_owner else [])


def internal_audit_due(last: date) -> date:
    """By when the own system is audited again."""
    return add_months(last, number("internal_audit_every"))


def late_internal_audit(last: date | None, on: date) -> list[Objection]:
    return [INTERNAL_AUDIT_LATE] if last is None or internal_audit_due(last) < on else []


def objections_to_management_review(
    inputs: Mapping[str, str], outputs: int, held: date, on: date
) -> list[Objection]:
    """May a management review be entered? Every input was looked at, and something came out of it."""
    found = [INPUT_MISSING.because(input=one) for one in ReviewInput if not inputs.get(one, "").strip()]
    found += [] if outputs else [NO_OUTPUT]
    return found + ([REVIEW_IN_FUTURE] if held > on else [])


def management_review_due(last: date) -> date:
    """By when top management reviews the system again."""
    return add_months(last, number("management_review_every"))


def late_management_review(last: date | None, on: date) -> list[Objection]:
    return [MANAGEMENT_REVIEW_LATE] if last is None or management_review_due(last) < on else []


def objections_to_finishing(*, finished: bool, result: str) -> list[Objection]:
    """May what a management review asked for be entered as done?"""
    return [REVIEW_ACTION_FINISHED] if finished else [] if result.strip() else [RESULT_MISSING]


def objections_to_event(
    notice: str, first: date, last: date | None, allowed: Collection[Deviation]
) -> list[Objection]:
    """May an extraordinary event be declared? On a notice, for days, and it allows something."""
    found = [] if notice.strip() else [NOTICE_MISSING]
    found += [] if allowed else [NOTHING_ALLOWED]
    return found + ([EVENT_BACKWARDS] if last and last < first else [])


def objections_to_ending_event(first: date, last: date | None, ends: date) -> list[Objection]:
    """May it be entered that the event ended?"""
    return [EVENT_OVER] if last else [EVENT_BACKWARDS] if ends < first else []


def objections_to_deviation(windows: Iterable[Window], deviation: Deviation, day: date) -> list[Objection]:
    """May one deviate so on this day? Only while an event lasts that allows it."""
    is_allowed = any(window.covers(day) and deviation in window.allowed for window in windows)
    return [] if is_allowed else [OUTSIDE_EVENT.because(deviation=deviation, day=day)]
