"""What changed is planned anew with as little change as can be; what was announced moves only at a price."""

from dataclasses import replace

import pytest

from mingzheng.planner import check
from mingzheng.planner.plan import Plan
from mingzheng.planner.planning import plan
from mingzheng.planner.problem import Days, Promise, Span
from mingzheng.planner.replanning import Kind, replan
from tests.planner.sample import TWO_WEEKS, assignment, half_day, person, problem, visit

YEAR = problem([person("王"), person("李")], [visit(id, due=TWO_WEEKS[-1]) for id in ("甲", "乙", "丙")])
OLD = Plan((assignment("甲", 0, "王"), assignment("乙", 1, "李"), assignment("丙", 2, "王")))
TOLD = ("甲", "乙", "丙")


def anew(year, old=OLD, announced=TOLD):
    done = replan(year, old, announced=announced, steps=20_000, workers=1)
    assert check(year, done.plan) == []
    return done


def test_when_nothing_changed_nothing_is_changed():
    assert anew(YEAR).changes == ()


def test_when_somebody_falls_ill_another_goes_at_the_same_time():
    ill = replace(YEAR.people[0], away=(Span(half_day(0), half_day(4, 1)),))
    done = anew(replace(YEAR, people=(ill, YEAR.people[1])))
    assert {(c.visit, c.kind, c.after.people) for c in done.changes} == {
        ("甲", Kind.TEAM, ("李",)),
        ("丙", Kind.TEAM, ("李",)),
    }


def test_when_a_client_moves_only_that_visit_moves():
    moved = replace(YEAR.visits[1], forbidden=(Days(TWO_WEEKS[0], TWO_WEEKS[4]),))
    done = anew(replace(YEAR, visits=(YEAR.visits[0], moved, YEAR.visits[2])))
    assert [(c.visit, c.kind, c.announced) for c in done.changes] == [("乙", Kind.MOVED, True)]
    assert done.plan.cost.disturbance == YEAR.weights.moved_visit


def test_an_urgent_visit_finds_a_place_and_the_others_stay():
    urgent = visit("急", earliest=TWO_WEEKS[0], latest=TWO_WEEKS[1])
    done = anew(replace(YEAR, visits=(*YEAR.visits, urgent)))
    assert [(c.visit, c.kind) for c in done.changes] == [("急", Kind.NEW)]


def test_what_is_firm_stays_even_where_the_rules_would_not_allow_it():
    promise = Promise(half_day(0), 2, ("王",), firm=True)
    firm = replace(YEAR.visits[0], promised=promise, excluded={"王": "impartiality.kinship"})
    year = replace(YEAR, visits=(firm, *YEAR.visits[1:]))
    found = plan(year, steps=5000, workers=1)
    assert check(year, found) == [] and assignment("甲", 0, "王") in found.assignments


def test_a_frozen_visit_stays_as_it_was():
    old = Plan((assignment("甲", 8, "李"),))
    found = plan(YEAR, steps=20_000, workers=1, warm=old, frozen={"甲"})
    assert old.assignments[0] in found.assignments


@pytest.mark.parametrize("seed", [1, 2])
def test_equal_seed_and_steps_give_an_equal_plan(seed):
    assert plan(YEAR, steps=4000, seed=seed, workers=2) == plan(YEAR, steps=4000, seed=seed, workers=2)


def test_planning_stops_when_told_to():
    told = []
    plan(YEAR, seconds=60, workers=1, progress=lambda now: told.append(now) or False)
    assert len(told) == 1 and told[0].unplanned == 0
