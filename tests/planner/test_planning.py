"""What is planned is feasible, costs what the checker says, is no better than proven possible, and is the same again."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings

from mingzheng.planner import check, cost
from mingzheng.planner.plan import Assignment, Plan, Unplanned
from mingzheng.planner.planning import plan
from mingzheng.planner.problem import Limits, Problem, Split
from mingzheng.rulebook.calendar import Half, HalfDay
from tests.planner.random_problems import problems
from tests.planner.sample import half_day, person, problem, visit

HERE = {"local": frozenset({"王"})}
AFAR = {"splits": (Split(1, 2, 2),)}
QUIET = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
@QUIET
@given(problems())
def test_every_plan_is_feasible_and_costs_what_the_checker_says(problem):
    costs: list[float] = []
    found = plan(problem, steps=3000, workers=1, progress=lambda now: costs.append(now.cost))
    assert check(problem, found) == []
    assert found.cost == cost(problem, found)
    assert costs[-1] == pytest.approx(found.cost.total, abs=1e-6)
    assert found.bound <= found.cost.total + 1e-6


def every_way(problem: Problem, visit):
    """Unplanned, and every start, team and order of leading there could be."""
    yield None
    for split in visit.splits:
        for day, half, expert in product(problem.days, Half, (False, True)):
            for people in product([p.id for p in problem.people], repeat=split.people):
                yield Assignment(visit.id, HalfDay(day, half), split.half_days, people, expert)


def optimum(problem: Problem) -> float:
    """The cost of the best feasible plan, by trying all."""
    alone = [
        [w for w in every_way(problem, v) if w is None or not wrong_by_itself(problem, w)]
        for v in problem.visits
    ]
    best = float("inf")
    for chosen in product(*alone):
        tried = as_plan(problem, [one for one in chosen if one])
        if (total := cost(problem, tried).total) < best and not check(problem, tried):
            best = total
    return best


def wrong_by_itself(problem: Problem, assignment: Assignment) -> bool:
    found = check(problem, as_plan(problem, [assignment]))
    return any(one.reason.code != "planner.stage-before-unplanned" for one in found)


def as_plan(problem: Problem, assignments: list[Assignment]) -> Plan:
    planned = {one.visit for one in assignments}
    return Plan(tuple(assignments), tuple(Unplanned(v.id) for v in problem.visits if v.id not in planned))


@pytest.mark.slow
@settings(QUIET, max_examples=25)
@given(problems(most_people=2, most_visits=2, most_days=5))
def test_the_bound_is_below_the_best_plan_and_the_best_plan_is_found(problem):
    best, found = optimum(problem), plan(problem, steps=6000, workers=1)
    assert found.bound <= best + 1e-6
    assert best <= found.cost.total + 1e-6
    assert found.cost.total <= best * 1.10 + 1e-6


@pytest.mark.parametrize(
    ("limits", "more", "most"),
    [
        (Limits(days_out_in_a_row=4), {}, 12),
        (Limits(days_out_in_a_row=4), {"out": (half_day(21), half_day(22, 1))}, 11),
        (Limits(days_out_in_a_row=4), {"at_home": (half_day(21), half_day(22, 1))}, 12),
        (Limits(days_out_in_a_row=4), HERE, 14),
        (Limits(days_out_in_a_row=4), AFAR, 14),
        (Limits(days_out_a_week=4), {}, 10),
        (Limits(days_out_a_week=4), {"out": (half_day(26, 1),)}, 9),
        (Limits(days_out_a_week=4), {"at_home": (half_day(26, 1),)}, 9),
        (Limits(days_out_a_week=4), HERE, 10),
        (Limits(days_out_a_month=5), {}, 10),
        (Limits(days_out_a_month=5), {"out": (half_day(53, 1),)}, 9),
        (Limits(days_out_a_month=5), {"at_home": (half_day(53, 1),)}, 10),
        (Limits(days_out_a_month=5), HERE, 14),
        (Limits(days_out_a_month=5), AFAR, 14),
    ],
)
def test_days_out_are_within_every_limit_and_no_fewer(limits, more, most):
    """Two Wednesdays to Tuesdays all worked, seven days in March and seven in April; a visit for every day."""
    days = tuple(day.day for day in map(half_day, range(23, 37)))
    own = {name: value for name, value in more.items() if name in ("out", "at_home")}
    busy = person("王", weekly_half_days=40, **own)
    window = {"earliest": days[0], "due": days[-1], "latest": days[-1]} | {
        name: value for name, value in more.items() if name not in own
    }
    year = problem([busy], [visit(f"V{n}", **window) for n in range(14)], days=days, limits=limits)
    found = plan(year, steps=20_000, workers=1)
    assert (check(year, found), len(found.assignments)) == ([], most)
