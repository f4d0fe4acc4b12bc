"""The proven bound of a body of many offices: every region's by itself, for whoever may be lent to it from elsewhere."""

import time
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import chain, islice, takewhile

import numpy as np

from .bound import proven
from .jobs import carried_out
from .parts import Group, Parts
from .problem import Problem
from .search.arrays import Array
from .search.entries import EARTH_RADIUS_KM, on_sphere
from .search.improving import Effort
from .search.instance import compile_problem

ROUNDING = 1e-14  # of a square on the unit sphere; taken off, so that what is proven holds however numbers are rounded
SHARE = 0.1  # of the effort
WORTH_WHILE = 2.0  # seconds of a region: in less a bound says nothing, and its beginning takes as long
FEWEST_STEPS = 10
STEPS_PER_BOUND = 500_000  # when steps are counted, one more for every so many of the search


@dataclass(frozen=True)
class ToProve:
    """One region for one worker."""

    problem: Problem
    strangers_km: Array
    effort: Effort


def prove(job: ToProve) -> float:
    """The best bound of a region found with this effort. Runs in any thread, process or machine."""
    began, bounds = time.monotonic(), proven(compile_problem(job.problem), job.strangers_km)
    if job.effort.steps is not None:
        return max(islice(bounds, job.effort.steps))
    until = began + (job.effort.seconds or 0.0)
    return max(chain([next(bounds)], takewhile(lambda _: time.monotonic() < until, bounds)))


def proven_by_region(
    parts: Parts, groups: list[Group], effort: Effort, executor: Executor, workers: int
) -> Iterator[float]:
    """Ever better bounds of the whole, one region after the other; none where there is no time to prove anything."""
    own = _of_one(effort, len(groups), workers)
    if own.seconds is not None and own.seconds < WORTH_WHILE:
        return
    jobs = ((group, ToProve(parts.of(group, ()), _strangers_km(parts, group), own)) for group in groups)
    total = 0.0
    for _, bound in carried_out(prove, jobs, executor, 2 * workers):
        total += bound
        yield total


def _of_one(effort: Effort, regions: int, workers: int) -> Effort:
    if effort.steps is not None:
        return Effort(steps=FEWEST_STEPS + effort.steps // regions // STEPS_PER_BOUND)
    return Effort(seconds=SHARE * (effort.seconds or 0.0) * min(workers, regions) / regions)


def _strangers_km(parts: Parts, group: Group) -> Array:
    """Road km from each visit of a group to the nearest home of anybody else."""
    visits = [visit.place for name in group for visit in parts.visits[name]]
    homes = [person.home for person in parts.problem.people if person.region not in group]
    a, b = (
        np.stack(
            on_sphere(np.array([p.latitude for p in places]), np.array([p.longitude for p in places])), 1
        )
        for places in (visits, homes)
    )
    nearest = (a @ b.T).max(1, initial=-1.0)  # of the unit sphere: chord² = 2 - 2 ab
    chord = np.sqrt(np.maximum(0.0, 2 - 2 * nearest - ROUNDING))
    km = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, chord / 2)) * parts.problem.limits.detour
    return np.asarray(km)
