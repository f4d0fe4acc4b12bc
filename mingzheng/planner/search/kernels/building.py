"""A first plan: what a careful dispatcher does by hand, and the cheapest place for one visit after the other."""

from mingzheng.planner.search.arrays import NOTHING, UNPLANNED

from .chance import one_of
from .compiling import compiled
from .teams import best_team, gather, thin_out
from .visits import has_leader_first, in_order, put_in, still_covers
from .weeks import cost_of_placing

EVERYBODY = 0


@compiled
def team_for(instance, state, visit, start, number, seed, desk):
    """The cheapest team of everybody at this time, left on the desk: (cost, expert)."""
    option, slot = instance.options[visit, number], instance.start_slot[start]
    if not in_order(instance, state, visit, slot, option.half_days):
        return NOTHING, False
    found = thin_out(gather(instance, state, visit, option, slot, EVERYBODY, seed, desk), desk)
    cost, expert = best_team(instance, state, visit, option, slot, found, desk)
    return cost + instance.start_cost[start], expert


@compiled
def commit(instance, state, visit, start, number, expert, desk):
    option, slot = instance.options[visit, number], instance.start_slot[start]
    has_leader_first(instance, state, visit, desk.team, option.people, instance.slots[slot].year)
    put_in(instance, state, visit, start, number, desk.team, expert)


@compiled
def insert(instance, state, visit, looks, seed, desk):
    """Put the visit where it is cheapest, looking at `looks` times of each way to split it; False when nowhere."""
    best, best_start, best_number = instance.weight[0].unplanned, UNPLANNED, 0
    for number in range(instance.options.shape[1]):
        option = instance.options[visit, number]
        count = option.last - option.first
        if option.half_days == 0 or count == 0:
            continue
        stride = max(1, count // looks)
        for start in range(option.first + one_of(seed, stride), option.last, stride):
            if not instance.open_weeks[instance.slots[instance.start_slot[start]].week]:
                continue
            cost, _ = team_for(instance, state, visit, start, number, seed, desk)
            if cost < best:
                best, best_start, best_number = cost, start, number
    if best_start == UNPLANNED:
        return False
    _, expert = team_for(instance, state, visit, best_start, best_number, seed, desk)
    commit(instance, state, visit, best_start, best_number, expert, desk)
    return True


@compiled
def insert_all(instance, state, order, looks, seed, desk):
    """The visits of `order` one after the other; returns how many found no place."""
    missing = 0
    for visit in order:
        if state.start[visit] == UNPLANNED and not insert(instance, state, visit, looks, seed, desk):
            missing += 1
    return missing


@compiled
def dispatch(instance, own_people, state, order, rank, seed, desk):
    """What a careful dispatcher does: visit after visit by due date, the first day that will do, the cheapest team.

    `rank` of every start: 0 wished and well before the due date, 1 on time, 2 late; `own_people`: the instance without
    experts, which are the last resort. Returns how many visits found no place.
    """
    missing = 0
    for visit in order:
        done = state.start[visit] != UNPLANNED
        for late in range(2):
            for expert in range(2):
                for wanted in range(2 - late):
                    allowed, which = (2 if late else wanted), instance if expert else own_people
                    done = done or dispatch_one(which, state, visit, rank, allowed, seed, desk)
        missing += not done
    return missing


@compiled
def dispatch_one(instance, state, visit, rank, allowed, seed, desk):
    """Take the first start of this rank (late ones: the earliest; else as near the due date as can be)."""
    for number in range(instance.options.shape[1]):
        option = instance.options[visit, number]
        count = option.last - option.first if option.half_days else 0
        for n in range(count):
            start = option.first + n if allowed == 2 else option.last - 1 - n
            if rank[start] > allowed or (rank[start] == 2) != (allowed == 2):
                continue
            cost, expert = team_for(instance, state, visit, start, number, seed, desk)
            if cost < NOTHING:
                commit(instance, state, visit, start, number, expert, desk)
                return True
    return False


@compiled
def is_free(instance, state, visit, start, number, team):
    """Is nobody of the team held by another visit then? (Leave and everything else is not asked.)"""
    slot, option = instance.start_slot[start], instance.options[visit, number]
    for n in range(option.people):
        person = instance.entries[team[n]].person
        for at in range(slot, slot + option.half_days):
            if state.taken[person, at] >= 0:
                return False
    return True


@compiled
def put_if_feasible(instance, state, visit, start, number, team, expert):
    """Plan the visit just so if every rule allows it; was it allowed?"""
    slot, option = instance.start_slot[start], instance.options[visit, number]
    if not in_order(instance, state, visit, slot, option.half_days):
        return False
    if not still_covers(instance, visit, team, option.people, expert):
        return False
    for n in range(option.people):
        if cost_of_placing(instance, state, team[n], option, slot) == NOTHING:
            return False
    if not has_leader_first(instance, state, visit, team, option.people, instance.slots[slot].year):
        return False
    put_in(instance, state, visit, start, number, team, expert)
    return True
