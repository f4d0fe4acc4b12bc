"""May an application be handed in, and may it be accepted (ISO/IEC 17021-1:2015 9.1.1-9.1.2; CNCA-QMS-01:2025 5.1).

Acceptance asks whether the applicant may apply (running long enough, not banned, legal) and whether the body may
certify him (accredited for the scope, enough competent auditors, impartial).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from .calendar import add_months
from .certificate_life import Status, suspension_ends_by
from .competence import uncovered
from .dated_numbers import number
from .editions import Edition, edition_in_force
from .impartiality import Advice, objections_to_advice
from .standards import Standard
from .verdict import Objection

ENTRY = "CNCA-QMS-01:2025 5.1.2"
RUNNING_MONTHS = number("cn_apply_run")  # how long the system has run (energy management: six months)
INCIDENT_MONTHS = number(
    "cn_apply_incident"
)  # after a grave accident, or a sampling failed and not corrected


@dataclass(frozen=True)
class EarlierCertificate:
    """A certificate the applicant had for one standard, with this body or another.

    `ended`: the day it was withdrawn or cancelled. `body_lost_approval`: the issuing body lost its approval that day.
    """

    standard: Standard
    status: Status
    suspended: date | None = None
    ended: date | None = None
    own_fault: bool = True
    body_lost_approval: bool = False


@dataclass(frozen=True)
class StandardAsked:
    """One standard applied for: its technical codes, and what the body has for them on the day.

    `accredited`: codes or whole groups in the accredited scope. `auditors`: for each technical code, how many
    auditors are registered for the standard and competent for the code.
    """

    standard: Standard
    codes: frozenset[str]
    accredited: frozenset[str]
    auditors: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class ApplicationFacts:
    """What acceptance needs to know. `permits_missing` names permits required by law and not shown or not valid."""

    asked: tuple[StandardAsked, ...]
    personnel: int
    legal_status_shown: bool
    operating_since: date | None
    internal_audit_on: date | None
    management_review_on: date | None
    permits_missing: tuple[str, ...] = ()
    untrustworthy: bool = False  # on a public list of serious violations of trust
    ordered_to_stop: bool = False  # by an authority, and not allowed to go on yet
    accident_on: date | None = None  # the last grave accident of quality, environment or safety
    sampling_failed_on: date | None = None  # a product failed the national sampling (国抽), not yet corrected
    earlier: tuple[EarlierCertificate, ...] = ()
    advice: tuple[Advice, ...] = ()


@dataclass(frozen=True)
class SubmissionFacts:
    """What an applicant has filled in. Texts as they stand; numbers of rows for the lists."""

    name: str
    credit_code_valid: bool
    address: str
    contact: str
    phone: str
    standards: int
    scope: str
    sites: int
    personnel: int
    certificates_declared: bool  # earlier certificates listed, or said that there are none
    consultancy_declared: bool  # the same for consultancy
    incidents_declared: bool  # accidents and failed sampling: their days given, or said that there were none
    stop_declared: bool  # said whether an authority has ordered him to stop
    legal_status_attached: bool


MISSING_CLAUSE = "ISO/IEC 17021-1:2015 9.1.1"
NO_STANDARD = Objection("application.no-standard", "ISO/IEC 17021-1:2015 9.1.1")
NO_PERSONNEL = Objection("application.no-personnel", "IAF MD 5:2019 2.3.1")
NO_LEGAL_STATUS = Objection("application.no-legal-status", ENTRY)
NOT_RUN_LONG_ENOUGH = Objection("application.not-run-long-enough", ENTRY)
NO_INTERNAL_AUDIT = Objection("application.no-internal-audit", ENTRY)
NO_MANAGEMENT_REVIEW = Objection("application.no-management-review", ENTRY)
PERMIT_MISSING = Objection("application.permit-missing", ENTRY)
UNTRUSTWORTHY = Objection("application.untrustworthy", ENTRY)
ORDERED_TO_STOP = Objection("application.ordered-to-stop", ENTRY)
BANNED = Objection("application.banned", ENTRY)
NO_CODE = Objection("application.no-code", "ISO/IEC 17021-1:2015 9.1.2.2")
OUTSIDE_SCOPE = Objection("application.outside-scope", "ISO/IEC 17021-1:2015 9.1.2.1")


def objections_to_submitting(facts: SubmissionFacts) -> list[Objection]:
    """What is still missing before the application can be handed in: one objection a field."""
    return [
        Objection(f"application.missing.{name}", MISSING_CLAUSE)
        for name, value in vars(facts).items()
        if not (value.strip() if isinstance(value, str) else value > 0)
    ]


def objections_to_accepting(facts: ApplicationFacts, on: date) -> list[Objection]:
    """May the body accept this application on this day?"""
    objections = [] if facts.asked else [NO_STANDARD]
    objections += [] if facts.personnel > 0 else [NO_PERSONNEL]
    objections += objections_to_applicant(facts, on) + objections_to_advice(facts.advice, on)
    wanted = {asked.standard for asked in facts.asked}
    objections += objections_to_bans([e for e in facts.earlier if e.standard in wanted], on)
    for asked in facts.asked:
        objections += _objections_to_standard(asked, on)
    return objections


def running_from(operating_since: date) -> date:
    """The first day on which a system in operation since then has run long enough."""
    return add_months(operating_since, RUNNING_MONTHS)


def ban_ends(earlier: EarlierCertificate, edition: Edition) -> date | None:
    """The first day on which the applicant is free again after this earlier certificate; None when he always was.

    By his own fault: one full year from the withdrawal; from the suspension when the certificate is still suspended,
    or was withdrawn because the suspension ran out. Editions before 2026 know no ban.
    """
    counted = earlier.ended if earlier.body_lost_approval else _at_fault_since(earlier)
    months = edition.number("ban_body_lost" if earlier.body_lost_approval else "ban_own_fault")
    return add_months(counted, months) if counted and months else None


def _at_fault_since(earlier: EarlierCertificate) -> date | None:
    """The day from which the ban for one's own fault counts. For OHSMS a cancellation counts like a withdrawal."""
    if not earlier.own_fault:
        return None
    if earlier.status is Status.SUSPENDED:
        return earlier.suspended
    cancelled = earlier.status is Status.CANCELLED and earlier.standard is Standard.OHSMS
    if not (earlier.status is Status.WITHDRAWN or cancelled) or not earlier.ended:
        return None
    ran_out = earlier.suspended and earlier.ended >= suspension_ends_by(earlier.suspended)
    return earlier.suspended if ran_out else earlier.ended


def objections_to_applicant(facts: ApplicationFacts, on: date) -> list[Objection]:
    """May this organisation apply on this day: legal, running long enough, nothing grave against it?"""
    objections = []
    if not facts.legal_status_shown:
        objections.append(NO_LEGAL_STATUS)
    if facts.operating_since is None or on < running_from(facts.operating_since):
        objections.append(NOT_RUN_LONG_ENOUGH.because(months=RUNNING_MONTHS))
    if not _done(facts.internal_audit_on, on):
        objections.append(NO_INTERNAL_AUDIT)
    if not _done(facts.management_review_on, on):
        objections.append(NO_MANAGEMENT_REVIEW)
    objections += [PERMIT_MISSING.because(permit=permit) for permit in facts.permits_missing]
    if facts.untrustworthy:
        objections.append(UNTRUSTWORTHY)
    if facts.ordered_to_stop:
        objections.append(ORDERED_TO_STOP)
    return objections + objections_to_incidents(facts.accident_on, facts.sampling_failed_on, on)


def objections_to_incidents(
    accident_on: date | None, sampling_failed_on: date | None, on: date
) -> list[Objection]:
    """Has what happened to the applicant or its product been too recent?"""
    happened = {"accident": accident_on, "sampling": sampling_failed_on}
    return [
        Objection(f"application.{what}-too-recent", ENTRY, {"free_on": free, "months": INCIDENT_MONTHS})
        for what, day in happened.items()
        if day and on < (free := add_months(day, INCIDENT_MONTHS))
    ]


def _done(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def objections_to_bans(earlier: Iterable[EarlierCertificate], on: date) -> list[Objection]:
    """Is the applicant still banned because of an earlier certificate?"""
    bans = ((e.standard, ban_ends(e, edition_in_force(e.standard, on))) for e in earlier)
    return [BANNED.because(standard=standard, free_on=free) for standard, free in bans if free and on < free]


def _objections_to_standard(asked: StandardAsked, on: date) -> list[Objection]:
    """Is the body accredited for every code, and has it the auditors the edition in force wants?"""
    if not asked.codes:
        return [NO_CODE.because(standard=asked.standard)]
    objections = [
        OUTSIDE_SCOPE.because(standard=asked.standard, area=code)
        for code in uncovered(asked.codes, asked.accredited)
    ]
    edition = edition_in_force(asked.standard, on)
    needed = edition.number("professional_auditors")
    clause = edition.clause("professional_auditors")
    return objections + [
        Objection(
            "application.too-few-auditors",
            clause,
            {"standard": asked.standard, "area": code, "held": asked.auditors.get(code, 0), "needed": needed},
        )
        for code in _short_of(asked.codes, asked.auditors, needed)
    ]


def _short_of(codes: Iterable[str], auditors: Mapping[str, int], needed: int) -> list[str]:
    return sorted(code for code in codes if auditors.get(code, 0) < needed)
