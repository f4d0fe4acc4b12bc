"""For every visit, the near ones it could share a trip with."""

import numpy as np

from mingzheng.planner.problem import Problem

from .arrays import Array

MOST = 24
NEAR_KM, FAR_NEAR_KM = 90.0, 600.0  # as the crow flies; what is far from everybody looks farther around
EARTH_RADIUS_KM = 6371.0
AT_ONCE = 512  # rows of the distance table held in memory


def neighbours(problem: Problem, visits: Array, usual_km: Array) -> Array:
    """Visit × up to 24 others, the nearest first, whose windows meet its own; -1 where there are no more."""
    points = np.stack([visits["x"], visits["y"], visits["z"]], 1)
    opens = np.array([visit.earliest.toordinal() for visit in problem.visits])
    closes = np.array([visit.latest.toordinal() for visit in problem.visits])
    remote = np.array(
        [all(s.half_days == s.remote_half_days for s in v.splits) for v in problem.visits], bool
    )
    far = usual_km > problem.limits.far_km
    near = np.full((len(visits), MOST), -1, np.int32)
    for first in range(0, len(visits), AT_ONCE):
        rows = slice(first, first + AT_ONCE)
        km = EARTH_RADIUS_KM * np.sqrt(np.maximum(0.0, 2 - 2 * points[rows] @ points.T))
        reach = np.where(far[rows], FAR_NEAR_KM, NEAR_KM)[:, None]
        meets = (opens[None, :] <= closes[rows, None]) & (closes[None, :] >= opens[rows, None])
        km[(km > reach) | ~meets | remote[None, :] | (far[None, :] != far[rows, None])] = np.inf
        km[np.arange(len(km)), np.arange(len(visits))[rows]] = np.inf
        every = np.broadcast_to(np.arange(len(visits)), km.shape)
        some = np.sort(np.argpartition(km, MOST, axis=1)[:, :MOST], axis=1) if len(visits) > MOST else every
        order = np.argsort(np.take_along_axis(km, some, 1), axis=1, kind="stable")
        nearest = np.take_along_axis(some, order, 1)
        found = np.isfinite(np.take_along_axis(km, nearest, 1))
        near[rows, : nearest.shape[1]] = np.where(found, nearest, -1)
    return near


def usual_km(visits: Array, entries: Array) -> Array:
    """How far a visit is from its candidates, usually (the median); 0 for one without any."""
    return np.array(
        [np.median(entries["km"][v["first"] : v["last"]]) if v["last"] > v["first"] else 0.0 for v in visits]
    )
