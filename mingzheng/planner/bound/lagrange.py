"""A proven lower bound by Lagrangian relaxation.

What ties the visits together is what they share: a person's week, his load over the year, his nights. Give each of these a
price, let every visit buy the cheapest week and team for itself, and give back what the people can at most spend; whatever
the prices, no plan costs less than that. A visit pays for travel only what it adds to a person's week at the very least
(`least_travel`). The prices are then moved to where the sum is highest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from mingzheng.planner.search.arrays import Array, Instance, State, new_desk
from mingzheng.planner.search.instance import Compiled

from .kernels import cheapest_of_visits, mark_who_can, price_entries

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
FIRST_NIGHT_PRICE = 30.0
FIRST_LOAD_PRICES = (-150.0, 400.0)
SETTLING = 25  # turns before the prices are moved one by one
PATIENCE = 8  # steps without a better bound before the steps become shorter
SHORTEST = 0.03


@dataclass
class Prices:
    """Yuan for a half day of a person's year, for a night of his, for a half day of one of his weeks."""

    load: Array
    night: Array
    week: Array

    def moved(self, direction: "Prices", by: float) -> "Prices":
        load = np.clip(self.load + by * direction.load, -2000.0, 2000.0)
        night = np.maximum(self.night + by * direction.night, 0.0)
        return Prices(load, night, np.maximum(self.week + by * direction.week, 0.0))


@dataclass(frozen=True)
class Relaxed:
    """The problem without what ties visits together: its cells, and who can when."""

    compiled: Compiled
    cells: Array
    cells_of: Array  # of each visit: where its cells begin
    can: Array
    most: Array  # person × week: half days he has at most
    price: Array  # work space: of every (cell, entry)
    chosen: Array  # the cell every visit chose last, -1 for none: looked at first the next time


def relaxed(compiled: Compiled, firm: State) -> Relaxed:
    instance, empty = compiled.instance, compiled.empty
    cells = _cells(instance)
    entries = (instance.visits["last"] - instance.visits["first"])[cells["visit"]]
    cells["at"] = np.concatenate([[0], np.cumsum(entries)[:-1]])
    cells_of = np.searchsorted(cells["visit"], np.arange(len(instance.visits) + 1))
    free = np.add.reduceat(empty.taken == -1, instance.weeks["first"], axis=1)
    most = np.maximum(np.minimum(empty.cells["most"], free), firm.cells["load"]).astype(np.int32)
    can = np.zeros(int(entries.sum()), np.bool_)
    mark_who_can(instance, cells, empty.taken, most, can)
    for cell in cells[instance.visits["fixed"][cells["visit"]]]:
        can[
            cell["at"] : cell["at"] + int(np.ptp(instance.visits[cell["visit"]][["first", "last"]].tolist()))
        ] = True
    return Relaxed(
        compiled, cells, cells_of, can, most, np.zeros(len(can)), np.full(len(cells_of) - 1, -1, np.int32)
    )


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


def bounds(problem: Relaxed, target: float) -> Iterator[float]:
    """Ever better bounds; `target`: what some plan costs. Ends when little more is to be had."""
    best, best_prices = -np.inf, _first_prices(problem)
    for bound, prices in _settling(problem, best_prices):
        if bound > best:
            best, best_prices = bound, prices
        yield best
    prices, step, failed, direction = best_prices, 0.3, 0, None
    while step > SHORTEST:
        bound, slope, _ = _bound_at(problem, prices)
        if bound > best:
            best, best_prices, failed = bound, prices, 0
        elif (failed := failed + 1) >= PATIENCE:
            step, failed, prices, direction = step * 0.7, 0, best_prices, None
            bound, slope, _ = _bound_at(problem, prices)
        yield best
        direction = slope if direction is None else _mixed(direction, slope, 0.7)
        size = float(sum((part**2).sum() for part in (direction.load, direction.night, direction.week)))
        if size == 0:
            return
        prices = prices.moved(direction, step * max(target - bound, 1.0) / size)


def _settling(problem: Relaxed, prices: Prices) -> Iterator[tuple[float, Prices]]:
    """Loads and nights pay what the mean of what was chosen so far costs the people: quickly near the best prices."""
    instance, weight = problem.compiled.instance, problem.compiled.instance.weight[0]
    counts, full_time = instance.people["counts"], instance.people["full_time"]
    mean: Prices | None = None
    for turn in range(SETTLING):
        bound, _, used = _bound_at(problem, prices)
        yield bound, prices
        mean = used if mean is None else _mixed(mean, used, 0.7)
        load = 2 * float(weight["unfair"]) * (mean.load - instance.people["fair"])
        load = np.where(counts, np.where(full_time, load, np.maximum(load, 0.0)), 0.0)
        part = 2 / (turn + 4)
        prices = Prices(
            (1 - part) * prices.load + part * np.clip(load, *FIRST_LOAD_PRICES),
            (1 - part) * prices.night + part * 2 * float(weight["fatigue"]) * mean.night,
            prices.week,
        )


def _mixed(old: Prices, new: Prices, keep: float) -> Prices:
    return Prices(
        *(keep * a + (1 - keep) * b for a, b in zip(vars(old).values(), vars(new).values(), strict=True))
    )


def _first_prices(problem: Relaxed) -> Prices:
    people, weeks = problem.most.shape
    return Prices(np.zeros(people), np.full(people, FIRST_NIGHT_PRICE), np.zeros((people, weeks)))


def _choose(problem: Relaxed) -> tuple[Array, Array, Array]:
    """What every visit chooses at `problem.price`: its value, its cell (-1: unplanned), its team."""
    instance, visits = problem.compiled.instance, len(problem.cells_of) - 1
    value, chosen = np.zeros(visits), problem.chosen
    teams = np.full((visits, problem.compiled.empty.team.shape[1]), -1, np.int32)
    at = (problem.cells, problem.cells_of, problem.can, problem.price)
    cheapest_of_visits(instance, *at, new_desk(instance), value, chosen, teams)
    return value, chosen, teams


def _bound_at(problem: Relaxed, prices: Prices) -> tuple[float, Prices, Prices]:
    """The bound at these prices, which way it rises, and what the visits would take of everybody."""
    own = (prices.load, prices.night, prices.week)
    price_entries(problem.compiled.instance, problem.cells, problem.can, problem.most, *own, problem.price)
    value, chosen, teams = _choose(problem)
    load, nights = _best_load(problem, prices.load)[0], _best_nights(problem, prices.night)[0]
    used = _used(problem, chosen, teams)
    slope = Prices(used.load - load, used.night - nights, used.week - problem.most)
    return float(value.sum()) + _of_people(problem, prices), slope, used


def _of_people(problem: Relaxed, prices: Prices) -> float:
    """What the people's side comes to at these prices: loads and nights over the year, and the weeks' time."""
    loads, nights = _best_load(problem, prices.load)[1], _best_nights(problem, prices.night)[1]
    return loads + nights - float((prices.week * problem.most).sum())


def _best_load(problem: Relaxed, price: Array) -> tuple[Array, float]:
    """The load every person would choose at this price, between none and all his time, and what it costs him."""
    people, unfair = problem.compiled.instance.people, float(problem.compiled.instance.weight[0]["unfair"])
    most = problem.most.sum(axis=1).astype(float)
    wish = people["fair"] + price / (2 * unfair) if unfair else np.where(price > 0, most, 0.0)
    wish = np.where(people["counts"], wish, np.where(price > 0, most, 0.0))
    lowest = np.where(people["counts"] & ~people["full_time"] & (price <= 0), 0.0, wish)
    load = np.clip(lowest, 0.0, most)
    off = load - people["fair"]
    pays = people["counts"] & (people["full_time"] | (off > 0))
    return load, float((np.where(pays, unfair * off**2, 0.0) - price * load).sum())


def _best_nights(problem: Relaxed, price: Array) -> tuple[Array, float]:
    """The nights every person would choose at this price, at most one for every working day, and what they cost him."""
    fatigue = float(problem.compiled.instance.weight[0]["fatigue"])
    most = float(len(problem.compiled.problem.days))
    nights = np.minimum(price / (2 * fatigue), most) if fatigue else np.where(price > 0, most, 0.0)
    return nights, float((fatigue * nights**2 - price * nights).sum())


def _used(problem: Relaxed, chosen: Array, teams: Array) -> Prices:
    """The half days and nights the visits would take of every person."""
    instance, (people, weeks) = problem.compiled.instance, problem.most.shape
    planned = np.flatnonzero(chosen >= 0)
    cells = problem.cells[chosen[planned]]
    options = instance.options[planned, cells["option"]]
    place, member = np.nonzero(np.arange(teams.shape[1])[None, :] < options["people"][:, None])
    entries, option = instance.entries[teams[planned][place, member]], options[place]
    load, nights, week = np.zeros(people), np.zeros(people), np.zeros((people, weeks))
    np.add.at(load, entries["person"], option["half_days"])
    np.add.at(week, (entries["person"], cells["week"][place]), option["half_days"])
    on_site, weight = option["half_days"] - option["remote"], instance.weight[0]
    away = np.where(entries["km"] > weight["far"], on_site / 2, np.maximum((on_site + 1) // 2 - 1, 0))
    np.add.at(nights, entries["person"], np.where(entries["km"] > weight["commute"], away, 0.0))
    return Prices(load, nights, week)
