"""A problem and a plan are plain data: written, read back the same, and refused with the name of the field."""

import json

import pytest

from mingzheng.planner.plain_data import NotReadable
from mingzheng.planner.plan import Plan
from mingzheng.planner.problem import Days, Order, Problem, Promise, Span
from tests.planner.sample import TWO_WEEKS, assignment, half_day, person, problem, visit


def full() -> Problem:
    away = (Span(half_day(1), half_day(1, 1)),)
    told = Promise(half_day(3), 2, ("王",), firm=True)
    visits = [
        visit("甲", excluded={"李": "impartiality.kinship"}, premium=True, promised=told),
        visit(
            "乙",
            after=(Order("甲", 10),),
            forbidden=(Days(TWO_WEEKS[0], TWO_WEEKS[1]),),
            companions=frozenset({"李"}),
        ),
    ]
    return problem([person("王", away=away), person("李", leads=False, full_time=False)], visits, name="两周")


def test_a_problem_written_and_read_back_is_the_same():
    assert Problem.from_json(full().to_json()) == full()


def test_a_plan_written_and_read_back_is_the_same():
    plan = Plan((assignment("甲", 0, "王", half=1),), bound=12.5, steps=7)
    assert Plan.from_json(plan.to_json()) == plan


def change(path, value):
    data = json.loads(full().to_json())
    spot = data
    for step in path[:-1]:
        spot = spot[step]
    spot[path[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    "path, value, field",
    [
        (("days", 1), "2026-13-01", "days[1]"),
        (("visits", 0, "due"), 3, "visits[0].due"),
        (("people", 0, "home", "latitude"), "31", "people[0].home.latitude"),
        (("people", 1, "full_time"), 0, "people[1].full_time"),
        (("people", 0, "away", 0, "first"), "2026-03-02", "people[0].away[0].first"),
        (("visits", 0, "splits", 0, "people"), 1.5, "visits[0].splits[0].people"),
        (("visits", 0, "splits"), [], "visits[0].splits"),
        (("visits", 0, "premiun"), True, "visits[0].premiun"),
        (("visits", 1, "after", 0, "visit"), "丙", "visits[1].after[0].visit"),
        (("visits", 1, "id"), "甲", "visits"),
        (("visits", 0, "excluded"), {"赵": "impartiality.kinship"}, "visits[0].excluded"),
    ],
)
def test_data_that_cannot_be_read_is_refused_with_the_name_of_its_field(path, value, field):
    with pytest.raises(NotReadable) as refused:
        Problem.from_json(change(path, value))
    assert refused.value.field == field


def test_a_text_that_is_no_json_is_refused():
    with pytest.raises(NotReadable):
        Problem.from_json("{")
