"""Simulated annealing: steps by chance, dear ones kept while it is hot."""

import numpy as np

from mingzheng.planner.search.arrays import UNPLANNED

from .chance import chance, one_of
from .compiling import compiled
from .moves import join_trip, new_time, new_time_and_team, other_member, push_aside

NEW_TIME, OTHER_MEMBER, NEW_TIME_AND_TEAM, JOIN_TRIP = (
    0.35,
    0.70,
    0.80,
    0.997,
)  # up to here; the rest pushes aside


@compiled
def anneal(instance, state, desk, drawn, hot, cold, steps, seed):
    """So many steps while the temperature falls from `hot` to `cold`, each on one of `drawn`; returns what they cost."""
    total, cooling = 0.0, np.log(cold / hot)
    heat = hot
    for step in range(steps):
        if step & 255 == 0:
            heat = hot * np.exp(cooling * step / steps)
        visit = drawn[one_of(seed, len(drawn))]
        limit = -heat * np.log(1.0 - chance(seed))
        total += one_step(instance, state, desk, visit, limit, seed)
    return total


@compiled
def one_step(instance, state, desk, visit, limit, seed):
    kind = chance(seed)
    if state.start[visit] == UNPLANNED:
        kind = NEW_TIME_AND_TEAM - 0.01 if kind < 0.5 else 1.0
    if kind < NEW_TIME:
        return new_time(instance, state, visit, limit, seed, desk)
    if kind < OTHER_MEMBER:
        return other_member(instance, state, visit, limit, seed, desk)
    if kind < NEW_TIME_AND_TEAM:
        return new_time_and_team(instance, state, visit, limit, seed, desk)
    if kind < JOIN_TRIP:
        return join_trip(instance, state, visit, limit, seed, desk)
    return push_aside(instance, state, visit, limit, seed, desk)
