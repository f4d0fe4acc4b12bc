"""Facts of the papers of an audit, from the programme to the report (ISO/IEC 17021-1 9.1.3, 9.2-9.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.rulebook.standards import Standard
from mingzheng.seal.facts.paper import NOTHING, Paper, Site, Two, VisitPaper


@dataclass(frozen=True)
class PlannedVisit:
    """One audit of the programme and the window the standards leave for it."""

    kind: Two
    standards: tuple[Standard, ...]
    earliest: date | None
    latest: date | None
    clause: str
    days: Decimal
    focus: Two = NOTHING


@dataclass(frozen=True, kw_only=True)
class Programme(Paper):
    """三年审核方案 (9.1.3)."""

    standards: tuple[Standard, ...]
    scope: Two
    personnel: int  # effective number of personnel
    visits: tuple[PlannedVisit, ...]
    sites: tuple[Site, ...] = ()
    prepared_by: str = ""
    approved_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Assignment(VisitPaper):
    """审核任务书 (9.2.2)."""

    attention: tuple[str, ...] = ()  # what the team must look at: earlier findings, changes
    prepared_by: str = ""
    approved_by: str = ""


@dataclass(frozen=True, kw_only=True)
class AuditNotice(VisitPaper):
    """审核通知书: dates and team, to whom the client may object (9.2.3.5)."""

    object_until: date


@dataclass(frozen=True)
class Slot:
    """One entry of the audit plan; times as ``09:00``."""

    day: date
    starts: str
    ends: str
    auditors: str
    subject: str  # department or process
    clauses: str = ""


@dataclass(frozen=True, kw_only=True)
class AuditPlan(VisitPaper):
    """审核计划 (9.2.3)."""

    slots: tuple[Slot, ...]
    prepared_by: str = ""
    approved_by: str = ""


@dataclass(frozen=True)
class Attendee:
    """Who sat in a meeting."""

    name: str
    department: str
    position: str


OPENING_POINTS = (
    "people",
    "scope",
    "plan",
    "method",
    "grades",
    "confidentiality",
    "safety",
    "stopping",
    "language",
    "complaints",
)
CLOSING_POINTS = (
    "sample",
    "findings",
    "conclusion",
    "correction",
    "after",
    "marks",
    "confidentiality",
    "complaints",
)


@dataclass(frozen=True, kw_only=True)
class Meeting(VisitPaper):
    """首次会议 or 末次会议: attendance and record (9.4.2, 9.4.7).

    `explained` says of each of ``OPENING_POINTS`` or ``CLOSING_POINTS``, in order, whether it was explained.
    """

    which: str  # opening, closing
    starts: str
    ends: str
    chair: str
    explained: Mapping[str, bool]
    attendees: tuple[Attendee, ...] = ()
    matters: str = ""  # what else was raised


@dataclass(frozen=True, kw_only=True)
class Nonconformity(VisitPaper):
    """不符合项报告, from the finding to its closure (9.4.5, 9.4.9, 9.4.10). `dated` is the day it was raised."""

    standard: Standard
    clause: str
    grade: Two
    department: str
    statement: str
    raised_by: str
    due_on: date | None = None
    cause: str = ""
    correction: str = ""
    corrective_action: str = ""
    responded_on: date | None = None
    verification: str = ""
    verified_by: str = ""
    verified_on: date | None = None


@dataclass(frozen=True)
class Finding:
    """A finding as the report lists it."""

    number: str
    standard: Standard
    clause: str
    grade: Two
    statement: str
    state: Two


@dataclass(frozen=True)
class Conclusion:
    """What the team concludes for one standard."""

    standard: Standard
    recommendation: Two
    text: str


@dataclass(frozen=True)
class Record:
    """What was looked at under one clause in one department."""

    standard: Standard
    clause: str
    department: str
    evidence: str
    conforms: bool


@dataclass(frozen=True, kw_only=True)
class AuditReport(VisitPaper):
    """审核报告 (9.4.8)."""

    summary: str
    conclusions: tuple[Conclusion, ...]
    findings: tuple[Finding, ...]
    records: tuple[Record, ...]
