"""Letter of assignment, notice of audit and audit plan as PDF (ISO/IEC 17021-1:2015 9.2.2-9.2.3)."""

from collections.abc import Collection
from datetime import date
from itertools import chain
from typing import Any

from mingzheng.office.clients.papers import organisation, sites, where
from mingzheng.office.library.papers import letterhead
from mingzheng.office.library.queries import calendar_overrides
from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.papers import scope
from mingzheng.office.registration.queries import numbers_of
from mingzheng.rulebook.appointments import object_by
from mingzheng.rulebook.audit_plan import Line
from mingzheng.rulebook.competence import AUDITING_ROLES
from mingzheng.rulebook.half_days import HALF
from mingzheng.rulebook.standards import Standard
from mingzheng.seal import facts
from mingzheng.seal.facts import Form, Member, Slot, Two
from mingzheng.seal.papers import render
from mingzheng.words import WORDS

from .models import Appointment, Assignment
from .plan import lines
from .queries import plan_of, team_of

ASSIGNMENT = Form("SH-01", "A/0"), "RW"
AUDIT_NOTICE = Form("SH-02", "A/0"), "TZ"
AUDIT_PLAN = Form("SH-03", "A/0"), "JH"


def assignment(
    visit: Visit, appointment: Appointment, *, attention: Collection[str] = (), dated: date, language: str
) -> bytes:
    """审核任务书: what the team is sent for; `attention` is what it must look at besides."""
    own = [visit.reason] if visit.reason else []
    letter = facts.Assignment(
        **of_visit(*ASSIGNMENT, visit, appointment, dated), attention=(*own, *attention)
    )
    return render("assignment", letter, language)


def audit_notice(visit: Visit, appointment: Appointment, *, dated: date, language: str) -> bytes:
    """审核通知书: days and team, to whom the client may object until a day."""
    announced = appointment.announced_on or dated
    until = object_by(announced, appointment.starts_on, calendar_overrides())
    notice = facts.AuditNotice(**of_visit(*AUDIT_NOTICE, visit, appointment, announced), object_until=until)
    return render("audit_notice", notice, language)


def audit_plan(visit: Visit, appointment: Appointment, *, dated: date, language: str) -> bytes:
    """审核计划: hour by hour."""
    team = team_of(visit)
    names = {member.person.login: member.person.name_zh for member in team}
    plan = facts.AuditPlan(
        **of_visit(*AUDIT_PLAN, visit, appointment, appointment.plan_sent_on or dated),
        slots=tuple(_slot(line, names) for line in lines(plan_of(visit))),
        prepared_by=next((member.person.name_zh for member in team if member.role == "leader"), ""),
    )
    return render("audit_plan", plan, language)


def of_visit(form: Form, mark: str, visit: Visit, appointment: Appointment, dated: date) -> dict[str, Any]:
    """What every paper of a visit says; its number is the visit's with the paper's `mark`."""
    seat = next(iter(sites(visit.client)), None)
    client, team = organisation(visit.client), team_of(visit)
    registered = numbers_of([member.person_id for member in team])
    return {
        "body": letterhead(dated),
        "form": form,
        "number": f"{visit.number}-{mark}",
        "dated": dated,
        "client": client,
        "project": visit.number,
        "kind": Two(*WORDS[visit.name]),
        "standards": tuple(Standard(standard) for standard in visit.standards),
        "scope": scope([part.certification for part in visit.parts.all()]),
        "starts_on": appointment.starts_on,
        "ends_on": appointment.ends_on,
        "team": tuple(_member(member, registered.get(member.person_id, {})) for member in team),
        "place": where(visit.site) if visit.site else seat.address if seat else client.address,
    }


def _member(member: Assignment, registered: dict[str, str]) -> Member:
    """One of the team as printed; `registered` are his registration numbers by standard."""
    booked = len(member.half_days)  # type: ignore[attr-defined]
    return Member(
        name=member.person.name_zh,
        role=Two(*WORDS[f"team-role.{member.role}"]),
        registration="、".join(registered[s] for s in member.standards if s in registered),
        codes="、".join(dict.fromkeys(chain.from_iterable(member.codes.values()))),
        days=booked * HALF if member.role in AUDITING_ROLES else None,
    )


def _slot(line: Line, names: dict[str, str]) -> Slot:
    """A line as printed: the clauses behind the letters of their standards."""
    letters = "".join(standard.letter for standard in line.standards)
    return Slot(
        day=line.day,
        starts=f"{line.starts_at:%H:%M}",
        ends=f"{line.ends_at:%H:%M}",
        auditors="、".join(names[login] for login in line.auditors),
        subject=line.department,
        clauses=" ".join(filter(None, [letters, line.clauses])),
    )
