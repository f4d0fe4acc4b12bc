"""The compiled part of the far trips' shares: for every week of every person, the trip that pays most for what it costs.

A *stop* is one candidate of one far visit, in one way in one week. `trips` says where the stops of a person's week begin.
"""

from mingzheng.planner.search.kernels.compiling import compiled, inlined


@compiled
def sort_stops(stops, share, order, first, last):
    """The stops of one week, those that pay most for a half day first; nearly sorted when little has changed."""
    for n in range(first + 1, last):
        stop, at = order[n], n
        pays = share[stop] / stops[stop].half_days
        while at > first and share[order[at - 1]] / stops[order[at - 1]].half_days < pays:
            order[at] = order[at - 1]
            at -= 1
        order[at] = stop


@inlined
def leg(stops, km, a, b):
    return km[stops[a].place, stops[b].place]


@inlined
def way_of_four(stops, km, a, b, c, d):
    return stops[a].km + leg(stops, km, a, b) + leg(stops, km, b, c) + leg(stops, km, c, d) + stops[d].km


@compiled
def shortest_way(stops, km, trip, count):
    """Road km from home through the last four stops of the trip and back; the way through all of them is no shorter."""
    if count == 1:
        return 2 * stops[trip[0]].km
    a, b = trip[count - 2], trip[count - 1]
    if count == 2:
        return stops[a].km + leg(stops, km, a, b) + stops[b].km
    c = trip[count - 3]
    if count == 3:
        ab, bc, ac = leg(stops, km, a, b), leg(stops, km, b, c), leg(stops, km, a, c)
        ends_at_a = stops[a].km + min(ab + bc + stops[c].km, ac + bc + stops[b].km)
        return min(ends_at_a, stops[b].km + ab + ac + stops[c].km)
    d = trip[count - 4]
    shortest = min(way_of_four(stops, km, a, b, c, d), way_of_four(stops, km, a, c, b, d))
    shortest = min(shortest, way_of_four(stops, km, a, b, d, c), way_of_four(stops, km, a, d, b, c))
    shortest = min(shortest, way_of_four(stops, km, a, c, d, b), way_of_four(stops, km, a, d, c, b))
    shortest = min(shortest, way_of_four(stops, km, b, a, c, d), way_of_four(stops, km, b, c, a, d))
    shortest = min(shortest, way_of_four(stops, km, b, a, d, c), way_of_four(stops, km, b, d, a, c))
    return min(shortest, way_of_four(stops, km, c, a, b, d), way_of_four(stops, km, c, b, a, d))


@compiled
def half_nights(stops, km, trip, count, near):
    """The nights of the trip beyond half its half days: half a one for each that ends a day nobody near can share."""
    more = 0.0
    for n in range(count):
        if not stops[trip[n]].odd:
            continue
        shared = False
        for m in range(count):
            shared = shared or (
                m != n and stops[trip[m]].sharing and leg(stops, km, trip[n], trip[m]) <= near
            )
        more += 0.0 if shared else 0.5
    return more


@inlined
def on_the_trip(stops, trip, count, visit):
    for n in range(count):
        if stops[trip[n]].visit == visit:
            return True
    return False


@compiled
def best_trip(instance, stops, share, order, first, last, most, night, km, desk):
    """What the dearest-paying set of stops pays more than it costs, as a negative number; it is left in `desk.best`.

    All sets that fit into the week are looked at, but those that cannot pay for their way whatever is added.
    """
    weight = instance.weight[0]
    best, depth = 0.0, 0
    desk.next[0], desk.half_days[0], desk.paid[0], desk.found[0] = first - 1, 0, 0.0, 0
    while depth >= 0:
        desk.next[depth] += 1
        n = desk.next[depth]
        if n >= last:
            depth -= 1
            continue
        stop, left = order[n], most - desk.half_days[depth]
        pays = share[stop] / stops[stop].half_days
        if desk.way[depth] - desk.paid[depth] - pays * left >= best:
            depth -= 1
            continue
        if stops[stop].half_days > left or on_the_trip(stops, desk.trip, depth, stops[stop].visit):
            continue
        desk.trip[depth], depth = stop, depth + 1
        desk.half_days[depth] = most - left + stops[stop].half_days
        desk.paid[depth] = desk.paid[depth - 1] + share[stop]
        desk.way[depth] = weight.km * shortest_way(stops, km, desk.trip, depth)
        cost = desk.way[depth] + night * half_nights(stops, km, desk.trip, depth, weight.near)
        if cost - desk.paid[depth] < best:
            best, desk.found[0] = cost - desk.paid[depth], depth
            for m in range(depth):
                desk.best[m] = desk.trip[m]
        desk.next[depth] = n
    return best


@compiled
def best_trips(instance, trips, stops, share, known, order, nights, km, value, chosen, desk):
    """The best trip of every week whose shares are not those `known`: its value, and which stops are `chosen`."""
    for t in range(len(trips)):
        trip, same = trips[t], True
        for stop in range(trip.first, trip.last):
            same = same and share[stop] == known[stop]
        if same:
            continue
        for stop in range(trip.first, trip.last):
            known[stop], chosen[stop] = share[stop], 0.0
        sort_stops(stops, share, order, trip.first, trip.last)
        night = instance.weight[0].night + nights[trip.person]
        value[t] = best_trip(instance, stops, share, order, trip.first, trip.last, trip.most, night, km, desk)
        for n in range(desk.found[0]):
            chosen[desk.best[n]] = 1.0
