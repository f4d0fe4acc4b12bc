"""How cheap a plan can at best be: a lower bound proven by Lagrangian relaxation. The argument: docs/decisions/0010."""

from collections.abc import Iterator

from mingzheng.planner.search.instance import Compiled
from mingzheng.planner.search.plans import firm_state

from .lagrange import bounds, relaxed


def proven(compiled: Compiled, target: float) -> Iterator[float]:
    """Lower bounds of every plan's cost, each at least as good as the one before; `target`: what some plan costs."""
    for bound in bounds(relaxed(compiled, firm_state(compiled)), target):
        yield max(0.0, bound)


__all__ = ["proven"]
