"""Everybody who is not on a team is told what he would cost, or the rule that shuts him out."""

import pytest

from mingzheng.planner import check, cost, explain
from mingzheng.planner.plan import Plan
from mingzheng.planner.problem import Limits, Registration, Span
from mingzheng.words import WORDS
from tests.planner.sample import FAR, TWO_WEEKS, assignment, half_day, person, problem, visit

PEOPLE = [
    person("王"),
    person("李"),
    person("张", home=FAR),
    person("赵", registrations=(Registration("EMS", True),)),
    person("钱", away=(Span(half_day(0), half_day(0, 1)),)),
    person("孙", codes=("34",)),
    person("周", leads=False),
    person("吴", registrations=(Registration("QMS", True, valid_until=TWO_WEEKS[0].replace(day=1)),)),
    person("郑"),
    person("冯", weekly_half_days=2),
    person("陈"),
]
BOOKED = [visit("乙"), visit("丙"), visit("丁")]
YEAR = problem(
    PEOPLE,
    [visit("甲", excluded={"陈": "impartiality.kinship"}), *BOOKED],
    limits=Limits(nights=0),
)
PLAN = Plan(
    (
        assignment("甲", 0, "王"),
        assignment("乙", 0, "郑"),
        assignment("丙", 1, "冯"),
        assignment("丁", 7, "王"),
    )
)


@pytest.mark.parametrize(
    ("who", "rule"),
    [
        ("张", "planner.too-many-nights"),
        ("赵", "planner.not-registered"),
        ("钱", "planner.away"),
        ("孙", "planner.not-covered"),
        ("周", "planner.may-not-lead"),
        ("吴", "planner.not-registered"),
        ("郑", "planner.double-booked"),
        ("冯", "planner.too-much-in-a-week"),
        ("陈", "impartiality.kinship"),
    ],
)
def test_who_cannot_go_is_told_the_rule(who, rule):
    [candidate] = explain(YEAR, PLAN, "甲", who).candidates
    assert (candidate.yuan, {reason.code for reason in candidate.rules}) == (None, {rule})
    assert all(reason.code in WORDS for reason in candidate.rules)


def test_who_is_on_another_visit_is_told_which():
    [candidate] = explain(YEAR, PLAN, "甲", "郑").candidates
    assert candidate.rules[0].details["other"] == "乙"


def test_who_could_go_is_told_what_the_whole_plan_would_cost_more():
    found = explain(YEAR, PLAN, "甲")
    assert [c.person for c in found.candidates][:2] == ["王", "李"]
    other = Plan((assignment("甲", 0, "李"), *PLAN.assignments[1:]))
    assert check(YEAR, other) == []
    assert found.candidates[1].yuan == pytest.approx(cost(YEAR, other).total - cost(YEAR, PLAN).total)
    assert found.candidates[1].instead_of == "王"
