"""The improvement steps. Each tries one change and keeps it when it costs at most `limit` more; returns what it cost.

`instance`, `state`, `desk`, `seed`: see search/arrays.py and chance.py. A step that was not kept leaves all as it was.
"""

from mingzheng.planner.search.arrays import NOTHING, UNPLANNED

from .chance import chance, one_of
from .compiling import compiled
from .teams import add_candidate, best_team, gather
from .visits import has_leader_first, in_order, put_in, still_covers, take_out, team_cost
from .weeks import cost_of_placing, place, unplace

CANDIDATES = 9  # looked at for a new team
TRIES = 6  # places tried for a visit pushed aside


@compiled
def some_start(instance, visit, number, seed):
    """A way to begin by chance, in a week open to the search; -1 when there is none at hand."""
    option = instance.options[visit, number]
    count = option.last - option.first
    for _ in range(3):
        if count <= 0:
            break
        start = option.first + one_of(seed, count)
        if instance.open_weeks[instance.slots[instance.start_slot[start]].week]:
            return start
    return -1


@compiled
def some_option(instance, visit, seed):
    """One of the ways to split the visit, by chance."""
    number = one_of(seed, instance.options.shape[1])
    return number if instance.options[visit, number].half_days > 0 else 0


@compiled
def remember(instance, state, visit, team):
    """Where the visit is now; its team, if it has one, goes into `team`."""
    team[:] = -1
    if state.start[visit] != UNPLANNED:
        for n in range(instance.options[visit, state.option[visit]].people):
            team[n] = state.team[visit, n]
    return state.start[visit], state.option[visit], state.expert[visit]


@compiled
def put_back(instance, state, visit, start, number, team, expert):
    if start != UNPLANNED:
        put_in(instance, state, visit, start, number, team, expert)


@compiled
def same_people_then(instance, visit, team, count, slot, half_days):
    """Find for every member the entry that holds at this time; False when somebody has none."""
    row = instance.visits[visit]
    for n in range(count):
        entry = instance.entries[team[n]]
        if slot >= entry.first and slot + half_days - 1 <= entry.last:
            continue
        found = -1
        for other in range(row.first, row.last):
            e = instance.entries[other]
            if e.person == entry.person and slot >= e.first and slot + half_days - 1 <= e.last:
                found = other
                break
        if found < 0:
            return False
        team[n] = found
    return True


@compiled
def new_time(instance, state, visit, limit, seed, desk):
    """The same team at another time."""
    number = state.option[visit]
    option = instance.options[visit, number]
    start = some_start(instance, visit, number, seed)
    if start < 0 or start == state.start[visit]:
        return 0.0
    slot = instance.start_slot[start]
    if not in_order(instance, state, visit, slot, option.half_days):
        return 0.0
    old, _, expert = remember(instance, state, visit, desk.before)
    for n in range(option.people):
        desk.team[n] = desk.before[n]
    if not same_people_then(instance, visit, desk.team, option.people, slot, option.half_days):
        return 0.0
    if not still_covers(instance, visit, desk.team, option.people, expert):
        return 0.0
    cost = take_out(instance, state, visit) - instance.weight[0].unplanned + instance.start_cost[start]
    cost += team_cost(instance, visit, desk.team, option.people, expert, option)
    for n in range(option.people):
        cost += cost_of_placing(instance, state, desk.team[n], option, slot)
        if cost == NOTHING:
            break
    year = instance.slots[slot].year
    if cost <= limit and has_leader_first(instance, state, visit, desk.team, option.people, year):
        put_in(instance, state, visit, start, number, desk.team, expert)
        return cost
    put_back(instance, state, visit, old, number, desk.before, expert)
    return 0.0


@compiled
def other_member(instance, state, visit, limit, seed, desk):
    """Another person in one place of the team, at the same time."""
    number, start = state.option[visit], state.start[visit]
    option, slot, row = instance.options[visit, number], instance.start_slot[start], instance.visits[visit]
    where, entry = one_of(seed, option.people), row.first + one_of(seed, row.last - row.first)
    e, _ = instance.entries[entry], remember(instance, state, visit, desk.before)
    mask, mask_expert = e.mask, e.mask_expert
    for n in range(option.people):
        member = instance.entries[desk.before[n]]
        desk.team[n] = desk.before[n]
        if member.person == e.person:
            return 0.0
        if n != where:
            mask, mask_expert = mask | member.mask, mask_expert | member.mask_expert
    expert = mask != row.need
    if expert and (row.need_expert == 0 or mask_expert != row.need_expert):
        return 0.0
    cost = cost_of_placing(instance, state, entry, option, slot)
    if cost == NOTHING:
        return 0.0
    desk.team[where] = entry
    cost += team_cost(instance, visit, desk.team, option.people, expert, option)
    cost -= team_cost(instance, visit, desk.before, option.people, state.expert[visit], option)
    cost += unplace(instance, state, desk.before[where], option, slot)
    if cost <= limit and lead_anew(instance, state, visit, desk, option.people, slot):
        place(instance, state, entry, option, slot)
        state.expert[visit] = expert
        for n in range(option.people):
            state.team[visit, n] = desk.team[n]
        return cost
    place(instance, state, desk.before[where], option, slot)
    return 0.0


@compiled
def lead_anew(instance, state, visit, desk, count, slot):
    """Let somebody of the new team lead, the certificates going from the old leader to the new; False when nobody can."""
    year, more = instance.slots[slot].year, instance.visits[visit].certificates
    old = instance.entries[desk.before[0]].person
    state.years[old, year].certificates -= more
    found = has_leader_first(instance, state, visit, desk.team, count, year)
    leader = instance.entries[desk.team[0]].person if found else old
    state.years[leader, year].certificates += more
    return found


@compiled
def put_best_team(instance, state, visit, start, number, team, entry, limit, seed, desk):
    """Plan an unplanned visit at this time with the best of `team`, `entry` (-1: nobody) and a few others by chance.

    Returns the cost; infinite, and nothing changed, when it is over the limit.
    """
    option, slot = instance.options[visit, number], instance.start_slot[start]
    if not in_order(instance, state, visit, slot, option.half_days):
        return NOTHING
    found = gather(instance, state, visit, option, slot, CANDIDATES, seed, desk)
    for n in range(len(team)):
        if team[n] >= 0:
            found = add_candidate(instance, state, visit, option, slot, team[n], found, desk)
    if entry >= 0:
        found = add_candidate(instance, state, visit, option, slot, entry, found, desk)
    cost, expert = best_team(instance, state, visit, option, slot, found, desk)
    cost += instance.start_cost[start] - instance.weight[0].unplanned
    year = instance.slots[slot].year
    if (
        cost == NOTHING
        or cost > limit
        or not has_leader_first(instance, state, visit, desk.team, option.people, year)
    ):
        return NOTHING
    put_in(instance, state, visit, start, number, desk.team, expert)
    return cost


@compiled
def anew(instance, state, visit, start, number, entry, limit, seed, desk):
    """Plan the visit anew at this time, with the best of its own people, `entry` (-1: nobody) and a few others."""
    old, old_number, expert = remember(instance, state, visit, desk.before)
    cost = 0.0 if old == UNPLANNED else take_out(instance, state, visit)
    more = put_best_team(instance, state, visit, start, number, desk.before, entry, limit - cost, seed, desk)
    if more < NOTHING:
        return cost + more
    put_back(instance, state, visit, old, old_number, desk.before, expert)
    return 0.0


@compiled
def new_time_and_team(instance, state, visit, limit, seed, desk):
    number = some_option(instance, visit, seed)
    start = some_start(instance, visit, number, seed)
    return 0.0 if start < 0 else anew(instance, state, visit, start, number, -1, limit, seed, desk)


@compiled
def entry_of(instance, visit, person):
    """The first entry of a person for a visit, -1 for none."""
    low, high = instance.visits[visit].first, instance.visits[visit].last
    while low < high:
        middle = (low + high) // 2
        if instance.entries[middle].person < person:
            low = middle + 1
        else:
            high = middle
    return low if low < instance.visits[visit].last and instance.entries[low].person == person else -1


@compiled
def start_at(instance, visit, number, slot):
    """The way to begin at this very slot, -1 for none."""
    low, high = instance.options[visit, number].first, instance.options[visit, number].last
    last = high
    while low < high:
        middle = (low + high) // 2
        if instance.start_slot[middle] < slot:
            low = middle + 1
        else:
            high = middle
    return low if low < last and instance.start_slot[low] == slot else -1


@compiled
def join_trip(instance, state, visit, limit, seed, desk):
    """Right before or after a near visit, with one of its people."""
    other = instance.near[visit, one_of(seed, instance.near.shape[1])]
    if other < 0 or state.start[other] == UNPLANNED:
        return 0.0
    there = instance.options[other, state.option[other]]
    entry = state.team[other, one_of(seed, there.people)]
    entry = entry_of(instance, visit, instance.entries[entry].person)
    if entry < 0:
        return 0.0
    number = state.option[visit] if chance(seed) < 0.5 else some_option(instance, visit, seed)
    half_days, begins = instance.options[visit, number].half_days, instance.start_slot[state.start[other]]
    slot = begins + there.half_days if chance(seed) < 0.5 else begins - half_days
    if half_days % 2 == 0 and slot & 1:
        slot += 1 if slot > begins else -1
    start = start_at(instance, visit, number, slot)
    if start < 0 or not instance.open_weeks[instance.slots[slot].week]:
        return 0.0
    return anew(instance, state, visit, start, number, entry, limit, seed, desk)


@compiled
def in_the_way(instance, state, person, slot, half_days, visit):
    """The one other visit that takes this person's time; -1 for none or several."""
    found = -1
    for at in range(slot, slot + half_days):
        held = state.taken[person, at]
        if held >= 0:
            other = instance.entries[held >> 1].visit
            if other != visit and other != found:
                if found >= 0:
                    return -1
                found = other
    return found


@compiled
def push_aside(instance, state, visit, limit, seed, desk):
    """Take the time of somebody another visit holds, and find that one another place."""
    number, row = some_option(instance, visit, seed), instance.visits[visit]
    start = some_start(instance, visit, number, seed)
    if start < 0 or row.last == row.first:
        return 0.0
    slot, half_days = instance.start_slot[start], instance.options[visit, number].half_days
    entry = row.first + one_of(seed, row.last - row.first)
    other = in_the_way(instance, state, instance.entries[entry].person, slot, half_days, visit)
    if other < 0 or not movable(instance, state, other):
        return 0.0
    old, old_number, old_expert = remember(instance, state, visit, desk.before)
    its, its_number, its_expert = remember(instance, state, other, desk.other)
    cost = take_out(instance, state, other)
    if old != UNPLANNED:
        cost += take_out(instance, state, visit)
    more = put_best_team(instance, state, visit, start, number, desk.before, entry, NOTHING, seed, desk)
    if more < NOTHING:
        more = (
            settle_elsewhere(instance, state, other, its, its_number, limit - cost - more, seed, desk) + more
        )
        if more < NOTHING:
            return cost + more
        take_out(instance, state, visit)
    put_back(instance, state, visit, old, old_number, desk.before, old_expert)
    put_back(instance, state, other, its, its_number, desk.other, its_expert)
    return 0.0


@compiled
def movable(instance, state, visit):
    if instance.visits[visit].fixed:
        return False
    return instance.open_weeks[instance.slots[instance.start_slot[state.start[visit]]].week]


@compiled
def settle_elsewhere(instance, state, visit, start, number, limit, seed, desk):
    """Plan a visit pushed aside: at its own time with others, or at some other; infinite when nothing is within limit."""
    for attempt in range(TRIES):
        if attempt:
            number = some_option(instance, visit, seed)
            start = some_start(instance, visit, number, seed)
        if start >= 0:
            cost = put_best_team(instance, state, visit, start, number, desk.other, -1, limit, seed, desk)
            if cost < NOTHING:
                return cost
    return NOTHING
