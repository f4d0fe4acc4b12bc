"""Reading a file before the decision: its sections, and what a machine checks so that people can judge (9.5.2).

The checks find what contradicts itself (a report dated before its audit, a finding verified before it was answered);
they do not replace the reviewer. Each names the section it belongs to.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .consultancy import CLAUSE as CONSULTANCY
from .consultancy import Phrase
from .dated_numbers import last_day
from .on_site import HAND_IN_CLAUSE, Point, hand_in_by

ISO = "ISO/IEC 17021-1:2015"


class Section(StrEnum):
    """The parts of a file; what is sent back is sent back by section."""

    APPLICATION = "application"  # 申请评审与合同
    TEAM = "team"  # 派组与审核人日
    PLAN = "plan"  # 审核计划
    STAGE1 = "stage1"  # 第一阶段
    MEETINGS = "meetings"  # 首末次会议
    RECORDS = "records"  # 审核记录
    FINDINGS = "findings"  # 不符合项与整改
    REPORT = "report"  # 审核报告与结论


class Quality(StrEnum):
    """How good a file is; it tells in the evaluation of its team."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


@dataclass(frozen=True)
class Check:
    """One thing checked: words ``review-check.<code>``, the section, whether it holds, and the clause."""

    code: str
    section: Section
    holds: bool
    clause: str


@dataclass(frozen=True)
class FindingDays:
    """The days of one finding that was not withdrawn."""

    raised_on: date
    responded_on: date | None
    verified_on: date | None


@dataclass(frozen=True)
class ReadFacts:
    """What the checks need to know of a file that was handed in."""

    opened_on: date
    closed_on: date
    reported_on: date
    handed_in_on: date
    first_day: date  # of the visit as appointed
    last_day: date
    said: Collection[str]  # at the closing meeting
    said_first: Collection[str]  # at the opening meeting
    contract_signed_on: date | None = None
    announced_on: date | None = None
    plan_sent_on: date | None = None
    stage1_ended_on: date | None = None
    days_planned: Decimal = Decimal(0)  # auditor-days of the programme
    days_spent: Decimal = Decimal(0)  # auditor-days booked for leader and auditors
    uncovered_codes: Collection[str] = ()  # technical codes nobody of the team brings
    records_on: Collection[date] = ()
    clauses_without_record: int = 0
    findings: Collection[FindingDays] = ()
    consultancy: Collection[Phrase] = ()  # phrases of report, records and findings that read so


def checks(f: ReadFacts) -> list[Check]:
    """Everything a machine can check of a file, in the order of its sections."""
    return [
        Check("contract", Section.APPLICATION, _not_after(f.contract_signed_on, f.opened_on), f"{ISO} 5.1.2"),
        Check("announced", Section.TEAM, _not_after(f.announced_on, f.opened_on), f"{ISO} 9.2.3.5"),
        Check("codes", Section.TEAM, not f.uncovered_codes, f"{ISO} 9.2.2.1"),
        Check("days", Section.TEAM, f.days_spent >= f.days_planned, f"{ISO} 9.1.4"),
        Check("plan", Section.PLAN, _not_after(f.plan_sent_on, f.opened_on), f"{ISO} 9.2.3.4"),
        *_stage1(f),
        Check("appointed", Section.MEETINGS, _within(f), f"{ISO} 9.2.3.4"),
        Check("confidentiality", Section.MEETINGS, _said(f, Point.CONFIDENTIALITY), f"{ISO} 8.4"),
        Check("complaints", Section.MEETINGS, Point.COMPLAINTS in f.said, f"{ISO} 9.4.7"),
        Check("recorded", Section.RECORDS, all(d >= f.opened_on for d in f.records_on), f"{ISO} 9.4.4"),
        Check("clauses", Section.RECORDS, not f.clauses_without_record, f"{ISO} 9.4.4"),
        Check("raised", Section.FINDINGS, _raised_in_time(f), f"{ISO} 9.4.5"),
        Check("verified", Section.FINDINGS, all(_in_order(x) for x in f.findings), f"{ISO} 9.4.10"),
        Check("consultancy", Section.REPORT, not f.consultancy, CONSULTANCY),
        Check("reported", Section.REPORT, f.closed_on <= f.reported_on <= f.handed_in_on, f"{ISO} 9.4.8"),
        Check("handed-in", Section.REPORT, _handed_in_in_time(f), HAND_IN_CLAUSE),
    ]


def review_by(received_on: date) -> date:
    """The day by which a file that came, or came back, on this day is to be read."""
    return last_day("review_file", received_on)


def answer_by(returned_on: date) -> date:
    """The day by which the team answers what was sent back."""
    return last_day("answer_return", returned_on)


def decide_by(reviewed_on: date) -> date:
    """The day by which a file that passed review is to be decided."""
    return last_day("decide", reviewed_on)


def failing(found: Iterable[Check]) -> list[Check]:
    return [check for check in found if not check.holds]


def _not_after(day: date | None, limit: date) -> bool:
    return day is not None and day <= limit


def _stage1(f: ReadFacts) -> list[Check]:
    if f.stage1_ended_on is None:
        return []
    return [Check("stage1", Section.STAGE1, f.stage1_ended_on < f.opened_on, f"{ISO} 9.3.1.2.4")]


def _within(f: ReadFacts) -> bool:
    return f.first_day <= f.opened_on <= f.closed_on <= f.last_day


def _said(f: ReadFacts, point: Point) -> bool:
    return point in f.said and point in f.said_first


def _raised_in_time(f: ReadFacts) -> bool:
    return all(f.opened_on <= finding.raised_on <= f.closed_on for finding in f.findings)


def _in_order(finding: FindingDays) -> bool:
    if finding.verified_on is None:
        return True
    return (
        finding.responded_on is not None and finding.raised_on <= finding.responded_on <= finding.verified_on
    )


def _handed_in_in_time(f: ReadFacts) -> bool:
    return f.handed_in_on <= hand_in_by(f.closed_on, findings=bool(f.findings))
