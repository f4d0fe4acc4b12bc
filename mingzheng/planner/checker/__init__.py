"""The independent checker: pure Python, from the list of constraints alone; it shares no code with the search."""

from mingzheng.planner.plan import Cost, Plan
from mingzheng.planner.problem import Problem

from .costs import cost_of
from .reading import Reading
from .rules import Violation, violations


def check(problem: Problem, plan: Plan) -> list[Violation]:
    """Every constraint the plan breaks; none for a feasible plan."""
    return list(violations(Reading(problem, plan), plan))


def cost(problem: Problem, plan: Plan) -> Cost:
    """What the plan costs, computed anew; `plan.cost` is not looked at."""
    return cost_of(Reading(problem, plan))


__all__ = ["Violation", "check", "cost"]
