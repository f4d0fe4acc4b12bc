"""A body of many offices: a first plan of each region, then each improved by itself, then near ones in pairs: people are lent.

A job is a function of plain data, so that any executor can carry it out: the regions' part of the problem goes in, their
assignments come out. No job is larger than two regions, however many there are.
"""

import time
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from .checker import cost as exact_cost
from .jobs import carried_out
from .parts import Group, Parts, clusters
from .plan import Assignment, Plan
from .problem import Problem
from .region_bounds import proven_by_region
from .search.first_plan import dispatched, inserted
from .search.improving import Effort, Heat, anneal_whole, cost_of
from .search.instance import compile_problem
from .search.plans import assignments, firm_state, freeze, put_warm

ALONE = 0.6  # of the effort; the rest goes to …
ROUNDS_IN_PAIRS = 2
FIRST, APART = (
    -1,
    0,
)  # the rounds before those in pairs: a first plan of everything soon, then each region by itself
LENDING_KM = 500.0  # between the middles of two regions that lend each other people

Team = tuple[Group, ...]  # one or two groups that are planned together


@dataclass(frozen=True)
class Job:
    """One or two regions for one worker."""

    problem: Problem
    warm: tuple[Assignment, ...]
    frozen: frozenset[str]
    effort: Effort | None  # none: a first plan and no more; seconds are those of the whole job
    heat: Heat
    seed: int


@dataclass(frozen=True)
class Done:
    """What came of a job."""

    assignments: tuple[Assignment, ...]
    cheaper: float  # than what the job began with
    steps: int


def carry_out(job: Job) -> Done:
    """Plan one or two regions on one processor. Runs in any thread, process or machine."""
    began, compiled = time.monotonic(), compile_problem(job.problem)
    state, steps = firm_state(compiled), 0
    put_warm(compiled, state, sorted(job.warm, key=lambda one: (one.visit not in job.frozen, one.start)))
    before = cost_of(compiled, state)
    state = inserted(compiled, state, job.seed)
    if job.effort:
        left = job.effort.after(time.monotonic() - began)
        state, steps = anneal_whole(freeze(compiled, state, job.frozen), state, left, job.heat, job.seed)
    return Done(assignments(compiled, state), before - cost_of(compiled, state), steps)


def dispatch(problem: Problem, seed: int = 1) -> tuple[Assignment, ...]:
    """What careful dispatchers would do by hand, each for his own region: the plan others are compared with."""
    parts = Parts(problem)
    found: list[Assignment] = []
    for group in clusters(problem):
        compiled = compile_problem(parts.of(group, ()))
        found += assignments(compiled, dispatched(compiled, firm_state(compiled), seed))
    return tuple(found)


def improved_by_region(
    problem: Problem,
    groups: list[Group],
    effort: Effort,
    executor: Executor,
    workers: int,
    seed: int,
    warm: Plan | None,
    frozen: Collection[str],
) -> Iterator[tuple[tuple[Assignment, ...], int, float, float]]:
    """After every job: (all assignments, steps, cost, bound) as they are then. The caller may stop asking at any time."""
    parts, began, steps, bound = Parts(problem), time.monotonic(), 0, 0.0
    now = {group: _own(parts, group, warm.assignments if warm else ()) for group in groups}
    cost = exact_cost(problem, Plan(tuple(one for group in groups for one in now[group]))).total
    for number in range(FIRST, 1 + ROUNDS_IN_PAIRS):
        teams = _pairs(parts, groups, number) if number > APART else [(group,) for group in groups]
        own = (
            None
            if number == FIRST
            else _effort(effort, len(teams), workers, time.monotonic() - began, number)
        )
        heat = Heat(Heat().at(0.7), Heat().cold) if number > APART else Heat()
        lent = _lent(parts, groups, now)
        jobs = (
            (
                team,
                _job(
                    parts, team, now, lent, frozenset(frozen), own, heat, seed + 7919 * (number - FIRST) + n
                ),
            )
            for n, team in enumerate(teams)
        )
        for team, done in carried_out(carry_out, jobs, executor, 2 * workers):
            steps, cost = steps + done.steps, cost - done.cheaper
            for group in team:
                now[group] = _own(parts, group, done.assignments)
            yield tuple(one for group in groups for one in now[group]), steps, cost, bound
        if number == APART:
            for bound in proven_by_region(parts, groups, effort, executor, workers):
                yield tuple(one for group in groups for one in now[group]), steps, cost, bound


def _job(
    parts: Parts,
    team: Team,
    now: dict[Group, tuple[Assignment, ...]],
    lent: list[Assignment],
    frozen: frozenset[str],
    effort: Effort | None,
    heat: Heat,
    seed: int,
) -> Job:
    names = [name for group in team for name in group]
    apart = [one for one in lent if not _inside(parts, one, set(names))]
    kept = tuple(one for group in team for one in now[group])
    return Job(parts.of(names, apart), kept, frozen, effort, heat, seed)


def _lent(parts: Parts, groups: list[Group], now: dict[Group, tuple[Assignment, ...]]) -> list[Assignment]:
    """The visits on which somebody of another region is."""
    return [one for group in groups for one in now[group] if not _inside(parts, one, set(group))]


def _inside(parts: Parts, one: Assignment, names: set[str]) -> bool:
    return parts.visit[one.visit].region in names and all(
        parts.person[who].region in names for who in one.people
    )


def _own(parts: Parts, group: Group, planned: Iterable[Assignment]) -> tuple[Assignment, ...]:
    ids = {visit.id for name in group for visit in parts.visits[name]}
    return tuple(one for one in planned if one.visit in ids)


def _effort(effort: Effort, jobs: int, workers: int, passed: float, number: int) -> Effort:
    """What one job of this round gets: its part of the steps, or of the seconds all workers have left."""
    each = (1 - ALONE) / ROUNDS_IN_PAIRS
    if effort.steps is not None:
        return Effort(steps=max(1, int(effort.steps * (each if number else ALONE) / jobs)))
    share = 1 / (1 + ROUNDS_IN_PAIRS - number) if number else ALONE
    return Effort(seconds=max(0.1, (effort.seconds or 0.0) - passed) * share * min(workers, jobs) / jobs)


def _pairs(parts: Parts, groups: list[Group], number: int) -> list[Team]:
    """Everybody with the nearest one not yet taken, other pairs in other rounds; who has nobody near stays alone."""
    middle = {group: parts.middle(group) for group in groups}
    taken: set[Group] = set()
    teams: list[Team] = []
    for group in groups[number - 1 :] + groups[: number - 1]:
        if group in taken:
            continue
        taken.add(group)
        near = sorted((g for g in groups if g not in taken), key=lambda g: _km(middle[g], middle[group]))
        near = [other for other in near[number - 1 :] if _km(middle[other], middle[group]) <= LENDING_KM]
        taken |= set(near[:1])
        teams.append((group, *near[:1]))
    return teams


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    return float(np.hypot(111.0 * (a[0] - b[0]), 111.0 * np.cos(np.radians(a[0])) * (a[1] - b[1])))
