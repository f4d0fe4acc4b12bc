"""One visit among everything that is booked around it: who would go best, and why somebody would not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.queries import appointment_of
from mingzheng.planner import Explanation, explain
from mingzheng.planner.plan import Assignment, Plan
from mingzheng.planner.problem import Problem
from mingzheng.planner.suggesting import Suggestion, suggest
from mingzheng.rulebook.planning import LONGEST_LOOK, NIGHTS_AROUND

from .places import body_place
from .problem import problem_for
from .settled import settled_between


@dataclass(frozen=True)
class Situation:
    """The problem of these weeks with the visit in it, and the plan that is in the record: all but the visit settled."""

    number: str
    problem: Problem
    plan: Plan


def situation(visit: Visit, on: date) -> Situation:
    """Everything booked from four weeks before the visit to four weeks after; of one without dates, its window."""
    first, last = _weeks(visit, on)
    around = settled_between(first - NIGHTS_AROUND, last + NIGHTS_AROUND, body_place(), but=visit.pk)
    problem = problem_for([visit], first, last, on, settled=around)
    plan = Plan(tuple(promises(problem)))
    free = [replace(v, promised=None) if v.id == visit.number else v for v in problem.visits]
    return Situation(visit.number, replace(problem, visits=tuple(free)), plan)


def promises(problem: Problem) -> Sequence[Assignment]:
    """What has dates and a team already, as a plan has it."""
    return [
        Assignment(visit.id, told.start, told.half_days, told.people, told.expert)
        for visit in problem.visits
        if (told := visit.promised)
    ]


def suggestions(here: Situation) -> tuple[Suggestion, ...]:
    """The three best teams and times for the visit, whatever it has now."""
    return suggest(here.problem, here.plan, here.number)


def explanation(here: Situation, assignment: Assignment | None = None) -> Explanation | None:
    """Why this team (the one it has, unless another is given), and why nobody else; None for a visit without one."""
    others = [one for one in here.plan.assignments if one.visit != here.number]
    own = [assignment] if assignment else [one for one in here.plan.assignments if one.visit == here.number]
    return explain(here.problem, Plan((*others, *own)), here.number) if own else None


def _weeks(visit: Visit, on: date) -> tuple[date, date]:
    if dates := appointment_of(visit):
        return dates.starts_on, dates.ends_on
    first = max(visit.earliest or on, on)
    ends = visit.latest if visit.latest and visit.latest >= first else first + LONGEST_LOOK
    return first, min(ends, first + LONGEST_LOOK)
