"""Why this team and not another: everybody else with what he would cost, or the rule that shuts him out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from .checker.costs import cost_of_person, cost_of_visit
from .checker.reading import Reading, half_days_of
from .checker.rules import Violation, coverage, team, year_load
from .occupied import not_his, objections
from .plan import Assignment, Plan, Reason
from .problem import Person, Problem, Visit


@dataclass(frozen=True)
class Candidate:
    """One person for one visit at its time. Exactly one holds: on the team, possible at a cost, or shut out by rules.

    `instead_of`: the member he would replace; `yuan`: what the whole plan would cost more (less when negative).
    """

    person: str
    on_team: bool = False
    instead_of: str = ""
    yuan: float | None = None
    rules: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """The team of a visit and everybody else: those on it first, then the possible by cost, then the others."""

    assignment: Assignment
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class _Asked:
    """A visit of a plan, and what each person costs there as it is, in yuan, worked out once."""

    reading: Reading
    visit: Visit
    now: Assignment
    costs: Callable[[str], float]


def explain(problem: Problem, plan: Plan, visit: str, person: str | None = None) -> Explanation:
    """Why this team? With `person`, of him alone: why not he? Raises KeyError for a visit the plan does not have."""
    reading = Reading(problem, plan)
    now = reading.assigned[visit]
    about = _Asked(reading, reading.visits[visit], now, cache(lambda who: _cost(reading, who)))
    asked = [reading.people[person]] if person else problem.people
    found = [_candidate(about, one) for one in asked]
    order = {one.id: n for n, one in enumerate(problem.people)}
    return Explanation(now, tuple(sorted(found, key=lambda c: (_rank(c), order[c.person]))))


def _rank(candidate: Candidate) -> tuple[int, float]:
    if candidate.on_team:
        return 0, 0.0
    return (1, candidate.yuan) if candidate.yuan is not None else (2, float(len(candidate.rules)))


def _candidate(about: _Asked, person: Person) -> Candidate:
    reading, visit, now = about.reading, about.visit, about.now
    if person.id in now.people:
        return Candidate(person.id, on_team=True)
    days = [half_day.day for half_day in half_days_of(now)]
    if shut_out := not_his(reading, visit, person, days):
        return Candidate(person.id, rules=(shut_out,))
    tried = reading.changed(_in_place_of(now, now.people[-1], person.id, now.leader))
    if his := objections(tried, person, days[0]):
        return Candidate(person.id, rules=_once(his, visit.id))
    swaps = [_swap(about, person, member) for member in now.people]
    possible = [one for one in swaps if one.yuan is not None]
    return (
        min(possible, key=lambda one: one.yuan or 0.0)
        if possible
        else min(swaps, key=lambda one: len(one.rules))
    )


def _in_place_of(now: Assignment, member: str, person: str, leader: str) -> Assignment:
    """The team with `person` for `member`, led by `leader` where he is still on it."""
    people = [*(who for who in now.people if who != member), person]
    return replace(now, people=tuple(sorted(people, key=lambda who: who != leader)))


def _swap(about: _Asked, person: Person, member: str) -> Candidate:
    """The person in the place of one member; the leader is the first of them who may lead."""
    first, shut_out = _in_place_of(about.now, member, person.id, about.now.leader), []
    for leader in first.people:
        tried = _tried(about, replace(first, people=_led_by(first, leader)), person, member)
        if tried.yuan is not None:
            return tried
        shut_out.append(tried)
    return min(shut_out, key=lambda one: len(one.rules))


def _led_by(team: Assignment, leader: str) -> tuple[str, ...]:
    return (leader, *(who for who in team.people if who != leader))


def _tried(about: _Asked, wanted: Assignment, person: Person, member: str) -> Candidate:
    before, visit, weights = about.reading, about.visit, about.reading.problem.weights
    after = before.changed(wanted)
    broken = [*team(after, visit, wanted), *coverage(after, visit, wanted)]
    broken += year_load(after, after.people[wanted.leader])
    if broken:
        return Candidate(person.id, instead_of=member, rules=_once(broken, visit.id))
    more = _sum(cost_of_visit(after, visit, weights)) - _sum(cost_of_visit(before, visit, weights))
    more += sum(_cost(after, who) - about.costs(who) for who in (person.id, member))
    return Candidate(person.id, instead_of=member, yuan=more)


def _cost(reading: Reading, who: str) -> float:
    return _sum(cost_of_person(reading, who, reading.problem.weights))


def _once(found: list[Violation], visit: str) -> tuple[Reason, ...]:
    """The reasons, each once."""
    told = dict.fromkeys(_of_the_other(one, visit) for one in found)
    return tuple(Reason(code, dict(details)) for code, details in told)


def _of_the_other(found: Violation, visit: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The reason; who is on another visit then is told which."""
    details = dict(found.reason.details)
    if details.get("other") == visit:
        details["other"] = found.visit
    return found.reason.code, tuple(sorted(details.items()))


def _sum(parts: dict[str, float]) -> float:
    return sum(parts.values())
