"""Days, a team and a plan for a visit, and everybody told."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import cycle
from math import ceil

from mingzheng.office.audits.actions.open_audit import open_audit
from mingzheng.office.people.models import Leave, Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import visits
from mingzheng.office.schedule.actions.announce_visit import announce_visit
from mingzheng.office.schedule.actions.appoint_visit import appoint_visit
from mingzheng.office.schedule.actions.assign_member import assign_member
from mingzheng.office.schedule.actions.cancel_appointment import cancel_appointment
from mingzheng.office.schedule.actions.plan_audit import plan_audit
from mingzheng.office.schedule.actions.send_plan import send_plan
from mingzheng.office.schedule.members import Candidate, candidates, needs
from mingzheng.office.schedule.models import Booking
from mingzheng.office.schedule.queries import appointment_of, team_of
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.audit_plan import Line
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from .case import Case
from .cast import LAPSED, TIED, TIED_TO
from .logins import LOGINS
from .meetings import minutes
from .names import invent
from .world import Story, World

LARGEST_TEAM = 3
CLAUSES = {
    Standard.QMS: ("5.1, 6.1", "7.1.3, 8.5.1", "8.4, 8.6", "9.2, 9.3"),
    Standard.EMS: ("5.2, 6.1.2", "6.1.3, 8.1", "8.2, 9.1.2", "9.2, 9.3"),
    Standard.OHSMS: ("5.4, 6.1.2", "6.1.3, 8.1", "8.2, 9.1.2", "9.2, 9.3"),
}
PARTS = {
    VisitKind.STAGE1: 2,
    VisitKind.SURVEILLANCE: 3,
    VisitKind.SPECIAL: 2,
}  # of those; the others look at all
TIMES = (
    (time(9, 30), time(10, 45)),
    (time(10, 45), time(12)),
    (time(13, 30), time(15)),
    (time(15), time(16, 30)),
)


def arranged(case: Case, number: str, wanted: date) -> Story:
    """The visit gets its days around the one wanted, a team, its letters and its plan."""
    world = case.world
    visit = visits().get(number=number)
    team = _staffed(case, visit, world.office_day(wanted))
    case.reached(f"{visit.kind}:appointed")
    for member in team[1:]:
        _assign(world, number, member, TeamRole.AUDITOR)
    _in_vain(world, case, visit, team[0].person)
    case.reached(f"{visit.kind}:assigned")
    yield world.later(1)
    announce_visit(number, on=world.on, by=world.by(Role.PROGRAMME_MANAGER))
    case.reached(f"{visit.kind}:announced")
    yield world.later(2)
    plan_audit(number, list(_lines(case, visit, team)), on=world.on, by=team[0].person)
    send_plan(number, on=world.on, by=team[0].person)
    case.reached(f"{visit.kind}:plan_sent")


def _staffed(case: Case, visit: Visit, first: date) -> list[Candidate]:
    """Appoint the first days for which there is a team; its leader is assigned, the others are returned with him."""
    world, by = case.world, case.world.by(Role.PROGRAMME_MANAGER)
    length = max(1, ceil(needs(visit).auditor_days / LARGEST_TEAM))
    is_under_audit = case.fate.visit_in == 0 and case.halts_at(visit.kind)
    while True:
        last = world.working_span(first, length)
        if is_under_audit:
            first, last = _around_today(world, length)
        appoint_visit(visit.number, starts_on=first, ends_on=last, on=world.on, by=by)
        known = _candidates(world, visit)
        team = _team(world, visit, known, prefers_demo=bool(case.fate.halt))
        if team:
            _assign(world, visit.number, team[0], TeamRole.LEADER)
            return team
        cancel_appointment(visit.number, reason="无可用审核组", on=world.on, by=by)
        leaders = {c.person.pk for c in known if c.leads and len(c.standards) == len(visit.standards)}
        first = _next_day(world, first, length, leaders)


def _next_day(world: World, first: date, length: int, leaders: set[int]) -> date:
    """The next first day on which not every leader is booked."""
    while True:
        first = world.office_day(first + timedelta(days=1))
        booked = Booking.objects.filter(day__range=(first, world.working_span(first, length)))
        if not leaders or leaders - set(booked.values_list("person_id", flat=True)):
            return first


def _around_today(world: World, length: int) -> tuple[date, date]:
    """Days of which the last one of the story is one, and not the last of them."""
    first = world.today
    while not world.works(first):
        first -= timedelta(days=1)
    return first, world.working_span(first, max(length, 2))


def _candidates(world: World, visit: Visit) -> list[Candidate]:
    appointment = appointment_of(visit)
    assert appointment
    return candidates(visit, appointment, world.on)


def _team(world: World, visit: Visit, known: list[Candidate], *, prefers_demo: bool) -> list[Candidate]:
    """Enough of those who may go to cover every code and the days, a leader for all standards first; or nobody."""
    appointment = appointment_of(visit)
    assert appointment
    free = [c for c in known if not c.objections and c.standards]
    if prefers_demo:
        free.sort(key=lambda c: c.person.login != LOGINS[Role.AUDITOR][0])
    asked = needs(visit)
    days = sum(
        world.works(appointment.starts_on + timedelta(days=n))
        for n in range((appointment.ends_on - appointment.starts_on).days + 1)
    )
    team = [next((c for c in free if c.leads and len(c.standards) == len(asked.codes)), None)]
    if team == [None]:
        return []
    for candidate in free:
        missing = any(not any(s in c.standards and c.codes[s] for c in team if c) for s in asked.codes)
        if not missing and len(team) * days >= asked.auditor_days:
            return [c for c in team if c]
        if candidate not in team and (not missing or any(candidate.codes.values())):
            team.append(candidate)
    return []


def _assign(world: World, number: str, member: Candidate, role: TeamRole) -> None:
    assign_member(
        number,
        member.person.login,
        role=role,
        standards=member.standards,
        on=world.on,
        by=world.by(Role.PROGRAMME_MANAGER),
    )


def _in_vain(world: World, case: Case, visit: Visit, leader: Person) -> None:
    """What the rulebook forbids: members with a tie, unregistered, on leave, booked elsewhere; opening unannounced."""
    appointment = appointment_of(visit)
    assert appointment
    strangers = [LAPSED] if Standard.OHSMS in map(Standard, visit.standards) else []
    if case.organisation.uscc == invent(TIED_TO).uscc:
        strangers.append(TIED)
    on_the_day = {"first_day__lte": appointment.starts_on, "last_day__gte": appointment.starts_on}
    strangers += Leave.objects.filter(**on_the_day).values_list("person__login", flat=True)
    booked = Booking.objects.filter(day=appointment.starts_on).exclude(visit=visit)
    strangers += booked.exclude(person=leader).values_list("person__login", flat=True)[:1]
    for login in sorted(set(strangers) - set(members_of(visit))):
        joining = {"role": TeamRole.AUDITOR, "standards": [Standard(s) for s in visit.standards]}
        world.try_in_vain(assign_member, visit.number, login, **joining, by=world.by(Role.PROGRAMME_MANAGER))
    if visit.kind == "stage1":
        world.try_in_vain(open_audit, visit.number, minutes(case, "opening", world.on, [leader]), by=leader)


def members_of(visit: Visit) -> list[str]:
    """Logins of the team."""
    return [member.person.login for member in team_of(visit)]


def _lines(case: Case, visit: Visit, team: list[Candidate]) -> Iterator[Line]:
    """Meetings for all; between them each auditor goes through the clauses of his standards, department by department."""
    appointment = appointment_of(visit)
    assert appointment
    days, world = [appointment.starts_on], case.world
    while days[-1] < appointment.ends_on:
        days.append(world.office_day(days[-1] + timedelta(days=1)))
    everybody = tuple(member.person.login for member in team)
    yield Line(days[0], time(9), time(9, 30), everybody, "管理层")
    departments = cycle(case.organisation.trade.departments)
    for member, (day, (begins, ends)), standard, clauses in _work(visit, team, days):
        yield Line(day, begins, ends, (member.person.login,), next(departments), (standard,), clauses)
    yield Line(days[-1], time(16, 30), time(17), everybody, "管理层")


def _work(
    visit: Visit, team: list[Candidate], days: list[date]
) -> Iterator[tuple[Candidate, tuple[date, tuple[time, time]], Standard, str]]:
    """Who looks at which clauses when: as much of each standard as there is time for, and something of each."""
    free = {member.person.login: [(day, times) for day in days for times in TIMES] for member in team}
    for part in range(PARTS.get(VisitKind(visit.kind), len(CLAUSES[Standard.QMS]))):
        for standard in map(Standard, visit.standards):
            able = [m for m in team if standard in m.standards and free[m.person.login]]
            if able:
                member = max(able, key=lambda m: len(free[m.person.login]))
                yield member, free[member.person.login].pop(0), standard, CLAUSES[standard][part]
