"""Draw at random in strata 分层随机抽取, with a kept seed: the same seed and the same frame give the same draw.

Each stratum gets its share by the largest remainder; where the draw is at least as large as the number of strata, none
is left out.
"""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from .verdict import Objection

OWN = "own procedure"
TOO_MANY = Objection("draw.too-many", OWN)
NONE_WANTED = Objection("draw.none-wanted", OWN)
PERIOD_BACKWARDS = Objection("draw.period-backwards", OWN)


class Unit(NamedTuple):
    """One thing that may be drawn, and the stratum it stands in."""

    name: str
    stratum: str


def objections_to_draw(frame: Sequence[Unit], count: int) -> list[Objection]:
    """Can so many be drawn from this frame?"""
    if count < 1:
        return [NONE_WANTED]
    return [TOO_MANY.because(count=count, frame=len(frame))] if count > len(frame) else []


def shares(sizes: dict[str, int], count: int) -> dict[str, int]:
    """How many each stratum gives: in proportion, at least one each when there are enough, never more than it has."""
    total = sum(sizes.values())
    least = 1 if count >= len(sizes) else 0
    exact = {stratum: count * size / total for stratum, size in sizes.items()}
    given = {stratum: min(sizes[stratum], max(least, int(exact[stratum]))) for stratum in sorted(sizes)}
    while (short := count - sum(given.values())) > 0:
        room = [s for s in given if given[s] < sizes[s]]
        given[max(room, key=lambda s: (exact[s] - given[s], s))] += 1
    while short < 0:
        spare = [s for s in given if given[s] > least]
        given[min(spare, key=lambda s: (exact[s] - given[s], s))] -= 1
        short += 1
    return given


def drawn(frame: Sequence[Unit], count: int, seed: int) -> list[Unit]:
    """The units drawn, by stratum and name. `count` is at most the size of the frame."""
    strata: dict[str, list[str]] = {}
    for unit in sorted(frame):
        strata.setdefault(unit.stratum, []).append(unit.name)
    chance, wanted = Random(seed), shares({s: len(names) for s, names in strata.items()}, count)
    return [
        Unit(name, stratum)
        for stratum in sorted(strata)
        for name in sorted(chance.sample(sorted(strata[stratum]), wanted[stratum]))
    ]
