"""Improving a plan: rounds of annealing, in each of which every worker has a part of the year to itself."""

import time
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from .arrays import UNPLANNED, State, new_desk
from .first_plan import seeded
from .instance import Compiled
from .kernels.annealing import anneal
from .kernels.visits import put_in
from .seasons import Part, parts_of, put_together

HOT, COLD = 200.0, 2.0  # yuan: what a step may cost now and then at the beginning and at the end
AT_A_TIME = 25_000  # steps between two looks at the watch
STEPS_A_ROUND, SECONDS_A_ROUND = 2_000_000, 4.0  # of one part
OFTEN_FAR, OFTEN_AWAY = 8, 3  # visits far off are moved more often: their trips are where the money is


@dataclass(frozen=True)
class Heat:
    """The temperature at the beginning and at the end."""

    hot: float = HOT
    cold: float = COLD

    def at(self, done: float) -> float:
        return float(self.hot * (self.cold / self.hot) ** min(1.0, done))

    def between(self, first: float, last: float) -> "Heat":
        return Heat(self.at(first), self.at(last))


@dataclass(frozen=True)
class Effort:
    """How long to go on: for so many steps, or so many seconds."""

    steps: int | None = None
    seconds: float | None = None

    def after(self, passed: float) -> "Effort":
        """What is left when so many seconds have passed: always a little."""
        return self if self.seconds is None else Effort(seconds=max(0.05, self.seconds - passed))


def improve_part(part: Part, heat: Heat, effort: Effort, seed: int) -> tuple[Part, int]:
    """What one worker does: anneal its part; returns it and the steps made. Runs in any thread, process or machine."""
    desk, chain = new_desk(part.instance), seeded(seed)
    began, done = time.monotonic(), 0
    if not len(part.weight):
        return part, 0
    while True:
        passed = time.monotonic() - began
        share = done / effort.steps if effort.steps else passed / (effort.seconds or 1.0)
        if share >= 1.0:
            return part, done
        steps = min(AT_A_TIME, effort.steps - done) if effort.steps else AT_A_TIME
        now = heat.at(share)
        anneal(part.instance, part.state, desk, part.weight, now, now, steps, chain)
        done += steps


def anneal_whole(
    compiled: Compiled, state: State, effort: Effort, heat: Heat, seed: int
) -> tuple[State, int]:
    """The whole plan improved on one processor: (state, steps)."""
    [part] = parts_of(compiled.instance, state, _often(compiled), 1, 0.0)
    part, steps = improve_part(part, heat, effort, seed)
    better = put_together(compiled, state, [part])
    return (better if cost_of(compiled, better) <= cost_of(compiled, state) else state), steps


def improved(
    compiled: Compiled,
    state: State,
    effort: Effort,
    executor: Executor,
    workers: int,
    seed: int,
    heat: Heat = Heat(),
) -> Iterator[tuple[State, int, float]]:
    """The plan after every round: (state, steps made so far, cost). The caller may stop asking at any time."""
    often = _often(compiled)
    best, best_cost, done, began, number = state, cost_of(compiled, state), 0, time.monotonic(), 0
    rounds = _rounds(effort, workers)
    while number < rounds:
        cut = float(np.random.default_rng([seed, number]).random())
        parts = parts_of(compiled.instance, state, often, workers, cut)
        share = heat.between(number / rounds, (number + 1) / rounds)
        own = _of_one_part(effort, rounds - number, done, time.monotonic() - began, len(parts))
        jobs = [
            executor.submit(improve_part, p, share, own, _mixed(seed, number, n)) for n, p in enumerate(parts)
        ]
        results = [job.result() for job in jobs]
        state = put_together(compiled, state, [part for part, _ in results])
        done += sum(steps for _, steps in results)
        number += 1
        if (cost := cost_of(compiled, state)) <= best_cost:
            best, best_cost = state, cost
        yield best, done, best_cost


def _rounds(effort: Effort, workers: int) -> int:
    if effort.steps is not None:
        return max(1, round(effort.steps / workers / STEPS_A_ROUND))
    return max(1, round((effort.seconds or 0.0) / SECONDS_A_ROUND))


def _of_one_part(effort: Effort, rounds: int, done: int, passed: float, parts: int) -> Effort:
    """What is left, shared over the rounds left and the parts (which run at once)."""
    if effort.steps is not None:
        return Effort(steps=max(1, (effort.steps - done) // (rounds * parts)))
    return Effort(seconds=max(0.01, ((effort.seconds or 0.0) - passed) / rounds))


def _mixed(*numbers: int) -> int:
    return int(np.random.SeedSequence(numbers).generate_state(1)[0])


def _often(compiled: Compiled) -> np.ndarray:
    limits, km = compiled.problem.limits, compiled.usual_km
    return np.where(km > limits.far_km, OFTEN_FAR, np.where(km > limits.commute_km, OFTEN_AWAY, 1))


def cost_of(compiled: Compiled, state: State) -> float:
    """The exact cost of a state, counted from nothing."""
    instance, new = compiled.instance, compiled.empty.copy()
    people, unfair = instance.people, instance.weight[0]["unfair"]
    idle = people["counts"] & people["full_time"]
    cost = unfair * float((people["fair"][idle] ** 2).sum()) + instance.weight[0]["unplanned"] * len(
        state.start
    )
    for visit in np.flatnonzero(state.start != UNPLANNED):
        place = (
            int(state.start[visit]),
            int(state.option[visit]),
            state.team[visit],
            bool(state.expert[visit]),
        )
        cost += put_in(instance, new, int(visit), *place)
    return float(cost)
