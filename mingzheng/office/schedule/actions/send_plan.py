"""Send the audit plan to the client 发送审核计划 (ISO/IEC 17021-1:2015 9.2.3.4)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import appointments, audit_plan
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from .. import plan
from ..appointed import locked_appointment
from ..members import objections_to_team_of
from ..models import Appointment
from ..queries import plan_of, team_of
from . import plan_audit


@dataclass(frozen=True)
class PlanSent(Happened, kind="visit.plan-sent"):
    visit: str
    client: str
    starts_on: date
    ends_on: date


def objections(visit: Visit, appointment: Appointment | None, by: Actor, on: date) -> list[Objection]:
    """Why the plan cannot go out: the visit is not announced, the team lacks something, the plan does not hold."""
    if appointment is None:
        return [appointments.NOT_APPOINTED]
    lines = plan.lines(plan_of(visit))
    told = [] if appointment.announced_on else [appointments.NOT_ANNOUNCED]
    sent = (
        [audit_plan.ALREADY_SENT.because(sent_on=appointment.plan_sent_on)]
        if appointment.plan_sent_on
        else []
    )
    if not lines:
        return [*told, audit_plan.NO_PLAN]
    return [
        *told,
        *sent,
        *objections_to_team_of(visit, appointment, on),
        *plan_audit.objections(visit, appointment, team_of(visit), lines, by),
    ]  # fmt: skip


@action(Role.AUDITOR, Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3.4")
def send_plan(number: str, *, on: date, by) -> PlanSent:
    """The leader, or the office for him, sends it; the dates were agreed with the client before."""
    visit, appointment = locked_appointment(number)
    refuse_if(objections(visit, appointment, by, on))

    appointment.plan_sent_on = on
    appointment.save(update_fields=["plan_sent_on"])
    return PlanSent(number, visit.client.name_zh, appointment.starts_on, appointment.ends_on)
