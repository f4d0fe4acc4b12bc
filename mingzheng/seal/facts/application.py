"""Facts of the papers from quotation to contract (ISO/IEC 17021-1 5.1.2, 9.1.1-9.1.4)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Derivation, Objection, Step
from mingzheng.seal.facts.paper import Days, Line, Paper, Reason, Site, Two


@dataclass(frozen=True, kw_only=True)
class Quotation(Paper):
    """报价单."""

    standards: tuple[Standard, ...]
    scope: Two
    lines: tuple[Line, ...]
    total: Decimal
    days: tuple[Days, ...]
    steps: tuple[Step, ...]  # summary of how the days came about
    valid_until: date
    remarks: tuple[Two, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Contract(Paper):
    """认证合同 (5.1.2, 8.3, 8.5); printed once for each of the two originals."""

    original: int  # 1 the client's, 2 the body's
    standards: tuple[Standard, ...]
    scope: Two
    lines: tuple[Line, ...]
    total: Decimal
    days: tuple[Days, ...]
    sites: tuple[Site, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Acceptance(Paper):
    """受理通知书 (9.1.2)."""

    application: str
    applied_on: date
    standards: tuple[Standard, ...]
    scope: Two
    days: tuple[Days, ...]


@dataclass(frozen=True, kw_only=True)
class Refusal(Paper):
    """不予受理通知书, with the applicant's answer (9.1.2.3)."""

    application: str
    applied_on: date
    standards: tuple[Standard, ...]
    reasons: tuple[Reason | Objection, ...]
    appeal_until: date


@dataclass(frozen=True)
class TimePart:
    """How the auditor-days of one audit of one standard came about."""

    title: Two
    derivation: Derivation[Decimal]


@dataclass(frozen=True, kw_only=True)
class AuditTimeSheet(Paper):
    """审核人日计算表 (9.1.4, IAF MD 5)."""

    application: str
    standards: tuple[Standard, ...]
    scope: Two
    parts: tuple[TimePart, ...]
    days: tuple[Days, ...]
    calculated_by: str = ""
    checked_by: str = ""
