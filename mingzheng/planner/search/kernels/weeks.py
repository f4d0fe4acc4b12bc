"""What one person's working week costs, exactly, and what changes when a visit is put into it or taken out."""

from math import asin, sqrt

from mingzheng.planner.search.arrays import A_MONTH, FREE, NOTHING

from .compiling import compiled, inlined

EARTH_DIAMETER_KM = 2 * 6371.0


@inlined
def road_km(a, b, detour):
    """Road km between two points of the unit sphere (anything with x, y, z)."""
    dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
    return EARTH_DIAMETER_KM * asin(min(1.0, 0.5 * sqrt(dx * dx + dy * dy + dz * dz))) * detour


@inlined
def way_home(instance, here, home, days, is_far):
    """Km and nights that end a trip which is at visit `here` (-1: there is none) and has so many days between its ends."""
    if here < 0:
        return 0.0, 0
    return road_km(instance.visits[here], home, instance.weight[0].detour), days + is_far


@compiled
def travel(instance, taken, person, week):
    """Road km and nights of one person in one working week; the same definition as the checker's travel.py."""
    entries, visits, weight, home = (
        instance.entries,
        instance.visits,
        instance.weight[0],
        instance.people[person],
    )
    first = instance.weeks[week].first
    km, nights, today, farthest, before = 0.0, 0, -1, 0.0, -1
    here, left, back, is_far = -1, 0, 0, False  # of the trip under way: its place, first and last day
    for slot in range(first, instance.weeks[week].last):
        held = taken[person, slot]
        if held < 0 or held & 1:
            before = held
            continue
        entry, day = entries[held >> 1], (slot - first) >> 1
        if entry.km <= weight.commute:
            if day != today:
                km += 2 * farthest
                farthest, today = 0.0, day
            farthest = max(farthest, entry.km)
            before = held
            continue
        if held != before:
            if here >= 0 and day <= back + 1:
                km += road_km(visits[here], visits[entry.visit], weight.detour)
            else:
                more, slept = way_home(instance, here, home, back - left, is_far)
                km, nights = km + more + entry.km, nights + slept
                left, is_far = day, False
            here = entry.visit
            is_far = is_far or entry.km > weight.far
        back, before = day, held
    more, slept = way_home(instance, here, home, back - left, is_far)
    return km + more + 2 * farthest, nights + slept


@inlined
def write(taken, person, entry, slot, half_days, remote):
    """Occupy the half days; the first `remote` of them from home."""
    for n in range(half_days):
        taken[person, slot + n] = 2 * entry + (n < remote)


@inlined
def erase(taken, person, slot, half_days):
    for n in range(half_days):
        taken[person, slot + n] = FREE


@inlined
def unfair(instance, person, load):
    """The cost of a person's load lying off his fair part."""
    who = instance.people[person]
    off = load - who.fair
    return instance.weight[0].unfair * off * off if who.counts and (who.full_time or off > 0) else 0.0


@inlined
def changed(instance, state, person, week, km_cost, nights, half_days):
    """Cost when the week comes to cost so much and the load grows by so many half days (fewer when negative)."""
    weight, cell, total = instance.weight[0], state.cells[person, week], state.totals[person]
    more = nights - cell.nights
    return (
        (km_cost - cell.cost)
        + weight.night * more
        + weight.fatigue * more * (2 * total.nights + more)
        + instance.people[person].fee * half_days
        + unfair(instance, person, total.load + half_days)
        - unfair(instance, person, total.load)
    )


@inlined
def settle(instance, state, person, slot, half_days, on_site):
    """Bring week, year and totals up to what `taken` says after a change of so many half days; what it costs."""
    week, year = instance.slots[slot].week, instance.slots[slot].year
    km, nights = travel(instance, state.taken, person, week)
    km_cost = km * instance.weight[0].km
    cost = changed(instance, state, person, week, km_cost, nights, half_days)
    cell, total = state.cells[person, week], state.totals[person]
    total.nights += nights - cell.nights
    total.load += half_days
    cell.cost, cell.nights = km_cost, nights
    cell.load += half_days
    state.years[person, year].half_days += on_site
    return cost


@inlined
def goes_out(instance, entry, option):
    """Does he travel to this visit? In his own city, or all of it from afar, he is not out."""
    return not instance.entries[entry].local and option.remote < option.half_days


@inlined
def count_out(instance, state, entry, option, slot, one_more):
    """Bring his months up to a change of these half days."""
    if goes_out(instance, entry, option):
        person = instance.entries[entry].person
        for at in range(slot, slot + option.half_days):
            state.months[person, instance.slots[at].month] += one_more


@inlined
def place(instance, state, entry, option, slot):
    """Put a person on a visit; what it costs."""
    person = instance.entries[entry].person
    write(state.taken, person, entry, slot, option.half_days, option.remote)
    count_out(instance, state, entry, option, slot, 1)
    on_site = option.half_days - option.remote
    return settle(instance, state, person, slot, option.half_days, on_site) + instance.entries[entry].extra


@inlined
def unplace(instance, state, entry, option, slot):
    """Take a person off a visit; what it costs, mostly less than nothing."""
    person = instance.entries[entry].person
    erase(state.taken, person, slot, option.half_days)
    count_out(instance, state, entry, option, slot, -1)
    on_site = option.half_days - option.remote
    return settle(instance, state, person, slot, -option.half_days, -on_site) - instance.entries[entry].extra


@inlined
def nights_fit(instance, state, person, week, nights):
    """Would so many nights in this week keep every window of weeks within the limit?"""
    weight, cells = instance.weight[0], state.cells
    if nights <= cells[person, week].nights:
        return True
    span, weeks = weight.nights_weeks, cells.shape[1]
    for first in range(max(0, week - span + 1), week + 1):
        away = nights
        for other in range(first, min(first + span, weeks)):
            if other != week:
                away += cells[person, other].nights
        if away > weight.nights:
            return False
    return True


@inlined
def free(instance, state, entry, option, slot):
    """Is the person free at these half days, registered, within week and year, and near enough on the same day?"""
    e = instance.entries[entry]
    person, end, taken = e.person, slot + option.half_days, state.taken
    if slot < e.first or end - 1 > e.last:
        return False
    cell = state.cells[person, instance.slots[slot].week]
    if cell.load + option.half_days > cell.most:
        return False
    for at in range(slot, end):
        if taken[person, at] != FREE:
            return False
    year = state.years[person, instance.slots[slot].year]
    if year.half_days + option.half_days - option.remote > year.most:
        return False
    out = goes_out(instance, entry, option)
    if out and not month_fits(instance, state, person, slot, end):
        return False
    if cell.tight and not rest_fits(instance, state, person, slot, end, out):
        return False
    if option.remote == 0 and slot & 1 and not near_enough(instance, taken[person, slot - 1], e.visit):
        return False
    more = option.remote < option.half_days and end & 1
    return not more or near_enough(instance, taken[person, end], e.visit)


@inlined
def month_fits(instance, state, person, slot, end):
    """Is he within the month, or both months, out on these half days too?"""
    month, later, a_month = (
        instance.slots[slot].month,
        instance.slots[end - 1].month,
        instance.weight[0].a_month,
    )
    if month == later:
        return state.months[person, month] + end - slot <= a_month
    in_first = 0
    while instance.slots[slot + in_first].month == month:
        in_first += 1
    first_fits = state.months[person, month] + in_first <= a_month
    return first_fits and state.months[person, later] + end - slot - in_first <= a_month


@inlined
def is_out(instance, state, person, day):
    """Does he travel on this day of the calendar, to whatever visit?"""
    slot = instance.calendar[day]
    for half in range(2 if slot >= 0 else 0):
        held = state.taken[person, slot + half]
        if held >= 0:
            visit = instance.entries[held >> 1].visit
            if goes_out(instance, held >> 1, instance.options[visit, state.option[visit]]):
                return True
    return instance.out[person, day]


@inlined
def is_booked(instance, state, person, day):
    """Does he work on this day of the calendar, on whatever visit?"""
    slot = instance.calendar[day]
    held = slot >= 0 and (state.taken[person, slot] >= 0 or state.taken[person, slot + 1] >= 0)
    return held or instance.booked[person, day]


@compiled
def rest_fits(instance, state, person, slot, end, out):
    """At work on these half days too, has he a free day in every calendar week, and out on them, one after so many in a row?"""
    weight, begins = instance.weight[0], instance.slots[0].day - A_MONTH
    first, last = instance.slots[slot].day - begins, instance.slots[end - 1].day - begins
    row = last - first + 1 if out else 0
    for step in (-1, 1):
        day = (first if step < 0 else last) + step
        while (
            out
            and row <= weight.in_a_row
            and 0 <= day < len(instance.calendar)
            and is_out(instance, state, person, day)
        ):
            row, day = row + 1, day + step
    if row > weight.in_a_row:
        return False
    monday = first - (begins + first - 1) % 7
    while monday <= last:
        days = 0
        for day in range(max(monday, 0), min(monday + 7, len(instance.calendar))):
            days += first <= day <= last or is_booked(instance, state, person, day)
        if days > weight.a_week:
            return False
        monday += 7
    return True


@inlined
def near_enough(instance, held, visit):
    """May the half day next to it on the same day be what is `held` there?"""
    if held < 0 or held & 1:
        return True
    other, weight = instance.entries[held >> 1].visit, instance.weight[0]
    return road_km(instance.visits[other], instance.visits[visit], weight.detour) <= weight.near


@inlined
def cost_of_placing(instance, state, entry, option, slot):
    """What putting the person there would cost, nothing changed; infinite when he cannot."""
    if not free(instance, state, entry, option, slot):
        return NOTHING
    person, week = instance.entries[entry].person, instance.slots[slot].week
    write(state.taken, person, entry, slot, option.half_days, option.remote)
    km, nights = travel(instance, state.taken, person, week)
    erase(state.taken, person, slot, option.half_days)
    if not nights_fit(instance, state, person, week, nights):
        return NOTHING
    km_cost = km * instance.weight[0].km
    cost = changed(instance, state, person, week, km_cost, nights, option.half_days)
    return cost + instance.entries[entry].extra
