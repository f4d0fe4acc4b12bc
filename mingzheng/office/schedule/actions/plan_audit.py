"""Make the audit plan 编制审核计划: who is where, when, for which clauses (ISO/IEC 17021-1:2015 9.2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import audit_plan as rules
from mingzheng.rulebook.audit_plan import Line
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.programme import objections_to_changing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import PlanLine
from ..staffing import Staffing, locked_staffing


@dataclass(frozen=True)
class AuditPlanned(Happened, kind="visit.planned"):
    visit: str
    lines: int
    starts_on: date
    ends_on: date


def objections(staffing: Staffing, lines: Sequence[Line], by: Actor) -> list[Objection]:
    """Why the visit cannot be held by this plan, or not by one this person makes: the leader's, or the office's."""
    team = {member.person.login: facts for member, facts in zip(staffing.team, staffing.facts, strict=True)}
    leads = by.login in team and team[by.login].role is TeamRole.LEADER
    planned = {
        login: rules.Planned(facts.person, facts.role, facts.standards, facts.half_days)
        for login, facts in team.items()
    }
    dates, standards = staffing.appointment, map(Standard, staffing.visit.standards)
    return [
        *objections_to_changing(staffing.visit.state),
        *([] if leads or by.holds(Role.PROGRAMME_MANAGER) else [rules.NOT_LEADER]),
        *rules.objections_to_plan(lines, planned, standards, first=dates.starts_on, last=dates.ends_on),
    ]


@action(Role.AUDITOR, Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3")
def plan_audit(number: str, lines: Sequence[Line], *, on: date, by) -> AuditPlanned:
    """These lines take the place of the plan there was; one that was sent is to be sent anew."""
    staffing = locked_staffing(number)
    refuse_if(objections(staffing, lines, by))

    visit, appointment = staffing.visit, staffing.appointment
    people = {member.person.login: member.person_id for member in staffing.team}
    PlanLine.objects.filter(visit=visit).delete()
    PlanLine.objects.bulk_create(
        PlanLine(
            visit=visit,
            day=line.day,
            starts_at=line.starts_at,
            ends_at=line.ends_at,
            auditor_id=people[login],
            department=line.department,
            standards=[s for s in Standard if s in line.standards],
            clauses=line.clauses,
        )
        for line in lines
        for login in line.auditors
    )
    if appointment.plan_sent_on:
        appointment.plan_sent_on = None
        appointment.save(update_fields=["plan_sent_on"])
    return AuditPlanned(number, len(lines), appointment.starts_on, appointment.ends_on)
