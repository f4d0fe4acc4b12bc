"""Send the audit plan to the client 发送审核计划 (ISO/IEC 17021-1:2015 9.2.3.4)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import appointments, audit_plan
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from .. import plan
from ..queries import plan_of
from ..staffing import Staffing, locked_staffing, objections_to_staffing
from . import plan_audit


@dataclass(frozen=True)
class PlanSent(Happened, kind="visit.plan-sent"):
    visit: str
    client: str
    starts_on: date
    ends_on: date


def objections(staffing: Staffing, by: Actor, on: date) -> list[Objection]:
    """Why the plan cannot go out: the visit is not announced, the team lacks something, the plan does not hold."""
    dates, lines = staffing.appointment, plan.lines(plan_of(staffing.visit))
    told = [] if dates.announced_on else [appointments.NOT_ANNOUNCED]
    if not lines:
        return [*told, audit_plan.NO_PLAN]
    sent = [audit_plan.ALREADY_SENT.because(sent_on=dates.plan_sent_on)] if dates.plan_sent_on else []
    return [
        *told,
        *sent,
        *objections_to_staffing(staffing, on),
        *plan_audit.objections(staffing, lines, by),
    ]


@action(Role.AUDITOR, Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3.4")
def send_plan(number: str, *, on: date, by) -> PlanSent:
    """The leader, or the office for him, sends it; the dates were agreed with the client before."""
    staffing = locked_staffing(number)
    refuse_if(objections(staffing, by, on))

    dates = staffing.appointment
    dates.plan_sent_on = on
    dates.save(update_fields=["plan_sent_on"])
    return PlanSent(number, staffing.visit.client.name_zh, dates.starts_on, dates.ends_on)
