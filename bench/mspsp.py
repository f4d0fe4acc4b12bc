"""Published instances of multi-skill project scheduling (MSPSP) as planning problems: `./mz bench mspsp FILE.dzn …`.

Read are the files of the instance library of Young, Feydy and Schutt (github.com/youngkd/MSPSP-InstLib) and those of the
MiniZinc benchmarks (github.com/MiniZinc/minizinc-benchmarks, folder mspsp); none is kept here. A task is a visit, a worker a
person, a skill a code, a unit of time a day; a worker brings one skill to a task; what is sought is the shortest project.
The planner knows no shortest project: it is asked for ever fewer days, every day a task ends later being dearer, until it
finds no plan with every task in it. It knows no skill asked for twice either, and lets one person bring all his codes: the
team is as large as all that is asked for, and where it cannot be dealt out, one skill to each, the task is asked for again
more strictly, with its workers dealt into heaps by chance, of which each must be represented. So every plan counted is a
plan of the instance, but what needs a lucky deal may be missed.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from mingzheng.planner import check
from mingzheng.planner.plan import Assignment, Plan
from mingzheng.planner.planning import plan
from mingzheng.planner.problem import (
    Competence,
    Need,
    Order,
    Person,
    Place,
    Problem,
    Registration,
    Split,
    Visit,
    Weights,
)

FIRST, HERE, STANDARD = date(2026, 1, 1), Place(31.2, 121.5), "MSPSP"
STEPS = 300_000  # of one try


@dataclass(frozen=True)
class Instance:
    """Workers with their skills, tasks with their days, the workers asked for by skill, and what must come first."""

    name: str
    workers: list[set[int]]
    days: list[int]
    asked: list[dict[int, int]]
    before: list[set[int]]

    def size(self, task: int) -> int:
        """How many workers a task takes."""
        return max(1, sum(self.asked[task].values()))

    def lower_bound(self) -> int:
        """No project is shorter than its longest chain, nor than the work its skills' workers share."""
        ends: dict[int, int] = {}

        def end(task: int) -> int:
            if task not in ends:
                ends[task] = self.days[task] + max((end(other) for other in self.before[task]), default=0)
            return ends[task]

        chain = max(map(end, range(len(self.days))))
        skills = {skill for asked in self.asked for skill in asked}
        shared = [
            -(-sum(d * asked.get(s, 0) for d, asked in zip(self.days, self.asked, strict=True)) // sum(s in w for w in self.workers))
            for s in skills
        ]  # fmt: skip
        return max([chain, *shared])


def read(path: Path) -> Instance:
    """A .dzn file, of the instance library or of the MiniZinc benchmarks."""
    text = re.sub("%.*", "", path.read_text())

    def rows(name: str, sign: str) -> list[list[int]]:
        found = re.search(rf"\b{name}\s*=\s*\[(.*?)\];", text, re.S)
        if not found:
            raise ValueError(f"{path}: no {name}")
        told = found[1].replace("true", "1").replace("false", "0")
        parts = re.findall(r"\{([^}]*)\}", told) if sign == "{" else told.strip(" |,\n\t").split("|")
        return [[int(n) for n in re.findall(r"\d+", part)] for part in parts]

    if "sreq" in text:
        demand, [days], [first], [then] = (
            rows("sreq", "|"),
            rows("dur", "|"),
            rows("pred", "|"),
            rows("succ", "|"),
        )
        workers = [{skill + 1 for skill, has in enumerate(row) if has} for row in rows("mastery", "|")]
        order = list(zip(first, then, strict=True))
    else:
        demand, [days] = [list(row) for row in zip(*rows("rr", "|"), strict=True)], rows("d", "|")
        workers = [set(skills) for skills in rows("has_skills", "{")]
        order = [(task + 1, other) for task, after in enumerate(rows("suc", "{")) for other in after]
    return Instance(
        name=path.stem,
        workers=workers,
        days=days,
        asked=[{skill + 1: count for skill, count in enumerate(row) if count} for row in demand],
        before=[{a - 1 for a, z in order if z == task + 1} for task in range(len(days))],
    )


def problem_of(instance: Instance, most_days: int, strict: Collection[int], deal: random.Random) -> Problem:
    """The instance as a planning problem of so many days; tasks that take no time only hand on what comes first."""
    heaps = [heaps_of(instance, task, task in strict, deal) for task in range(len(instance.days))]
    people = tuple(
        Person(
            f"W{n}",
            HERE,
            registrations=(Registration(STANDARD, leads=True),),
            competences=tuple(Competence(STANDARD, c) for h in heaps for c, who in h.items() if n in who),
            weekly_half_days=2 * most_days,
        )
        for n in range(len(instance.workers))
    )
    last = FIRST + timedelta(most_days - 1)
    visits = tuple(
        Visit(
            f"T{task}",
            HERE,
            (Need(STANDARD, frozenset(heaps[task])),),
            (Split(instance.size(task), 2 * instance.days[task]),),
            FIRST,
            FIRST,
            last,
            after=tuple(Order(f"T{first}") for first in sorted(chain_before(instance, task))),
            excluded={f"W{n}": "useless" for n in range(len(people)) if not any(n in who for who in heaps[task].values())},
            certificates=0,
        )
        for task in range(len(instance.days))
        if instance.days[task]
    )  # fmt: skip
    weights = Weights(late=0.0, late_day=30.0)
    return Problem(tuple(FIRST + timedelta(n) for n in range(most_days)), people, visits, weights)


def heaps_of(instance: Instance, task: int, strictly: bool, deal: random.Random) -> dict[str, set[int]]:
    """Code → workers who bring it: for a skill who has it, or strictly as many heaps as are asked for, nobody in two."""
    asked, workers = instance.asked[task], instance.workers
    if not asked:
        return {f"{task}/-": set(range(len(workers)))}
    if not strictly:
        return {f"{task}/{skill}": {n for n, has in enumerate(workers) if skill in has} for skill in asked}
    places = [(skill, heap) for skill, count in asked.items() for heap in range(count)]
    order = deal.sample(range(len(workers)), len(workers))
    held = matched([[p for p, (skill, _) in enumerate(places) if skill in workers[n]] for n in order])
    heaps = {place: {order[n]} for n, place in held.items()}
    for n in order:
        fits = [p for p, (skill, _) in enumerate(places) if skill in workers[n] and p in heaps]
        if fits and not any(n in heap for heap in heaps.values()):
            heaps[min(fits, key=lambda p: (len(heaps[p]), deal.random()))].add(n)
    return {f"{task}/{p}": heaps.get(p, set()) for p in range(len(places))}


def matched(fits: list[list[int]]) -> dict[int, int]:
    """As many of them as can have a place, each one of those that fit him, nobody the same."""
    held: dict[int, int] = {}  # place → who

    def seated(who: int, tried: set[int]) -> bool:
        for place in fits[who]:
            if place not in tried:
                tried.add(place)
                if place not in held or seated(held[place], tried):
                    held[place] = who
                    return True
        return False

    for who in range(len(fits)):
        seated(who, set())
    return {who: place for place, who in held.items()}


def chain_before(instance: Instance, task: int) -> Iterator[int]:
    """What must come right before, through tasks that take no time."""
    for first in instance.before[task]:
        if instance.days[first]:
            yield first
        else:
            yield from chain_before(instance, first)


def shortest(instance: Instance, seconds: float, seed: int, steps: int = STEPS) -> tuple[int, float]:
    """The fewest days found, and how long it took to find them."""
    began, best, found_after, number = time.monotonic(), sum(instance.days) + 1, 0.0, 0
    strict: set[int] = set()
    while best > instance.lower_bound() and (not found_after or time.monotonic() - began < seconds):
        deal, number = random.Random(f"{seed} {number}"), number + 1
        problem = problem_of(instance, best - 1, strict, deal)
        made = plan(problem, steps=steps, seed=number, workers=1)
        assert not check(problem, made), "a plan that breaks a rule of the planner"
        not_dealt = {int(a.visit[1:]) for a in made.assignments if not dealt_out(instance, a)}
        strict |= not_dealt
        if not made.unplanned and not not_dealt:
            best, found_after = length(instance, made), time.monotonic() - began
    return best, found_after


def dealt_out(instance: Instance, planned: Assignment) -> bool:
    """Can this team bring what the task asks for, everybody one skill?"""
    asked = instance.asked[int(planned.visit[1:])]
    places = [skill for skill, count in asked.items() for _ in range(count)]
    team = [instance.workers[int(who[1:])] for who in planned.people]
    return len(matched([[p for p, skill in enumerate(places) if skill in has] for has in team])) == len(
        places
    )


def length(instance: Instance, made: Plan) -> int:
    """How many days the plan takes; AssertionError when it is no plan of the instance itself."""
    at = {int(a.visit[1:]): a for a in made.assignments}
    begins = {task: (a.start.day - FIRST).days for task, a in at.items()}
    for task in at:
        assert all(begins[task] >= begins[f] + instance.days[f] for f in chain_before(instance, task))
        assert dealt_out(instance, at[task])
    for a, b in combinations(at, 2):
        apart = begins[a] + instance.days[a] <= begins[b] or begins[b] + instance.days[b] <= begins[a]
        assert apart or not set(at[a].people) & set(at[b].people)
    return max(begins[task] + instance.days[task] for task in at)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=20.0, help="for each instance")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if not options.files:
        print(__doc__)
    for path in options.files:
        instance = read(path)
        days, after = shortest(instance, options.seconds, options.seed)
        print(
            f"{instance.name:<40}{len(instance.days):>4} tasks {len(instance.workers):>3} workers  "
            f"{days:>4} days after {after:5.1f} s, at least {instance.lower_bound()}",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
