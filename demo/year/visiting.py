"""One visit from its days to the decision, with as little said as makes it whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from itertools import cycle
from typing import Any

from django.db.models import Sum

from mingzheng.office.audits.actions.answer_finding import answer_finding
from mingzheng.office.audits.actions.close_audit import close_audit
from mingzheng.office.audits.actions.conclude import conclude
from mingzheng.office.audits.actions.hand_in_file import hand_in_file
from mingzheng.office.audits.actions.open_audit import open_audit
from mingzheng.office.audits.actions.raise_finding import raise_finding
from mingzheng.office.audits.actions.record_evidence import record_evidence
from mingzheng.office.audits.actions.report_audit import report_audit
from mingzheng.office.audits.actions.verify_finding import verify_finding
from mingzheng.office.audits.minutes import Attendee, Minutes
from mingzheng.office.certificates.queries import facts_of
from mingzheng.office.decisions.actions.decide_audit import decide_audit
from mingzheng.office.decisions.actions.review_file import review_file
from mingzheng.office.decisions.made import Grounds
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.actions.announce_visit import announce_visit
from mingzheng.office.schedule.actions.appoint_visit import appoint_visit
from mingzheng.office.schedule.actions.assign_member import assign_member
from mingzheng.office.schedule.actions.plan_audit import plan_audit
from mingzheng.office.schedule.actions.send_plan import send_plan
from mingzheng.rulebook.audit_plan import Line
from mingzheng.rulebook.audit_time import ON_SITE_SHARE
from mingzheng.rulebook.clauses import CLAUSES as TITLES
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.half_days import half_day_not_below
from mingzheng.rulebook.on_site import POINTS, Meeting
from mingzheng.rulebook.review import Quality
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..meetings import CAUSE, CORRECTION, CORRECTIVE_ACTION, HOURS, SEEN, VERIFICATION, WANTING
from ..names import Organisation
from ..world import Story, World
from .crew import Crew, Member, Team, standards_of

ARRANGED_BEFORE = 18  # days between making the arrangements and the visit
CLAUSES = {
    Standard.QMS: ("8.5.1", "9.2", "7.1.3", "8.4", "6.1"),
    Standard.EMS: ("8.1", "6.1.2", "9.1.2", "8.2", "6.1.3"),
    Standard.OHSMS: ("8.1.2", "6.1.2", "9.1.2", "8.2", "6.1.3"),
}
TIMES = ((time(9, 30), time(12)), (time(13, 30), time(16, 30)))
FINDS_EVERY = 3  # one visit in so many finds something


@dataclass(frozen=True)
class Trip:
    """A visit with its client, systems, team and days."""

    world: World
    number: str
    who: Organisation
    systems: str
    kind: str
    team: Team

    @property
    def leader(self) -> Member:
        return self.team.members[0]

    @property
    def standards(self) -> list[Standard]:
        return [s for s in Standard if s.letter in self.systems]

    @property
    def seed(self) -> int:
        return int(self.number[-4:])


def row_of(number: str) -> dict[str, Any]:
    """Kind, window and auditor-days of a visit."""
    told = Visit.objects.filter(number=number).annotate(total=Sum("parts__days"))
    return told.values("kind", "total", "earliest", "latest")[0]


def visited(world: World, crew: Crew, who: Organisation, systems: str, number: str, wanted: date) -> Story:
    """Arranged, held, closed, reported and handed in; a stage 1 ends with its report."""
    trip = _appointed(world, crew, who, systems, number, wanted)
    yield world.later(1)
    _announced(trip)
    yield trip.team.days[0]
    open_audit(number, _minutes(trip, Meeting.OPENING), on=world.on, by=trip.leader.person)
    if world.on < trip.team.days[-1]:
        yield trip.team.days[-1]
    for line in _lines(trip):
        if line.clauses:
            _recorded(trip, line)
    findings = _raised(trip)
    close_audit(number, _minutes(trip, Meeting.CLOSING), on=world.on, by=trip.leader.person)
    if findings:
        yield world.later(10)
        _closed(trip, findings)
    yield world.later(2)
    for standard in trip.standards:
        text = "管理体系运行有效，满足要求，予以推荐。"
        conclude(number, standard=standard, recommended=True, text=text, on=world.on, by=trip.leader.person)
    summary = f"审核组对{who.name_zh}实施了审核，过程受控，目标基本实现。"
    report_audit(number, summary=summary, on=world.on, by=trip.leader.person)
    if trip.kind != "stage1":
        hand_in_file(number, on=world.on, by=trip.leader.person)


def _appointed(world: World, crew: Crew, who: Organisation, systems: str, number: str, wanted: date) -> Trip:
    row, by = row_of(number), world.by(Role.PROGRAMME_MANAGER)
    on_site = half_day_not_below(ON_SITE_SHARE * Fraction(row["total"]))
    team = crew.team(systems, who.trade.code[:2], int(on_site * 2), wanted)
    trip = Trip(world, number, who, systems, row["kind"], team)
    appoint_visit(number, starts_on=team.days[0], ends_on=team.days[-1], on=world.on, by=by)
    for member in team.members:
        role = TeamRole.LEADER if member is trip.leader else TeamRole.AUDITOR
        standards = standards_of(member, systems)
        assign_member(number, member.auditor.login, role=role, standards=standards, on=world.on, by=by)
    return trip


def _announced(trip: Trip) -> None:
    world = trip.world
    announce_visit(trip.number, on=world.on, by=world.by(Role.PROGRAMME_MANAGER))
    plan_audit(trip.number, list(_lines(trip)), on=world.on, by=trip.leader.person)
    send_plan(trip.number, on=world.on, by=trip.leader.person)


def _lines(trip: Trip) -> Iterator[Line]:
    """The meetings, and each auditor's turns through the departments for his standards."""
    everybody = tuple(member.auditor.login for member in trip.team.members)
    yield Line(trip.team.days[0], time(9), time(9, 30), everybody, "管理层")
    departments = cycle(trip.who.trade.departments[1:])
    free = {
        m.auditor.login: [(day, *times) for day in trip.team.days for times in TIMES]
        for m in trip.team.members
    }
    for place, standard in enumerate(trip.standards):
        able = [m for m in trip.team.members if standard in standards_of(m, trip.systems)]
        member = max(able, key=lambda m: len(free[m.auditor.login]))
        day, begins, ends = free[member.auditor.login].pop(0)
        clause = CLAUSES[standard][(trip.seed + place) % len(CLAUSES[standard])]
        yield Line(day, begins, ends, (member.auditor.login,), next(departments), (standard,), clause)
    yield Line(trip.team.days[-1], time(16, 30), time(17), everybody, "管理层")


def _recorded(trip: Trip, line: Line) -> None:
    by = next(m.person for m in trip.team.members if m.auditor.login == line.auditors[0])
    for standard in line.standards:
        title = TITLES[standard][line.clauses].zh
        record_evidence(
            trip.number,
            standard=standard,
            clause=line.clauses,
            department=line.department,
            evidence=SEEN[trip.seed % len(SEEN)].format(department=line.department, title=title),
            conforms=True,
            on=trip.world.on,
            by=by,
        )


def _minutes(trip: Trip, meeting: Meeting) -> Minutes:
    starts, ends = HOURS[meeting]
    return Minutes(
        held_on=trip.world.on,
        starts=starts,
        ends=ends,
        team=[member.auditor.login for member in trip.team.members],
        client=[Attendee(trip.who.contact, "管理层", "总经理")],
        said=list(POINTS[meeting]),
    )


def _raised(trip: Trip) -> list[int]:
    """One minor nonconformity now and then."""
    if trip.kind == "stage1" or trip.seed % FINDS_EVERY:
        return []
    standard = trip.standards[trip.seed % len(trip.standards)]
    clause, department = CLAUSES[standard][trip.seed % 5], trip.who.trade.departments[1]
    raise_finding(
        trip.number,
        grade=Grade.MINOR,
        standard=standard,
        clause=clause,
        department=department,
        statement=WANTING[Grade.MINOR].format(department=department, title=TITLES[standard][clause].zh),
        on=trip.world.on,
        by=trip.leader.person,
    )
    return [1]


def _closed(trip: Trip, findings: list[int]) -> None:
    told = {"cause": CAUSE, "correction": CORRECTION, "corrective_action": CORRECTIVE_ACTION}
    for finding in findings:
        answer_finding(trip.number, finding, **told, on=trip.world.on, by=trip.leader.person)
        verify_finding(
            trip.number, finding, verification=VERIFICATION, on=trip.world.on, by=trip.leader.person
        )


def decided(world: World, who: Organisation, systems: str, number: str, act: DecisionAct) -> Story:
    """Read and decided, standard by standard."""
    standards = [s for s in Standard if s.letter in systems]
    yield world.later(4)
    for standard in standards:
        review_file(
            number, standard=standard, passed=True, notes={}, quality=Quality.GOOD,
            on=world.on, by=world.by(Role.REVIEWER),
        )  # fmt: skip
    yield world.later(2)
    for standard in standards:
        decide_audit(
            number, standard=standard, act=act, grounds=Grounds(), certificate=facts_of(who.uscc, standard),
            on=world.on, by=world.by(Role.DECISION_MAKER),
        )  # fmt: skip
