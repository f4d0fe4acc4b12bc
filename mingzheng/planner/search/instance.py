"""From the problem as plain data to the arrays of the search."""

from dataclasses import dataclass, replace

import numpy as np

from mingzheng.planner.problem import Person, Problem, Split, Visit

from .arrays import (
    AWAY,
    CELL,
    FREE,
    OPTION,
    ORDER,
    TOTAL,
    UNPLANNED,
    VISIT,
    WEIGHT,
    YEAR,
    Array,
    Instance,
    State,
)
from .entries import Candidates, needed, on_sphere, people_in_arrays
from .neighbours import neighbours, usual_km
from .rest import booked_at_all, booked_on, half_days_out, tight_weeks
from .timeline import Timeline

MOST_OPTIONS = 3
NO_LIMIT = 2**30


@dataclass(frozen=True)
class Compiled:
    """A problem, its arrays, and the state in which nothing is planned yet."""

    problem: Problem
    instance: Instance
    empty: State
    splits: tuple[tuple[Split, ...], ...]  # of every visit, numbered as its options
    visit_number: dict[str, int]
    person_number: dict[str, int]
    timeline: Timeline
    usual_km: Array  # of every visit, from its candidates

    def with_visits(self, visits: Array) -> "Compiled":
        return replace(self, instance=self.instance._replace(visits=visits))


def compile_problem(problem: Problem) -> Compiled:
    """Raises :class:`NotReadable` for a firm visit outside the working days, or two of one person at once."""
    timeline, people = Timeline(problem), people_in_arrays(problem)
    visits, entries = _visits_and_entries(problem, timeline, people)
    splits = tuple(_splits(visit) for visit in problem.visits)
    orders, followers = _orders(problem, visits)
    options, slots, costs = _options_and_starts(problem, timeline, splits)
    distance = usual_km(visits, entries)
    instance = Instance(
        people=people,
        visits=visits,
        orders=orders,
        followers=followers,
        options=options,
        entries=entries,
        start_slot=slots,
        start_cost=costs,
        slots=timeline.slots,
        weeks=timeline.weeks,
        open_weeks=np.ones(len(timeline.weeks), np.bool_),
        calendar=timeline.calendar,
        out=booked_on(timeline, [person.out for person in problem.people]),
        booked=booked_at_all(problem, timeline),
        near=neighbours(problem, visits, distance),
        weight=_weight(problem),
    )
    visit_number = {visit.id: n for n, visit in enumerate(problem.visits)}
    person_number = {person.id: n for n, person in enumerate(problem.people)}
    empty = _empty(problem, timeline, max(int(options["people"].max(initial=1)), 1))
    return Compiled(problem, instance, empty, splits, visit_number, person_number, timeline, distance)


def _splits(visit: Visit) -> tuple[Split, ...]:
    told = visit.promised
    if told and told.firm:
        same = [s for s in visit.splits if (s.people, s.half_days) == (len(told.people), told.half_days)]
        return (same[0] if same else Split(len(told.people), told.half_days),)
    return tuple(dict.fromkeys(visit.splits))


def _visits_and_entries(problem: Problem, timeline: Timeline, people: Array) -> tuple[Array, Array]:
    candidates = Candidates(problem, timeline, people)
    visits = np.zeros(len(problem.visits), VISIT)
    parts: list[Array] = []
    at = 0
    for n, visit in enumerate(problem.visits):
        firm = visit.promised is not None and visit.promised.firm
        own = candidates.firm(visit, n, len(timeline.slots) - 1) if firm else candidates.of(visit, n)
        row = visits[n]
        row["need"], row["need_expert"] = (0, 0) if firm else needed(visit)
        row["first"], row["last"], row["fixed"] = at, at + len(own), firm
        at += len(own)
        row["forced"] = bool(visit.required or visit.companions)
        row["certificates"] = visit.certificates
        row["no_senior"] = problem.weights.no_senior if visit.premium else 0.0
        row["new_faces"] = problem.weights.new_faces if visit.previous_team else 0.0
        parts.append(own)
    places = [visit.place for visit in problem.visits]
    visits["x"], visits["y"], visits["z"] = on_sphere(
        np.array([place.latitude for place in places]), np.array([place.longitude for place in places])
    )
    return visits, np.concatenate(parts) if parts else candidates.empty()


def _orders(problem: Problem, visits: Array) -> tuple[Array, Array]:
    """Which visit comes after which, both ways; the visits are told where theirs are."""
    number = {visit.id: n for n, visit in enumerate(problem.visits)}
    rows = [
        (number[o.visit], n, o.at_least_days, NO_LIMIT if o.at_most_days is None else o.at_most_days)
        for n, visit in enumerate(problem.visits)
        for o in visit.after
    ]
    orders, every = np.array(rows, ORDER), np.arange(len(visits))
    followers = np.argsort(orders["before"], kind="stable").astype(np.int32)
    for name, sorted_by in (("orders", orders["visit"]), ("followers", orders["before"][followers])):
        visits[name] = np.searchsorted(sorted_by, every)
        visits[f"{name}_end"] = np.searchsorted(sorted_by, every, "right")
    return orders, followers


def _options_and_starts(
    problem: Problem, timeline: Timeline, splits: tuple[tuple[Split, ...], ...]
) -> tuple[Array, Array, Array]:
    options = np.zeros((len(splits), MOST_OPTIONS), OPTION)
    slots, costs, at = [np.zeros(0, np.int32)], [np.zeros(0)], 0
    for n, visit in enumerate(problem.visits):
        for o, split in enumerate(splits[n]):
            begin, cost = _starts(visit, split, timeline, f"visits[{n}].promised")
            people = split.people + len(visit.companions)
            expert = problem.weights.expert_half_day * split.half_days
            options[n, o] = (people, split.half_days, split.remote_half_days, at, at + len(begin), expert)
            slots.append(begin)
            costs.append(cost)
            at += len(begin)
    return options, np.concatenate(slots), np.concatenate(costs)


def _starts(visit: Visit, split: Split, timeline: Timeline, field: str) -> tuple[Array, Array]:
    if visit.promised and visit.promised.firm:
        begin = np.array([timeline.firm_start(visit, field)], np.int32)
        return begin, timeline.cost(visit, split, begin)
    return timeline.starts_of(visit, split)


def _weight(problem: Problem) -> Array:
    w, limits = problem.weights, problem.limits
    a_month = None if limits.days_out_a_month is None else 2 * limits.days_out_a_month
    row = (w.km, w.night, w.fatigue, w.unfair, w.unplanned, limits.detour, limits.commute_km, limits.far_km)
    out = (_or_none(most) for most in (limits.days_out_in_a_row, limits.days_out_a_week, a_month))
    return np.array([(*row, limits.near_km, limits.nights, limits.nights_weeks, *out)], WEIGHT)


def _or_none(limit: int | None) -> int:
    return NO_LIMIT if limit is None else limit


def _empty(problem: Problem, timeline: Timeline, widest: int) -> State:
    people, visits, slots = len(problem.people), len(problem.visits), len(timeline.slots)
    taken = np.full((people, slots), FREE, np.int32)
    cells = np.zeros((people, len(timeline.weeks)), CELL)
    days = (timeline.weeks["last"] - timeline.weeks["first"]) // 2
    for n, person in enumerate(problem.people):
        for span in person.away:
            taken[n, timeline.covered(span)] = AWAY
        for half_day in (*person.out, *person.at_home):
            if (slot := timeline.slot(half_day)) >= 0:
                taken[n, slot] = AWAY
        cells[n]["most"] = person.weekly_half_days * np.maximum(days, 5) // 5
    cells["tight"] = tight_weeks(problem, timeline)
    return State(
        taken=taken,
        start=np.full(visits, UNPLANNED, np.int32),
        option=np.zeros(visits, np.int32),
        team=np.full((visits, widest), -1, np.int32),
        expert=np.zeros(visits, np.bool_),
        cells=cells,
        years=np.array(
            [[_year(problem, p, year) for year in timeline.years] for p in problem.people], YEAR
        ).reshape(people, len(timeline.years)),
        months=half_days_out(problem, timeline),
        totals=np.zeros(people, TOTAL),
    )


def _year(problem: Problem, person: Person, year: int) -> tuple[int, int, int, int]:
    days, certificates = problem.limits.on_site_days_a_year, problem.limits.certificates_a_year
    had = [one for one in person.already if one.year == year]
    return (
        sum(one.half_days for one in had),
        _or_none(days if days is None else 2 * days),
        sum(one.certificates for one in had),
        _or_none(certificates),
    )
