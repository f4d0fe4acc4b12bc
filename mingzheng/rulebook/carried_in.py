"""What a body brings along when it moves in: certificates that another system recorded, and what may be taken of them.

The rules over a new certificate were asked where it was issued; here is asked whether what the register says of it can
be true, and what follows from it for the audits to come. All days are calendar days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from .audit_cycle import Window, cycle_windows
from .audit_time import LATER, AuditKind, audit_time
from .audit_time_table import Complexity
from .calendar import add_months
from .carried_clients import objections_to_code
from .certificate_life import (
    ENDED,
    NO_REASON,
    NOT_PAST_EXPIRY,
    PAST_EXPIRY,
    REASONS,
    UNKNOWN_REASON,
    Act,
    Status,
)
from .certificate_numbers import NUMBER_CLAUSE, parse_certificate_number
from .editions import edition_in_force
from .half_days import half_day_not_below
from .issuing import days_when_issued, surveillance_latest
from .standards import Standard
from .verdict import Objection, Refused

ISO = "ISO/IEC 17021-1:2015"
OTHER_BODY = Objection("carried.other-body", "认证机构管理办法")
OTHER_PREFIX = Objection("carried.other-prefix", NUMBER_CLAUSE)
OTHER_STANDARD = Objection("carried.other-standard", NUMBER_CLAUSE)
MAIN_UNKNOWN = Objection("carried.main-unknown", f"{ISO} 8.2.2")
MAIN_OF_OTHER_STANDARD = Objection("carried.main-of-other-standard", f"{ISO} 8.2.2")
MAIN_ENDED = Objection("carried.main-ended", f"{ISO} 8.2.2")
FIRST_AFTER_ISSUE = Objection("carried.first-after-issue", f"{ISO} 8.2.2")
DECIDED_AFTER_ISSUE = Objection("carried.decided-after-issue", f"{ISO} 8.2.2")
ENDS_BEFORE_ISSUE = Objection("carried.ends-before-issue", f"{ISO} 8.2.2")
IN_FUTURE = Objection("carried.in-future", f"{ISO} 8.2.2")
NO_DAY = Objection("carried.no-day", f"{ISO} 9.6.5.1")
BEFORE_ISSUE = Objection("carried.before-issue", f"{ISO} 9.6.5.1")
SUSPENSION_BACKWARDS = Objection("carried.suspension-backwards", f"{ISO} 9.6.5.4")
AUDIT_BACKWARDS = Objection("carried.audit-backwards", f"{ISO} 9.1.3")
NO_SURVEILLANCE_DAY = Objection("carried.no-surveillance-day", f"{ISO} 9.6.2.2")
NO_PERSONNEL = Objection("carried.no-personnel", "IAF MD 5:2019 2.3")
NO_AUDITOR_DAYS = Objection("carried.no-auditor-days", "IAF MD 5:2019 3")

TOO_MANY = Objection("carried.too-many", f"{ISO} 9.9.1")
MOST = {
    "surveillances": 9,
    "audit_days": 999,
    "base_days": 999,
}  # as many as the regulator's sheet has room for

INITIAL_AUDIT, RECERTIFICATION_AUDIT, SURVEILLANCE_AUDIT = (
    "01",
    "02",
    "03",
)  # 认证审核活动代码, platform of 2018
SHARES = {
    INITIAL_AUDIT: Fraction(1),
    RECERTIFICATION_AUDIT: LATER[AuditKind.RECERTIFICATION].share,
    SURVEILLANCE_AUDIT: LATER[AuditKind.SURVEILLANCE].share,
}
"""What part of an initial audit each takes."""
REASON_OF = {Status.SUSPENDED: Act.SUSPEND, Status.WITHDRAWN: Act.WITHDRAW}
SHORTEST = Decimal(1)  # IAF MD 5:2019 5 and 6: less than a day is unlikely


@dataclass(frozen=True, slots=True)
class CarriedCertificate:
    """One certificate with its client, as a register tells it. Strings that are not known are empty."""

    number: str
    client_code: (
        str  # unified social credit code, organisation code of the older edition, or a foreign registration
    )
    name_zh: str  # as printed
    standard: Standard
    address_zh: str
    scope_zh: str
    issued_on: date
    expires_on: date
    status: Status
    approval: str = ""  # of the body that issued it
    foreign: bool = False
    name_en: str = ""
    former_names: tuple[str, ...] = ()
    district: str = ""
    industry: str = ""
    legal_representative: str = ""
    employees: int | None = None
    contract: str = ""
    accredited: bool = True
    technical_codes: tuple[str, ...] = ()
    complexity: Complexity | None = None
    sites: tuple[str, ...] = ()
    personnel: int = 0
    cycle_number: int = 0  # recertifications so far
    surveillances: int = 0  # held in this cycle
    activity: str = ""  # the audit the other days are of: 认证审核活动代码
    audit_began: date | None = None
    audit_ended: date | None = None
    audit_days: Decimal | None = None  # auditor-days it took
    base_days: Decimal | None = None  # auditor-days of the table
    decided_on: date | None = None  # to certify; the day of issue where nobody knows
    decided_by: str = ""
    first_issued_on: date | None = None
    reason_code: str = ""
    suspended_on: date | None = None
    suspended_until: date | None = None
    ended_on: date | None = None
    main: str = ""  # number of the main certificate, where this is one of its sub-certificates 子证书

    @property
    def lives(self) -> bool:
        return self.status not in ENDED

    @property
    def decided(self) -> date:
        return self.decided_on or self.issued_on

    @property
    def surveyed_on(self) -> date | None:
        """The last day of the latest surveillance of this cycle, where the audit told of is one."""
        told = self.surveillances and self.activity in ("", SURVEILLANCE_AUDIT)
        return self.audit_ended if told else None


def objections_to(entry: CarriedCertificate, *, approval: str, prefix: str, on: date) -> Iterator[Objection]:
    """Why this certificate cannot be taken on this day. `field` of the details names what is wrong in the entry.

    `approval` and `prefix` are the body's own numbers.
    """
    yield from _of_number(entry, approval, prefix)
    code = objections_to_code(entry.client_code, foreign=entry.foreign)
    yield from (objection.because(field="client_code") for objection in code)
    yield from _of_days(entry, on)
    yield from _of_status(entry, on)
    if entry.lives and not entry.main:
        yield from _of_what_comes(entry)


@dataclass(frozen=True)
class Main:
    """What a sub-certificate needs to know of its main certificate."""

    standard: Standard
    lives: bool


def objections_to_sub(entry: CarriedCertificate, main: Main | None) -> Iterator[Objection]:
    """Why this cannot be a sub-certificate of the certificate it names; None: nobody knows that one."""
    if main is None:
        yield MAIN_UNKNOWN.because(field="main", main=entry.main)
        return
    if main.standard is not entry.standard:
        yield MAIN_OF_OTHER_STANDARD.because(field="main", main=entry.main, found=main.standard)
    if entry.lives and not main.lives:
        yield MAIN_ENDED.because(field="status", main=entry.main)


def surveillance_due(entry: CarriedCertificate) -> date | None:
    """The last day of the next surveillance of a living certificate; None when the recertification comes next."""
    if entry.surveyed_on:
        return surveillance_latest(entry.standard, audited=entry.surveyed_on, expires=entry.expires_on)
    renewed = entry.expires_on if entry.cycle_number else None
    days = days_when_issued(
        entry.standard, decided=entry.decided, issued=entry.issued_on, renewed_until=renewed
    )
    return min(days.surveillance_latest, entry.expires_on) if days.surveillance_latest else None


def windows_to_come(
    entry: CarriedCertificate, *, decided: date, issued: date, on: date
) -> tuple[Window, Window, Window]:
    """First and second surveillance and recertification; `decided` and `issued` begin the cycle."""
    first, second, last = cycle_windows(
        decided=decided,
        issued=issued,
        expires=entry.expires_on,
        edition=edition_in_force(entry.standard, on),
        recertified=entry.cycle_number > 0,
        first_ended=entry.surveyed_on if entry.surveillances == 1 else None,
    )
    return first, second, last


def later_days(entry: CarriedCertificate) -> tuple[Decimal, Decimal]:
    """Auditor-days of a surveillance and of the recertification: from what the last audit took, else from the table.

    Raises Refused where neither is known nor the table goes that far.
    """
    if entry.audit_days and entry.activity in SHARES:
        whole = Fraction(entry.audit_days) / SHARES[entry.activity]
    elif entry.base_days:
        whole = Fraction(entry.base_days)
    else:
        complexity = entry.complexity or Complexity.MEDIUM
        table = audit_time(entry.standard, entry.personnel, complexity, AuditKind.INITIAL)
        whole = Fraction(table.value.days)
    shares = (SHARES[SURVEILLANCE_AUDIT], SHARES[RECERTIFICATION_AUDIT])
    surveillance, recertification = (max(half_day_not_below(whole * share), SHORTEST) for share in shares)
    return surveillance, recertification


def may_still_be_restored(entry: CarriedCertificate, on: date) -> bool:
    """Has it expired so lately that a recertification may still restore it (9.6.3.2.5)?"""
    months = edition_in_force(entry.standard, on).number("restoring")
    return entry.status is Status.EXPIRED and on <= add_months(entry.expires_on, months)


def _of_number(entry: CarriedCertificate, approval: str, prefix: str) -> Iterator[Objection]:
    try:
        number = parse_certificate_number(entry.number)
    except Refused as refused:
        yield from (objection.because(field="number") for objection in refused.objections)
        return
    if entry.approval and entry.approval != approval:
        yield OTHER_BODY.because(field="approval", found=entry.approval, own=approval)
    if number.body != prefix:
        yield OTHER_PREFIX.because(field="number", found=number.body, own=prefix)
    if number.standard is not entry.standard:
        yield OTHER_STANDARD.because(field="standard", letter=number.scheme, found=entry.standard)


def _of_days(entry: CarriedCertificate, on: date) -> Iterator[Objection]:
    issued = entry.issued_on
    if entry.first_issued_on and entry.first_issued_on > issued:
        yield FIRST_AFTER_ISSUE.because(field="first_issued_on", first=entry.first_issued_on, issued=issued)
    if entry.decided_on and entry.decided_on > issued:
        yield DECIDED_AFTER_ISSUE.because(field="decided_on", decided=entry.decided_on, issued=issued)
    if entry.expires_on < issued:
        yield ENDS_BEFORE_ISSUE.because(field="expires_on", expires=entry.expires_on, issued=issued)
    if entry.audit_began and entry.audit_ended and entry.audit_ended < entry.audit_began:
        yield AUDIT_BACKWARDS.because(field="audit_ended", began=entry.audit_began, ended=entry.audit_ended)
    for field, most in MOST.items():
        if (getattr(entry, field) or 0) > most:
            yield TOO_MANY.because(field=field, most=most, found=getattr(entry, field))
    days = {name: getattr(entry, name) for name in ("issued_on", "audit_ended", "suspended_on", "ended_on")}
    if entry.status is Status.EXPIRED:
        del days["ended_on"]  # follows from the expiry
    for field, day in days.items():
        if day and day > on:
            yield IN_FUTURE.because(field=field, day=day)


def _of_status(entry: CarriedCertificate, on: date) -> Iterator[Objection]:
    if entry.status is Status.SUSPENDED:
        yield from _of_suspension(entry)
    if entry.status in ENDED:
        if entry.ended_on is None:
            yield NO_DAY.because(field="ended_on")
        elif entry.ended_on < entry.issued_on:
            yield BEFORE_ISSUE.because(field="ended_on", day=entry.ended_on, issued=entry.issued_on)
    elif entry.expires_on < on:
        yield PAST_EXPIRY.because(field="status", expires_on=entry.expires_on)
    if entry.status is Status.EXPIRED and entry.expires_on >= on:
        yield NOT_PAST_EXPIRY.because(field="status", expires_on=entry.expires_on)
    if act := REASON_OF.get(entry.status):
        if not entry.reason_code:
            yield NO_REASON.because(field="reason_code")
        elif entry.reason_code not in REASONS[act]:
            yield UNKNOWN_REASON.because(field="reason_code", reason=entry.reason_code)


def _of_suspension(entry: CarriedCertificate) -> Iterator[Objection]:
    began, until = entry.suspended_on, entry.suspended_until
    for field in ("suspended_on", "suspended_until"):
        if getattr(entry, field) is None:
            yield NO_DAY.because(field=field)
    if began and began < entry.issued_on:
        yield BEFORE_ISSUE.because(field="suspended_on", day=began, issued=entry.issued_on)
    if began and until and until < began:
        yield SUSPENSION_BACKWARDS.because(field="suspended_until", began=began, until=until)


def _of_what_comes(entry: CarriedCertificate) -> Iterator[Objection]:
    """What the programme of a living certificate needs."""
    if entry.surveillances and entry.surveyed_on is None:
        yield NO_SURVEILLANCE_DAY.because(field="audit_ended", times=entry.surveillances)
    if entry.personnel < 1:
        yield NO_PERSONNEL.because(field="personnel")
        return
    try:
        later_days(entry)
    except Refused:
        yield NO_AUDITOR_DAYS.because(field="audit_days", personnel=entry.personnel)
