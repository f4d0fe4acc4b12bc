"""A visit, its team and its candidates as the rulebook sees them (rulebook/teams.py)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.audit_time import ON_SITE_SHARE
from mingzheng.rulebook.calendar import Half, HalfDay, half_days
from mingzheng.rulebook.competence import TeamRole, covers
from mingzheng.rulebook.half_days import half_day_not_below
from mingzheng.rulebook.programme import objections_to_changing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import (
    NON_WORKING_DAY,
    NOT_REGISTERED,
    REGISTRATION_EXPIRED,
    MemberFacts,
    VisitFacts,
    codes_brought,
    counts,
    leads,
    objections_to_member,
    objections_to_newcomer,
)
from mingzheng.rulebook.verdict import Objection

from .away import place_of
from .dossiers import Dossier, Dossiers, dossiers
from .models import Appointment, TeamObjection
from .queries import auditors, days_off, experts


@dataclass(frozen=True)
class Candidate:
    """A person who might go on a visit: for which standards, with which codes, and what stands in the way."""

    person: Person
    standards: tuple[Standard, ...]  # of the visit, those he may audit on its days
    codes: dict[Standard, list[str]]  # of the visit, those he covers
    objections: list[Objection]  # to his going at all
    limits: list[Objection]  # standards of the visit he cannot audit
    leads: bool  # is authorised to lead a team on the days of the visit
    days: Decimal  # on site on other visits this year
    expert: bool = False  # would go as a technical expert


def needs(visit: Visit, off: Collection[date] = ()) -> VisitFacts:
    """What the visit needs: codes of each standard, and days on site, at least 80 % of the audit time (IAF MD 5)."""
    return VisitFacts(
        codes={Standard(p.certification.standard): frozenset(p.certification.technical_codes) for p in visit.parts.all()},
        auditor_days=half_day_not_below(ON_SITE_SHARE * Fraction(visit.days)),
        non_working=frozenset(off),
    )  # fmt: skip


def working_half_days(appointment: Appointment, off: Collection[date]) -> frozenset[HalfDay]:
    """Every half day of the appointment on which people work."""
    first, last = HalfDay(appointment.starts_on, Half.MORNING), HalfDay(appointment.ends_on, Half.AFTERNOON)
    return frozenset(half_day for half_day in half_days(first, last) if half_day.day not in off)


def dossiers_for(people: Iterable[int], visit: Visit, appointment: Appointment) -> Dossiers:
    """The dossiers of these persons for a visit on its days."""
    return dossiers(
        list(people),
        uscc=visit.client.uscc,
        name=visit.client.name_zh,
        visit=visit.pk,
        place=place_of(appointment),
        first=appointment.starts_on,
        last=appointment.ends_on,
    )


def candidates(visit: Visit, appointment: Appointment, on: date) -> list[Candidate]:
    """Every auditor and technical expert, those nothing stands in the way of first, then those who cover most."""
    people = [*auditors(), *experts()]
    known = dossiers_for([person.pk for person in people], visit, appointment)
    off = days_off(appointment.starts_on, appointment.ends_on, known.overrides)
    when = working_half_days(appointment, off)
    unwanted = set(TeamObjection.objects.filter(visit=visit, valid=True).values_list("person_id", flat=True))
    found = [
        _candidate(person, known[person.pk], visit, when, person.pk in unwanted, on) for person in people
    ]
    return sorted(
        found,
        key=lambda c: (len(c.objections) > 0, -sum(map(len, c.codes.values())), -len(c.standards), c.days),
    )


def _candidate(
    person: Person, dossier: Dossier, visit: Visit, when: frozenset[HalfDay], unwanted: bool, on: date
) -> Candidate:
    asked = needs(visit).codes
    year = min(when, default=HalfDay(on, Half.MORNING)).day.year

    expert = not person.holds(Role.AUDITOR)
    role = TeamRole.EXPERT if expert else TeamRole.AUDITOR

    def as_auditor(standards: Iterable[Standard]) -> MemberFacts:
        return dossier.facts(person.name_zh, role, standards, when, year)

    def able_in(standard: Standard) -> bool:
        facts = as_auditor([standard])
        return bool(codes_covered(facts, standard, asked[standard], on)) if expert else counts(facts, on)

    able = tuple(s for s in Standard if s in asked and able_in(s))
    objections = objections_to_newcomer(as_auditor(able or asked), on)
    if unwanted:
        objections.append(rules.CLIENT_OBJECTS.because(person=person.name_zh))
    others = [s for s in asked if s not in able] if able and not expert else []
    limits = [
        o for o in objections_to_member(as_auditor(others), on) if o in (NOT_REGISTERED, REGISTRATION_EXPIRED)
    ]
    return Candidate(
        person=person,
        standards=able,
        codes={s: codes_covered(as_auditor(able), s, asked[s], on) for s in able},
        objections=objections,
        limits=limits,
        leads=not expert and leads(as_auditor(able), on),
        days=as_auditor(able).on_site_days,
        expert=expert,
    )


def codes_covered(member: MemberFacts, standard: Standard, asked: Iterable[str], on: date) -> list[str]:
    """Of the codes asked for, those the member covers."""
    brought = codes_brought(member, standard, on)
    return sorted(code for code in asked if any(covers(held, code) for held in brought))


def objections_to_candidate(
    facts: MemberFacts, visit: Visit, off: Collection[date], on: date, *, led: bool, unwanted: bool
) -> list[Objection]:
    """May this person join the team of this visit in this role, on these half days?

    `led`: the team has its leader; `unwanted`: a valid objection of the client stands against the person.
    """
    objections = objections_to_changing(visit.state)
    if not facts.standards:
        objections.append(rules.NO_STANDARD)
    if not facts.half_days:
        objections.append(rules.NO_HALF_DAY)
    objections += objections_to_newcomer(facts, on)
    days = sorted({half_day.day for half_day in facts.half_days} & set(off))
    objections += [NON_WORKING_DAY.because(day=day) for day in days]
    if facts.role is TeamRole.LEADER and led:
        objections.append(rules.TEAM_HAS_LEADER)
    if unwanted:
        objections.append(rules.CLIENT_OBJECTS.because(person=facts.person))
    return objections
