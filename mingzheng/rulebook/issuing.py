"""When a certificate may be issued, renewed or replaced by a new version, and the days printed on it.

Clauses: ISO/IEC 17021-1:2015 8.2.2 (what a certificate says), 9.5.1.1 (decisions), 9.6.3.2 (recertification), and the
Chinese rules over it. All days are calendar days; the last day of validity is inside it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from .audit_cycle import (
    Outcome,
    Recertification,
    expiry,
    first_surveillance,
    next_surveillance,
    recertification_outcome,
    recertification_window,
)
from .certificate_life import (
    ALREADY,
    ENDED,
    NO_REASON,
    UNKNOWN_REASON,
    Act,
    CertificateFacts,
    Status,
    objections_to,
)
from .editions import edition_in_force
from .reason_codes import ReplaceReason
from .standards import Standard
from .verdict import Objection

ISO = "ISO/IEC 17021-1:2015"
BEFORE_DECISION = Objection("certificate.before-decision", f"{ISO} 8.2.2")
DECISION_USED = Objection("certificate.decision-used", f"{ISO} 9.5.1.1")
NOT_FOR_THIS = Objection("certificate.decision-not-for-this", f"{ISO} 9.5.1.1")
STILL_LIVING = Objection("certificate.still-living", f"{ISO} 8.2.2")
CERTIFIED_BEFORE = Objection("certificate.certified-before", f"{ISO} 9.6.3.2.5")
NOTHING_TO_RENEW = Objection("certificate.nothing-to-renew", f"{ISO} 9.6.3.1.1")
NOT_AUDITED = Objection("certificate.not-audited", f"{ISO} 9.6.2.2")
NOTHING_CHANGED = Objection("certificate.nothing-changed", f"{ISO} 8.2.2")
SUB_OF_ONE_SITE = Objection("certificate.sub-of-one-site", f"{ISO} 8.2.2")
NO_SUCH_SITE = Objection("certificate.no-such-site", f"{ISO} 8.2.2")
NOT_A_NEW_VERSION = frozenset({ReplaceReason.RECERTIFICATION, ReplaceReason.TRANSFER})  # these issue anew
ONLY_WITH_DECISION = frozenset({ReplaceReason.SURVEILLANCE})
TOO_LATE_TO_RENEW = {
    Outcome.INITIAL: "certificate.recertify-as-initial",
    Outcome.STAGE_2: "certificate.recertify-stage-2",
}


@dataclass(frozen=True)
class DecisionFacts:
    """What the rules need to know of the decision a certificate rests on. `executed`: it has been used up."""

    fits: bool  # a decision of the right kind: a grant to issue, a renewal to renew
    decided_on: date
    executed: bool


@dataclass(frozen=True)
class CertificateDays:
    """The days of a certificate: its last day, and the last day for its next surveillance audit."""

    expires: date
    surveillance_latest: date | None


def objections_to_using(decision: DecisionFacts, *, on: date) -> list[Objection]:
    """May this decision be turned into a certificate on this day?"""
    if not decision.fits:
        return [NOT_FOR_THIS]
    if decision.executed:
        return [DECISION_USED]
    return [BEFORE_DECISION.because(decided_on=decision.decided_on)] if on < decision.decided_on else []


def objections_to_issuing(
    decision: DecisionFacts, latest: CertificateFacts | None, *, on: date
) -> list[Objection]:
    """May the first certificate of a certification be issued? `latest`: the last one it had, if any.

    What has lapsed for good is not issued again: a new certification begins, with an initial audit and a cycle 0.
    """
    objections = objections_to_using(decision, on=on)
    if latest:
        objections.append(CERTIFIED_BEFORE if latest.status in ENDED else STILL_LIVING)
    return objections


def objections_to_renewing(
    decision: DecisionFacts, latest: CertificateFacts | None, outcome: Recertification | None, *, on: date
) -> list[Objection]:
    """May `latest` be followed by a certificate of the next cycle? `outcome`: what the recertification came to."""
    objections = objections_to_using(decision, on=on)
    if latest is None or outcome is None:
        return [*objections, NOTHING_TO_RENEW]
    if latest.status not in ENDED:
        objections += objections_to(
            Act.REPLACE, latest, decided=True, on=on, reason=ReplaceReason.RECERTIFICATION
        )
    elif latest.status is not Status.EXPIRED:
        objections.append(ALREADY[latest.status])
    if outcome.outcome in TOO_LATE_TO_RENEW:
        objections.append(
            Objection(TOO_LATE_TO_RENEW[outcome.outcome], outcome.clause, {"expires_on": latest.expires_on})
        )
    return objections


def replacement_reasons(*, scope_changes: bool) -> list[ReplaceReason]:
    """The reasons for a new version within a cycle; after surveillance only when the scope was decided anew."""
    closed = NOT_A_NEW_VERSION if scope_changes else NOT_A_NEW_VERSION | ONLY_WITH_DECISION
    return [reason for reason in ReplaceReason if reason not in closed]


def objections_to_new_version(
    act: Act, facts: CertificateFacts, *, reason: str | None, is_printed_as_it_stands: bool, on: date
) -> list[Objection]:
    """May a certificate be replaced by a new version: for the client's data (replace), or a scope decided anew?"""
    scope_changes = act is not Act.REPLACE
    objections = objections_to(act, facts, decided=scope_changes, on=on, reason=reason)
    if not objections and reason not in replacement_reasons(scope_changes=scope_changes):
        objections.append(UNKNOWN_REASON.because(reason=reason) if reason else NO_REASON)
    if not objections and not scope_changes and is_printed_as_it_stands:
        objections.append(NOTHING_CHANGED)
    return objections


def objections_to_maintaining(decision: DecisionFacts, audited: date | None, *, on: date) -> list[Objection]:
    """Does this decision move the day of the next surveillance? `audited`: the last day of the surveillance audit."""
    return objections_to_using(decision, on=on) + ([] if audited else [NOT_AUDITED])


def recertified(
    standard: Standard, *, expires: date, on_site_ended: date | None, decided: date, prolonged: bool = False
) -> Recertification:
    """What a renewal decided on `decided` comes to, by the edition in force on that day.

    `expires` is the last day of the cycle; `prolonged`: an extraordinary event let the certificate live beyond it. Nobody decides to renew before corrections are verified (9.6.3.2.2), so the decision itself says they are.
    """
    return recertification_outcome(
        expires=expires,
        on_site_ended=on_site_ended,
        decided=decided,
        activities_completed=True,
        edition=edition_in_force(standard, decided),
        extraordinary=prolonged,
    )


def days_when_issued(
    standard: Standard, *, decided: date, issued: date, renewed_until: date | None = None
) -> CertificateDays:
    """The days of a certificate of a new cycle; `renewed_until` is the last day a recertification gives it."""
    window = first_surveillance(
        decided=decided,
        issued=issued,
        edition=edition_in_force(standard, issued),
        recertified=renewed_until is not None,
    )
    expires = renewed_until or expiry(issued)
    return CertificateDays(expires, min(window.latest, expires))


def surveillance_latest(standard: Standard, *, audited: date, expires: date) -> date | None:
    """The last day for the surveillance after an audit that ended on `audited`.

    None when it would fall into the days in which the recertification audit takes its place.
    """
    edition = edition_in_force(standard, audited)
    latest = next_surveillance(last_ended=audited, edition=edition).latest
    return latest if latest < recertification_window(expires=expires, edition=edition).earliest else None


def objections_to_subs(chosen: Collection[int], sites: int) -> list[Objection]:
    """Why these lines of the annex cannot have sub-certificates 子证书: one site needs none, and only what it lists can."""
    if chosen and sites < 2:
        return [SUB_OF_ONE_SITE]
    return [NO_SUCH_SITE.because(line=line) for line in sorted(chosen) if not 1 <= line <= sites]
