"""Replanning: something changed; a new plan that touches as little as possible, as changes to accept one by one."""

from collections.abc import Collection
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from enum import StrEnum

from .plan import Assignment, Plan
from .planning import Watcher, plan
from .problem import Problem, Promise, Visit

SECONDS = 8.0


class Kind(StrEnum):
    """What a change does to a visit."""

    NEW = "new"  # was not planned
    MOVED = "moved"  # another time, perhaps other people too
    TEAM = "team"  # other people at the same time
    DROPPED = "dropped"  # cannot be planned now


@dataclass(frozen=True)
class Change:
    """One visit, before and after."""

    visit: str
    kind: Kind
    before: Assignment | None
    after: Assignment | None
    announced: bool  # the client was told of what it was before


@dataclass(frozen=True)
class Replanned:
    """The new plan and what it changes in the old one."""

    plan: Plan
    changes: tuple[Change, ...]


def replan(
    problem: Problem,
    old: Plan,
    *,
    announced: Collection[str] = (),
    seconds: float | None = SECONDS,
    steps: int | None = None,
    seed: int = 1,
    executor: Executor | None = None,
    workers: int | None = None,
    progress: Watcher | None = None,
) -> Replanned:
    """Plan the problem as it is now, from the plan as it was.

    `problem` tells what is new: somebody is away, a client's window is another, a visit came in. Visits in `announced` are
    promised as they were in the old plan: they may move, at the price in the weights.
    """
    told = promised(problem, old, announced)
    new = plan(
        told,
        seconds=seconds,
        steps=steps,
        seed=seed,
        executor=executor,
        workers=workers,
        warm=old,
        progress=progress,
    )
    return Replanned(new, changes(told, old, new))


def promised(problem: Problem, old: Plan, announced: Collection[str]) -> Problem:
    """The problem with these visits promised as the old plan has them; what is promised already stays."""
    was = {one.visit: one for one in old.assignments if one.visit in announced}
    visits = tuple(_promised(visit, was.get(visit.id)) for visit in problem.visits)
    return replace(problem, visits=visits)


def _promised(visit: Visit, was: Assignment | None) -> Visit:
    if was is None or visit.promised is not None:
        return visit
    return replace(visit, promised=Promise(was.start, was.half_days, was.people, was.expert))


def changes(problem: Problem, old: Plan, new: Plan) -> tuple[Change, ...]:
    """What is otherwise in the new plan, by the time it was or will be."""
    before, after = ({one.visit: one for one in plan.assignments} for plan in (old, new))
    told = {visit.id for visit in problem.visits if visit.promised}
    found = [_change(v.id, before.get(v.id), after.get(v.id), v.id in told) for v in problem.visits]
    return tuple(sorted(filter(None, found), key=lambda c: (c.before or c.after, c.visit)[0].start))  # type: ignore[union-attr]


def _change(
    visit: str, before: Assignment | None, after: Assignment | None, announced: bool
) -> Change | None:
    if before is None and after is None:
        return None
    if before is None or after is None:
        return Change(visit, Kind.NEW if after else Kind.DROPPED, before, after, announced)
    if (before.start, before.half_days) != (after.start, after.half_days):
        return Change(visit, Kind.MOVED, before, after, announced)
    if set(before.people) == set(after.people):
        return None
    return Change(visit, Kind.TEAM, before, after, announced)
