"""A first plan: the dispatcher's, to compare with, or the search's own, with a place for as many visits as can be."""

import numpy as np

from .arrays import Array, Instance, State, new_desk
from .instance import Compiled
from .kernels.building import dispatch, insert_all

SCARCE = 0.3  # this part of the visits, those with the fewest people and days, is planned before the others
LOOKS = 12  # times looked at for each way to split a visit
AHEAD = 7  # days before the due date the dispatcher aims at


def seeded(*numbers: int) -> Array:
    """The start of a chain of chance; equal numbers give equal chains."""
    return np.random.SeedSequence([abs(n) for n in numbers]).generate_state(1, np.uint64) | np.uint64(1)


def dispatched(compiled: Compiled, state: State, seed: int) -> State:
    """What a careful dispatcher would do with what is not planned yet."""
    instance, rank = compiled.instance, _rank(compiled)
    own_people = instance._replace(visits=instance.visits.copy())
    own_people.visits["need_expert"] = 0
    order = np.argsort(_due(compiled), kind="stable").astype(np.int32)
    dispatch(instance, own_people, state, order, rank, seeded(seed), new_desk(instance))
    return state


def inserted(compiled: Compiled, state: State, seed: int) -> State:
    """One visit after the other where it is cheapest, those hard to place first; what is left is tried again."""
    chain, desk, order = seeded(seed), new_desk(compiled.instance), scarce_first(compiled)
    if insert_all(compiled.instance, state, order, LOOKS, chain, desk):
        insert_all(compiled.instance, state, order, 4 * LOOKS, chain, desk)
    return state


def scarce_first(compiled: Compiled) -> Array:
    """The visits in the order of planning; what must come before another comes right before it at the latest."""
    instance, due = compiled.instance, _due(compiled)
    room = np.array([_room(instance, visit) for visit in range(len(due))])
    few = room > np.quantile(room, SCARCE) if len(room) else room
    order: dict[int, None] = {}
    for visit in np.lexsort((due, few)):
        behind, seen = [int(visit)], {int(visit)}
        while behind:  # what must come before it first, and before that …
            row = instance.visits[behind[-1]]
            ahead = [int(n) for n in instance.orders["before"][row["orders"] : row["orders_end"]]]
            if left := [n for n in ahead if n not in order and n not in seen]:
                behind.append(left[0])
                seen.add(left[0])
            else:
                order[behind.pop()] = None
    return np.array(list(order), np.int32)


def _room(instance: Instance, visit: int) -> float:
    """How easily a visit finds a place: people for its scarcest need × times, less for a long one."""
    row, options = instance.visits[visit], instance.options[visit]
    own = instance.entries[row["first"] : row["last"]]
    people = _scarcest(own["mask"], int(row["need"]))
    if row["need_expert"]:
        people = max(people, _scarcest(own["mask_expert"], int(row["need_expert"])))
    times = int((options["last"] - options["first"]).sum())
    return (people + 0.5) * (times + 1) / (1 + int(options[0]["people"] * options[0]["half_days"]) / 4)


def _scarcest(masks: Array, need: int) -> int:
    return min((int((masks >> bit & 1).sum()) for bit in range(need.bit_length())), default=0)


def _due(compiled: Compiled) -> Array:
    return np.array([visit.due.toordinal() for visit in compiled.problem.visits])


def _rank(compiled: Compiled) -> Array:
    """Of every start: 0 wished and well before the due date, 1 on time, 2 late."""
    instance = compiled.instance
    rank = np.ones(len(instance.start_slot), np.int8)
    for n, visit in enumerate(compiled.problem.visits):
        for option in instance.options[n][instance.options[n]["half_days"] > 0]:
            at = slice(option["first"], option["last"])
            first = instance.slots["day"][instance.start_slot[at]]
            last = instance.slots["day"][instance.start_slot[at] + option["half_days"] - 1]
            wished = np.full(len(first), not visit.wished)
            for span in visit.wished:
                wished |= (first >= span.first.toordinal()) & (first <= span.last.toordinal())
            due = visit.due.toordinal()
            rank[at] = np.where(last > due, 2, np.where(wished & (last <= due - AHEAD), 0, 1))
    return rank
