"""The layout of the problem and of a plan in arrays: what the compiled search reads and writes.

An *entry* is one person as a candidate of one visit, for a time in which his registrations do not change: most people
have one entry a visit. What occupies a half day of a person is written as twice the entry, plus one when it is remote.
Masks: bit 0 leads; then one bit for every (standard, code) to be covered, or with an expert one for every standard; then
one for every person who must come along.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mingzheng.planner.problem import MOST_PEOPLE

Array = NDArray[Any]

PERSON = np.dtype(
    [
        ("x", "f8"),
        ("y", "f8"),
        ("z", "f8"),
        ("fee", "f8"),
        ("fair", "f8"),
        ("counts", "b1"),
        ("full_time", "b1"),
    ],
    align=True,
)
VISIT = np.dtype(
    [
        ("x", "f8"), ("y", "f8"), ("z", "f8"),
        ("need", "i8"), ("need_expert", "i8"),  # masks; need_expert is 0 where no expert may stand in
        ("first", "i8"), ("last", "i8"),  # its entries
        ("orders", "i4"), ("orders_end", "i4"),  # in Instance.orders: what it comes after …
        ("followers", "i4"), ("followers_end", "i4"),  # … and in Instance.followers: what comes after it
        ("certificates", "i4"),
        ("no_senior", "f8"), ("new_faces", "f8"),  # what it costs when the team has none; 0 where nobody asks
        ("fixed", "b1"), ("forced", "b1"),  # may not move; somebody must come along
    ],
    align=True,
)  # fmt: skip
ORDER = np.dtype(
    [("before", "i4"), ("visit", "i4"), ("at_least", "i4"), ("at_most", "i4")], align=True
)  # one visit after another, and the days between
OPTION = np.dtype(
    [
        ("people", "i4"),
        ("half_days", "i4"),
        ("remote", "i4"),
        ("first", "i8"),
        ("last", "i8"),
        ("expert", "f8"),
    ],
    align=True,
)  # first, last: its starts; expert: what one costs for all of it
ENTRY = np.dtype(
    [
        ("person", "i4"), ("visit", "i4"), ("mask", "i8"), ("mask_expert", "i8"), ("km", "f8"),
        ("first", "i4"), ("last", "i4"),  # the half days between which it holds
        ("extra", "f8"), ("senior", "b1"), ("familiar", "b1"), ("local", "b1"),
    ],
    align=True,
)  # fmt: skip
SLOT = np.dtype([("week", "i4"), ("day", "i4"), ("year", "i4"), ("month", "i4")], align=True)
WEEK = np.dtype([("first", "i4"), ("last", "i4")], align=True)
CELL = np.dtype(
    [("cost", "f8"), ("nights", "i4"), ("load", "i4"), ("most", "i4"), ("tight", "b1")], align=True
)  # person × week; tight: so many days of it and about it may be worked that a free one could be missing
YEAR = np.dtype(
    [("half_days", "i4"), ("most", "i4"), ("certificates", "i4"), ("most_certificates", "i4")], align=True
)
TOTAL = np.dtype([("load", "f8"), ("nights", "f8")], align=True)
WEIGHT = np.dtype(
    [
        ("km", "f8"), ("night", "f8"), ("fatigue", "f8"), ("unfair", "f8"), ("unplanned", "f8"),
        ("detour", "f8"), ("commute", "f8"), ("far", "f8"), ("near", "f8"), ("nights", "i4"), ("nights_weeks", "i4"),
        ("in_a_row", "i4"), ("a_week", "i4"), ("a_month", "i4"),  # days, days, half days out
    ],
    align=True,
)  # fmt: skip

FREE, AWAY = -1, -2  # in State.taken
UNPLANNED = -1  # in State.start
A_MONTH = (
    31  # days of the calendar before the first slot and after the last: more than anybody may be out in a row
)
NOTHING = np.inf  # the cost of what cannot be


class Instance(NamedTuple):
    """A problem in arrays; read only."""

    people: Array  # PERSON
    visits: Array  # VISIT
    orders: Array  # ORDER, by visit …
    followers: Array  # … and their numbers, by the visit before
    options: Array  # OPTION, visit × option
    entries: Array  # ENTRY, of one visit after the other, by person
    start_slot: Array  # of every way to begin: the half day …
    start_cost: Array  # … and what it costs: late, unwished, moved
    slots: Array  # SLOT
    weeks: Array  # WEEK
    open_weeks: Array  # in which the search may plan now
    calendar: Array  # of every calendar day from a while before the first slot: its first slot, or -1
    out: Array  # person × calendar: booked for a visit outside the problem that he travels to …
    booked: Array  # … or for any
    near: Array  # visit × up to 24 near ones it could share a trip with, -1 for none
    weight: Array  # WEIGHT, one


class State(NamedTuple):
    """A plan in arrays; the search changes it in place."""

    taken: Array  # person × slot: FREE, AWAY, or 2 × entry + remote
    start: Array  # of every visit: index into the instance's starts, or UNPLANNED
    option: Array
    team: Array  # visit × place: entries, -1 for an empty place; the companions among them
    expert: Array
    cells: Array  # CELL
    years: Array  # YEAR, person × calendar year
    months: Array  # person × calendar month: half days out
    totals: Array  # TOTAL

    def copy(self) -> "State":
        return State(*(array.copy() for array in self))


class Desk(NamedTuple):
    """Paper to work on; nothing here outlives a step."""

    entry: Array  # candidates for one visit at one time, the cheapest first …
    cost: Array  # … what each would cost …
    mask: Array  # … and bring
    mask_expert: Array
    at: Array  # the team being put together: places among the candidates …
    covered: Array  # … what it covers so far …
    partial: Array  # … and costs so far
    team: Array  # the best team found
    before: Array  # the team before the step
    other: Array  # another visit's team before the step


def new_desk(instance: Instance) -> Desk:
    count = int((instance.visits["last"] - instance.visits["first"]).max(initial=0)) + MOST_PEOPLE
    whole, places = np.int64, MOST_PEOPLE + 1
    return Desk(
        entry=np.zeros(count, np.int32),
        cost=np.zeros(count),
        mask=np.zeros(count, whole),
        mask_expert=np.zeros(count, whole),
        at=np.zeros(places, np.int32),
        covered=np.zeros(places, whole),
        partial=np.zeros(places),
        team=np.full(places, -1, np.int32),
        before=np.full(places, -1, np.int32),
        other=np.full(places, -1, np.int32),
    )
