"""The problem without what ties visits together: every visit may buy any week and team, at whatever prices are asked."""

from itertools import pairwise

import numpy as np

from mingzheng.planner.search.arrays import Array, Instance, State, new_desk
from mingzheng.planner.search.instance import NO_LIMIT, Compiled

from .kernels import cheapest_of_visits, mark_who_can, price_entries, ways
from .people import Givers, Prices

CELL = np.dtype(
    [
        ("visit", "i4"),
        ("option", "i4"),
        ("week", "i4"),
        ("cost", "f8"),
        ("first", "i8"),
        ("last", "i8"),
        ("at", "i8"),
    ],
    align=True,
)  # a visit in one way in one week: what it costs by itself, its starts, where its prices begin


class Relaxed:
    """The problem without what ties visits together: its cells, who can when, and what he would be paid.

    The last so many of its people are `strangers`.
    """

    def __init__(self, compiled: Compiled, firm: State, strangers: int = 0):
        instance, empty = compiled.instance, compiled.empty
        self.compiled, self.cells = compiled, _cells(instance)
        self.entries = (instance.visits["last"] - instance.visits["first"])[self.cells["visit"]]
        self.cells["at"] = np.concatenate([[0], np.cumsum(self.entries)[:-1]])
        self.cells_of = np.searchsorted(self.cells["visit"], np.arange(len(instance.visits) + 1))
        free = np.add.reduceat(empty.taken == -1, instance.weeks["first"], axis=1)
        most = np.maximum(np.minimum(empty.cells["most"], free), firm.cells["load"])
        self.most = most.astype(np.int32)  # person × week: half days he has at most
        self.own = len(most) - strangers  # so many people are no strangers
        self.most[self.own :] = NO_LIMIT
        self.can = np.zeros(int(self.entries.sum()), np.bool_)
        mark_who_can(instance, self.cells, empty.taken, self.most, self.can)
        self.can |= np.repeat(instance.visits["fixed"][self.cells["visit"]], self.entries)
        self.price = np.zeros(len(self.can))  # of every (cell, entry)
        visits = len(instance.visits)
        self.value, self.chosen = np.zeros(visits), np.full(visits, -1, np.int32)  # the cell bought, -1: none
        self.teams = np.full((visits, empty.team.shape[1]), -1, np.int32)
        self.givers, self.desk = Givers(compiled, self.most, self.own), new_desk(instance)

    def every_price(self) -> tuple[Array, Array]:
        """Cell and entry of every price."""
        cell = np.repeat(np.arange(len(self.cells)), self.entries)
        first = self.compiled.instance.visits["first"][self.cells["visit"]]
        return cell, np.arange(len(self.price)) + (first - self.cells["at"])[cell]

    def price_of_way(self, at: Array) -> Array:
        """What a far visit pays of its way when every half day of a full week pays the same."""
        way = np.zeros(len(self.price))
        ways(self.compiled.instance, self.cells, self.most, way)
        return way[at]

    def set_prices(self, prices: Prices) -> None:
        told = (self.can, self.most, prices.load, prices.night, prices.week, self.price)
        price_entries(self.compiled.instance, self.cells, *told)

    def buy(self, visits: Array) -> None:
        """Let these visits buy what is cheapest for them."""
        told = (
            self.cells,
            self.cells_of,
            self.can,
            self.price,
            self.desk,
            self.value,
            self.chosen,
            self.teams,
        )
        cheapest_of_visits(self.compiled.instance, visits, *told)

    def bought(self, visits: Array) -> tuple[Array, Array, Array]:
        """(cell, entry, price number) of every member of every team these visits bought."""
        visits = visits[self.chosen[visits] >= 0]
        cells = self.cells[self.chosen[visits]]
        people = self.compiled.instance.options[visits, cells["option"]]["people"]
        place, member = np.nonzero(np.arange(self.teams.shape[1])[None, :] < people[:, None])
        entry = self.teams[visits[place], member]
        first = self.compiled.instance.visits["first"][visits[place]]
        return self.chosen[visits[place]], entry, cells["at"][place] + entry - first


def _cells(instance: Instance) -> Array:
    rows = []
    for visit, options in enumerate(instance.options):
        for number, option in enumerate(options):
            first, last = int(option["first"]), int(option["last"])
            if last > first:
                week = instance.slots["week"][instance.start_slot[first:last]]
                at = np.append(np.flatnonzero(np.diff(week, prepend=-1)), last - first) + first
                for a, b in pairwise(at):
                    rows.append((visit, number, week[a - first], instance.start_cost[a:b].min(), a, b, 0))
    return np.array(rows, CELL)
