"""The compiled part of the bound: for every visit the cheapest team and week at given prices."""

from mingzheng.planner.search.arrays import FREE, NOTHING
from mingzheng.planner.search.kernels.compiling import compiled, inlined
from mingzheng.planner.search.kernels.teams import cheapest


@compiled
def mark_who_can(instance, cells, taken, most, can):
    """For every cell and entry of its visit: is there a start in that week at which the person is not away?"""
    for c in range(len(cells)):
        cell = cells[c]
        option, row = instance.options[cell.visit, cell.option], instance.visits[cell.visit]
        for entry in range(row.first, row.last):
            e = instance.entries[entry]
            if most[e.person, cell.week] < option.half_days:
                continue
            for start in range(cell.first, cell.last):
                if free_then(instance, taken, e, instance.start_slot[start], option.half_days):
                    can[cell.at + entry - row.first] = True
                    break


@inlined
def free_then(instance, taken, entry, slot, half_days):
    if slot < entry.first or slot + half_days - 1 > entry.last:
        return False
    for at in range(slot, slot + half_days):
        if taken[entry.person, at] != FREE:
            return False
    return True


@inlined
def least_travel(weight, km, on_site, most, night):
    """What a visit adds to a person's week at the very least, shared fairly with whatever else the week may hold."""
    if on_site == 0:
        return 0.0
    if km <= weight.commute:
        return weight.km * km * on_site
    there_and_back = 2 * km * weight.km
    if km > weight.far:
        return night * on_site / 2 + there_and_back * on_site / most
    own_trip = there_and_back - night
    if own_trip > 0:
        return night * on_site / 2 + own_trip * on_site / most
    alone = there_and_back + night * ((on_site + 1) // 2 - 1)
    return min(alone, night * on_site / 2 + own_trip / 2)


@compiled
def ways(instance, cells, most, way):
    """For every (cell, entry) of a far visit its part of the way, when every half day of a full week pays the same."""
    weight = instance.weight[0]
    for c in range(len(cells)):
        cell = cells[c]
        option, row = instance.options[cell.visit, cell.option], instance.visits[cell.visit]
        for entry in range(row.first, row.last):
            e = instance.entries[entry]
            if e.km > weight.far:
                on_site, room = option.half_days - option.remote, max(1, most[e.person, cell.week])
                way[cell.at + entry - row.first] = 2 * e.km * weight.km * on_site / room


@compiled
def price_entries(instance, cells, can, most, load_price, night_price, week_price, prices):
    """The price of every (cell, entry): the least it adds to the person's week, and what his time costs elsewhere."""
    weight = instance.weight[0]
    for c in range(len(cells)):
        cell = cells[c]
        option, row = instance.options[cell.visit, cell.option], instance.visits[cell.visit]
        on_site = option.half_days - option.remote
        for entry in range(row.first, row.last):
            at = cell.at + entry - row.first
            if not can[at]:
                continue
            e = instance.entries[entry]
            room = max(1, most[e.person, cell.week])
            night = weight.night + night_price[e.person]
            time = instance.people[e.person].fee + load_price[e.person] + week_price[e.person, cell.week]
            prices[at] = least_travel(weight, e.km, on_site, room, night) + e.extra + time * option.half_days


@inlined
def looks_the_same(instance, a, b):
    a, b = instance.entries[a], instance.entries[b]
    return (
        a.mask == b.mask
        and a.mask_expert == b.mask_expert
        and a.senior == b.senior
        and a.familiar == b.familiar
    )


@compiled
def lay_out(instance, cell, can, prices, desk):
    """The cheapest candidates of a cell on the desk, of those who bring the same only as many as a team has places."""
    option, row = instance.options[cell.visit, cell.option], instance.visits[cell.visit]
    found = 0
    for entry in range(row.first, row.last):
        at = cell.at + entry - row.first
        if not can[at]:
            continue
        n = found
        while n > 0 and desk.cost[n - 1] > prices[at]:
            desk.entry[n], desk.cost[n] = desk.entry[n - 1], desk.cost[n - 1]
            n -= 1
        desk.entry[n], desk.cost[n] = entry, prices[at]
        found += 1
    kept = 0
    for n in range(found):
        same = 0
        for m in range(kept):
            if looks_the_same(instance, desk.entry[n], desk.entry[m]):
                again = instance.entries[desk.entry[n]].person == instance.entries[desk.entry[m]].person
                same += option.people if again else 1
        if same < option.people:
            desk.entry[kept], desk.cost[kept] = desk.entry[n], desk.cost[n]
            desk.mask[kept] = instance.entries[desk.entry[n]].mask
            desk.mask_expert[kept] = instance.entries[desk.entry[n]].mask_expert
            kept += 1
    return kept


@inlined
def at_least(cell, option, can, prices, entries):
    """Less than any team of the cell can cost: so many times its cheapest person."""
    least = NOTHING
    for at in range(cell.at, cell.at + entries):
        if can[at] and prices[at] < least:
            least = prices[at]
    return cell.cost + option.people * least


@compiled
def cheapest_of_cell(instance, cell, can, prices, best, desk):
    """The cheapest team of the cell when it costs less than `best`, else `best`; the team is left on the desk."""
    visit = cell.visit
    option, row = instance.options[visit, cell.option], instance.visits[visit]
    if at_least(cell, option, can, prices, row.last - row.first) >= best:
        return best
    found = lay_out(instance, cell, can, prices, desk)
    if found < option.people:
        return best
    cost = cheapest(instance, visit, option, found, row.need, desk.mask, False, best - cell.cost, desk)
    if row.need_expert:
        cost = cheapest(instance, visit, option, found, row.need_expert, desk.mask_expert, True, cost, desk)
    return cell.cost + cost


@compiled
def cheapest_of_visits(instance, visits, cells, cells_of, can, prices, desk, value, chosen, teams):
    """For each of these visits its cheapest (week, team): the value, the cell (-1: unplanned) and the entries.

    `chosen` holds what was chosen last, which is looked at first: it is mostly good again, and rules out most others.
    """
    for visit in visits:
        best, hint, which = instance.weight[0].unplanned, chosen[visit], -1
        for n in range(cells_of[visit] - 1, cells_of[visit + 1]):
            c = hint if n < cells_of[visit] else n
            if c < 0 or (c == hint and n >= cells_of[visit]):
                continue
            cost = cheapest_of_cell(instance, cells[c], can, prices, best, desk)
            if cost < best - 1e-9:
                best, which = cost, c
                for m in range(instance.options[visit, cells[c].option].people):
                    teams[visit, m] = desk.team[m]
        value[visit], chosen[visit] = best, which
