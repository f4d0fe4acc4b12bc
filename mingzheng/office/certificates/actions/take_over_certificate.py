"""Issue a certificate in place of another body's 转换换证 — IAF MD 2:2017 2.3: the cycle and its days go on as they are."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mingzheng.office.contracts.models import TransferReview
from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.issuing import NOT_FOR_THIS, CertificateDays, objections_to_issuing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import objections_to_transfer, surveillance_due
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import Version, decision_facts, execute, latest_certificate, make, subs_in
from ..queries import locked_decision


@dataclass(frozen=True)
class TakenOver(Happened, kind="certificate.taken-over", begins=True):
    number: str
    certification: str
    decision: str
    decided_on: date
    issued_on: date
    expires_on: date
    surveillance_due_on: date | None
    first_issued_on: date
    cycle_from: date  # the day the cycle began with the other body
    cycle_number: int
    body: str  # the other one
    approval: str  # 批准号 of that body
    their_number: str  # of its certificate, which ours takes the place of
    subs: list[str]  # numbers of its sub-certificates


def objections(decision: Decision, on: date) -> list[Objection]:
    """Why this decision cannot be turned into a certificate in place of another body's on this day."""
    review = decision.certification.transfer
    if review is None:
        return [NOT_FOR_THIS]
    latest = latest_certificate(decision.certification)
    facts = decision_facts(decision, DecisionAct.GRANT)
    found = objections_to_issuing(facts, latest.facts if latest else None, on=on)
    return found + objections_to_transfer(review.facts, on)


def planned(decision: Any, on: date) -> Version:
    """What the certificate will say if it is issued on this day: the days are those of the one it follows."""
    certification, review = decision.certification, decision.certification.transfer
    due = surveillance_due(Standard(certification.standard), review.found, on)
    return Version(
        decision=decision,
        prefix=decision.prefix,
        cycle_number=review.cycle_number,
        first_issued_on=review.first_issued_on,
        days=CertificateDays(review.expires_on, due),
        scope_zh=certification.scope_zh,
        scope_en=certification.scope_en,
    )


@action(Role.CERTIFICATE_CLERK, clause="IAF MD 2:2017 2.3")
def take_over_certificate(
    decision_number: str, *, subs: Collection[int] = (), on: date, by: Actor
) -> TakenOver:
    """`subs` are the lines of the annex that get a sub-certificate of their own."""
    decision = locked_decision(decision_number)
    refuse_if(objections(decision, on))

    certification = decision.certification
    review: TransferReview = certification.transfer
    certificate = make(replace(planned(decision, on), subs=subs), certification, on=on)
    execute(decision, certificate, on=on)
    return TakenOver(
        number=certificate.number,
        certification=certification.subject_key,
        decision=decision.number,
        decided_on=decision.decided_on,
        issued_on=on,
        expires_on=certificate.expires_on,
        surveillance_due_on=certificate.surveillance_due_on,
        first_issued_on=certificate.first_issued_on,
        cycle_from=review.issued_on,
        cycle_number=review.cycle_number,
        body=review.body,
        approval=review.approval,
        their_number=review.certificate,
        subs=subs_in(certificate),
    )
