"""A proven lower bound by Lagrangian relaxation.

What ties the visits together is what they share: a person's week, his load over the year, his nights, the way to far
places. Give each of these a price, let every visit buy the cheapest week and team for itself, and give back what the people
can at most spend; whatever the prices, no plan costs less than that. The prices are then moved to where the sum is highest.
A visit pays for its travel only what it adds to a person's week at the very least (`least_travel`), a far one the share of
the way that trips.py finds for it.
"""

from collections.abc import Iterator

import numpy as np

from mingzheng.planner.search.arrays import Array, State

from .climbing import Climb, climbed
from .people import Prices
from .relaxed import Relaxed
from .trips import Trips

FIRST_NIGHT_PRICE = 30.0
FIRST_LOAD_PRICES = (-150.0, 400.0)
SETTLING = 25  # turns before the prices are moved one by one


class Ascent:
    """The way to the best prices."""

    def __init__(self, problem: Relaxed, firm: State):
        self.trips = Trips(problem, firm)
        self.problem, self.instance = problem, problem.compiled.instance
        self.all = np.arange(len(self.instance.visits))
        people, weeks = problem.most.shape
        self.people = people
        self.prices = self.allowed(
            np.zeros(people), np.full(people, FIRST_NIGHT_PRICE), np.zeros((people, weeks))
        )

    def bounds(self) -> Iterator[float]:
        """Ever better bounds. Ends when little more is to be had."""
        best = -np.inf
        for part in (
            self.settling(),
            self.by_shares(Climb(0.02, 0.002)),
            self.by_prices(Climb(0.01, 0.001)),
            self.by_shares(Climb(0.005, 0.0005)),
        ):
            for bound in part:
                best = max(best, bound)
                yield best

    def allowed(self, load: Array, night: Array, week: Array) -> Prices:
        return Prices.of(self.problem.givers.within(Prices(load, night, week).flat()), self.people)

    def at_prices(self, prices: Prices) -> tuple[float, Prices, Prices]:
        """The bound at these prices, which way it rises, and what the visits would take of everybody."""
        problem = self.problem
        problem.set_prices(prices)
        self.pay_for_ways(self.trips.start)
        problem.buy(self.all)
        given, sold = problem.givers.give(prices)
        back = self.trips.settle(self.instance, prices.night, anew=True)
        used = self.used()
        slope = Prices(used.load - sold.load, used.night - sold.night, used.week - sold.week)
        return float(problem.value.sum()) + given + back, slope, used

    def settling(self) -> Iterator[float]:
        """Loads and nights pay what the mean of what was chosen so far costs the people: quickly near the best prices."""
        best, prices, mean = -np.inf, self.prices, None
        for turn in range(SETTLING):
            bound, _, used = self.at_prices(prices)
            if bound > best:
                best, self.prices = bound, prices
            yield best
            mean = used if mean is None else Prices(0.7 * mean.load + 0.3 * used.load, 0.7 * mean.night + 0.3 * used.night, used.week)  # fmt: skip
            load, night = self.problem.givers.asked(mean)
            part = 2 / (turn + 4)
            load = (1 - part) * prices.load + part * np.clip(load, *FIRST_LOAD_PRICES)
            prices = self.allowed(load, (1 - part) * prices.night + part * night, prices.week)

    def by_prices(self, climb: Climb) -> Iterator[float]:
        def at(flat: Array) -> tuple[float, Array]:
            bound, slope, _ = self.at_prices(Prices.of(flat, self.people))
            return bound, slope.flat()

        for bound, flat in climbed(at, self.prices.flat(), self.problem.givers.within, climb):
            self.prices = Prices.of(flat, self.people)
            yield bound

    def by_shares(self, climb: Climb) -> Iterator[float]:
        """Move the shares of the visits that go far; what the others pay, and so what they buy, stays as it is."""
        problem, trips = self.problem, self.trips
        self.at_prices(self.prices)
        stop = trips.number[problem.bought(self.all)[2]]
        going = np.union1d(trips.stops["visit"][stop[stop >= 0]], np.flatnonzero(problem.chosen < 0))
        theirs = np.isin(trips.stops["visit"], going)
        others = float(np.delete(problem.value, going).sum()) + problem.givers.give(self.prices)[0]

        def at(share: Array) -> tuple[float, Array]:
            before, trips.share = trips.share, share
            self.pay_for_ways(before)
            back = trips.settle(self.instance, self.prices.night)
            problem.buy(going)
            slope = np.where(theirs, -trips.chosen, 0.0)
            stop = trips.number[problem.bought(going)[2]]
            slope[stop[stop >= 0]] += 1
            return others + float(problem.value[going].sum()) + back, slope

        best = [trips.share]
        for bound, best[0] in climbed(at, trips.share, lambda share: np.maximum(share, 0.0), climb):
            yield bound
        before, trips.share = trips.share, best[0]
        self.pay_for_ways(before)

    def pay_for_ways(self, before: Array) -> None:
        """Let the prices hold the shares of the ways as they are now; they held those `before`."""
        self.problem.price[self.trips.stops["at"]] += self.trips.share - before

    def used(self) -> Prices:
        """The half days and nights the visits would take of every person."""
        instance, (people, weeks) = self.instance, self.problem.most.shape
        cell, entry, _ = self.problem.bought(self.all)
        cells, entries = self.problem.cells[cell], instance.entries[entry]
        option = instance.options[cells["visit"], cells["option"]]
        load, nights, week = np.zeros(people), np.zeros(people), np.zeros((people, weeks))
        np.add.at(load, entries["person"], option["half_days"])
        np.add.at(week, (entries["person"], cells["week"]), option["half_days"])
        on_site, weight = option["half_days"] - option["remote"], instance.weight[0]
        away = np.where(entries["km"] > weight["far"], on_site / 2, np.maximum((on_site + 1) // 2 - 1, 0))
        np.add.at(nights, entries["person"], np.where(entries["km"] > weight["commute"], away, 0.0))
        return Prices(load, nights, week)
