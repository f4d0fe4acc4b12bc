"""Where and with whom one more visit would fit best into a plan that otherwise stays: the few best, each with its price."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from mingzheng.rulebook.calendar import HalfDay

from .checker.costs import cost_of_person, cost_of_visit
from .checker.reading import Reading, half_days_of
from .checker.rules import coverage, team
from .checker.travel import road_km
from .occupied import brings, may_bring, needs_of, not_his, objections, times
from .plan import Assignment, Plan
from .problem import Person, Problem, Split, Visit

TIMES = 12  # looked at for each way to split the visit, spread over its window
LEADERS = 3  # tried at each time, the nearest to it first
APART = timedelta(days=7)  # the same team is suggested again only so much earlier or later


@dataclass(frozen=True)
class Suggestion:
    """One way to hold the visit; `yuan`: what the whole plan then costs more."""

    assignment: Assignment
    yuan: float


def suggest(problem: Problem, plan: Plan, visit: str, most: int = 3) -> tuple[Suggestion, ...]:
    """The cheapest ways to hold a visit, different in team or week. Raises KeyError for one the problem does not have."""
    others = tuple(one for one in plan.assignments if one.visit != visit)
    reading = Reading(problem, Plan(others))
    told = reading.visits[visit]
    found = sorted(_possible(reading, told), key=lambda one: (one.yuan, one.assignment.start))
    chosen: list[Suggestion] = []
    for one in found:
        if len(chosen) < most and all(_differ(one, other) for other in chosen):
            chosen.append(one)
    return tuple(chosen)


def _differ(one: Suggestion, other: Suggestion) -> bool:
    a, b = one.assignment, other.assignment
    return set(a.people) != set(b.people) or abs(a.start.day - b.start.day) >= APART


def _possible(reading: Reading, visit: Visit) -> Iterator[Suggestion]:
    for split in dict.fromkeys(visit.splits):
        begins = list(times(reading, visit, split))
        for begin in begins[:: max(1, -(-len(begins) // TIMES))]:
            yield from _at(reading, visit, split, begin)


def _at(reading: Reading, visit: Visit, split: Split, begin: HalfDay) -> Iterator[Suggestion]:
    """The visit at this time, led by each of the nearest who may."""
    empty = Assignment(visit.id, begin, split.half_days, ())
    days = [half_day.day for half_day in half_days_of(empty)]
    able = sorted(
        (p for p in reading.problem.people if not_his(reading, visit, p, days) is None),
        key=lambda person: _roughly(reading, visit, person),
    )
    leads = needs_of(visit, expert=False)[0]
    leaders = [p for p in able if brings(p, leads, days) and may_bring(visit, p, leads)]
    for leader in [p for p in leaders if _free(reading, visit, empty, p)][:LEADERS]:
        people = _filled(reading, visit, empty, split, [leader], able)
        wanted = Assignment(visit.id, begin, split.half_days, tuple(person.id for person in people))
        after = reading.changed(wanted)
        if len(people) == split.people and not [*team(after, visit, wanted), *coverage(after, visit, wanted)]:
            yield Suggestion(wanted, _price(reading, after, visit, people))


def _filled(
    reading: Reading, visit: Visit, empty: Assignment, split: Split, people: list[Person], able: list[Person]
) -> list[Person]:
    """The team made whole: who must go, then for what is not covered yet the nearest who brings it, then the nearest."""
    days = [half_day.day for half_day in half_days_of(empty)]
    needed = [("person", who) for who in sorted(visit.required)] + needs_of(visit, expert=False)[1:]
    for need in [*needed, *[None] * split.people]:
        full = len(people) >= split.people
        if full or (need and any(brings(person, need, days) for person in people)):
            continue
        rest = (p for p in able if p not in people and (need is None or brings(p, need, days)))
        if found := next((p for p in rest if _free(reading, visit, empty, p)), None):
            people = [*people, found]
    return people


def _free(reading: Reading, visit: Visit, empty: Assignment, person: Person) -> bool:
    alone = Assignment(empty.visit, empty.start, empty.half_days, (person.id,))
    return not objections(reading.changed(alone), person, empty.start.day)


def _roughly(reading: Reading, visit: Visit, person: Person) -> float:
    """What he would cost as far as can be seen from afar; the exact price comes later."""
    weights, km = reading.problem.weights, road_km(person.home, visit.place, reading.problem.limits)
    fee = 0.0 if person.full_time else weights.part_time_half_day
    known = weights.new_faces * (person.id in visit.previous_team)
    senior = weights.no_senior * (visit.premium and person.senior)
    return 2 * weights.km * km + fee - known - senior


def _price(reading: Reading, after: Reading, visit: Visit, people: list[Person]) -> float:
    weights = reading.problem.weights
    more = sum(cost_of_visit(after, visit, weights).values())
    return more + sum(
        sum(cost_of_person(after, person.id, weights).values())
        - sum(cost_of_person(reading, person.id, weights).values())
        for person in people
    )
