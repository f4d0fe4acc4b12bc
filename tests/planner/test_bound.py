"""The proven bound: never above the best plan there is, and near it where trips are shared."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzheng.planner import check, cost
from mingzheng.planner.bound import proven
from mingzheng.planner.plan import Assignment, Plan, Unplanned
from mingzheng.planner.problem import Place, Split
from mingzheng.planner.search.instance import compile_problem
from mingzheng.rulebook.calendar import Half, HalfDay
from tests.planner.sample import TWO_WEEKS, person, problem, visit

BEIJING, TONGZHOU, TIANJIN, WUHAN = (
    Place(39.90, 116.41),
    Place(39.90, 116.66),
    Place(39.13, 117.20),
    Place(30.59, 114.31),
)
WEEK = TWO_WEEKS[:5]


def bound_of(body) -> float:
    return max(proven(compile_problem(body)))


def best_of(body) -> float:
    """The cost of the best plan, by trying every start of every visit."""
    starts = [[None, *(HalfDay(day, half) for day in body.days for half in Half)] for _ in body.visits]
    best = float("inf")
    for chosen in product(*starts):
        planned = tuple(
            Assignment(v.id, at, v.splits[0].half_days, ("王",)) for v, at in zip(body.visits, chosen, strict=True) if at
        )  # fmt: skip
        left = tuple(Unplanned(v.id) for v, at in zip(body.visits, chosen, strict=True) if not at)
        tried = Plan(planned, left)
        if (total := cost(body, tried).total) < best and not check(body, tried):
            best = total
    return best


def far(id: str, place: Place, half_days: int, remote: int = 0):
    return visit(id, place=place, splits=(Split(1, half_days, remote),), due=WEEK[-1], latest=WEEK[-1])


def test_a_visit_alone_pays_for_its_own_trip():
    body = problem([person("王")], [far("甲", BEIJING, 3)], days=WEEK)
    assert bound_of(body) == pytest.approx(best_of(body), rel=1e-3)


def test_near_visits_share_a_trip_and_far_ones_do_not():
    shared = problem([person("王")], [far("甲", BEIJING, 2), far("乙", TONGZHOU, 2)], days=WEEK)
    apart = replace(shared, visits=(shared.visits[0], replace(shared.visits[1], place=WUHAN)))
    for body in (shared, apart):
        assert best_of(body) * 0.97 <= bound_of(body) <= best_of(body) + 1e-6
    assert bound_of(apart) > 1.1 * bound_of(shared)


@pytest.mark.slow
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.sampled_from([BEIJING, TONGZHOU, TIANJIN, WUHAN, Place(32.06, 118.80)]),
            st.sampled_from([(1, 0), (2, 0), (3, 0), (3, 1), (2, 1), (5, 0)]),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_the_bound_is_below_the_best_way_to_share_trips(asked):
    visits = [far(f"客{n}", place, *halves) for n, (place, halves) in enumerate(asked)]
    body = problem([person("王")], visits, days=WEEK)
    assert bound_of(body) <= best_of(body) + 1e-6
