"""One visit: what it is for, when, who goes, what was told to whom."""

from collections.abc import Container
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from mingzheng.doors.frame.two import called, joined, language
from mingzheng.doors.today import today
from mingzheng.office.audits import queries as audits
from mingzheng.office.audits.earlier import attention
from mingzheng.office.documents.queries import instructions_for
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import names_of
from mingzheng.office.record.queries import logins_in, timeline
from mingzheng.office.schedule import papers, plan
from mingzheng.office.schedule.actions import announce_visit, send_plan
from mingzheng.office.schedule.dossiers import NAMES
from mingzheng.office.schedule.members import candidates, needs, working_half_days
from mingzheng.office.schedule.models import Appointment
from mingzheng.office.schedule.queries import (
    SEE_ALL,
    appointment_of,
    days_off,
    objections_of_client,
    plan_of,
    team_of,
    visits_seen_by,
)
from mingzheng.office.schedule.staffing import Staffing, objections_to_staffing
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.half_days import HALF
from mingzheng.rulebook.roles import Role

from ..pdf import pdf_answer
from ..rights import StaffRequest, staff_page
from .team import half_day_key


def _assignment(visit: Any, appointment: Appointment, *, dated: date, language: str) -> bytes:
    """The letter of assignment, with what the last audit found."""
    found = attention(visit, appointment.starts_on, language)
    return papers.assignment(visit, appointment, attention=found, dated=dated, language=language)


PAPERS = {"assignment": _assignment, "notice": papers.audit_notice, "plan": papers.audit_plan}


@staff_page(*SEE_ALL, Role.AUDITOR)
def visit(request: StaffRequest, number: str) -> HttpResponse:
    found = get_object_or_404(visits_seen_by(request.user), number=number)
    appointment = appointment_of(found)
    events = list(timeline(f"visit:{number}"))
    context = {
        "visit": found,
        "appointment": appointment,
        "events": events,
        "names": names_of(logins_in(events)),
        **_needed(found),
        "plans": request.user.holds(Role.PROGRAMME_MANAGER),
        "today": today(),
    }
    panel = team_panel(found, appointment, request.user) if appointment else {}
    return render(request, "staff/schedule/visit.html", {**context, **panel})


def _needed(found: Any) -> dict[str, Any]:
    """What the visit needs, and the work instructions for its codes."""
    needed = needs(found)
    instructions, without = instructions_for(needed.codes, today())
    return {"needed": needed, "instructions": instructions, "without_instruction": without}


def team_panel(found: Any, appointment: Appointment, by: Person) -> dict[str, Any]:
    """What is shown once a visit has dates: the team, what it lacks, who else might go, and the plan."""
    on, team = today(), team_of(found)
    names = {member.person.login: called(member.person) for member in team}
    to_come = found.begun_on is None and found.dropped_on is None
    lines = plan.lines(plan_of(found))
    panel = {
        "team": [_member(member) for member in team],
        "has_leader": any(member.role == TeamRole.LEADER for member in team),
        "leads": any(member.role == TeamRole.LEADER and member.person.login == by.login for member in team),
        "lines": [(line, joined(names[login] for login in line.auditors)) for line in lines],
        "objected": objections_of_client(found),
        "opens_audit": by.login in names or any(by.holds(role) for role in audits.SEE_ALL),
    }
    if not to_come:
        return panel
    staffing = Staffing(found, appointment)
    return {
        **panel,
        "lacking": objections_to_staffing(staffing, on),
        "barred_announce": announce_visit.objections(staffing, on),
        "barred_send": send_plan.objections(staffing, by, on),
        **(_choice(found, appointment, names) if by.holds(Role.PROGRAMME_MANAGER) else {}),
    }


def _choice(found: Any, appointment: Appointment, there: Container[str]) -> dict[str, Any]:
    """Everyone who is not on the team, and the half-days proposed for each."""
    off = days_off(appointment.starts_on, appointment.ends_on)
    asked = needs(found).codes
    return {
        "candidates": [
            (one, [(s, held, sorted(asked[s] - set(held))) for s, held in one.codes.items()])
            for one in candidates(found, appointment, today())
            if one.person.login not in there
        ],
        "all_half_days": [half_day_key(h) for h in sorted(working_half_days(appointment, off))],
    }


def _member(member: Any) -> tuple[Any, Decimal, list[str], list[tuple[date, str]]]:
    """A member with his days, his codes, and each day with its half, empty when he is there all day."""
    days: dict[date, list[str]] = {}
    for day, half in sorted(member.half_days):
        days.setdefault(day, []).append(NAMES[half])
    codes = dict.fromkeys(code for held in member.codes.values() for code in held)
    by_day = [(day, "" if len(halves) == 2 else halves[0]) for day, halves in days.items()]
    return member, len(member.half_days) * HALF, list(codes), by_day


@staff_page(*SEE_ALL, Role.AUDITOR)
def paper(request: StaffRequest, number: str, paper: str) -> HttpResponse:
    found = get_object_or_404(visits_seen_by(request.user), number=number)
    appointment = appointment_of(found)
    if appointment is None or paper not in PAPERS:
        raise Http404
    pdf = PAPERS[paper](found, appointment, dated=today(), language=language())
    return pdf_answer(pdf, f"{number}-{paper}")
