"""申报 Candidacies: how a person comes to a registration with CCAA, is promoted, moves here, and registers again.

Four kinds, one way: opened, evidence complete, submitted to CCAA, and what came of it. The numbers are those of
``registration.py``, parameters of medium confidence; which papers prove what is the body's own list.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .competence import RegistrationGrade
from .dated_numbers import number
from .registration import (
    CLAUSE,
    AuditLog,
    Education,
    Registered,
    Trainee,
    objections_to_promotion,
    objections_to_registering_again,
    short_of,
)
from .verdict import Objection

OPEN_ALREADY = Objection("candidacy.open-already", CLAUSE)
REGISTERED_ALREADY = Objection("candidacy.registered-already", CLAUSE)
NOT_REGISTERED = Objection("candidacy.not-registered", CLAUSE)
NO_STEP_UP = Objection("candidacy.no-step-up", CLAUSE)
OTHER_GRADE = Objection("candidacy.other-grade", CLAUSE)
NO_FORMER_BODY = Objection("candidacy.no-former-body", CLAUSE)
CONFIRMATION_MISSING = Objection("candidacy.confirmation-missing", CLAUSE)
NOT_COMPLETE = Objection("candidacy.not-complete", CLAUSE)
NOT_SUBMITTED = Objection("candidacy.not-submitted", CLAUSE)
NOT_AT_THIS_STEP = Objection("candidacy.not-at-this-step", CLAUSE)
NOTHING_OPEN = Objection("candidacy.nothing-open", CLAUSE)
NO_NUMBER = Objection("candidacy.no-number", CLAUSE)
NO_REASON = Objection("candidacy.no-reason", CLAUSE)

Grade = RegistrationGrade
STEP_UP = {Grade.AUDITOR: Grade.TRAINEE, Grade.SENIOR: Grade.AUDITOR}
"""The grade sought, and the one it is reached from."""


class CandidacyKind(StrEnum):
    """What is applied for."""

    ENTER = "enter"  # 注册为实习审核员
    PROMOTE = "promote"  # 晋级
    TRANSFER = "transfer"  # 转入
    RENEW = "renew"  # 再注册


class Step(StrEnum):
    """How far it is."""

    OPENED = "opened"
    COMPLETE = "complete"
    SUBMITTED = "submitted"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What came of it."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


EVIDENCE: dict[CandidacyKind, tuple[str, ...]] = {
    CandidacyKind.ENTER: ("candidacy_form", "diploma", "examination"),
    CandidacyKind.PROMOTE: ("candidacy_form", "audit_log"),
    CandidacyKind.TRANSFER: ("candidacy_form", "release"),
    CandidacyKind.RENEW: ("candidacy_form", "audit_log", "training_proof"),
}
"""Papers on the person's file by which each kind is complete (words ``paper-kind.…``)."""


@dataclass(frozen=True)
class Candidate:
    """What a candidate can show on the day he is judged."""

    kind: CandidacyKind
    grade: RegistrationGrade  # sought
    education: Education = Education.BACHELOR
    work_years: int = 0
    field_years: int = 0
    log: AuditLog = field(default_factory=AuditLog)
    cpd_hours: Decimal = Decimal(0)
    cpd_field_hours: Decimal = Decimal(0)
    valid_until: date | None = None  # of the registration held
    unconfirmed: date | None = None  # the yearly confirmation of it that is overdue
    papers: frozenset[str] = frozenset()


def objections_to_opening(
    kind: CandidacyKind,
    grade: RegistrationGrade,
    *,
    held: RegistrationGrade | None,
    former_body: str,
    opened: bool,
) -> list[Objection]:
    """`held`: the grade he is registered in for this standard today; `opened`: another candidacy for it is under way."""
    wrong = [OPEN_ALREADY] if opened else []
    match kind:
        case CandidacyKind.ENTER | CandidacyKind.TRANSFER:
            wrong += [REGISTERED_ALREADY] if held else []
            wrong += [OTHER_GRADE] if kind is CandidacyKind.ENTER and grade is not Grade.TRAINEE else []
            wrong += [NO_FORMER_BODY] if kind is CandidacyKind.TRANSFER and not former_body.strip() else []
        case CandidacyKind.PROMOTE:
            wrong += [NO_STEP_UP] if not held or STEP_UP.get(grade) is not held else []
        case CandidacyKind.RENEW:
            wrong += [] if held else [NOT_REGISTERED]
            wrong += [OTHER_GRADE] if held and grade is not held else []
    return wrong


def missing_papers(kind: CandidacyKind, filed: Collection[str]) -> list[str]:
    """What the file lacks, in the order it is asked for."""
    return [paper for paper in EVIDENCE[kind] if paper not in filed]


def objections_to_candidate(candidate: Candidate, on: date) -> list[Objection]:
    """What is missing before the evidence is complete, experience and education first, papers last."""
    return [
        *_of_experience(candidate, on),
        *([CONFIRMATION_MISSING.because(due=candidate.unconfirmed)] if candidate.unconfirmed else []),
        *(
            Objection(f"candidacy.paper-missing.{paper}", CLAUSE)
            for paper in missing_papers(candidate.kind, candidate.papers)
        ),
    ]


def _of_experience(candidate: Candidate, on: date) -> list[Objection]:
    log = candidate.log
    if candidate.kind is CandidacyKind.RENEW:
        until = candidate.valid_until or on
        done = Registered(until, candidate.cpd_hours, candidate.cpd_field_hours, log.audit_days)
        return objections_to_registering_again(done, on)
    if candidate.kind is CandidacyKind.PROMOTE and candidate.grade is Grade.AUDITOR:
        years = (candidate.work_years, candidate.field_years)
        return objections_to_promotion(Trainee(candidate.education, *years, log.audit_days, log.on_site_days))
    if candidate.kind is CandidacyKind.PROMOTE and candidate.grade is Grade.SENIOR:
        return short_of({"leaderships": (Decimal(log.led), "senior_leaderships")})
    return []


def leaderships_short(led: int) -> int:
    """How many audits are still to be led before an auditor can become senior."""
    return max(0, number("senior_leaderships") - led)


def objections_to_step(now: Step, wanted: Step) -> list[Objection]:
    """Evidence is completed once, submitted once complete, concluded once submitted; withdrawn at any time."""
    before = {
        Step.COMPLETE: Step.OPENED,
        Step.SUBMITTED: Step.COMPLETE,
        Step.GRANTED: Step.SUBMITTED,
        Step.REFUSED: Step.SUBMITTED,
    }
    if wanted is Step.WITHDRAWN or before[wanted] is now:
        return []
    return [
        {Step.SUBMITTED: NOT_COMPLETE, Step.GRANTED: NOT_SUBMITTED, Step.REFUSED: NOT_SUBMITTED}.get(
            wanted, NOT_AT_THIS_STEP
        )
    ]


def objections_to_outcome(
    outcome: Outcome, registration: str, valid_from: date | None, valid_until: date | None, reason: str
) -> list[Objection]:
    """A registration granted has its number and its days; what was not granted has a reason."""
    if outcome is Outcome.GRANTED:
        return [] if registration.strip() and valid_from and valid_until else [NO_NUMBER]
    return [] if reason.strip() else [NO_REASON]
