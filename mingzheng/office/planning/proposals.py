"""What a plan proposes, held against the record: what would be new, what would move, what holds already."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from json import dumps
from typing import Any

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.members import needs
from mingzheng.office.schedule.queries import with_status
from mingzheng.planner.plan import Assignment, Plan
from mingzheng.rulebook.calendar import Half, HalfDay, half_days
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.planning import NOT_PROPOSED
from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.words import WORDS

from .carrying_out import Seat, Wanted, carry_out, objections_to_wanted
from .models import PlanRun
from .visits_due import About, about

NO_CODES: Mapping[Any, Collection[str]] = {}
REASON = "planning.by-run"  # words: why members and dates change


class Standing(StrEnum):
    """How a proposal stands to the record today."""

    NEW = "new"  # the visit has no dates yet
    MOVED = "moved"  # it has others
    TEAM = "team"  # same dates, another team
    TAKEN = "taken"  # the record says the same
    GONE = "gone"  # begun, held or dropped meanwhile


@dataclass(frozen=True)
class Proposal:
    """One visit as the plan has it; `people` are persons by login, the leader first."""

    visit: Any  # programmes.Visit with_status
    wanted: Wanted
    people: tuple[Person, ...]
    standing: Standing

    @property
    def open(self) -> bool:
        return self.standing in (Standing.NEW, Standing.MOVED, Standing.TEAM)


def plan_of_run(run: PlanRun) -> Plan:
    """The plan as the planner gave it; an empty one of a run that has none."""
    return Plan.from_json(dumps(run.plan)) if run.plan else Plan(())


def proposals(assignments: Iterable[Assignment]) -> list[Proposal]:
    """All of them, in the order of time, in as many queries as there are kinds of facts."""
    planned = {assignment.visit: assignment for assignment in assignments}
    rows = list(
        with_status(Visit.objects.filter(number__in=planned))
        .select_related("client")
        .prefetch_related("parts__certification")
    )
    known = about(rows)
    logins = {who for assignment in planned.values() for who in assignment.people}
    logins |= {who for _, companions in known.company.values() for who in companions}
    logins |= {expert.login for expert in known.experts}
    people = {person.login: person for person in Person.objects.filter(login__in=logins)}
    found = [_proposal(row, planned[row.number], known, people) for row in rows]
    return sorted(found, key=lambda one: (one.wanted.starts_on, one.visit.number))


def _proposal(row: Any, assignment: Assignment, known: About, people: dict[str, Person]) -> Proposal:
    _, companions = known.company.get(row.number, (set(), set()))
    wanted = wanted_of(assignment, sorted(companions), known, needs(row).codes)
    team = tuple(people[seat.login] for seat in wanted.team if seat.login in people)
    return Proposal(row, wanted, team, _standing(row, wanted, known))


def wanted_of(
    assignment: Assignment,
    companions: Sequence[str] = (),
    known: About | None = None,
    codes: Mapping[Any, Collection[str]] = NO_CODES,
) -> Wanted:
    """The assignment as dates and seats: everybody is there all the time, whoever goes along included; with the first
    expert for these codes who is free, where one is asked for."""
    when = span(assignment.start, assignment.half_days)
    witnesses = known.witnesses if known else frozenset()
    seats = [
        Seat(login, TeamRole.AUDITOR if n else TeamRole.LEADER, frozenset(when))
        for n, login in enumerate(assignment.people)
    ]
    seats += [
        Seat(login, TeamRole.WITNESS if login in witnesses else TeamRole.TRAINEE, frozenset(when))
        for login in companions
    ]
    able = [one for one in known.experts if one.covers(codes)] if known and assignment.expert else []
    free = [one for one in able if one.free(when, assignment.visit)]
    seats += [Seat(one.login, TeamRole.EXPERT, frozenset(when)) for one in (free or able)[:1]]
    return Wanted(assignment.visit, when[0].day, when[-1].day, tuple(seats))


def span(start: HalfDay, count: int) -> list[HalfDay]:
    """So many half days one after the other; they lie within one working week."""
    days_after = (start.half + count - 1) // 2
    last = HalfDay(date.fromordinal(start.day.toordinal() + days_after), Half((start.half + count - 1) % 2))
    return half_days(start, last)


def _standing(row: Any, wanted: Wanted, known: About) -> Standing:
    if row.begun_on or row.dropped_on:
        return Standing.GONE
    dates = known.appointments.get(row.pk)
    if dates is None:
        return Standing.NEW
    if (dates.starts_on, dates.ends_on) != (wanted.starts_on, wanted.ends_on):
        return Standing.MOVED
    team = {(member.person.login, member.role) for member in known.teams.get(row.pk, ())}
    return Standing.TAKEN if team == {(s.login, s.role.value) for s in wanted.team} else Standing.TEAM


def proposal_for(run: PlanRun, number: str) -> Proposal:
    """What the run proposes for a visit. Refused when it proposes nothing."""
    found = proposals(a for a in plan_of_run(run).assignments if a.visit == number)
    if not found:
        raise Refused(NOT_PROPOSED.because(visit=number, run=run.number))
    return found[0]


def take(run: PlanRun, proposal: Proposal, *, announce: bool, on: date, by: Actor) -> None:
    """Bring the visit to what the run proposes. Raises Refused where that no longer holds."""
    carry_out(proposal.wanted, reason=_reason(run), announce=announce, on=on, by=by)


def objections_to_taking(run: PlanRun, proposal: Proposal, *, on: date, by: Actor) -> list[Objection]:
    """The same, only tried."""
    return objections_to_wanted(proposal.wanted, reason=_reason(run), on=on, by=by)


def _reason(run: PlanRun) -> str:
    return " / ".join(wording.format(run=run.number) for wording in WORDS[REASON])
