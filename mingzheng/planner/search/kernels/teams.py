"""The cheapest team for one visit at one time, of some candidates or of all."""

from mingzheng.planner.search.arrays import NOTHING

from .chance import one_of
from .compiling import compiled
from .visits import certificates_fit
from .weeks import cost_of_placing

ALWAYS_KEPT = 12  # of the cheapest candidates; of the others only who brings what few of these bring
FEW = 3


@compiled
def add_candidate(instance, state, visit, option, slot, entry, found, desk):
    """Note a candidate who can go, in the order of cost; returns how many there are now."""
    for n in range(found):
        if desk.entry[n] == entry:
            return found
    cost = cost_of_placing(instance, state, entry, option, slot)
    if cost == NOTHING or found == len(desk.entry):
        return found
    person, year = instance.entries[entry].person, instance.slots[slot].year
    leads = 1 if certificates_fit(instance, state, person, visit, year) else 0
    at = found
    while at > 0 and desk.cost[at - 1] > cost:
        desk.entry[at], desk.cost[at] = desk.entry[at - 1], desk.cost[at - 1]
        desk.mask[at], desk.mask_expert[at] = desk.mask[at - 1], desk.mask_expert[at - 1]
        at -= 1
    desk.entry[at], desk.cost[at] = entry, cost
    desk.mask[at] = instance.entries[entry].mask & ~1 | instance.entries[entry].mask & leads
    desk.mask_expert[at] = (
        instance.entries[entry].mask_expert & ~1 | instance.entries[entry].mask_expert & leads
    )
    return found + 1


@compiled
def gather(instance, state, visit, option, slot, sample, seed, desk):
    """Fill the desk with candidates who can go: `sample` of them taken by chance, or all (0); returns how many."""
    row = instance.visits[visit]
    count = row.last - row.first
    if sample <= 0 or row.forced or count <= sample:
        sample, offset, stride = count, 0, 1
    else:
        offset, stride = one_of(seed, count), 1 + one_of(seed, max(1, count // sample))
    found = 0
    for n in range(sample):
        entry = row.first + (offset + n * stride) % count
        found = add_candidate(instance, state, visit, option, slot, entry, found, desk)
    return found


@compiled
def thin_out(found, desk):
    """Keep the cheapest, and who brings what few of the kept bring; returns how many are kept."""
    kept = 0
    for n in range(found):
        keep = kept < ALWAYS_KEPT
        bits = desk.mask[n] | desk.mask_expert[n] << 32
        at = 0
        while bits and not keep:
            if bits & 1:
                have = 0
                for m in range(kept):
                    have += (desk.mask[m] | desk.mask_expert[m] << 32) >> at & 1
                keep = have < FEW
            bits, at = bits >> 1, at + 1
        if keep:
            desk.entry[kept], desk.cost[kept] = desk.entry[n], desk.cost[n]
            desk.mask[kept], desk.mask_expert[kept] = desk.mask[n], desk.mask_expert[n]
            kept += 1
    return kept


@compiled
def finished(instance, visit, option, expert, desk):
    """What the team on the desk costs beside its members' weeks."""
    senior, familiar = False, False
    for n in range(option.people):
        entry = instance.entries[desk.entry[desk.at[n]]]
        senior, familiar = senior or entry.senior, familiar or entry.familiar
    cost = option.expert if expert else 0.0
    if not senior:
        cost += instance.visits[visit].no_senior
    return cost if familiar else cost + instance.visits[visit].new_faces


@compiled
def chosen_twice(instance, desk, depth):
    person = instance.entries[desk.entry[desk.at[depth]]].person
    for n in range(depth):
        if instance.entries[desk.entry[desk.at[n]]].person == person:
            return True
    return False


@compiled
def cheapest(instance, visit, option, found, need, masks, expert, best, desk):
    """The cheapest team below `best` out of the desk's candidates, by going through all of them; into desk.team."""
    size, depth = option.people, 0
    desk.at[0], desk.covered[0], desk.partial[0] = -1, 0, 0.0
    while depth >= 0:
        desk.at[depth] += 1
        n = desk.at[depth]
        left = size - depth
        if n > found - left or desk.partial[depth] + left * desk.cost[n] >= best:
            depth -= 1
            continue
        if depth and chosen_twice(instance, desk, depth):
            continue
        covered, cost = desk.covered[depth] | masks[n], desk.partial[depth] + desk.cost[n]
        if depth < size - 1:
            depth += 1
            desk.at[depth], desk.covered[depth], desk.partial[depth] = n, covered, cost
        elif covered == need:
            cost += finished(instance, visit, option, expert, desk)
            if cost < best:
                best = cost
                for m in range(size):
                    desk.team[m] = desk.entry[desk.at[m]]
    return best


@compiled
def best_team(instance, state, visit, option, slot, found, desk):
    """The cheapest team of the candidates on the desk, own people or with an expert: (cost, expert); infinite for none."""
    row = instance.visits[visit]
    if found < option.people:
        return NOTHING, False
    own = cheapest(instance, visit, option, found, row.need, desk.mask, False, NOTHING, desk)
    if row.need_expert == 0:
        return own, False
    with_expert = cheapest(instance, visit, option, found, row.need_expert, desk.mask_expert, True, own, desk)
    return with_expert, with_expert < own
