"""Withdraw a certificate 撤销证书 — ISO/IEC 17021-1:2015 9.6.5.5."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.certificate_life import Act, Status, objections_to
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import end, execute
from ..models import Certificate
from ..queries import decision_to_execute, locked


@dataclass(frozen=True)
class Withdrawn(Happened, kind="certificate.withdrawn"):
    number: str
    certification: str
    decision: str
    reason: str
    was: str  # in force or suspended


def objections(certificate: Certificate, decision: Decision | None, on: date) -> list[Objection]:
    """Why this certificate cannot be withdrawn on this day."""
    reason = decision.reason_code if decision else None
    return objections_to(Act.WITHDRAW, certificate.facts, decided=decision is not None, on=on, reason=reason)


@action(Role.CERTIFICATE_CLERK, clause="ISO/IEC 17021-1:2015 9.6.5.5")
def withdraw_certificate(number: str, *, on: date, by: Actor) -> Withdrawn:
    certificate = locked(number)
    decision = decision_to_execute(certificate, DecisionAct.WITHDRAW, on=on)
    refuse_if(objections(certificate, decision, on))
    assert decision

    was = end(certificate, Status.WITHDRAWN, reason=decision.reason_code, on=on)
    execute(decision, certificate, on=on)
    return Withdrawn(
        number=number,
        certification=certificate.certification.subject_key,
        decision=decision.number,
        reason=certificate.reason_code,
        was=was,
    )
