"""What the people give back at given prices: for their loads and nights over the year, and for the time of their weeks."""

from dataclasses import dataclass

import numpy as np

from mingzheng.planner.search.arrays import Array
from mingzheng.planner.search.instance import Compiled

HIGHEST_LOAD_PRICE = 2000.0


@dataclass(frozen=True)
class Prices:
    """Yuan for a half day of a person's year, for a night of his, for a half day of one of his weeks."""

    load: Array
    night: Array
    week: Array  # person × week

    def flat(self) -> Array:
        return np.concatenate([self.load, self.night, self.week.ravel()])

    @classmethod
    def of(cls, flat: Array, people: int) -> "Prices":
        return cls(flat[:people], flat[people : 2 * people], flat[2 * people :].reshape(people, -1))


class Givers:
    """The people's side of the relaxed problem. `most`: half days of every person's week; after `own` come strangers."""

    def __init__(self, compiled: Compiled, most: Array, own: int):
        weight = compiled.instance.weight[0]
        self.people, self.most, self.own = compiled.instance.people, most, own
        self.unfair, self.fatigue = float(weight["unfair"]), float(weight["fatigue"])
        self.most_load = most.sum(axis=1).astype(float)
        self.most_nights = float(len(compiled.problem.days))

    def give(self, prices: Prices) -> tuple[float, Prices]:
        """What the people's side comes to, and what everybody would sell at these prices."""
        load, paid = self.best_load(prices.load)
        nights, slept = self.best_nights(prices.night)
        return paid + slept - float((prices.week * self.most).sum()), Prices(load, nights, self.most)

    def best_load(self, price: Array) -> tuple[Array, float]:
        """The load every person would choose at this price, between none and all his time, and what it costs him."""
        people, most = self.people, self.most_load
        wish = people["fair"] + price / (2 * self.unfair) if self.unfair else np.where(price > 0, most, 0.0)
        wish = np.where(people["counts"], wish, np.where(price > 0, most, 0.0))
        lowest = np.where(people["counts"] & ~people["full_time"] & (price <= 0), 0.0, wish)
        load = np.clip(lowest, 0.0, most)
        off = load - people["fair"]
        pays = people["counts"] & (people["full_time"] | (off > 0))
        return load, float((np.where(pays, self.unfair * off**2, 0.0) - price * load).sum())

    def best_nights(self, price: Array) -> tuple[Array, float]:
        """The nights every person would choose at this price, at most one for every working day, and their cost."""
        if self.fatigue:
            nights = np.minimum(price / (2 * self.fatigue), self.most_nights)
        else:
            nights = np.where(price > 0, self.most_nights, 0.0)
        return nights, float((self.fatigue * nights**2 - price * nights).sum())

    def asked(self, used: Prices) -> tuple[Array, Array]:
        """What the last half day and the last night cost everybody who is used so much: the prices that fit."""
        people = self.people
        load = 2 * self.unfair * (used.load - people["fair"])
        load = np.where(people["full_time"], load, np.maximum(load, 0.0))
        return np.where(people["counts"], load, 0.0), 2 * self.fatigue * used.night

    def within(self, flat: Array) -> Array:
        """Prices as they may be: of nights and weeks not below nothing; strangers cost nothing, and nobody less than they."""
        prices = Prices.of(np.maximum(flat, 0.0), len(self.people))
        if self.own == len(self.people):
            prices.load[:] = np.clip(flat[: self.own], -HIGHEST_LOAD_PRICE, HIGHEST_LOAD_PRICE)
        for price in (prices.load, prices.night, prices.week):
            price[self.own :] = 0.0
        return prices.flat()
