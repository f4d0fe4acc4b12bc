"""Uphill along the slopes of something concave that has edges: the subgradient method, with a level to reach for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from mingzheng.planner.search.arrays import Array

KEEP = 0.7  # of the direction of the step before
PATIENCE = 6  # steps without anything better before less is reached for


@dataclass(frozen=True)
class Climb:
    """How far above the best value so far is reached for, in parts of it: at first, and at the end."""

    first: float
    last: float
    ease: float = 0.6  # × after so many steps in vain


def climbed(
    at: Callable[[Array], tuple[float, Array]], point: Array, within: Callable[[Array], Array], climb: Climb
) -> Iterator[tuple[float, Array]]:
    """The best (value, point) so far, after every step; `at` tells value and slope, `within` what a point may be."""
    best, best_point, reach, failed = -np.inf, point, climb.first, 0
    direction: Array | None = None
    while reach > climb.last:
        value, slope = at(point)
        if value > best:
            best, best_point, failed = value, point, 0
        elif (failed := failed + 1) >= PATIENCE:
            reach, failed, point, direction = reach * climb.ease, 0, best_point, None
            value, slope = at(point)
        yield best, best_point
        direction = slope if direction is None else KEEP * direction + (1 - KEEP) * slope
        direction[np.abs(direction) < 1e-3] = 0.0
        size = float((direction**2).sum())
        if size == 0.0:
            return
        point = within(point + direction * ((best - value + reach * max(abs(best), 1.0)) / size))
