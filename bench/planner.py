"""The planner's figures, all from one run: `./mz bench planner all`.

Parts of it: year replanning explaining step ten hundred board. `--into FILE` appends what is told to a file as well, so
that the parts can be run one after the other; whatever a plan is compared with is measured anew in the same part.

Everything is planned on the instances of bench/planning_instance.py and checked by the independent checker; costs are told
as ratios: to what a careful dispatcher makes of the same year, to the proven bound, to a plan made afresh.
`--seconds 60,300` sets how long a year is planned, `--hundred-seconds` how long the largest, `--workers` on how many.
"""

import argparse
import io
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from distributed import Client, LocalCluster

from bench import board as board_of_a_year
from bench.planning_instance import body
from mingzheng.planner import check, cost, explain
from mingzheng.planner.plan import Assignment, Plan, Progress, Unplanned
from mingzheng.planner.planning import plan, processors
from mingzheng.planner.problem import Days, Problem, Span
from mingzheng.planner.regions import dispatch
from mingzheng.planner.replanning import promised, replan
from mingzheng.planner.search.arrays import new_desk
from mingzheng.planner.search.first_plan import inserted, seeded
from mingzheng.planner.search.instance import compile_problem
from mingzheng.planner.search.kernels.annealing import anneal
from mingzheng.planner.search.plans import firm_state
from mingzheng.rulebook.calendar import Half, HalfDay

TOLD: list[Path] = []  # where it is written besides


def say(what: str, **figures: object) -> None:
    line = f"{what:<44}" + "  ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items())
    print(line, flush=True)
    for path in TOLD:
        with path.open("a", encoding="utf-8") as file:
            file.write(line.rstrip() + "\n")


def checked(problem: Problem, found: Plan) -> str:
    broken = Counter(one.reason.code for one in check(problem, found))
    which = f" ({', '.join(f'{rule} {n}' for rule, n in sorted(broken.items()))})" if broken else ""
    return f"{broken.total()} violations{which}, {len(found.unplanned)} unplanned"


def dispatched(problem: Problem) -> float:
    """What the dispatcher's plan costs; he leaves what he cannot place unplanned."""
    began = time.perf_counter()
    made = dispatch(problem)
    planned = {one.visit for one in made}
    found = Plan(made, tuple(Unplanned(v.id) for v in problem.visits if v.id not in planned))
    total = cost(problem, found).total
    took = f"{time.perf_counter() - began:.1f} s"
    say(
        "dispatcher's greedy", cost=f"{total:,.0f}", ratio="1.000", checked=checked(problem, found), took=took
    )
    return total


def year(options: argparse.Namespace) -> None:
    """First feasible plan, and the year after so many seconds, beside the dispatcher's and the bound."""
    problem = body(seed=options.seed)
    by_hand = dispatched(problem)
    for seconds in options.seconds:
        first: list[float] = []
        used = time.process_time()
        found = plan(
            problem,
            seconds=seconds,
            workers=options.workers,
            progress=lambda now, first=first: first.append(now.seconds),
        )
        used = time.process_time() - used
        say("first feasible plan", after=f"{first[0]:.1f} s")
        say(
            f"planned for {seconds:g} s",
            cost=f"{found.cost.total:,.0f}",
            ratio=f"{found.cost.total / by_hand:.3f}",
            to_bound=f"{1 + found.gap:.3f}",
            bound=f"{found.bound:,.0f}",
            steps=f"{found.steps / 1e6:.0f} M",
            processor=f"{used:.0f} s",
            checked=checked(problem, found),
        )


def replanning(options: argparse.Namespace) -> None:
    """One auditor out for two weeks, ten clients moved, five urgent visits: near the old plan, and quickly."""
    problem = body(seed=options.seed)
    old = plan(problem, seconds=options.seconds[0], workers=options.workers)
    draw, told = random.Random(options.seed), {one.visit for one in old.assignments}
    out = max(problem.people, key=lambda p: sum(p.id in a.people for a in old.assignments))
    first = problem.days[len(problem.days) // 2]
    away = Span(
        HalfDay(first, Half.MORNING), HalfDay(problem.days[problem.days.index(first) + 10], Half.AFTERNOON)
    )
    ill = tuple(replace(p, away=(*p.away, away)) if p.id == out.id else p for p in problem.people)
    at = {one.visit: one for one in old.assignments}
    free = [v for v in problem.visits if not v.after and (v.latest - v.earliest).days > 40]
    moved = {v.id for v in draw.sample(free, 10)}
    closed = tuple(_closed(v, at[v.id]) if v.id in moved else v for v in problem.visits)
    urgent = tuple(
        replace(v, id=f"urgent-{n}", earliest=first, due=problem.days[problem.days.index(first) + 15], latest=problem.days[problem.days.index(first) + 25], forbidden=(), wished=())
        for n, v in enumerate(draw.sample([v for v in free if v.splits[0].people == 1], 5))
    )  # fmt: skip
    cases = {
        "one auditor out for two weeks": replace(problem, people=ill),
        "ten clients moved": replace(problem, visits=closed),
        "five urgent visits": replace(problem, visits=(*problem.visits, *urgent)),
    }
    for name, now in cases.items():
        began = time.perf_counter()
        done = replan(now, old, announced=told, seconds=8.0, workers=options.workers)
        took = time.perf_counter() - began
        afresh = plan(promised(now, old, told), seconds=options.seconds[0], workers=options.workers, warm=old)
        kept = 1 - sum(change.announced for change in done.changes) / len(told)
        say(
            name,
            took=f"{took:.1f} s",
            to_longer=f"{done.plan.cost.total / afresh.cost.total:.4f}",
            untouched=f"{100 * kept:.1f} %",
            changes=len(done.changes),
            checked=checked(promised(now, old, told), done.plan),
        )


def _closed(visit, planned: Assignment):
    """The client can no longer be visited in the week it was told, nor in those beside it."""
    first, last = planned.start.day.toordinal() - 7, planned.start.day.toordinal() + 10
    day = planned.start.day.fromordinal
    return replace(visit, forbidden=(*visit.forbidden, Days(day(first), day(last))))


def explaining(options: argparse.Namespace) -> None:
    """Why this team, why not somebody else: the slowest of fifty."""
    problem = body(seed=options.seed)
    found = plan(problem, steps=500_000, workers=options.workers)
    times = []
    for one in random.Random(1).sample(found.assignments, 50):
        began = time.process_time()
        explain(problem, found, one.visit)
        times.append(1000 * (time.process_time() - began))
    say("explaining a visit, everybody", median=f"{np.median(times):.0f} ms", slowest=f"{max(times):.0f} ms")


def step(options: argparse.Namespace) -> None:
    """One improvement step in years of several sizes: of all their visits, and of forty, whose data stay near."""
    for people, visits in ((16, 325), (63, 1300), (126, 2600)):
        problem = body(seed=options.seed, people=people, visits=visits)
        compiled = compile_problem(problem)
        state, desk, chain = (
            inserted(compiled, firm_state(compiled), 1),
            new_desk(compiled.instance),
            seeded(1),
        )
        took = {}
        for named, few in (("all", visits), ("forty", 40)):
            drawn = np.arange(few, dtype=np.int32)
            anneal(compiled.instance, state, desk, drawn, 60.0, 60.0, 200_000, chain)
            began = time.process_time()
            anneal(compiled.instance, state, desk, drawn, 60.0, 60.0, 1_000_000, chain)
            took[named] = f"{time.process_time() - began:.2f} µs"
        say(f"one step, {visits:,} visits, {people} auditors", **took)


def ten(options: argparse.Namespace) -> None:
    """630 auditors, 13,000 visits in ten regions."""
    problem = body(scale=10, seed=options.seed)
    by_hand = dispatched(problem)
    found = plan(problem, seconds=options.seconds[-1], workers=options.workers)
    say(
        f"10 ×, planned for {options.seconds[-1]:g} s",
        ratio=f"{found.cost.total / by_hand:.3f}",
        to_bound=f"{1 + found.gap:.3f}",
        a_visit=f"{found.cost.total / len(problem.visits):.1f}",
        steps=f"{found.steps / 1e6:.0f} M",
        checked=checked(problem, found),
        memory=f"{memory()} MB",
    )


def hundred(options: argparse.Namespace) -> None:
    """6,300 auditors, 130,000 visits in a hundred regions, over a local Dask cluster of two workers."""
    problem = body(scale=100, seed=options.seed)
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster,
        Client(cluster) as client,
    ):
        began, reached = time.monotonic(), dict[str, Progress]()

        def told(now: Progress) -> None:
            if not now.steps:
                reached["first plan of every region"] = now
            if not now.unplanned:
                reached.setdefault("complete", now)

        pool = client.get_executor()
        found = plan(problem, seconds=options.hundred_seconds, workers=2, executor=pool, progress=told)
        took, workers = time.monotonic() - began, sum(client.run(memory).values())
        used = sum(client.run(time.process_time).values())
    for what, then in reached.items():
        a_visit = f"{then.cost / len(problem.visits):.1f}"
        say(f"100 × {what}", after=f"{then.seconds:.0f} s", a_visit=a_visit, unplanned=then.unplanned)
    say(
        f"100 × over Dask, planned for {options.hundred_seconds:g} s",
        took=f"{took:.0f} s",
        processor=f"{used:.0f} s",
        a_visit=f"{found.cost.total / len(problem.visits):.1f}",
        steps=f"{found.steps / 1e6:.0f} M",
        checked=checked(problem, found),
        memory=f"{memory() + workers} MB",
    )


def memory() -> int:
    """The most this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def board(options: argparse.Namespace) -> None:
    """The board with a year on it, from the record (bench/board.py)."""
    told = io.StringIO()
    with redirect_stdout(told):
        board_of_a_year.main()
    for line in told.getvalue().splitlines():
        say(line)


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    one.__name__: one for one in (year, replanning, explaining, step, ten, hundred, board)
}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[[], "all", *PARTS])
    parser.add_argument("--into", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=processors())
    parser.add_argument(
        "--seconds", type=lambda text: [float(s) for s in text.split(",")], default=[60.0, 300.0]
    )
    parser.add_argument("--hundred-seconds", type=float, default=1500.0)
    options = parser.parse_args(arguments)
    if options.into:
        TOLD.append(options.into)
    for name in PARTS if "all" in (options.parts or ["all"]) else options.parts:
        say(
            f"── {name}, seed {options.seed}, {options.workers} processors, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
        )
        PARTS[name](options)


if __name__ == "__main__":
    main(sys.argv[1:])
