"""The best few ways to hold one more visit: feasible, the cheapest first, and different."""

from mingzheng.planner.checker import check, cost
from mingzheng.planner.plan import Plan
from mingzheng.planner.problem import Split
from mingzheng.planner.suggesting import suggest

from .sample import FAR, HOME, assignment, person, problem, visit


def a_problem(**more):
    people = [person("near"), person("far", home=FAR), person("member", leads=False), person("booked")]
    return problem(people, [visit("x", **more), visit("y")])


def test_what_is_suggested_is_feasible_and_priced_exactly():
    made, before = a_problem(splits=(Split(1, 4), Split(2, 2))), Plan((assignment("y", 0, "booked"),))
    base = cost(made, before).total - made.weights.unplanned
    found = suggest(made, before, "x")
    assert len(found) == 3 and [one.yuan for one in found] == sorted(one.yuan for one in found)
    for one in found:
        after = Plan((*before.assignments, one.assignment))
        assert check(made, after) == []
        assert abs(cost(made, after).total - base - one.yuan) < 1e-6


def test_suggestions_differ_in_team_or_week():
    found = suggest(a_problem(), Plan(()), "x")
    assert {frozenset(one.assignment.people) for one in found} != {frozenset({"near"})} or (
        abs(found[0].assignment.start.day - found[1].assignment.start.day).days >= 7
    )
    assert len({(one.assignment.people, one.assignment.start) for one in found}) == len(found)


def test_whoever_must_go_goes_and_nobody_is_sent_who_may_not():
    made = a_problem(required=frozenset({"member"}), splits=(Split(2, 2),), excluded={"near": "x"})
    assert all(
        "member" in o.assignment.people and "near" not in o.assignment.people
        for o in suggest(made, Plan(()), "x")
    )


def test_where_nobody_can_go_nothing_is_suggested():
    made = problem([person("li", standard="EMS", home=HOME)], [visit("x")])
    assert suggest(made, Plan(()), "x") == ()
