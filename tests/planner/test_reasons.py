"""What could not be planned is listed with its binding reasons, and what would solve it."""

import pytest

from mingzheng.planner import check
from mingzheng.planner.planning import plan
from mingzheng.planner.problem import Days, Need, Order, Span
from mingzheng.words import say
from tests.planner.sample import TWO_WEEKS, half_day, person, problem, visit

WANG = person("王")
FIRST, LAST = TWO_WEEKS[0], TWO_WEEKS[-1]


@pytest.mark.parametrize(
    ("people", "visits", "reasons", "remedies"),
    [
        (
            [WANG],
            [visit("甲", needs=(Need("QMS", frozenset({"34"})),))],
            {"planner.nobody-holds"},
            {"planner.solved.expert"},
        ),
        ([WANG], [visit("甲", forbidden=(Days(FIRST, LAST),))], {"planner.no-time"}, {"planner.solved.days"}),
        (
            [person("王", away=(Span(half_day(0), half_day(4, 1)),))],
            [visit("甲", latest=TWO_WEEKS[4])],
            {"planner.nobody-free"},
            {"planner.solved.later"},
        ),
        (
            [person("王", away=(Span(half_day(1), half_day(11, 1)),))],
            [visit("甲", latest=FIRST), visit("乙", latest=FIRST)],
            {"planner.nobody-free"},
            {"planner.solved.move"},
        ),
        (
            [WANG],
            [visit("甲", forbidden=(Days(FIRST, LAST),)), visit("乙", after=(Order("甲"),))],
            {"planner.no-time", "planner.stage-before-unplanned"},
            {"planner.solved.days"},
        ),
    ],
)
def test_an_unplanned_visit_says_why_and_what_would_help(people, visits, reasons, remedies):
    year = problem(people, visits)
    found = plan(year, steps=2000, workers=1)
    assert check(year, found) == []
    told = [reason for one in found.unplanned for reason in one.reasons]
    helps = [reason for one in found.unplanned for reason in one.remedies]
    assert {r.code for r in told} >= reasons and {r.code for r in helps} >= remedies
    for language in ("zh-hans", "en"):
        assert all(say(r.code, language, **r.details) for r in told + helps)
