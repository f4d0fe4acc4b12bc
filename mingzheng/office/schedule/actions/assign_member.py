"""Assign a member to the team of a visit 派组 (ISO/IEC 17021-1:2015 9.2.2)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.queries import put_parts_beside
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.half_days import plain
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import MemberFacts, days_of
from mingzheng.rulebook.verdict import Refused, refuse_if

from ..appointed import locked_appointment, untell
from ..dossiers import NAMES
from ..members import codes_covered, dossiers_for, needs, objections_to_candidate, working_half_days
from ..models import Assignment, Booking, TeamObjection
from ..queries import days_off


@dataclass(frozen=True)
class MemberAssigned(Happened, kind="visit.member-assigned"):
    visit: str
    member: str
    role: TeamRole
    standards: str
    days: str
    half_days: list[str]


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.2")
def assign_member(
    number: str,
    login: str,
    *,
    role: TeamRole,
    standards: Collection[Standard],
    half_days: Collection[HalfDay] | None = None,
    on: date,
    by,
) -> MemberAssigned:
    """Book the person for `half_days` of the visit, all its working ones unless told.

    The person is locked first: of two visits that want the same half day, the second is told who was faster.
    """
    visit, appointment = locked_appointment(number)
    put_parts_beside(visit)
    person = _locked.get(login=login, visit=visit.pk)
    if person.on_team:
        raise Refused(rules.ALREADY_ON_TEAM.because(person=person.name_zh))
    known = dossiers_for([person.pk], visit, appointment)
    off = days_off(appointment.starts_on, appointment.ends_on, known.overrides)
    when = frozenset(working_half_days(appointment, off) if half_days is None else half_days)
    facts = known[person.pk].facts(person.name_zh, role, standards, when, appointment.starts_on.year)
    outside = any(not appointment.starts_on <= h.day <= appointment.ends_on for h in when)
    refuse_if(
        [
            *objections_to_candidate(facts, visit, off, on, led=person.led, unwanted=person.unwanted),
            *([rules.OUTSIDE_THE_DATES] if outside else []),
        ]
    )
    asked = needs(visit).codes
    codes = {s: codes_covered(facts, s, asked.get(s, ()), on) for s in facts.standards}
    _store(visit.pk, person, facts, codes)
    untell(appointment)
    told = [f"{day} {NAMES[half]}" for day, half in sorted(when)]
    names = " ".join(s for s in Standard if s in facts.standards)
    return MemberAssigned(number, login, role, names, plain(days_of(facts)), told)


@Prepared
def _locked(*, login: str, visit: int) -> QuerySet[Any]:
    """The person, locked; whether he is `on_team` or `unwanted` by the client, and whether the team is `led`."""
    team = Assignment.objects.filter(visit=visit)
    objected = TeamObjection.objects.filter(visit=visit, valid=True, person=OuterRef("pk"))
    people = Person.objects.select_for_update().annotate(
        on_team=Exists(team.filter(person=OuterRef("pk"))),
        led=Exists(team.filter(role=TeamRole.LEADER)),
        unwanted=Exists(objected),
    )
    return people.filter(login=login, is_active=True)


def _store(visit: int, person: Person, facts: MemberFacts, codes: dict[Standard, list[str]]) -> None:
    Assignment.objects.create(
        visit_id=visit,
        person=person,
        role=facts.role,
        standards=[s for s in Standard if s in facts.standards],
        codes=codes,
    )
    Booking.objects.bulk_create(
        Booking(person=person, day=day, half=NAMES[half], visit_id=visit)
        for day, half in sorted(facts.half_days)
    )
