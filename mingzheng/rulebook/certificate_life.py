"""The life of a certificate: in force, suspended, and the four ways it ends.

Clauses: ISO/IEC 17021-1:2015 9.6.5 (suspending, withdrawing, reducing scope), 9.6.3 (expiry).
One table says it all: :data:`LIFE` which act is open in which state and where it leads, :data:`HANDS` who decides it
and who carries it out; the rest are conditions.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import number
from .editions import Edition
from .reason_codes import EDITION, ONLY_FOR_REPORTING, ReplaceReason, SuspendReason, WithdrawReason
from .roles import Role
from .verdict import Objection

LONGEST_SUSPENSION_MONTHS = number("suspension_iso")
"""9.6.5.4 NOTE: in most cases not beyond six months. The Chinese rules make it a limit. The 2016 rule let a
suspension for an expired permit last until the permit is decided (8.2.2, confidence m): the last day is a
fact of each certificate."""


class Status(StrEnum):
    """Where a certificate stands 证书状态."""

    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REPLACED = "replaced"


class Act(StrEnum):
    """What can be done to a certificate."""

    SUSPEND = "suspend"
    RESTORE = "restore"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"
    EXPIRE = "expire"
    REPLACE = "replace"
    EXTEND_SCOPE = "extend_scope"
    REDUCE_SCOPE = "reduce_scope"
    TRANSFER = "transfer"  # to another body, which takes the certification over (IAF MD 2)


# state × act -> state. What is not here is shut. A change of scope leaves the certification where it was; the
# paper that shows it is a new version (replace). A suspended scope may be reduced to what conforms (9.6.5.5).
LIFE: dict[tuple[Status, Act], Status] = {
    (Status.IN_FORCE, Act.SUSPEND): Status.SUSPENDED,
    (Status.IN_FORCE, Act.WITHDRAW): Status.WITHDRAWN,
    (Status.IN_FORCE, Act.CANCEL): Status.CANCELLED,
    (Status.IN_FORCE, Act.EXPIRE): Status.EXPIRED,
    (Status.IN_FORCE, Act.REPLACE): Status.REPLACED,
    (Status.IN_FORCE, Act.EXTEND_SCOPE): Status.IN_FORCE,
    (Status.IN_FORCE, Act.REDUCE_SCOPE): Status.IN_FORCE,
    (Status.IN_FORCE, Act.TRANSFER): Status.REPLACED,
    (Status.SUSPENDED, Act.RESTORE): Status.IN_FORCE,
    (Status.SUSPENDED, Act.WITHDRAW): Status.WITHDRAWN,
    (Status.SUSPENDED, Act.CANCEL): Status.CANCELLED,
    (Status.SUSPENDED, Act.EXPIRE): Status.EXPIRED,
    (Status.SUSPENDED, Act.REDUCE_SCOPE): Status.SUSPENDED,
}
ENDED = frozenset(Status) - {status for status, _ in LIFE}

STATUS_CODES = {
    Status.IN_FORCE: "01",
    Status.SUSPENDED: "02",
    Status.WITHDRAWN: "03",
    Status.CANCELLED: "04",  # the platform of 2018 had no 04 for management systems: 03 with reason 0122
    Status.EXPIRED: "05",
    Status.REPLACED: "03",  # with reason 0120; counted apart everywhere else
}
"""The regulator's code of each state (CNCA platform tables as of 2018)."""

REASONS: dict[Act, frozenset[str]] = {
    Act.SUSPEND: frozenset(SuspendReason),
    Act.WITHDRAW: frozenset(WithdrawReason) - ONLY_FOR_REPORTING,
    Act.REPLACE: frozenset(ReplaceReason),
}
"""The reason codes to choose from; an act that is not here takes none."""


@dataclass(frozen=True)
class Hands:
    """Through whose hands an act goes: who decides it (None: nobody has to), who carries it out, by which clause."""

    decides: Role | None
    carries_out: Role
    clause: str


ISO = "ISO/IEC 17021-1:2015"
HANDS: dict[Act, Hands] = {
    Act.SUSPEND: Hands(Role.DECISION_MAKER, Role.CERTIFICATE_CLERK, f"{ISO} 9.6.5.2"),
    Act.RESTORE: Hands(Role.DECISION_MAKER, Role.CERTIFICATE_CLERK, f"{ISO} 9.6.5.4"),
    Act.WITHDRAW: Hands(Role.DECISION_MAKER, Role.CERTIFICATE_CLERK, f"{ISO} 9.6.5.5"),
    Act.CANCEL: Hands(None, Role.CERTIFICATE_CLERK, f"{ISO} 5.1.2"),
    Act.EXPIRE: Hands(None, Role.CLOCK, f"{ISO} 9.6.3.2.4"),
    Act.REPLACE: Hands(None, Role.CERTIFICATE_CLERK, f"{ISO} 8.2.2"),  # decided for DECIDED_REPLACEMENTS
    Act.EXTEND_SCOPE: Hands(Role.DECISION_MAKER, Role.CERTIFICATE_CLERK, f"{ISO} 9.6.4.1"),
    Act.REDUCE_SCOPE: Hands(Role.DECISION_MAKER, Role.CERTIFICATE_CLERK, f"{ISO} 9.6.5.5"),
    Act.TRANSFER: Hands(None, Role.CERTIFICATE_CLERK, "IAF MD 2:2017 2.3"),
}
"""Whoever decides did not audit (9.5.1.1) and whoever carries out decides nothing."""

DECIDED_ACTS = frozenset(act for act, hands in HANDS.items() if hands.decides)  # 9.5.1.1
DECIDED_REPLACEMENTS = frozenset(
    {ReplaceReason.SURVEILLANCE, ReplaceReason.RECERTIFICATION, ReplaceReason.TRANSFER}
)


@dataclass(frozen=True)
class CertificateFacts:
    """What the rules need to know of one certificate. Days are calendar days, the last day included."""

    status: Status
    issued_on: date
    expires_on: date  # the last day of validity
    suspended_until: date | None = None  # the last day to put things right while suspended
    surveillance_latest: date | None = None  # the last day for the next surveillance, None when none is due
    cancellation_asked_on: date | None = None  # the client's own written request
    taken_over_on: date | None = None  # another body has taken the certification over, as it told this one
    prolonged_from: date | None = (
        None  # the last day it had before it was prolonged in an extraordinary event
    )

    @property
    def cycle_ends_on(self) -> date:
        """The last day of its cycle: the next one is reckoned from it, prolonged or not."""
        return self.prolonged_from or self.expires_on


NOT_ISSUED_YET = Objection("certificate.not-issued-yet", f"{ISO} 8.2.2")
SUSPENDED = Objection("certificate.suspended", f"{ISO} 9.6.5.3")
NOT_SUSPENDED = Objection("certificate.not-suspended", f"{ISO} 9.6.5.4")
ALREADY = {status: Objection(f"certificate.ended.{status}", f"{ISO} 9.6.5.1") for status in ENDED}
PAST_EXPIRY = Objection("certificate.past-expiry", f"{ISO} 9.6.3.2.4")
NOT_PAST_EXPIRY = Objection("certificate.not-past-expiry", f"{ISO} 9.6.3.2.4")
NO_DECISION = Objection("certificate.no-decision", f"{ISO} 9.5.1.1")
CLIENT_DID_NOT_ASK = Objection("certificate.client-did-not-ask", f"{ISO} 5.1.2")
SUSPENSION_RAN_OUT = Objection("certificate.suspension-ran-out", f"{ISO} 9.6.5.5")
SUSPENSION_STILL_RUNS = Objection("certificate.suspension-still-runs", f"{ISO} 9.6.5.5")
SURVEILLANCE_STILL_OVERDUE = Objection("certificate.surveillance-still-overdue", f"{ISO} 9.6.5.2")
NOT_TAKEN_OVER = Objection("certificate.not-taken-over", "IAF MD 2:2017 2.3")
NO_TRANSFER_WHILE_SUSPENDED = Objection("transfer.suspended", "IAF MD 2:2017 2.1.2")
NOT_BY_THIS_ROLE = Objection("certificate.not-by-this-role", f"{ISO} 6.1.3")
NO_REASON = Objection("certificate.no-reason", f"{ISO} 9.6.5.1")
UNKNOWN_REASON = Objection("certificate.unknown-reason", EDITION)


def objections_to(
    act: Act, facts: CertificateFacts, *, decided: bool, on: date, reason: str | None = None
) -> list[Objection]:
    """May this be done to this certificate on this day? `decided`: a certification decision for it stands."""
    objections = _objections_of_state(act, facts, on)
    if _needs_decision(act, reason) and not decided:
        objections.append(NO_DECISION)
    return objections + objections_to_reason(act, facts, on, reason)


def open_acts(
    facts: CertificateFacts, *, on: date, decided: Collection[Act] = DECIDED_ACTS
) -> dict[Act, list[Objection]]:
    """Every act with its objections, none meaning open: for the buttons of a page, before a reason is chosen.

    `decided` holds the acts for which a decision stands; unless told, none is missing.
    """
    return {
        act: _objections_of_state(act, facts, on)
        + ([NO_DECISION] if act in DECIDED_ACTS and act not in decided else [])
        for act in Act
    }


def objections_to_hands(act: Act, role: Role) -> list[Objection]:
    """Does this act go through the hands of this role, be it to decide or to carry it out?"""
    hands = HANDS[act]
    if role in (hands.decides, hands.carries_out):
        return []
    return [NOT_BY_THIS_ROLE.because(field="actor", role=role, needed=hands.decides or hands.carries_out)]


def suspension_ends_by(on: date, *, months: int = LONGEST_SUSPENSION_MONTHS) -> date:
    """The last day by which a client suspended on this day must have put things right (9.6.5.4)."""
    return add_months(on, months)


def suspension_ends(on: date, edition: Edition, *, permit_expired: bool = False) -> date | None:
    """The same by an edition; None where it lets a suspension for an expired permit last until that is decided."""
    if permit_expired and edition.number("suspension_for_permit"):
        return None
    return add_months(on, edition.number("suspension"))


def objections_to_reason(act: Act, facts: CertificateFacts, on: date, reason: str | None) -> list[Objection]:
    """Is this a reason the regulator's list has for this act, and does it fit the certificate?"""
    if act not in REASONS:
        return []
    if not reason:
        return [NO_REASON]
    if reason not in REASONS[act]:
        return [UNKNOWN_REASON.because(reason=reason)]
    still_runs = facts.suspended_until is None or on <= facts.suspended_until
    if act is Act.WITHDRAW and reason == WithdrawReason.SUSPENSION_RAN_OUT and still_runs:
        return [SUSPENSION_STILL_RUNS]
    return []


def _objections_of_state(act: Act, facts: CertificateFacts, on: date) -> list[Objection]:
    if (facts.status, act) not in LIFE:
        return [_why_shut(act, facts.status)]
    objections = []
    if on < facts.issued_on:
        objections.append(NOT_ISSUED_YET.because(issued_on=facts.issued_on))
    if act is Act.EXPIRE and on <= facts.expires_on:
        objections.append(NOT_PAST_EXPIRY.because(expires_on=facts.expires_on))
    if act is not Act.EXPIRE and on > facts.expires_on:
        objections.append(PAST_EXPIRY.because(expires_on=facts.expires_on))
    if act is Act.CANCEL and (facts.cancellation_asked_on is None or on < facts.cancellation_asked_on):
        objections.append(CLIENT_DID_NOT_ASK)
    if act is Act.TRANSFER and (facts.taken_over_on is None or on < facts.taken_over_on):
        objections.append(NOT_TAKEN_OVER)
    if act is Act.RESTORE:
        objections += _objections_to_restoring(facts, on)
    return objections


def _why_shut(act: Act, status: Status) -> Objection:
    if status in ENDED:
        return ALREADY[status]
    if act is Act.TRANSFER:
        return NO_TRANSFER_WHILE_SUSPENDED
    return NOT_SUSPENDED if act is Act.RESTORE else SUSPENDED


def _objections_to_restoring(facts: CertificateFacts, on: date) -> list[Objection]:
    objections = []
    if facts.suspended_until and on > facts.suspended_until:
        objections.append(SUSPENSION_RAN_OUT.because(suspended_until=facts.suspended_until))
    if facts.surveillance_latest and on > facts.surveillance_latest:
        objections.append(SURVEILLANCE_STILL_OVERDUE.because(latest=facts.surveillance_latest))
    return objections


def _needs_decision(act: Act, reason: str | None) -> bool:
    return act in DECIDED_ACTS or (act is Act.REPLACE and reason in DECIDED_REPLACEMENTS)
