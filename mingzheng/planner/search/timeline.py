"""Half days, working weeks and the ways to begin a visit, in numbers. The slots of day n are 2 n and 2 n + 1."""

from datetime import date

import numpy as np

from mingzheng.planner.plain_data import NotReadable
from mingzheng.planner.problem import Days, Problem, Span, Split, Visit
from mingzheng.rulebook.calendar import HalfDay

from .arrays import A_MONTH, SLOT, WEEK, Array


class Timeline:
    """The half days of a problem, numbered."""

    def __init__(self, problem: Problem):
        self.weights = problem.weights
        self.ordinals = np.array([day.toordinal() for day in problem.days], np.int32)
        self.number = {day: n for n, day in enumerate(problem.days)}
        self.years = sorted({day.year for day in problem.days})
        week = np.cumsum(np.diff(self.ordinals, prepend=self.ordinals[:1]) > 1)
        self.slots = np.zeros(2 * len(problem.days), SLOT)
        self.slots["week"], self.slots["day"] = np.repeat(week, 2), np.repeat(self.ordinals, 2)
        self.slots["year"] = np.repeat([day.year - self.years[0] for day in problem.days], 2)
        firsts = np.flatnonzero(np.diff(self.slots["week"], prepend=-1))
        self.weeks = np.zeros(len(firsts), WEEK)
        self.weeks["first"], self.weeks["last"] = firsts, np.append(firsts[1:], len(self.slots))
        self.months = sorted({day.replace(day=1) for day in problem.days})
        month_of = {month: n for n, month in enumerate(self.months)}
        self.slots["month"] = np.repeat([month_of[day.replace(day=1)] for day in problem.days], 2)
        self.begins, self.calendar = _calendar(self.ordinals)
        self._starts: dict[int, Array] = {}

    def starts(self, half_days: int) -> Array:
        """Every slot at which something of this length can begin."""
        if half_days not in self._starts:
            begin = np.arange(max(0, len(self.slots) - half_days + 1), dtype=np.int32)
            if half_days % 2 == 0:
                begin = begin[begin % 2 == 0]
            same = self.slots["week"][begin] == self.slots["week"][begin + half_days - 1]
            self._starts[half_days] = begin[same]
        return self._starts[half_days]

    def starts_of(self, visit: Visit, split: Split) -> tuple[Array, Array]:
        """The slots at which the visit may begin in this way, and what each costs."""
        begin = self.starts(split.half_days)
        first, last = self._days(begin, split)
        allowed = (first >= visit.earliest.toordinal()) & (last <= visit.latest.toordinal())
        for span in visit.forbidden:
            allowed &= (last < span.first.toordinal()) | (first > span.last.toordinal())
        begin = begin[allowed]
        return begin, self.cost(visit, split, begin)

    def cost(self, visit: Visit, split: Split, begin: Array) -> Array:
        """What it costs to begin at these slots: late, unwished, moved."""
        weights, (first, last) = self.weights, self._days(begin, split)
        late = np.maximum(last - visit.due.toordinal(), 0)
        cost = np.where(late > 0, weights.late + weights.late_day * late, 0.0)
        if visit.wished:
            cost += np.where(_inside(first, visit.wished), 0.0, weights.unwished)
        if told := visit.promised:
            same = (begin == self.slot(told.start)) & (split.half_days == told.half_days)
            cost += np.where(same, 0.0, weights.moved_visit)
        return cost

    def slot(self, half_day: HalfDay) -> int:
        """Its number; -1 when it is not of a working day to be planned."""
        day = self.number.get(half_day.day)
        return -1 if day is None else 2 * day + half_day.half

    def firm_start(self, visit: Visit, field: str) -> int:
        """Where a firm visit begins. Raises :class:`NotReadable` when it is not within one working week."""
        told = visit.promised
        slot = self.slot(told.start) if told else -1
        end = slot + told.half_days - 1 if told else -1
        if slot < 0 or end >= len(self.slots) or self.slots["week"][slot] != self.slots["week"][end]:
            raise NotReadable(field, "half days within one working week to be planned", told)
        return slot

    def covered(self, span: Span) -> slice:
        """The slots of a span of time."""
        return slice(self._first_from(span.first), self._first_after(span.last))

    def _first_from(self, half_day: HalfDay) -> int:
        day = int(np.searchsorted(self.ordinals, half_day.day.toordinal()))
        return 2 * day + (half_day.half if half_day.day in self.number else 0)

    def _first_after(self, half_day: HalfDay) -> int:
        return self._first_from(half_day) + (half_day.day in self.number)

    def first_of(self, day: date | None) -> int:
        """The first slot on or after the day; the very first for None."""
        return 0 if day is None else 2 * int(np.searchsorted(self.ordinals, day.toordinal()))

    def last_of(self, day: date | None) -> int:
        """The last slot on or before the day; the very last for None."""
        end = (
            len(self.ordinals)
            if day is None
            else int(np.searchsorted(self.ordinals, day.toordinal(), "right"))
        )
        return 2 * end - 1

    def _days(self, begin: Array, split: Split) -> tuple[Array, Array]:
        days = self.slots["day"]
        return days[begin], days[np.minimum(begin + split.half_days - 1, len(days) - 1)]


def _calendar(ordinals: Array) -> tuple[int, Array]:
    """The first of the calendar days from a month before the first day to a month after the last; of each its first slot, or -1."""
    begins = int(ordinals[0]) - A_MONTH if len(ordinals) else 0
    calendar = np.full(int(ordinals[-1]) + A_MONTH + 1 - begins if len(ordinals) else 0, -1, np.int32)
    calendar[ordinals - begins] = 2 * np.arange(len(ordinals))
    return begins, calendar


def _inside(days: Array, spans: tuple[Days, ...]) -> Array:
    inside = np.zeros(len(days), np.bool_)
    for span in spans:
        inside |= (days >= span.first.toordinal()) & (days <= span.last.toordinal())
    return inside
