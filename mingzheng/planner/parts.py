"""A problem by region: which regions cannot be planned apart, and the part of the problem that is some regions' own."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

import numpy as np

from mingzheng.rulebook.calendar import Half, HalfDay

from .plan import Assignment
from .problem import Person, Problem, Promise, Span, Visit

Group = tuple[str, ...]  # regions that cannot be planned apart


def clusters(problem: Problem) -> list[Group]:
    """The regions, those together that cannot be planned apart: a visit of the one needs a visit or a person of the other."""
    region = {one.id: one.region for group in (problem.visits, problem.people) for one in group}
    joined = {name: name for name in sorted({visit.region for visit in problem.visits})}

    def root(name: str) -> str:
        while joined.setdefault(name, name) != name:
            name = joined[name]
        return name

    for visit in problem.visits:
        told = visit.promised.people if visit.promised else ()
        tied = [*visit.required, *visit.companions, *told, *(order.visit for order in visit.after)]
        for id in tied:
            joined[root(region[id])] = root(visit.region)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(joined):
        groups[root(name)].append(name)
    return [tuple(names) for names in groups.values()]


class Parts:
    """The problem by region."""

    def __init__(self, problem: Problem):
        self.problem = problem
        self.visit = {visit.id: visit for visit in problem.visits}
        self.person = {person.id: person for person in problem.people}
        first, last = problem.days[0], problem.days[-1]
        self.always = (Span(HalfDay(first, Half.MORNING), HalfDay(last, Half.AFTERNOON)),)
        self.people: dict[str, list[Person]] = defaultdict(list)
        self.visits: dict[str, list[Visit]] = defaultdict(list)
        for person in problem.people:
            self.people[person.region].append(person)
        for visit in problem.visits:
            self.visits[visit.region].append(visit)

    def of(self, names: Iterable[str], lent: Iterable[Assignment]) -> Problem:
        """The problem of these regions; what is `lent` between them and others is firm in it, with the others' people."""
        names = list(names)
        people = {person.id: person for name in names for person in self.people[name]}
        visits = {visit.id: visit for name in names for visit in self.visits[name]}
        for one in lent:
            if one.visit in visits or people.keys() & set(one.people):
                told = self.visit[one.visit]
                promise = Promise(one.start, one.half_days, one.people, one.expert, firm=True)
                visits[one.visit] = replace(told, promised=promise)
        own = set(people)
        for visit in visits.values():
            for who in sorted({*(visit.promised.people if visit.promised else ()), *visit.companions} - own):
                people[who] = replace(self.person[who], away=self.always, fair_half_days=None)
        known = set(people)
        fit = tuple(_with_known(visit, known, visits.keys()) for visit in visits.values())
        return replace(self.problem, people=tuple(people.values()), visits=fit)

    def middle(self, names: Sequence[str]) -> tuple[float, float]:
        places = [visit.place for name in names for visit in self.visits[name]]
        return float(np.median([p.latitude for p in places])), float(np.median([p.longitude for p in places]))


def _with_known(visit: Visit, known: Set[str], visits: Set[str]) -> Visit:
    """What is told of people and visits that are part of it: a lent visit still comes after its own region's stage 1."""
    excluded, not_leading = (
        {who: why for who, why in of.items() if who in known} for of in (visit.excluded, visit.not_leading)
    )
    after = tuple(order for order in visit.after if order.visit in visits)
    return replace(visit, excluded=excluded, not_leading=not_leading, local=visit.local & known, after=after)
