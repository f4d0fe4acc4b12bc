"""Findings: their grades, what each needs before a recommendation and before a decision, and their clocks.

Clauses: ISO/IEC 17021-1:2015 9.4.5 (findings), 9.4.9-9.4.10 (causes, effectiveness), 9.5.2 (before the decision),
9.5.3.2 (six months). A withdrawn finding needs nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import number
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
SIX_MONTHS = number("stage2_major_nc")  # 9.5.3.2
SIX_MONTHS_CLAUSE = f"{ISO} 9.5.3.2"


class Grade(StrEnum):
    """How grave a finding is (3.12, 3.13)."""

    MAJOR = "major"  # 严重不符合
    MINOR = "minor"  # 轻微不符合
    OBSERVATION = "observation"  # 观察项


class Need(StrEnum):
    """What must be there for a nonconformity."""

    CAUSE = "cause"  # 原因分析
    CORRECTION = "correction"  # 纠正
    CORRECTIVE_ACTION = "corrective_action"  # 纠正措施; for a minor one, the plan for it
    ACCEPTED = "accepted"  # the team reviewed the response and accepts it
    VERIFIED = "verified"  # the team verified that it was done and works


RESPONSE_DAYS = {grade: number(f"response_{grade}") for grade in (Grade.MAJOR, Grade.MINOR)}
"""The body's parameters: calendar days from the day a finding is raised to the client's response."""

BEFORE_RECOMMENDATION: dict[Grade, dict[Need, str]] = {
    Grade.MAJOR: {
        Need.CAUSE: f"{ISO} 9.4.9",
        Need.CORRECTION: f"{ISO} 9.4.9",
        Need.CORRECTIVE_ACTION: f"{ISO} 9.4.9",
        Need.ACCEPTED: f"{ISO} 9.4.10",
        Need.VERIFIED: f"{ISO} 9.4.10",
    },
    Grade.MINOR: {
        Need.CAUSE: f"{ISO} 9.4.9",
        Need.CORRECTION: f"{ISO} 9.4.9",
        Need.CORRECTIVE_ACTION: f"{ISO} 9.4.9",
        Need.ACCEPTED: f"{ISO} 9.4.10",
    },
    Grade.OBSERVATION: {},
}
BEFORE_DECISION: dict[Grade, dict[Need, str]] = {
    Grade.MAJOR: dict.fromkeys(
        [Need.CORRECTION, Need.CORRECTIVE_ACTION, Need.ACCEPTED, Need.VERIFIED], f"{ISO} 9.5.2"
    ),
    Grade.MINOR: {Need.ACCEPTED: f"{ISO} 9.5.2"},
    Grade.OBSERVATION: {},
}


@dataclass(frozen=True)
class FindingFacts:
    """One finding. `number` is its name within the audit."""

    number: int
    grade: Grade
    cause: bool = False
    correction: bool = False
    corrective_action: bool = False
    accepted_on: date | None = None
    verified_on: date | None = None
    withdrawn: bool = False

    def has(self, need: Need) -> bool:
        """Is this there? What is verified was accepted."""
        if need is Need.ACCEPTED:
            return self.accepted_on is not None or self.verified_on is not None
        if need is Need.VERIFIED:
            return self.verified_on is not None
        return bool(getattr(self, need))


@dataclass(frozen=True)
class SixMonthClock:
    """The six months after stage 2 within which every major nonconformity must be verified."""

    until: date  # the last day
    days_left: int  # 0 on the last day, negative afterwards
    run_out: bool


ANOTHER_STAGE_2 = Objection("finding.another-stage-2", SIX_MONTHS_CLAUSE)
WITHDRAWN = Objection("finding.withdrawn", f"{ISO} 9.4.5")
VERIFIED_ALREADY = Objection("finding.verified-already", f"{ISO} 9.4.10")


def objections_to_recommending(findings: Iterable[FindingFacts]) -> list[Objection]:
    """May the team recommend certification with these findings?"""
    return _missing(findings, BEFORE_RECOMMENDATION)


def objections_from_findings(findings: Iterable[FindingFacts]) -> list[Objection]:
    """May a favourable decision be made with these findings (9.5.2)?"""
    return _missing(findings, BEFORE_DECISION)


def objections_to_changing(finding: FindingFacts) -> list[Objection]:
    """May this finding still be answered or withdrawn?"""
    if finding.withdrawn:
        return [WITHDRAWN]
    return [VERIFIED_ALREADY] if finding.verified_on else []


def objections_to_verifying(finding: FindingFacts) -> list[Objection]:
    """May the response to this finding be verified: is there one, and was none verified yet?"""
    if shut := objections_to_changing(finding):
        return shut
    answered = {n: c for n, c in BEFORE_RECOMMENDATION[finding.grade].items() if hasattr(finding, n)}
    return _missing([finding], {finding.grade: answered})


def response_due(grade: Grade, raised_on: date) -> date | None:
    """The day by which the client's response is due; None for an observation, which needs none."""
    days = RESPONSE_DAYS.get(grade)
    return raised_on + timedelta(days=days) if days else None


def six_month_clock(stage2_ended: date, on: date) -> SixMonthClock:
    """How much of the six months after the last day of stage 2 is left on this day (9.5.3.2)."""
    until = add_months(stage2_ended, SIX_MONTHS)
    return SixMonthClock(until, (until - on).days, on > until)


def objections_by_clock(findings: Iterable[FindingFacts], stage2_ended: date, on: date) -> list[Objection]:
    """Was every major nonconformity verified within six months of stage 2? Otherwise another stage 2 is due."""
    clock = six_month_clock(stage2_ended, on)
    late = [
        f.number
        for f in findings
        if f.grade is Grade.MAJOR and not f.withdrawn and (f.verified_on or on) > clock.until
    ]
    return [ANOTHER_STAGE_2.because(number=number, until=clock.until) for number in late]


def _missing(findings: Iterable[FindingFacts], needs: dict[Grade, dict[Need, str]]) -> list[Objection]:
    return [
        Objection(f"finding.not.{need}", clause, {"number": finding.number})
        for finding in findings
        if not finding.withdrawn
        for need, clause in needs[finding.grade].items()
        if not finding.has(need)
    ]
