"""What every visit pays of the way of a far trip, and what the trips of all weeks make of it.

Far visits share trips, so that none can be told what its own way costs. A *stop* is one candidate of one far visit, in one
way in one week; each pays a share of the way there and back. Whatever the shares, the trip that pays most beyond its cost
is given back for every week of every person; the shares are then moved to where visits pay most and little is given back.
"""

from typing import NamedTuple

import numpy as np

from mingzheng.planner.search.arrays import Array, Instance, State

from .relaxed import Relaxed
from .trip_kernels import best_trips

EARTH_DIAMETER_KM = 2 * 6371.0
STOP = np.dtype(
    [
        ("at", "i8"),  # its price in Relaxed.price
        ("visit", "i4"), ("place", "i4"),  # the visit's number, and its number in `Trips.km`
        ("half_days", "i4"), ("km", "f8"),
        ("odd", "b1"), ("sharing", "b1"),  # ends a day in the middle; may share a day with a near one
    ],
    align=True,
)  # fmt: skip
TRIP = np.dtype(
    [("person", "i4"), ("week", "i4"), ("most", "i4"), ("first", "i8"), ("last", "i8")], align=True
)  # the stops of one week of one person


class TripDesk(NamedTuple):
    """Paper to work on: the trip under way, by its length so far, and the best."""

    trip: Array
    best: Array
    found: Array  # how long the best is
    next: Array
    half_days: Array
    paid: Array
    way: Array


def new_trip_desk(longest: int) -> TripDesk:
    a, b, c, d, e = (np.zeros(longest + 2, np.int64) for _ in range(5))
    return TripDesk(a, b, c, d, e, np.zeros(longest + 2), np.zeros(longest + 2))


class Trips:
    """The far trips of a relaxed problem, with the share every stop pays."""

    def __init__(self, problem: Relaxed, firm: State):
        instance = problem.compiled.instance
        self.stops, person, week = _stops(problem, firm)
        key = person.astype(np.int64) * len(instance.weeks) + week
        first = np.flatnonzero(np.diff(key, prepend=-1))
        self.trips = np.zeros(len(first), TRIP)
        self.trips["first"], self.trips["last"] = first, np.append(first[1:], len(key))
        self.trips["person"], self.trips["week"] = person[first], week[first]
        self.trips["most"] = problem.most[person[first], week[first]]
        visits, self.stops["place"] = np.unique(self.stops["visit"], return_inverse=True)
        self.km = _km_between(instance, visits)
        self.start = problem.price_of_way(self.stops["at"])
        self.share = self.start.copy()
        self.value, self.chosen = np.zeros(len(first)), np.zeros(len(key))
        self._known, self._order = np.full(len(key), np.nan), np.arange(len(key))
        self._desk = new_trip_desk(int(problem.most.max(initial=0)))
        self.number = np.full(len(problem.price), -1)
        self.number[self.stops["at"]] = np.arange(len(key))

    def settle(self, instance: Instance, nights: Array, *, anew: bool = False) -> float:
        """What all weeks give back at the shares as they are, not more than nothing; `chosen` says for which stops."""
        if anew:
            self._known[:] = np.nan
        told = (self.share, self._known, self._order, nights, self.km, self.value, self.chosen, self._desk)
        best_trips(instance, self.trips, self.stops, *told)
        return float(self.value.sum())


def _stops(problem: Relaxed, firm: State) -> tuple[Array, Array, Array]:
    """The stops by person and week, with their persons and weeks."""
    instance, weight = problem.compiled.instance, problem.compiled.instance.weight[0]
    cell, entry = problem.every_price()
    cells, entries = problem.cells[cell], instance.entries[entry]
    options = instance.options[cells["visit"], cells["option"]]
    on_site = options["half_days"] - options["remote"]
    away = problem.can & (on_site > 0) & (entries["km"] > weight["commute"])
    far = entries["km"] > weight["far"]
    plain = np.ones(problem.most.shape, bool)  # weeks in which nothing nearer pays for a way of its own
    nearer = away & ~far & (2 * weight["km"] * entries["km"] > weight["night"])
    plain[entries["person"][nearer], cells["week"][nearer]] = False
    far &= entries["person"] < problem.own
    at = np.flatnonzero(away & far & plain[entries["person"], cells["week"]])
    at = at[np.lexsort((cells["week"][at], entries["person"][at]))]
    stops = np.zeros(len(at), STOP)
    stops["at"], stops["visit"] = at, cells["visit"][at]
    stops["half_days"], stops["km"] = options["half_days"][at], entries["km"][at]
    odd = on_site[at] % 2 > 0
    firmly = firm.cells["load"][entries["person"][at], cells["week"][at]] > 0
    alone = (
        (problem.own == len(problem.most)) & ~firmly & (entries["km"][at] > weight["far"] + weight["near"])
    )
    # else something of another region, firm, or nearer may share the day it ends in the middle of
    stops["odd"], stops["sharing"] = odd & alone, odd | (stops["half_days"] % 2 > 0)
    return stops, entries["person"][at], cells["week"][at]


def _km_between(instance: Instance, visits: Array) -> Array:
    places = (instance.visits[axis][visits] for axis in "xyz")
    chord = np.sqrt(sum((place[:, None] - place[None, :]) ** 2 for place in places))
    km = EARTH_DIAMETER_KM * np.arcsin(np.minimum(1.0, chord / 2)) * instance.weight[0]["detour"]
    return np.asarray(km)
