"""Suspend a certificate 暂停证书 — ISO/IEC 17021-1:2015 9.6.5.2."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.certificate_life import Act, Status, objections_to, suspension_ends_by
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import execute
from ..models import Certificate
from ..queries import decision_to_execute, locked


@dataclass(frozen=True)
class Suspended(Happened, kind="certificate.suspended"):
    number: str
    certification: str
    decision: str
    reason: str
    until: date


def objections(certificate: Certificate, decision: Decision | None, on: date) -> list[Objection]:
    """Why this certificate cannot be suspended on this day."""
    reason = decision.reason_code if decision else None
    return objections_to(Act.SUSPEND, certificate.facts, decided=decision is not None, on=on, reason=reason)


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 9.6.5.2")
def suspend_certificate(number: str, *, on: date, by: Actor) -> Suspended:
    certificate = locked(number)
    decision = decision_to_execute(certificate, DecisionAct.SUSPEND, on=on)
    refuse_if(objections(certificate, decision, on))
    assert decision

    certificate.status = Status.SUSPENDED
    certificate.suspended_on, certificate.suspended_until = on, suspension_ends_by(on)
    certificate.reason_code = decision.reason_code
    certificate.save(update_fields=["status", "suspended_on", "suspended_until", "reason_code"])
    execute(decision, certificate, on=on)
    return Suspended(
        number=number,
        certification=certificate.certification.subject_key,
        decision=decision.number,
        reason=certificate.reason_code,
        until=certificate.suspended_until,
    )
