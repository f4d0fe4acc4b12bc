"""People of other regions in the bound of one region: somebody who could do everything, and lives as near as any of them.

Whoever is really lent costs at least as much as this stranger, who pays for no way, no fee and no load; so what is proven
with strangers holds whoever is lent. A team may be all of them.
"""

from dataclasses import replace

import numpy as np

from mingzheng.planner.search.arrays import CELL, ENTRY, FREE, PERSON, Array
from mingzheng.planner.search.instance import Compiled


def with_strangers(compiled: Compiled, km: Array) -> tuple[Compiled, int]:
    """The same problem with strangers who live so many road km from each visit, and how many of them there are."""
    instance, empty = compiled.instance, compiled.empty
    own, many = len(instance.people), empty.team.shape[1]
    visits = instance.visits.copy()
    parts = [np.zeros(0, ENTRY)]
    at = 0
    for n, visit in enumerate(visits):
        more = np.zeros(0 if visit["fixed"] else many, ENTRY)
        more["person"], more["visit"], more["km"] = own + np.arange(len(more)), n, km[n]
        more["mask"], more["mask_expert"] = visit["need"], visit["need_expert"]
        more["last"], more["senior"], more["familiar"] = len(instance.slots) - 1, True, True
        parts += [instance.entries[visit["first"] : visit["last"]], more]
        visit["first"], at = at, at + len(parts[-2]) + len(more)
        visit["last"] = at
    people = np.concatenate([instance.people, np.zeros(many, PERSON)])
    weeks, slots = empty.cells.shape[1], empty.taken.shape[1]
    cells = np.zeros((many, weeks), CELL)
    cells["most"] = slots
    grown = empty._replace(
        taken=np.concatenate([empty.taken, np.full((many, slots), FREE, np.int32)]),
        cells=np.concatenate([empty.cells, cells]),
        years=np.concatenate([empty.years, np.zeros_like(empty.years, shape=(many, empty.years.shape[1]))]),
        totals=np.concatenate([empty.totals, np.zeros_like(empty.totals, shape=many)]),
    )
    entries = np.concatenate(parts)
    return replace(
        compiled, instance=instance._replace(people=people, visits=visits, entries=entries), empty=grown
    ), many
