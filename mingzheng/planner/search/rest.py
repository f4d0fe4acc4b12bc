"""Days out beyond this problem, and the weeks in which somebody could be left without a free day."""

from collections.abc import Iterable, Sequence

import numpy as np

from mingzheng.planner.problem import Problem
from mingzheng.rulebook.calendar import HalfDay

from .arrays import Array
from .timeline import Timeline


def booked_at_all(problem: Problem, timeline: Timeline) -> Array:
    """Person × calendar: booked for a visit outside the problem."""
    return booked_on(timeline, [(*person.out, *person.at_home) for person in problem.people])


def booked_on(timeline: Timeline, half_days: Sequence[Iterable[HalfDay]]) -> Array:
    """Person × calendar: the days of everybody's half days."""
    on = np.zeros((len(half_days), len(timeline.calendar)), np.bool_)
    for n, of_person in enumerate(half_days):
        at = np.array([half_day.day.toordinal() for half_day in of_person], np.int64) - timeline.begins
        on[n, at[(at >= 0) & (at < on.shape[1])]] = True
    return on


def half_days_out(problem: Problem, timeline: Timeline) -> Array:
    """Person × month: half days booked for visits outside the problem that he travels to."""
    number = {month: n for n, month in enumerate(timeline.months)}
    months = np.zeros((len(problem.people), len(number)), np.int32)
    for n, person in enumerate(problem.people):
        for half_day in person.out:
            if (month := number.get(half_day.day.replace(day=1))) is not None:
                months[n, month] += 1
    return months


def tight_weeks(problem: Problem, timeline: Timeline) -> Array:
    """Person × working week: could he, out on all of its days, have too many in a row or in a calendar week?"""
    limits = problem.limits
    if not timeline.months:
        return np.zeros((len(problem.people), 0), np.bool_)
    can = booked_at_all(problem, timeline) | (timeline.calendar >= 0)
    over = np.zeros_like(can)
    if limits.days_out_in_a_row is not None:
        over |= _in_a_row(can) > limits.days_out_in_a_row
    if limits.days_out_a_week is not None:
        over |= _a_week(can, timeline.begins) > limits.days_out_a_week
    days = timeline.ordinals - timeline.begins
    firsts = timeline.weeks["first"] // 2
    return np.logical_or.reduceat(over[:, days], firsts, axis=1)


def _in_a_row(can: Array) -> Array:
    """Of every day: how many without a free one it belongs to, 0 for a free one."""
    before, after = np.zeros(can.shape, np.int32), np.zeros(can.shape, np.int32)
    days = can.shape[1]
    for day in range(days):
        before[:, day] = can[:, day] * (1 + before[:, day - 1]) if day else can[:, day]
    for day in reversed(range(days)):
        after[:, day] = can[:, day] * (1 + after[:, day + 1]) if day + 1 < days else can[:, day]
    return before + after - can


def _a_week(can: Array, begins: int) -> Array:
    """Of every day: how many of its calendar week."""
    week = (begins - 1 + np.arange(can.shape[1])) // 7  # day 1 was a Monday
    counts = np.zeros_like(can, np.int32)
    for n in range(can.shape[0]):
        counts[n] = np.bincount(week - week[0], can[n])[week - week[0]]
    return counts
