"""One plan improved in several parts of the year at once, without one part disturbing the other.

The weeks are a ring cut into as many arcs as there are parts, from another week in every round. Between two arcs so many
weeks stay closed that no window of weeks in which nights are counted meets both. What one part may add to a person's
year, the others may not. Loads over the year are seen by each part as they were when the round began; they are counted
anew when the parts are put together.
"""

from dataclasses import dataclass

import numpy as np

from .arrays import UNPLANNED, Array, Instance, State
from .instance import Compiled
from .plans import rebuilt

FEWEST_WEEKS = 8  # of a part; a shorter year is not cut so often


@dataclass(frozen=True)
class Part:
    """What one worker improves: the instance with its weeks open, its own state, and the visits it may move."""

    instance: Instance
    state: State
    movable: Array
    weight: Array  # how often each of `movable` is drawn: repeated visit numbers


def parts_of(instance: Instance, state: State, often: Array, count: int, cut: float) -> list[Part]:
    """The plan in `count` parts, or fewer in a short year; `cut` from 0 to 1 says where the ring is cut first."""
    weeks = len(instance.weeks)
    count = max(1, min(count, weeks // FEWEST_WEEKS))
    season = _seasons(weeks, count, int(cut * weeks), int(instance.weight[0]["nights_weeks"]) - 1)
    belongs = _belongs(instance, state, season, count)
    return [_part(instance, state, often, season, belongs, number, count) for number in range(count)]


def _seasons(weeks: int, count: int, first: int, closed: int) -> Array:
    """The part each week is open to; -1 for the closed ones before a border."""
    season = np.array([(week - first) % weeks * count // weeks for week in range(weeks)])
    for border in np.flatnonzero(np.diff(season)) + 1:
        season[max(0, border - closed) : border] = -1
    return season


def _belongs(instance: Instance, state: State, season: Array, count: int) -> Array:
    """The part that may move each visit; -1: nobody. Visits in an order move only when they are in the same part."""
    planned = state.start != UNPLANNED
    belongs = np.arange(len(state.start)) % count
    weeks = instance.slots["week"][instance.start_slot[state.start[planned]]]
    belongs[planned] = season[weeks]
    before, after = instance.orders["before"], instance.orders["visit"]
    for first, visit in zip(before, after, strict=True):
        if not planned[visit]:
            belongs[visit] = belongs[first]
    apart = belongs[before] != belongs[after]
    belongs[before[apart]] = belongs[after[apart]] = -1
    belongs[instance.visits["fixed"]] = -1
    return belongs


def _part(
    instance: Instance, state: State, often: Array, season: Array, belongs: Array, number: int, count: int
) -> Part:
    visits = instance.visits.copy()
    visits["fixed"] |= belongs != number
    own = state.copy()
    for used, most in (("half_days", "most"), ("certificates", "most_certificates")):
        own.years[most] = own.years[used] + np.maximum(own.years[most] - own.years[used], 0) // count
    movable = np.flatnonzero(belongs == number).astype(np.int32)
    opened = instance._replace(visits=visits, open_weeks=season == number)
    return Part(opened, own, movable, np.repeat(movable, often[movable]))


def put_together(compiled: Compiled, state: State, parts: list[Part]) -> State:
    """The plan with what every part made of its visits."""
    merged = state.copy()
    for part in parts:
        for name in ("start", "option", "team", "expert"):
            getattr(merged, name)[part.movable] = getattr(part.state, name)[part.movable]
    return rebuilt(compiled, merged)
