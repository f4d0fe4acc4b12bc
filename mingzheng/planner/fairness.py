"""What is everybody's fair part of the work."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from .problem import Person, Problem, Visit


def with_fair_parts(problem: Problem, share: Mapping[str, float]) -> Problem:
    """The problem with `fair_half_days` set: every visit's work spread over those of its region who may do it.

    In proportion to `share`, the part of full time each person works (0.4: two days a week); who is not in it gets none.
    """
    by_region: dict[str, list[Person]] = defaultdict(list)
    for person in problem.people:
        if share.get(person.id):
            by_region[person.region].append(person)
    fair: dict[str, float] = defaultdict(float)
    for visit in problem.visits:
        able = [person for person in by_region[visit.region] if _able(person, visit)]
        whole = sum(share[person.id] for person in able)
        work = min(split.people * split.half_days for split in visit.splits)
        for person in able:
            fair[person.id] += work * share[person.id] / whole
    people = [replace(p, fair_half_days=fair[p.id]) if share.get(p.id) else p for p in problem.people]
    return replace(problem, people=tuple(people))


def _able(person: Person, visit: Visit) -> bool:
    standards = {need.standard for need in visit.needs}
    return person.id not in visit.excluded and any(r.standard in standards for r in person.registrations)
