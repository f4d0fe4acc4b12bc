"""Taking over a certification from another body: IAF MD 2. The cycle and its dates go on as they are."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from .audit_cycle import VisitKind, Window, cycle_windows
from .calendar import add_months
from .certificate_life import Status
from .certificate_numbers import approval_number
from .dated_numbers import number
from .editions import edition_in_force
from .standards import Standard
from .verdict import Objection, Refused

MD2 = "IAF MD 2:2017"
NOT_VALID = Objection("transfer.not-valid", f"{MD2} 2.1.2")
SUSPENDED = Objection("transfer.suspended", f"{MD2} 2.1.2")
PAST_EXPIRY = Objection("transfer.past-expiry", f"{MD2} 2.1.2")
NOT_ACCREDITED = Objection("transfer.not-accredited", f"{MD2} 2.1.1")
TOO_LATE = Objection("transfer.too-late", f"{MD2} 2.1.3")
MAJOR_OPEN = Objection("transfer.major-open", f"{MD2} 2.2.4")
NOT_REVIEWED = Objection("transfer.not-reviewed", f"{MD2} 2.2.1")
NOT_DECLARED = Objection("transfer.not-declared", f"{MD2} 2.2.1")
OUT_OF_ORDER = Objection("transfer.out-of-order", f"{MD2} 2.2.1")
NO_AUDIT_DAY = Objection("transfer.no-audit-day", f"{MD2} 2.2.1")
OFFERED_ALREADY = Objection("transfer.offered-already", f"{MD2} 2.2.1")
NO_REVIEW = Objection("transfer.no-review", f"{MD2} 2.2.1")
NO_REASON = Objection("transfer.no-reason", f"{MD2} 2.3")
MIXED = Objection("transfer.mixed", f"{MD2} 2.3")
TIMES_BEFORE_RECERTIFICATION = 2  # surveillances of a cycle, ISO/IEC 17021-1:2015 9.1.3.2


class Point(StrEnum):
    """What the review before a transfer looks at."""

    REASON = "reason"  # 转换理由
    CERTIFICATE = "certificate"  # 证书有效性
    SCOPE = "scope"  # 在认可范围内
    REPORTS = "reports"  # 上次初审（再认证）和监督报告
    NONCONFORMITIES = "nonconformities"  # 未关闭的不符合
    COMPLAINTS = "complaints"  # 投诉
    CYCLE = "cycle"  # 所处周期阶段
    LAW = "law"  # 合规情况


@dataclass(frozen=True)
class TransferFacts:
    """A certification as it stands with the body that issued it."""

    status: Status
    expires: date
    accredited: bool  # it was issued under accreditation
    issuer_lost_accreditation: date | None = None  # or ceased, that day
    majors_open: int = 0  # major nonconformities whose corrective action is not verified
    reviewed: Collection[Point] = ()


@dataclass(frozen=True)
class Found:
    """What the review found: the certification with the other body, and how far its cycle has come.

    `issued`: the day from which the current cycle counts; `cycle_number`: recertifications so far; `surveillances`:
    those held in this cycle, the last of which ended on `last_audit_ended`.
    """

    status: Status
    first_issued: date
    issued: date
    expires: date
    approval: str  # 批准号 of the other body
    accredited: bool
    issuer_lost_accreditation: date | None = None
    cycle_number: int = 0
    surveillances: int = 0
    last_audit_ended: date | None = None
    majors_open: int = 0

    def facts(self, reviewed: Collection[Point]) -> TransferFacts:
        """What decides whether it may be taken over."""
        return TransferFacts(
            self.status,
            self.expires,
            self.accredited,
            self.issuer_lost_accreditation,
            self.majors_open,
            reviewed,
        )

    @property
    def surveyed(self) -> date | None:
        """The last day of the latest surveillance of this cycle."""
        return self.last_audit_ended if self.surveillances else None


def complete_by(facts: TransferFacts) -> date:
    """The last day for the transfer: by expiry, and within six months after the issuer lost its accreditation."""
    lost = facts.issuer_lost_accreditation
    if lost is None:
        return facts.expires
    return min(facts.expires, add_months(lost, number("transfer_lost_accreditation")))


def objections_to_transfer(facts: TransferFacts, on: date) -> list[Objection]:
    """May the certification be taken over on this day? Otherwise the client is treated as a new one."""
    objections = _objections_to_certificate(facts, on)
    if facts.majors_open:
        objections.append(MAJOR_OPEN.because(field="majors_open", majors=facts.majors_open))
    return objections + [
        NOT_REVIEWED.because(field="reviewed", point=p) for p in Point if p not in facts.reviewed
    ]


def _objections_to_certificate(facts: TransferFacts, on: date) -> list[Objection]:
    objections = []
    if facts.status is Status.SUSPENDED:
        objections.append(SUSPENDED.because(field="status"))
    elif facts.status is not Status.IN_FORCE:
        objections.append(NOT_VALID.because(field="status"))
    if on > facts.expires:
        objections.append(PAST_EXPIRY.because(field="expires", expires=facts.expires))
    elif on > complete_by(facts):
        objections.append(TOO_LATE.because(field="issuer_lost_accreditation", by=complete_by(facts)))
    if not facts.accredited:
        objections.append(NOT_ACCREDITED.because(field="accredited"))
    return objections


def objections_to_found(found: Found, on: date) -> list[Objection]:
    """Can this be so? The dates of a cycle follow each other, and none of what is past lies ahead (IAF MD 2 2.2)."""
    try:
        approval_number(found.approval)
        objections = []
    except Refused as refused:
        objections = list(refused.objections)
    if found.surveillances and found.last_audit_ended is None:
        objections.append(NO_AUDIT_DAY.because(field="last_audit_ended"))
    days = {
        "first_issued": found.first_issued,
        "issued": found.issued,
        "last_audit_ended": found.surveyed or found.issued,
    }
    for (_, earlier), (field, later) in pairwise(days.items()):
        if later < earlier:
            objections.append(OUT_OF_ORDER.because(field=field, earlier=earlier, later=later))
    ahead = {field: day for field, day in days.items() if day > on}
    objections += [OUT_OF_ORDER.because(field=field, earlier=day, later=on) for field, day in ahead.items()]
    return objections


def objections_to_mixing(standards: Collection[str], reviewed: Collection[str]) -> list[Objection]:
    """One contract takes over all its certifications or begins all of them: its visits are of one programme."""
    left = [standard for standard in standards if standard not in reviewed]
    return [MIXED.because(standard=standard) for standard in left] if reviewed else []


def windows_to_come(
    standard: Standard, found: Found, on: date
) -> Iterator[tuple[tuple[VisitKind, int], Window]]:
    """What is still to be held in the cycle the other body began: kind and ordinal, each with its window.

    The cycle goes on with its own days (IAF MD 2:2017 2.3), by the edition in force on the day.
    """
    windows = cycle_windows(
        decided=found.issued,
        issued=found.issued,
        expires=found.expires,
        edition=edition_in_force(standard, on),
        recertified=found.cycle_number > 0,
        first_ended=found.surveyed if found.surveillances == 1 else None,
    )
    places = [
        (VisitKind.SURVEILLANCE, 1),
        (VisitKind.SURVEILLANCE, TIMES_BEFORE_RECERTIFICATION),
        (VisitKind.RECERTIFICATION, 1),
    ]
    held = min(found.surveillances, TIMES_BEFORE_RECERTIFICATION)
    yield from list(zip(places, windows, strict=True))[held:]


def surveillance_due(standard: Standard, found: Found, on: date) -> date | None:
    """The last day of the next surveillance; None when the recertification audit takes its place (IAF MD 2:2017 2.3)."""
    windows = [window for _, window in windows_to_come(standard, found, on)]
    following, recertification = windows[0], windows[-1]
    return following.latest if following.latest < recertification.earliest else None
