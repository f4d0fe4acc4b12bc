"""Record that a surveillance audit maintains a certificate 监督后保持认证 — ISO/IEC 17021-1:2015 9.6.2."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.issuing import objections_to_maintaining, surveillance_latest
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..making import audited_on, decision_facts, execute
from ..models import LIVING, Certificate
from ..queries import locked_decision


@dataclass(frozen=True)
class SurveillanceRecorded(Happened, kind="certificate.surveillance-recorded"):
    number: str
    certification: str
    decision: str
    audited_on: date  # last day on site
    surveillance_due_on: date | None  # none when the recertification audit comes next


def objections(decision: Decision, on: date) -> list[Objection]:
    """Why this decision does not move the day of the next surveillance."""
    return objections_to_maintaining(
        decision_facts(decision, DecisionAct.MAINTAIN), surveilled_on(decision), on=on
    )


def surveilled_on(decision: Decision) -> date | None:
    """The last day of the surveillance a decision rests on; a special audit is none."""
    is_special = decision.audit and decision.audit.visit.kind != VisitKind.SURVEILLANCE
    return None if is_special else audited_on(decision)


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.6.2.2")
def record_surveillance(decision_number: str, *, on: date, by: Actor) -> SurveillanceRecorded:
    """Move the last day for the next surveillance. Raises Certificate.DoesNotExist when none is alive."""
    decision = locked_decision(decision_number)
    refuse_if(objections(decision, on))
    certification, audited = decision.certification, surveilled_on(decision)
    assert audited

    certificate = _living.get(certification=certification.pk)
    certificate.surveillance_due_on = surveillance_latest(
        Standard(certification.standard), audited=audited, expires=certificate.facts.cycle_ends_on
    )
    certificate.put_off_from = None
    certificate.save(update_fields=["surveillance_due_on", "put_off_from"])
    execute(decision, certificate, on=on)
    return SurveillanceRecorded(
        number=certificate.number,
        certification=certification.subject_key,
        decision=decision_number,
        audited_on=audited,
        surveillance_due_on=certificate.surveillance_due_on,
    )


@Prepared
def _living(*, certification: int) -> QuerySet[Certificate]:
    return Certificate.objects.select_for_update().filter(certification=certification, status__in=LIVING)
