"""May this team go on this visit, on these half-days (ISO/IEC 17021-1:2015 9.2.2, 5.2, 7.2; CNCA-QMS-01:2025 3.9).

Only leaders and auditors with a valid registration count towards auditor-days; technical codes are covered by them and by
authorised technical experts, who work under the direction of an auditor and need no registration (9.2.2.1.2).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .calendar import HalfDay
from .competence import (
    AUDITING_GRADES,
    AUDITING_ROLES,
    Authorisation,
    Registration,
    TeamRole,
    TechnicalCompetence,
    codes_held,
    may_advise,
    may_lead,
    may_witness,
    registered,
    uncovered,
)
from .editions import edition_in_force
from .half_days import HALF, plain
from .impartiality import Tie, objections_to_ties
from .special_approvals import objections_to_days_out
from .standards import Standard
from .verdict import Objection


@dataclass(frozen=True)
class MemberFacts:
    """One member of a team as planned, and what is known of him on the day the plan is made."""

    person: str  # as shown to people
    role: TeamRole
    standards: frozenset[Standard]  # what he is to audit on this visit
    half_days: frozenset[HalfDay]  # when he is on site on this visit
    registrations: tuple[Registration, ...] = ()
    competences: tuple[TechnicalCompetence, ...] = ()
    ties: tuple[Tie, ...] = ()  # to this client
    leave: tuple[tuple[date, date], ...] = ()  # first and last day
    booked: frozenset[HalfDay] = frozenset()  # on other visits
    on_site_days: Decimal = Decimal(0)  # on site on other visits, in the year of this one
    authorisations: tuple[Authorisation, ...] = ()
    insured: tuple[tuple[date, date], ...] = ()  # against accidents: first and last day of each policy
    allowed_out: tuple[
        tuple[date, date], ...
    ] = ()  # first and last day, approved though his days out are too many
    near: frozenset[HalfDay] = frozenset()  # of all these half days, those he need not travel for


@dataclass(frozen=True)
class VisitFacts:
    """What the visit needs. `non_working`: those of its days on which nobody works."""

    codes: Mapping[Standard, frozenset[str]]  # for every standard visited, the technical codes to be covered
    auditor_days: Decimal  # at least this many on site, for all standards together
    non_working: frozenset[date] = frozenset()


ISO = "ISO/IEC 17021-1:2015"
NOT_REGISTERED = Objection("team.not-registered", f"{ISO} 7.2.4")
REGISTRATION_EXPIRED = Objection("team.registration-expired", f"{ISO} 7.2.4")
NOT_AUTHORISED_TO_LEAD = Objection("team.not-authorised-to-lead", f"{ISO} 7.2.5")
NOT_AUTHORISED_TO_WITNESS = Objection("team.not-authorised-to-witness", f"{ISO} 7.2.10")
NOT_AUTHORISED_AS_EXPERT = Objection("team.not-authorised-as-expert", f"{ISO} 9.2.2.1.2")
NOT_INSURED = Objection(
    "team.not-insured", f"{ISO} 7.4"
)  # the body's own rule: no standard asks for a policy
ON_LEAVE = Objection("team.on-leave", f"{ISO} 9.2.3.4")
BOOKED_ALREADY = Objection("team.booked-already", f"{ISO} 9.2.3.4")
NON_WORKING_DAY = Objection("team.non-working-day", f"{ISO} 9.2.3.4")
NO_LEADER = Objection("team.no-leader", f"{ISO} 9.2.2.1.1")
TWO_LEADERS = Objection("team.two-leaders", f"{ISO} 9.2.2.1.1")
NO_AUDITOR = Objection("team.no-auditor", f"{ISO} 9.2.2.1.2")
CODE_NOT_COVERED = Objection("team.code-not-covered", f"{ISO} 9.2.2.1.2")
TOO_FEW_DAYS = Objection("team.too-few-days", f"{ISO} 9.1.4.1")


def objections_to_team(visit: VisitFacts, members: Iterable[MemberFacts], on: date) -> list[Objection]:
    """May these people carry out this visit? `on` stands in for the days of a member who has none yet."""
    team = list(members)
    objections = [o for member in team for o in objections_to_member(member, on)]
    objections += _objections_to_leaders(team)
    for standard, codes in visit.codes.items():
        objections += _objections_to_coverage(standard, codes, team, on)
    planned = sum((days_of(m) for m in team if counts(m, on)), Decimal(0))
    if planned < visit.auditor_days:
        objections.append(TOO_FEW_DAYS.because(planned=plain(planned), required=plain(visit.auditor_days)))
    days = {half_day.day for member in team for half_day in member.half_days}
    return objections + [NON_WORKING_DAY.because(day=day) for day in sorted(days & visit.non_working)]


def objections_to_member(member: MemberFacts, on: date) -> list[Objection]:
    """May this person be a member in this role, on these half-days?"""
    days = _days(member, on)
    objections = objections_to_ties(member.person, member.ties, days[0])
    if member.role in AUDITING_ROLES:
        for standard in sorted(member.standards):
            objections += _objections_to_registration(member, standard, days)
    if member.role is TeamRole.LEADER and not leads(member, on):
        objections.append(NOT_AUTHORISED_TO_LEAD.because(person=member.person))
    if member.role is TeamRole.WITNESS and not all(may_witness(member.authorisations, day) for day in days):
        objections.append(NOT_AUTHORISED_TO_WITNESS.because(person=member.person))
    if member.role is TeamRole.EXPERT and not advises(member, on):
        objections.append(NOT_AUTHORISED_AS_EXPERT.because(person=member.person))
    if bare := uninsured(member.insured, days, on):
        objections.append(NOT_INSURED.because(person=member.person, day=bare[0]))
    return objections + _objections_to_half_days(member) + _objections_to_load(member, days)


def objections_to_newcomer(member: MemberFacts, on: date) -> list[Objection]:
    """May this person be booked for these half-days? Beside what bars a member: how long he would be out.

    A team that is booked is not asked again: what another visit added since is that visit's to be approved.
    """
    return objections_to_member(member, on) + objections_to_being_out(member)


def objections_to_being_out(member: MemberFacts) -> list[Objection]:
    """May this person be out on these half-days, beside those he is booked for already?"""
    return objections_to_days_out(
        member.person, member.half_days, member.booked, member.allowed_out, member.near
    )


def counts(member: MemberFacts, on: date) -> bool:
    """Does the member count towards auditor-days: an auditor, registered for all he is to audit, on all his days?"""
    days = _days(member, on)
    return (
        member.role in AUDITING_ROLES
        and bool(member.standards)
        and all(registered(member.registrations, s, day) for s in member.standards for day in days)
    )


def leads(member: MemberFacts, on: date) -> bool:
    """May the member lead the team on all his days?"""
    return all(may_lead(member.registrations, member.authorisations, day) for day in _days(member, on))


def advises(member: MemberFacts, on: date) -> bool:
    """Is the member there as a technical expert, authorised on all his days?"""
    authorised = all(may_advise(member.authorisations, day) for day in _days(member, on))
    return member.role is TeamRole.EXPERT and authorised


def codes_brought(member: MemberFacts, standard: Standard, on: date) -> set[str]:
    """The technical codes the member covers for one standard of this visit, on all his days."""
    if standard not in member.standards or not (counts(member, on) or advises(member, on)):
        return set()
    return set.intersection(*(codes_held(member.competences, standard, day) for day in _days(member, on)))


def days_of(member: MemberFacts) -> Decimal:
    """The member's auditor-days on this visit, half-days counted as halves."""
    return len(member.half_days) * HALF


def _days(member: MemberFacts, on: date) -> list[date]:
    return sorted({half_day.day for half_day in member.half_days}) or [on]


def _objections_to_registration(member: MemberFacts, standard: Standard, days: list[date]) -> list[Objection]:
    if all(registered(member.registrations, standard, day) for day in days):
        return []
    held = [r for r in member.registrations if r.standard is standard and r.grade in AUDITING_GRADES]
    if not held:
        return [NOT_REGISTERED.because(person=member.person, standard=standard)]
    until = max(r.valid_until for r in held)
    return [REGISTRATION_EXPIRED.because(person=member.person, standard=standard, until=until)]


def uninsured(policies: Iterable[tuple[date, date]], days: Iterable[date], on: date) -> list[date]:
    """The days on which nobody insures the person. Policies run for a year: who is insured today may be planned beyond,
    and is called for before his policy ends."""
    held = list(policies)

    def covered(day: date) -> bool:
        return any(first <= day <= last for first, last in held)

    ends = max(last for _, last in held) if covered(on) else date.max
    return [day for day in days if day <= ends and not covered(day)]


def _objections_to_half_days(member: MemberFacts) -> list[Objection]:
    days = sorted({half_day.day for half_day in member.half_days})
    away = [day for day in days if any(first <= day <= last for first, last in member.leave)]
    twice = sorted({half_day.day for half_day in member.half_days & member.booked})
    return [ON_LEAVE.because(person=member.person, day=day) for day in away] + [
        BOOKED_ALREADY.because(person=member.person, day=day) for day in twice
    ]


def _objections_to_load(member: MemberFacts, days: list[date]) -> list[Objection]:
    """On-site days a year, all standards together. The rule says "cycle year": the calendar year is meant (m)."""
    limits = [edition_in_force(s, days[0]).limit("on_site_days_a_year") for s in sorted(member.standards)]
    total = member.on_site_days + days_of(member)
    exceeded = [limit for limit in limits if limit and total > limit.value]
    if member.role not in AUDITING_ROLES or not exceeded:
        return []
    details = {"person": member.person, "days": plain(total), "most": exceeded[0].value}
    return [Objection("team.too-many-days", exceeded[0].clause, details)]


def _objections_to_leaders(team: list[MemberFacts]) -> list[Objection]:
    leaders = sum(member.role is TeamRole.LEADER for member in team)
    if leaders == 1:
        return []
    return [TWO_LEADERS if leaders else NO_LEADER]


def _objections_to_coverage(
    standard: Standard, codes: Iterable[str], team: list[MemberFacts], on: date
) -> list[Objection]:
    if not any(standard in member.standards and counts(member, on) for member in team):
        return [NO_AUDITOR.because(standard=standard)]
    brought = {code for member in team for code in codes_brought(member, standard, on)}
    return [CODE_NOT_COVERED.because(standard=standard, area=code) for code in uncovered(codes, brought)]
