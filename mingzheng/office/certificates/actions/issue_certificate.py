"""Issue a certificate 颁发证书 — ISO/IEC 17021-1:2015 8.2, 9.5.1."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.issuing import NOT_FOR_THIS, days_when_issued, objections_to_issuing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import Version, decision_facts, execute, latest_certificate, make, subs_in
from ..queries import locked_decision


@dataclass(frozen=True)
class Issued(Happened, kind="certificate.issued", begins=True):
    number: str
    certification: str
    decision: str
    decided_on: date
    issued_on: date
    expires_on: date
    surveillance_due_on: date | None
    cycle_number: int
    subs: list[str]  # numbers of its sub-certificates


def objections(decision: Decision, on: date) -> list[Objection]:
    """Why this decision cannot be turned into a first certificate on this day; one taken over has a cycle already."""
    if decision.certification.transfer_id:
        return [NOT_FOR_THIS]
    latest = latest_certificate(decision.certification)
    facts = decision_facts(decision, DecisionAct.GRANT)
    return objections_to_issuing(facts, latest.facts if latest else None, on=on)


def planned(decision: Any, on: date) -> Version:
    """What the certificate will say if it is issued on this day."""
    certification = decision.certification
    return Version(
        decision=decision,
        prefix=decision.prefix,
        cycle_number=0,
        first_issued_on=on,
        days=days_when_issued(Standard(certification.standard), decided=decision.decided_on, issued=on),
        scope_zh=decision.scope_zh or certification.scope_zh,
        scope_en=decision.scope_en or certification.scope_en,
    )


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 8.2.2")
def issue_certificate(decision_number: str, *, subs: Collection[int] = (), on: date, by: Actor) -> Issued:
    """`subs` are the lines of the annex that get a sub-certificate of their own."""
    decision = locked_decision(decision_number)
    refuse_if(objections(decision, on))

    version, certification = replace(planned(decision, on), subs=subs), decision.certification
    certificate = make(version, certification, on=on)
    execute(decision, certificate, on=on)
    return Issued(
        number=certificate.number,
        certification=certification.subject_key,
        decision=decision.number,
        decided_on=decision.decided_on,
        issued_on=on,
        expires_on=certificate.expires_on,
        surveillance_due_on=certificate.surveillance_due_on,
        cycle_number=0,
        subs=subs_in(certificate),
    )
