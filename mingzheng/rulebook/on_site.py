"""On site: the two meetings and what is said at them, the days, and when the file is complete.

Clauses: ISO/IEC 17021-1:2015 9.4 (conducting audits), 9.3.1 (the two stages), 9.5.2 (what the reviewers need).
What the body promises in its yearly report is said at every meeting: confidentiality at both, the channels for
complaints and appeals explained before the team leaves.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .dated_numbers import number
from .findings import FindingFacts, objections_to_recommending
from .standards import Standard
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
HAND_IN_DAYS = number("hand_in")  # calendar days from the closing meeting to the complete file
HAND_IN_DAYS_WITH_FINDINGS = number("hand_in_with_findings")  # the same when nonconformities were raised
HAND_IN_CLAUSE = f"{ISO} 9.4.8"


class Meeting(StrEnum):
    """The two meetings with the client."""

    OPENING = "opening"  # 首次会议
    CLOSING = "closing"  # 末次会议


class Point(StrEnum):
    """What is said, confirmed or agreed at a meeting, and ticked in its record."""

    PEOPLE = "people"  # 介绍双方人员
    SCOPE = "scope"  # 确认审核目的、范围和准则
    PLAN = "plan"  # 确认审核计划和沟通安排
    METHOD = "method"  # 说明审核方法和抽样
    GRADES = "grades"  # 说明不符合分级和报告方式
    CONFIDENTIALITY = "confidentiality"  # 重申保密承诺
    SAFETY = "safety"  # 确认现场安全要求
    STOPPING = "stopping"  # 说明终止审核的条件
    LANGUAGE = "language"  # 确认审核语言
    COMPLAINTS = "complaints"  # 说明申投诉渠道
    SAMPLE = "sample"  # 说明抽样的局限
    FINDINGS = "findings"  # 宣布并确认不符合项
    CONCLUSION = "conclusion"  # 宣布审核结论
    CORRECTION = "correction"  # 说明整改要求和期限
    AFTER = "after"  # 说明后续安排
    MARKS = "marks"  # 说明证书和标志使用要求


POINTS: dict[Meeting, dict[Point, str]] = {
    Meeting.OPENING: dict.fromkeys(
        [
            Point.PEOPLE,
            Point.SCOPE,
            Point.PLAN,
            Point.METHOD,
            Point.GRADES,
            Point.CONFIDENTIALITY,
            Point.SAFETY,
            Point.STOPPING,
            Point.LANGUAGE,
            Point.COMPLAINTS,
        ],
        f"{ISO} 9.4.2",
    ),
    Meeting.CLOSING: {
        **dict.fromkeys(
            [Point.SAMPLE, Point.FINDINGS, Point.CONCLUSION, Point.CORRECTION, Point.AFTER], f"{ISO} 9.4.7"
        ),
        Point.MARKS: f"{ISO} 8.3",
        Point.CONFIDENTIALITY: f"{ISO} 8.4",
        Point.COMPLAINTS: f"{ISO} 9.4.7",
    },
}
"""What must be said at each meeting, in the order of its record, with the clause."""

BEFORE_APPOINTED = Objection("audit.before-appointed", f"{ISO} 9.2.3.4")
AFTER_APPOINTED = Objection("audit.after-appointed", f"{ISO} 9.2.3.4")
IN_FUTURE = Objection("audit.in-future", f"{ISO} 9.9.1")
LEADER_ABSENT = Objection("audit.leader-absent", f"{ISO} 9.4.2")
CLIENT_ABSENT = Objection("audit.client-absent", f"{ISO} 9.4.2")
NOT_SAID = {
    (meeting, point): Objection(f"audit.not-said.{point}", clause)
    for meeting, points in POINTS.items()
    for point, clause in points.items()
}
NOT_ON_TEAM = Objection("audit.not-on-team", f"{ISO} 9.2.2.1")
NOT_LEADER = Objection("audit.not-leader", f"{ISO} 9.2.2.1")
NOT_APPOINTED = Objection("audit.not-appointed", f"{ISO} 9.2.3.4")
NOT_ANNOUNCED = Objection("audit.not-announced", f"{ISO} 9.2.3.5")
DROPPED = Objection("audit.dropped", f"{ISO} 9.1.3")
ALREADY_OPEN = Objection("audit.already-open", f"{ISO} 9.4.2")
ALREADY_CLOSED = Objection("audit.already-closed", f"{ISO} 9.4.7")
ALREADY_HANDED_IN = Objection("audit.already-handed-in", f"{ISO} 9.9.1")
ALREADY_REPORTED = Objection("audit.already-reported", f"{ISO} 9.4.8")
CLOSES_BEFORE_OPENING = Objection("audit.closes-before-opening", f"{ISO} 9.4.7")
NOT_AUDITED = Objection("audit.standard-not-audited", f"{ISO} 9.2.1")
NO_SUCH_CLAUSE = Objection("audit.no-such-clause", f"{ISO} 9.4.4")
STAGE1_GOES_WITH_STAGE2 = Objection("audit.stage1-goes-with-stage2", f"{ISO} 9.3.1.2")
NO_REASON = Objection("audit.no-reason", f"{ISO} 9.9.1")
STAGE1_NOT_READY = Objection("audit.stage1-not-ready", f"{ISO} 9.3.1.2")
CLAUSE_WITHOUT_RECORD = Objection("audit.clause-without-record", f"{ISO} 9.4.4")
STANDARD_WITHOUT_RECORD = Objection("audit.standard-without-record", f"{ISO} 9.4.4")
NOT_CLOSED = Objection("audit.not-closed", f"{ISO} 9.4.7")
NO_CONCLUSION = Objection("audit.no-conclusion", f"{ISO} 9.4.8.2")
NO_REPORT = Objection("audit.no-report", f"{ISO} 9.4.8")
NO_ANSWER = Objection("audit.no-answer", f"{ISO} 9.4.9")


@dataclass(frozen=True)
class Held:
    """A meeting as it was held: the day, whether the leader was there, how many of the client's people, what was said."""

    meeting: Meeting
    on: date
    leader_there: bool
    of_client: int
    said: Collection[str]


def objections_to_day(on: date, *, first: date) -> list[Objection]:
    """The team does not begin before the day it was appointed for."""
    return [BEFORE_APPOINTED.because(day=first)] if on < first else []


def objections_to_meeting(held: Held, *, first: date, last: date, on: date) -> list[Objection]:
    """May a meeting be recorded like this on `on`? `first` and `last` are the appointed days of the visit."""
    objections = objections_to_day(held.on, first=first)
    if held.on > last:
        objections.append(AFTER_APPOINTED.because(day=last))
    if held.on > on:
        objections.append(IN_FUTURE)
    if not held.leader_there:
        objections.append(LEADER_ABSENT)
    if not held.of_client:
        objections.append(CLIENT_ABSENT)
    return objections + [NOT_SAID[held.meeting, p] for p in POINTS[held.meeting] if p not in held.said]


def objections_to_reason(reason: str) -> list[Objection]:
    """What changes a record says why."""
    return [] if reason.strip() else [NO_REASON]


@dataclass(frozen=True)
class FileFacts:
    """What the file of an audit holds when it is to be handed in."""

    standards: Collection[Standard]
    closed: bool
    recorded: Collection[Standard]  # the standards with at least one record
    gaps: Collection[tuple[Standard, str]] = ()  # planned clauses without a record
    findings: Collection[FindingFacts] = ()  # of the standards the team does not advise against
    concluded: Collection[Standard] = ()
    reported: bool = False


def objections_to_records(
    standards: Iterable[Standard], recorded: Collection[Standard], gaps: Iterable[tuple[Standard, str]]
) -> list[Objection]:
    """Are there records enough to close the audit? One objection for each standard or planned clause without any."""
    return [STANDARD_WITHOUT_RECORD.because(standard=s) for s in standards if s not in recorded] + [
        CLAUSE_WITHOUT_RECORD.because(standard=standard, clause=clause) for standard, clause in gaps
    ]


def missing_from_file(facts: FileFacts) -> list[Objection]:
    """What the file still lacks before reviewers can read it, one by one (9.5.2, 9.5.3.1)."""
    missing = [] if facts.closed else [NOT_CLOSED]
    missing += objections_to_records(facts.standards, facts.recorded, facts.gaps)
    missing += objections_to_recommending(facts.findings)
    missing += [NO_CONCLUSION.because(standard=s) for s in facts.standards if s not in facts.concluded]
    return missing + ([] if facts.reported else [NO_REPORT])


def hand_in_by(closed_on: date, *, findings: bool) -> date:
    """The day by which the complete file is due with the reviewers."""
    return closed_on + timedelta(days=HAND_IN_DAYS_WITH_FINDINGS if findings else HAND_IN_DAYS)
