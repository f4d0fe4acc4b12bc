"""Who can take part in which visit, with what he brings: the entries of :mod:`.arrays`."""

from itertools import combinations

import numpy as np

from mingzheng.planner.problem import Competence, Need, Person, Problem, Registration, Visit

from .arrays import ENTRY, PERSON, Array
from .timeline import Timeline

EARTH_RADIUS_KM = 6371.0
LEADS = 1  # in masks


def on_sphere(latitude: Array, longitude: Array) -> tuple[Array, Array, Array]:
    """Points of the unit sphere; half the chord between two is the sine of half their angle."""
    north, east = np.radians(latitude), np.radians(longitude)
    return np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)


def people_in_arrays(problem: Problem) -> Array:
    people = np.zeros(len(problem.people), PERSON)
    homes = [person.home for person in problem.people]
    people["x"], people["y"], people["z"] = on_sphere(
        np.array([home.latitude for home in homes]), np.array([home.longitude for home in homes])
    )
    people["full_time"] = [person.full_time for person in problem.people]
    people["fee"] = np.where(people["full_time"], 0.0, problem.weights.part_time_half_day)
    people["counts"] = [person.fair_half_days is not None for person in problem.people]
    people["fair"] = [person.fair_half_days or 0.0 for person in problem.people]
    return people


class Candidates:
    """Everybody's times of unchanged registrations, and from them the entries of any visit."""

    def __init__(self, problem: Problem, timeline: Timeline, people: Array):
        self.weights, self.limits, self.xyz = problem.weights, problem.limits, people
        self.number = {person.id: n for n, person in enumerate(problem.people)}
        self.senior = np.array([person.senior for person in problem.people], bool)
        rows: list[tuple[int, int, int]] = []
        held: dict[object, list[int]] = {}
        for n, person in enumerate(problem.people):
            for first, last in _times(person, timeline):
                for what in _valid(person, timeline, first, last):
                    held.setdefault(what, []).append(len(rows))
                rows.append((n, first, last))
        self.times = np.array(rows, np.int32).reshape(-1, 3)
        self.held = {what: self._marked(at) for what, at in held.items()}
        self._masks: dict[tuple[Need, ...], tuple[Array, Array]] = {}

    def of(self, visit: Visit, number: int) -> Array:
        """The entries of a visit, sorted by person, shorter times first."""
        masks, masks_expert = self._masks_for(visit.needs)
        who = self.times[:, 0]
        keep = self._qualified(visit)
        for id in [*visit.excluded, *visit.companions]:
            keep = keep & (who != self.number[id])
        rows = np.flatnonzero(keep)
        entries = self._filled(visit, number, who[rows], self.times[rows, 1], self.times[rows, 2])
        entries["mask"], entries["mask_expert"] = masks[rows], masks_expert[rows]
        if visit.companions:
            entries = np.concatenate([entries, self._companions(visit, number)])
        if visit.not_leading:
            barred = np.isin(entries["person"], [self.number[id] for id in visit.not_leading])
            for mask in ("mask", "mask_expert"):
                entries[mask][barred] &= ~LEADS
        for bit, id in enumerate([*sorted(visit.required), *sorted(visit.companions)]):
            own = entries["person"] == self.number[id]
            entries["mask"][own] |= 1 << (_width(visit.needs) + bit)
            entries["mask_expert"][own] |= 1 << (1 + len(visit.needs) + bit)
        return entries[np.lexsort((entries["last"] - entries["first"], entries["person"]))]

    def firm(self, visit: Visit, number: int, last_slot: int) -> Array:
        """The entries of a firm visit: those who go, whatever they bring; the leader first is not kept here."""
        ids = sorted({*visit.promised.people, *visit.companions}) if visit.promised else []
        who = np.array([self.number[id] for id in ids], np.int32)
        return self._filled(visit, number, who, np.zeros_like(who), np.full_like(who, last_slot))

    @staticmethod
    def empty() -> Array:
        return np.zeros(0, ENTRY)

    def _filled(self, visit: Visit, number: int, who: Array, first: Array, last: Array) -> Array:
        entries = np.zeros(len(who), ENTRY)
        entries["person"], entries["visit"], entries["first"], entries["last"] = who, number, first, last
        entries["km"] = self._km(visit, who)
        entries["senior"] = self.senior[who]
        entries["local"] = np.isin(who, [self.number[id] for id in visit.local])
        if visit.previous_team:
            entries["familiar"] = np.isin(who, [self.number.get(id, -1) for id in visit.previous_team])
        if visit.promised:
            told = [self.number[id] for id in visit.promised.people]
            entries["extra"] = np.where(np.isin(who, told), 0.0, self.weights.moved_person)
        return entries

    def _companions(self, visit: Visit, number: int) -> Array:
        who = np.array(sorted(self.number[id] for id in visit.companions), np.int32)
        entries = self._filled(
            visit, number, who, np.zeros_like(who), np.full_like(who, self.times[:, 2].max(initial=0))
        )
        entries["extra"], entries["senior"], entries["familiar"] = 0.0, False, False
        return entries

    def _km(self, visit: Visit, who: Array) -> Array:
        x, y, z = on_sphere(np.array(visit.place.latitude), np.array(visit.place.longitude))
        people = self.xyz[who]
        chord = np.sqrt((people["x"] - x) ** 2 + (people["y"] - y) ** 2 + (people["z"] - z) ** 2)
        return 2 * EARTH_RADIUS_KM * np.arcsin(chord / 2) * self.limits.detour  # type: ignore[no-any-return]

    def _qualified(self, visit: Visit) -> Array:
        return np.any([self._holding(need.standard) for need in visit.needs], axis=0)  # type: ignore[no-any-return]

    def _holding(self, what: object) -> Array:
        return self.held.get(what, np.zeros(len(self.times), bool))

    def _marked(self, rows: list[int]) -> Array:
        marks = np.zeros(len(self.times), bool)
        marks[rows] = True
        return marks

    def _masks_for(self, needs: tuple[Need, ...]) -> tuple[Array, Array]:
        if needs not in self._masks:
            leads = np.any([self._holding(("leads", need.standard)) for need in needs], axis=0)
            own = [leads, *(self._holding(pair) for pair in _pairs(needs))]
            with_expert = [leads, *(self._holding(need.standard) for need in needs)]
            self._masks[needs] = (_packed(own), _packed(with_expert))
        return self._masks[needs]


def needed(visit: Visit) -> tuple[int, int]:
    """The whole masks of a visit: without an expert, and with one (0 where none may stand in)."""
    forced = len(visit.required) + len(visit.companions)
    with_expert = (1 << (1 + len(visit.needs) + forced)) - 1
    return (1 << (_width(visit.needs) + forced)) - 1, with_expert if visit.expert else 0


def _pairs(needs: tuple[Need, ...]) -> list[object]:
    """What the team must bring: every standard with each of its codes, or the standard alone where it has none."""
    pairs: list[object] = []
    for need in needs:
        pairs += [(need.standard, code) for code in sorted(need.codes)] if need.codes else [need.standard]
    return pairs


def _width(needs: tuple[Need, ...]) -> int:
    return 1 + len(_pairs(needs))


def _packed(bits: list[Array]) -> Array:
    return np.sum([bit.astype(np.int64) << n for n, bit in enumerate(bits)], axis=0)  # type: ignore[no-any-return]


def _times(person: Person, timeline: Timeline) -> list[tuple[int, int]]:
    """The spans of slots in which what he holds does not change, and those over several of them: (first, last)."""
    end = len(timeline.slots)
    held: list[Registration | Competence] = [*person.registrations, *person.competences]
    cuts = {0, end}
    cuts |= {timeline.first_of(one.valid_from) for one in held} | {
        timeline.last_of(one.valid_until) + 1 for one in held
    }
    marks = sorted(cut for cut in cuts if 0 <= cut <= end)
    return sorted(((a, b - 1) for a, b in combinations(marks, 2)), key=lambda span: span[1] - span[0])


def _valid(person: Person, timeline: Timeline, first: int, last: int) -> set[object]:
    """What he holds over all these slots: standards, ("leads", standard), (standard, code)."""

    def holds(one: Registration | Competence) -> bool:
        return timeline.first_of(one.valid_from) <= first and last <= timeline.last_of(one.valid_until)

    registrations = [one for one in person.registrations if holds(one)]
    standards = {one.standard for one in registrations}
    codes = {
        (one.standard, one.code) for one in person.competences if one.standard in standards and holds(one)
    }
    return {*standards, *codes, *(("leads", one.standard) for one in registrations if one.leads)}
