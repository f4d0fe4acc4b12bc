"""How cheap a plan can at best be: a lower bound proven by Lagrangian relaxation. The argument: docs/decisions/0010."""

from collections.abc import Iterator

from mingzheng.planner.search.arrays import Array
from mingzheng.planner.search.instance import Compiled
from mingzheng.planner.search.plans import firm_state

from .lagrange import Ascent
from .relaxed import Relaxed
from .strangers import with_strangers


def proven(compiled: Compiled, strangers_km: Array | None = None) -> Iterator[float]:
    """Lower bounds of every plan's cost, each at least as good as the one before.

    Of one region of several: how far the nearest of the others' people lives from each visit; then what all regions' bounds
    add up to is a bound of the whole.
    """
    many = 0
    if strangers_km is not None:
        compiled, many = with_strangers(compiled, strangers_km)
    firm = firm_state(compiled)
    for bound in Ascent(Relaxed(compiled, firm, many), firm).bounds():
        yield max(0.0, bound)


__all__ = ["proven"]
