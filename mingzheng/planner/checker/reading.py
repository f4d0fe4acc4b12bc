"""A plan read as it stands: which half days everybody has, where, and with which visit."""

from collections import defaultdict
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta

from mingzheng.planner.plan import Assignment, Plan
from mingzheng.planner.problem import Person, Problem, Visit
from mingzheng.rulebook.calendar import Half, HalfDay

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stay:
    """What one person does for one visit: its half days, the last ones on site."""

    visit: Visit
    half_days: tuple[HalfDay, ...]
    on_site: tuple[HalfDay, ...]
    firm: bool


class Reading:
    """Everything the checker asks of a problem and a plan, worked out once."""

    def __init__(self, problem: Problem, plan: Plan):
        self.problem = problem
        self.people: dict[str, Person] = {person.id: person for person in problem.people}
        self.out = {person.id: frozenset(person.out) for person in problem.people}
        self.at_home = {person.id: frozenset(person.at_home) for person in problem.people}
        self.visits: dict[str, Visit] = {visit.id: visit for visit in problem.visits}
        self.week_of: dict[date, int] = _weeks(problem.days)
        self.weeks = defaultdict[int, list[date]](list)
        for day, week in self.week_of.items():
            self.weeks[week].append(day)
        self.assigned: dict[str, Assignment] = {
            a.visit: a
            for a in plan.assignments
            if a.visit in self.visits and a.people and set(a.people) <= set(self.people)
        }
        self.stays: dict[str, list[Stay]] = defaultdict(list)
        for assignment in self.assigned.values():
            stay = self._stay(assignment)
            for who in sorted({*assignment.people, *stay.visit.companions}):
                self.stays[who].append(stay)
        for stays in self.stays.values():
            stays.sort(key=_in_time)

    def changed(self, assignment: Assignment) -> "Reading":
        """The same plan with one visit planned so; this reading stays as it is."""
        other = copy(self)
        before = self.assigned.get(assignment.visit)
        other.assigned = {**self.assigned, assignment.visit: assignment}
        other.stays = defaultdict(list, self.stays)
        stay = other._stay(assignment)
        left = {*before.people, *stay.visit.companions} if before else set()
        joined = {*assignment.people, *stay.visit.companions}
        for who in sorted(left | joined):
            kept = [one for one in self.stays.get(who, ()) if one.visit.id != assignment.visit]
            other.stays[who] = sorted(kept + [stay] * (who in joined), key=_in_time)
        return other

    def about(self, who: str, first: date, last: date) -> "Reading":
        """The same plan with only those of one person's stays that begin between two days; quicker to judge."""
        other = copy(self)
        near = [stay for stay in self.stays.get(who, ()) if first <= stay.half_days[0].day <= last]
        other.stays = defaultdict(list, {who: near})
        other.out, other.at_home = (
            {who: frozenset(half_day for half_day in booked[who] if first <= half_day.day <= last)}
            for booked in (self.out, self.at_home)
        )
        other.weeks = defaultdict(
            list, {n: days for n, days in self.weeks.items() if first <= days[0] <= last}
        )
        return other

    def _stay(self, assignment: Assignment) -> Stay:
        visit = self.visits[assignment.visit]
        mine = tuple(half_days_of(assignment))
        split = [
            s
            for s in visit.splits
            if (s.people, s.half_days) == (len(assignment.people), assignment.half_days)
        ]
        remote = split[0].remote_half_days if split else 0
        return Stay(visit, mine, mine[remote:], is_firm(visit))

    def stays_by_week(self, who: str) -> dict[int, list[Stay]]:
        """The person's stays, in order, by working week; a stay outside the working days counts nowhere."""
        by_week = defaultdict[int, list[Stay]](list)
        for stay in self.stays.get(who, ()):
            if (week := self.week_of.get(stay.half_days[0].day)) is not None:
                by_week[week].append(stay)
        return by_week


def _in_time(stay: Stay) -> tuple[HalfDay, str]:
    return stay.half_days[0], stay.visit.id


def half_days_of(assignment: Assignment) -> list[HalfDay]:
    """Its half days, one after the other, working days or not."""
    first = assignment.start.day.toordinal() * 2 + assignment.start.half
    count = max(assignment.half_days, 1)
    return [HalfDay(date.fromordinal(n // 2), Half(n % 2)) for n in range(first, first + count)]


def is_firm(visit: Visit) -> bool:
    return visit.promised is not None and visit.promised.firm


def _weeks(days: tuple[date, ...]) -> dict[date, int]:
    numbered: dict[date, int] = {}
    for before, day in zip((None, *days), days, strict=False):
        same = before is not None and day - before == ONE_DAY
        numbered[day] = 0 if before is None else numbered[before] + (0 if same else 1)
    return numbered
