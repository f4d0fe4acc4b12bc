"""Restore a suspended certificate 恢复证书 — ISO/IEC 17021-1:2015 9.6.5.4."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.certificate_life import Act, Status, objections_to
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import execute
from ..models import Certificate
from ..queries import decision_to_execute, locked


@dataclass(frozen=True)
class Restored(Happened, kind="certificate.restored"):
    number: str
    certification: str
    decision: str


def objections(certificate: Certificate, decision: Decision | None, on: date) -> list[Objection]:
    """Why this certificate cannot be restored on this day."""
    return objections_to(Act.RESTORE, certificate.facts, decided=decision is not None, on=on)


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 9.6.5.4")
def restore_certificate(number: str, *, on: date, by: Actor) -> Restored:
    certificate = locked(number)
    decision = decision_to_execute(certificate, DecisionAct.RESTORE, on=on)
    refuse_if(objections(certificate, decision, on))
    assert decision

    certificate.status = Status.IN_FORCE
    certificate.suspended_on = certificate.suspended_until = None
    certificate.reason_code = ""
    certificate.save(update_fields=["status", "suspended_on", "suspended_until", "reason_code"])
    execute(decision, certificate, on=on)
    return Restored(number, certificate.certification.subject_key, decision.number)
