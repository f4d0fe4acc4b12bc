"""One visit put into the plan, taken out of it, and what it costs by itself (the people's weeks aside)."""

from mingzheng.planner.search.arrays import UNPLANNED

from .compiling import compiled, inlined
from .weeks import place, unplace


@inlined
def has_leader_first(instance, state, visit, team, count, year):
    """Bring somebody who may lead, and may have the certificates, to the first place; is there one?"""
    for n in range(count):
        entry = instance.entries[team[n]]
        if entry.mask & 1 and certificates_fit(instance, state, entry.person, visit, year):
            team[0], team[n] = team[n], team[0]
            return True
    return False


@inlined
def certificates_fit(instance, state, person, visit, year):
    had = state.years[person, year]
    return had.certificates + instance.visits[visit].certificates <= had.most_certificates


@inlined
def team_cost(instance, visit, team, count, expert, option):
    """Nobody senior for a premium client, nobody who came last time, an expert engaged."""
    senior, familiar = False, False
    for n in range(count):
        senior = senior or instance.entries[team[n]].senior
        familiar = familiar or instance.entries[team[n]].familiar
    cost = option.expert if expert else 0.0
    if not senior:
        cost += instance.visits[visit].no_senior
    if not familiar:
        cost += instance.visits[visit].new_faces
    return cost


@compiled
def put_in(instance, state, visit, start, number, team, expert):
    """Plan the visit; returns what the whole plan costs more (less than nothing when it was unplanned dearly)."""
    option, slot = instance.options[visit, number], instance.start_slot[start]
    cost = instance.start_cost[start] + team_cost(instance, visit, team, option.people, expert, option)
    for n in range(option.people):
        cost += place(instance, state, team[n], option, slot)
        state.team[visit, n] = team[n]
    state.start[visit], state.option[visit], state.expert[visit] = start, number, expert
    leader = instance.entries[team[0]].person
    state.years[leader, instance.slots[slot].year].certificates += instance.visits[visit].certificates
    return cost - instance.weight[0].unplanned


@compiled
def take_out(instance, state, visit):
    """Leave the visit unplanned; returns what the whole plan costs more."""
    start, number, team = state.start[visit], state.option[visit], state.team[visit]
    option, slot = instance.options[visit, number], instance.start_slot[start]
    cost = -instance.start_cost[start]
    cost -= team_cost(instance, visit, team, option.people, state.expert[visit], option)
    leader = instance.entries[team[0]].person
    state.years[leader, instance.slots[slot].year].certificates -= instance.visits[visit].certificates
    for n in range(option.people):
        cost += unplace(instance, state, team[n], option, slot)
    state.start[visit] = UNPLANNED
    return cost + instance.weight[0].unplanned


@inlined
def gap_fits(order, before_end, first):
    """Is a visit beginning on day `first` far enough behind the one before it, and not too far?"""
    return order.at_least <= first - before_end <= order.at_most


@inlined
def last_day(instance, state, visit):
    slot = instance.start_slot[state.start[visit]]
    return instance.slots[slot + instance.options[visit, state.option[visit]].half_days - 1].day


@inlined
def in_order(instance, state, visit, slot, half_days):
    """Does it come after what it must follow, and before what must follow it?"""
    row = instance.visits[visit]
    first, last = instance.slots[slot].day, instance.slots[slot + half_days - 1].day
    for n in range(row.orders, row.orders_end):
        order = instance.orders[n]
        planned = state.start[order.before] >= 0
        if not planned or not gap_fits(order, last_day(instance, state, order.before), first):
            return False
    for n in range(row.followers, row.followers_end):
        order = instance.orders[instance.followers[n]]
        if state.start[order.visit] >= 0:
            begins = instance.slots[instance.start_slot[state.start[order.visit]]].day
            if not gap_fits(order, last, begins):
                return False
    return True


@inlined
def still_covers(instance, visit, team, count, expert):
    """Does the team bring all that is needed (of the standards alone, when an expert is engaged)?"""
    mask, row = 0, instance.visits[visit]
    for n in range(count):
        entry = instance.entries[team[n]]
        mask |= entry.mask_expert if expert else entry.mask
    return mask == (row.need_expert if expert else row.need)
