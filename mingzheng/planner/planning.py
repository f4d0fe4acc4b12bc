"""Planning: from a problem to a plan, for as long as asked."""

import os
import threading
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field

from .bound import proven
from .checker import cost as exact_cost
from .parts import clusters
from .plan import Assignment, Plan, Progress, Unplanned
from .problem import Problem
from .ready import a_day_of_work, is_ready, now_complete
from .reasons import why_unplanned
from .regions import dispatch, improved_by_region
from .search.arrays import UNPLANNED, State
from .search.first_plan import inserted
from .search.improving import Effort, Heat, cost_of, improved
from .search.instance import Compiled, compile_problem
from .search.plans import assignments, firm_state, freeze, put_warm

STEPS_OF_BOUND = 40  # at least; when steps are counted, one more for every …
STEPS_PER_BOUND = 500_000  # … so many steps of the search

MOST_REASONS = 100  # visits whose reasons are told; when more are missing, the first of them say enough

WARM = Heat(hot=15.0, cold=1.0)  # a warm plan is improved, not melted

Watcher = Callable[[Progress], bool | None]


@dataclass
class Watch:
    """What is known while planning goes on; the bound comes from a thread of its own."""

    began: float = field(default_factory=time.monotonic)
    bound: float = 0.0
    over: bool = False

    def passed(self) -> float:
        return time.monotonic() - self.began


def plan(
    problem: Problem,
    *,
    seconds: float | None = None,
    steps: int | None = None,
    seed: int = 1,
    executor: Executor | None = None,
    workers: int | None = None,
    warm: Plan | None = None,
    frozen: Collection[str] = (),
    progress: Watcher | None = None,
) -> Plan:
    """The best plan found in so many seconds or steps, never an infeasible one; give one of the two.

    Equal problem, steps, seed, workers and warm plan give an equal plan; with seconds the machine decides how far it
    comes. `executor`: any executor of :mod:`concurrent.futures`, also that of a cluster, with `workers` at work in it;
    without one, threads on all processors. `warm`: the plan to begin with, as far as it is feasible; visits in `frozen`
    stay as they are in it. `progress` is told after every round, and stops the planning by returning False; so does
    Ctrl-C: the best plan so far is returned. Raises :class:`NotReadable` for a problem that cannot be meant. What has
    still to be compiled is compiled before the seconds begin.
    """
    get_ready()
    return _planned(problem, Effort(steps, seconds), seed, executor, workers, warm, frozen, progress)


def get_ready() -> None:
    """Have all machine code, compiled now if need be: about a minute of one processor, once for every installation."""
    if not is_ready():
        body = a_day_of_work()
        plan_of = _planned(body, Effort(steps=100_000), 1, None, 1, None, (), None)
        _planned(body, Effort(steps=1), 1, None, 1, plan_of, (), None)
        dispatch(body)
        now_complete()


def _planned(
    problem: Problem,
    effort: Effort,
    seed: int,
    executor: Executor | None,
    workers: int | None,
    warm: Plan | None,
    frozen: Collection[str],
    progress: Watcher | None,
) -> Plan:
    watch = Watch()
    many = workers or processors()
    groups = clusters(problem)
    with nullcontext(executor) if executor else ThreadPoolExecutor(many) as pool:
        if len(groups) > 1:
            rounds = improved_by_region(problem, groups, effort, pool, many, seed, warm, frozen)
            return planned_by_region(problem, rounds, progress, watch)
        return planned_whole(problem, effort, pool, many, seed, warm, frozen, progress, watch)


def planned_whole(
    problem: Problem,
    effort: Effort,
    pool: Executor,
    workers: int,
    seed: int,
    warm: Plan | None,
    frozen: Collection[str],
    progress: Watcher | None,
    watch: Watch,
) -> Plan:
    """A body of one region: a first plan, improved in parts of the year, while bounds are proven."""
    compiled = compile_problem(problem)
    state = first(compiled, seed, warm, frozen)
    done = 0
    left = effort if effort.steps else Effort(seconds=max(0.0, (effort.seconds or 0.0) - watch.passed()))
    if report(progress, watch, state, 0, cost_of(compiled, state)) and (left.steps or left.seconds):
        with Bounding(compiled, left, watch):
            heat = WARM if warm else Heat()
            rounds = improved(freeze(compiled, state, frozen), state, left, pool, workers, seed, heat)
            state, done = watched(rounds, state, progress, watch)
    return finished(problem, assignments(compiled, state), watch.bound, done)


def planned_by_region(
    problem: Problem,
    rounds: Iterator[tuple[tuple[Assignment, ...], int, float, float]],
    progress: Watcher | None,
    watch: Watch,
) -> Plan:
    """A body of several regions."""
    found: tuple[Assignment, ...] = ()
    done = 0
    with suppress(KeyboardInterrupt):
        for newest, steps, cost, bound in rounds:
            found, done, watch.bound = newest, steps, bound
            now = Progress(watch.passed(), steps, cost, bound, len(problem.visits) - len(found))
            if progress is not None and progress(now) is False:
                break
    return finished(problem, found, watch.bound, done)


def first(compiled: Compiled, seed: int, warm: Plan | None, frozen: Collection[str]) -> State:
    """A first feasible plan: what is firm, then the warm plan (what is frozen before the rest), then the others."""
    state = firm_state(compiled)
    if warm:
        put_warm(compiled, state, sorted(warm.assignments, key=lambda a: (a.visit not in frozen, a.start)))
    return inserted(compiled, state, seed)


def watched(
    rounds: Iterator[tuple[State, int, float]], state: State, progress: Watcher | None, watch: Watch
) -> tuple[State, int]:
    """Follow the rounds to their end, or until somebody says stop."""
    done = 0
    with suppress(KeyboardInterrupt):
        for newest, done, cost in rounds:
            state = newest
            if not report(progress, watch, state, done, cost):
                break
    return state, done


def report(progress: Watcher | None, watch: Watch, state: State, steps: int, cost: float) -> bool:
    """Tell how far it has come; False when it is to stop."""
    unplanned = int((state.start == UNPLANNED).sum())
    return (
        progress is None
        or progress(Progress(watch.passed(), steps, cost, watch.bound, unplanned)) is not False
    )


class Bounding:
    """Prove bounds while the search goes on; when steps are counted, a certain number of them at the end."""

    def __init__(self, compiled: Compiled, effort: Effort, watch: Watch):
        self.compiled, self.effort, self.watch = compiled, effort, watch
        self.thread = threading.Thread(target=self.prove, daemon=True)

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(self, *_: object) -> None:
        self.watch.over = self.effort.steps is None
        self.thread.join()

    def prove(self) -> None:
        limit = STEPS_OF_BOUND + (self.effort.steps or 0) // STEPS_PER_BOUND
        for number, bound in enumerate(proven(self.compiled)):
            self.watch.bound = max(self.watch.bound, bound)
            if self.watch.over or (self.effort.steps is not None and number >= limit):
                return


def finished(problem: Problem, planned: tuple[Assignment, ...], bound: float, steps: int) -> Plan:
    """The plan: its exact cost, and for what is not planned the reasons."""
    ids = {one.visit for one in planned}
    missing = tuple(Unplanned(visit.id) for visit in problem.visits if visit.id not in ids)
    bare = Plan(planned, missing, bound=bound, steps=steps)
    told = why_unplanned(problem, bare, *(one.visit for one in missing[:MOST_REASONS])) if missing else ()
    return Plan(planned, told + missing[MOST_REASONS:], exact_cost(problem, bare), bound, steps)


def processors() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
