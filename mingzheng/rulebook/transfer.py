"""Taking over a certification from another body: IAF MD 2. The cycle and its dates go on as they are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .calendar import add_months
from .certificate_life import Status
from .dated_numbers import number
from .verdict import Objection

MD2 = "IAF MD 2:2017"
NOT_VALID = Objection("transfer.not-valid", f"{MD2} 2.1.2")
SUSPENDED = Objection("transfer.suspended", f"{MD2} 2.1.2")
PAST_EXPIRY = Objection("transfer.past-expiry", f"{MD2} 2.1.2")
NOT_ACCREDITED = Objection("transfer.not-accredited", f"{MD2} 2.1.1")
TOO_LATE = Objection("transfer.too-late", f"{MD2} 2.1.3")
MAJOR_OPEN = Objection("transfer.major-open", f"{MD2} 2.2.4")
NOT_REVIEWED = Objection("transfer.not-reviewed", f"{MD2} 2.2.1")


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
