"""Letters to people who complained or appealed, and the invitation to the satisfaction survey."""

from dataclasses import dataclass
from datetime import date

from mingzheng.seal.facts.paper import Paper, Two


@dataclass(frozen=True, kw_only=True)
class CaseReceipt(Paper):
    """受理回执 of a complaint, appeal or report (9.7.6, 9.8.8)."""

    kind: Two
    received_on: date
    answer_by: date
    code: str  # by which the case is followed
    verify_url: str  # where


@dataclass(frozen=True, kw_only=True)
class CaseAnswer(Paper):
    """处理结果通知 (9.7.8, 9.8.10)."""

    kind: Two
    received_on: date
    decided_on: date
    outcome: Two
    reasons: str
    corrective_action: str = ""


@dataclass(frozen=True, kw_only=True)
class SurveyInvitation(Paper):
    """满意度调查邀请: the client's own link, also as a QR code."""

    project: str
    kind: Two
    held_on: date
    verify_url: str
