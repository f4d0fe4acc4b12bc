"""Between a plan as plain data and the state of the search."""

from collections.abc import Iterable

import numpy as np

from mingzheng.planner.plain_data import NotReadable
from mingzheng.planner.plan import Assignment
from mingzheng.rulebook.calendar import Half, HalfDay

from .arrays import UNPLANNED, Array, Instance, State
from .instance import Compiled
from .kernels.building import is_free, put_if_feasible
from .kernels.visits import put_in


def assignments(compiled: Compiled, state: State) -> tuple[Assignment, ...]:
    """The visits planned, in the order of the problem."""
    planned = np.flatnonzero(state.start != UNPLANNED)
    return tuple(assignment_of(compiled, state, int(visit)) for visit in planned)


def assignment_of(compiled: Compiled, state: State, visit: int) -> Assignment:
    instance, told = compiled.instance, compiled.problem.visits[visit]
    option = instance.options[visit, state.option[visit]]
    people = [
        compiled.problem.people[instance.entries[e]["person"]].id
        for e in state.team[visit, : option["people"]]
    ]
    slot = int(instance.start_slot[state.start[visit]])
    counted = tuple(who for who in people if who not in told.companions)
    start = HalfDay(compiled.problem.days[slot // 2], Half(slot % 2))
    return Assignment(told.id, start, int(option["half_days"]), counted, bool(state.expert[visit]))


def _place(compiled: Compiled, state: State, wanted: Assignment) -> tuple[int, int, Array, bool] | None:
    """Start, option, team and expert of one visit as `wanted`; None when the arrays know no such start or team."""
    visit = compiled.visit_number[wanted.visit]
    told, row = compiled.problem.visits[visit], compiled.instance.visits[visit]
    slot = compiled.timeline.slot(wanted.start)
    where = _start(compiled, visit, slot, len(wanted.people), wanted.half_days)
    if where is None:
        return None
    team = np.full(state.team.shape[1], -1, np.int32)
    for n, who in enumerate([*wanted.people, *sorted(told.companions)]):
        entry = _entry(compiled.instance, row, compiled.person_number.get(who, -1), slot, wanted.half_days)
        if entry is None:
            return None
        team[n] = entry
    return *where, team, wanted.expert


def _start(compiled: Compiled, visit: int, slot: int, people: int, half_days: int) -> tuple[int, int] | None:
    options = compiled.instance.options[visit]
    for number, split in enumerate(compiled.splits[visit]):
        if (split.people, split.half_days) == (people, half_days):
            first, last = int(options[number]["first"]), int(options[number]["last"])
            at = first + int(np.searchsorted(compiled.instance.start_slot[first:last], slot))
            if at < last and compiled.instance.start_slot[at] == slot:
                return at, number
    return None


def _entry(instance: Instance, row: np.void, person: int, slot: int, half_days: int) -> int | None:
    own = instance.entries[row["first"] : row["last"]]
    holds = (own["person"] == person) & (own["first"] <= slot) & (slot + half_days - 1 <= own["last"])
    found = np.flatnonzero(holds)
    return int(row["first"] + found[0]) if len(found) else None


def put_warm(compiled: Compiled, state: State, wanted: Iterable[Assignment]) -> None:
    """Put in what of an older plan is still feasible, in this order; of two that clash the first stays."""
    waiting = [one for one in wanted if one.visit in compiled.visit_number]
    while waiting:  # a visit goes in after the one it must follow
        left = [one for one in waiting if not _put_if_feasible(compiled, state, one)]
        if len(left) == len(waiting):
            return
        waiting = left


def _put_if_feasible(compiled: Compiled, state: State, wanted: Assignment) -> bool:
    visit = compiled.visit_number[wanted.visit]
    if state.start[visit] != UNPLANNED:
        return True
    place = _place(compiled, state, wanted)
    return place is not None and bool(put_if_feasible(compiled.instance, state, visit, *place))


def firm_state(compiled: Compiled) -> State:
    """The state in which only what is firm is planned. Raises :class:`NotReadable` when a person is to be at two places."""
    state = compiled.empty.copy()
    for n, visit in enumerate(compiled.problem.visits):
        told = visit.promised
        if told and told.firm:
            wanted = Assignment(visit.id, told.start, told.half_days, told.people, told.expert)
            place = _place(compiled, state, wanted)
            if place is None or not is_free(compiled.instance, state, n, *place[:3]):
                raise NotReadable(f"visits[{n}].promised", "people who are not firmly elsewhere", told)
            put_in(compiled.instance, state, n, *place)
    return state


def freeze(compiled: Compiled, state: State, ids: Iterable[str]) -> Compiled:
    """The same problem, with what of these visits is planned not to be moved."""
    visits = compiled.instance.visits.copy()
    for id in ids:
        if (visit := compiled.visit_number.get(id)) is not None:
            visits["fixed"][visit] |= state.start[visit] != UNPLANNED
    return compiled.with_visits(visits)


def rebuilt(compiled: Compiled, state: State) -> State:
    """The same plan, everything counted anew."""
    new = compiled.empty.copy()
    for visit in np.flatnonzero(state.start != UNPLANNED):
        row = (
            int(state.start[visit]),
            int(state.option[visit]),
            state.team[visit],
            bool(state.expert[visit]),
        )
        put_in(compiled.instance, new, int(visit), *row)
    return new
