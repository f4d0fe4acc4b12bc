"""Which clients there must be, and what must become of them, so that 2020 counts what the seed counts. Nothing but sums.

A client is certified to one or more systems in one rhythm: recertified in every third year, surveilled in the others.
`slot` is the day of the year around which it is visited. Until 2019 nothing befalls anybody but that some do not renew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from .seed import COLUMNS

FIRST_YEAR, YEAR = 2017, 2020
SOON_IN_2020, SOON = (
    0.1,
    (4, 12),
)  # share of the new ones of 2020 that are audited before the epidemic, and their slots
EARLIEST_SLOT, LATEST_SLOT = 8, 322  # days of the year: what is visited later is not decided before its end


class Lot(StrEnum):
    """What becomes of a client in 2020, or in the year it lapses."""

    GOES_ON = "goes-on"  # surveilled or recertified, as its rhythm has it
    RENAMED = "renamed"  # surveilled, and its certificates printed anew for another address
    RESTORED = "restored"  # suspended, surveilled late, restored
    PUT_OFF = "put-off"  # surveilled in 2021 only, under the rules for extraordinary events
    RAN_OUT = "ran-out"  # suspended in 2020, not restored in time, withdrawn
    RAN_OUT_OF_2019 = "ran-out-of-2019"  # the same, but suspended in 2019 already
    STILL_SUSPENDED = "still-suspended"
    WITHDRAWN = "withdrawn"  # at once, for the misuse of the mark
    LAPSES = "lapses"  # does not ask to be recertified
    IS_NEW = "is-new"  # certified for the first time in 2020


@dataclass(frozen=True)
class Kind:
    """So many clients of one lot and one combination of systems (letters)."""

    lot: Lot
    systems: str
    count: int


RECERTIFIED_IN_2020 = (
    *(Kind(Lot.GOES_ON, *one) for one in (("QES", 62), ("QE", 44), ("QS", 8), ("Q", 121), ("ES", 2), ("E", 1))),
    *(Kind(Lot.LAPSES, *one) for one in (("QES", 8), ("QE", 9), ("QS", 2), ("Q", 15), ("E", 1))),
)  # fmt: skip
SURVEILLED_IN_2020 = (
    *(Kind(Lot.GOES_ON, *one)
      for one in (("QES", 161), ("QE", 92), ("QS", 18), ("Q", 257), ("ES", 8), ("E", 8), ("S", 2))),
    *(Kind(Lot.RENAMED, *one) for one in (("QES", 1), ("QE", 1), ("Q", 2))),
    *(Kind(Lot.RESTORED, *one) for one in (("QES", 3), ("QE", 2), ("Q", 11))),
    *(Kind(Lot.PUT_OFF, *one) for one in (("QES", 1), ("QE", 3))),
    *(Kind(Lot.STILL_SUSPENDED, *one) for one in (("QES", 1), ("QE", 1), ("Q", 4))),
    *(Kind(Lot.WITHDRAWN, *one) for one in (("QS", 1), ("Q", 2))),
    Kind(Lot.RAN_OUT, "Q", 4),
)  # fmt: skip
LOST_SINCE_2019 = (Kind(Lot.RAN_OUT_OF_2019, "Q", 3),)
NEW_IN_2020 = tuple(
    Kind(Lot.IS_NEW, *one)
    for one in (("QES", 44), ("QE", 12), ("QS", 3), ("Q", 26), ("ES", 2), ("E", 1))
)  # fmt: skip
LAPSED_BEFORE = {2017: (("QES", 3), ("QE", 6), ("Q", 19)), 2018: (("QES", 4), ("QE", 6), ("Q", 20)),
                 2019: (("QES", 4), ("QE", 7), ("Q", 19))}  # fmt: skip
NEW_BEFORE = {2017: 75, 2018: 78, 2019: 82}
"""How many of the clients of a rhythm were certified for the first time in its year; the others were carried in."""


@dataclass(frozen=True)
class Life:
    """One client: its systems, its rhythm, its lot, and around which day of the year it is visited."""

    number: int
    systems: str
    lot: Lot
    phase: (
        int  # a year in which it is recertified; of who came later, the one in which it was first certified
    )
    is_new: bool  # first certified in that year; the others are carried in on the first day
    ends: int  # the year in which its lot befalls it
    slot: int

    def day(self, year: int) -> date:
        """The day around which it is visited in a year."""
        return date(year, 1, 1) + timedelta(days=self.slot - 1)

    def is_recertified(self, year: int) -> bool:
        return (year - self.phase) % 3 == 0 and not (self.is_new and year == self.phase)


Told = tuple[str, Lot, int, bool, int]
"""Systems, lot, phase, whether it is new, and the year of its lot."""


def lives(scale: int = 1) -> list[Life]:
    """Every client there ever is, in the order of their numbers; of each kind one in `scale`, but one at least."""
    chance = Random("cohorts")
    told = list(_told(scale))
    chance.shuffle(told)
    return [Life(n, *facts, _slot(facts, chance)) for n, facts in enumerate(told, 1)]


def _told(scale: int) -> Iterator[Told]:
    for year, lapsed in LAPSED_BEFORE.items():
        yield from ((one, Lot.LAPSES, year, False, year) for one in _some(lapsed, scale))
    yield from ((one.systems, one.lot, YEAR, True, YEAR) for one in _each(NEW_IN_2020, scale))
    recertified, surveilled = _each(RECERTIFIED_IN_2020, scale), _each(SURVEILLED_IN_2020, scale)
    lost = _each(LOST_SINCE_2019, scale)
    rhythms = {2017: recertified, 2018: surveilled[::2] + lost, 2019: surveilled[1::2]}
    for phase, kinds in rhythms.items():
        apart = len(kinds) / max(1, NEW_BEFORE[phase] // scale)  # new ones are spread evenly among the others
        for place, one in enumerate(kinds):
            ends = 2019 if one.lot is Lot.RAN_OUT_OF_2019 else YEAR
            yield one.systems, one.lot, phase, place % apart >= apart - 1, ends


def _each(kinds: Iterable[Kind], scale: int) -> list[Kind]:
    return [one for one in kinds for _ in range(max(1, round(one.count / scale)))]


def _some(counts: Iterable[tuple[str, int]], scale: int) -> Iterator[str]:
    for systems, count in counts:
        yield from [systems] * max(1, round(count / scale))


SLOTS = {
    Lot.LAPSES: (8, 310),
    Lot.RESTORED: (100, 200),
    Lot.PUT_OFF: (300, 320),
    Lot.RAN_OUT: (160, 320),
    Lot.RAN_OUT_OF_2019: (215, 320),
    Lot.STILL_SUSPENDED: (235, 320),
    Lot.WITHDRAWN: (200, 320),
    Lot.IS_NEW: (80, 312),
}
"""Days of the year that leave room for what is to happen; any other lot may fall on any day."""


def _slot(told: Told, chance: Random) -> int:
    _, lot, phase, is_new, _ = told
    first, last = SLOTS.get(lot, (EARLIEST_SLOT, LATEST_SLOT))
    if lot is Lot.IS_NEW and chance.random() < SOON_IN_2020:
        return chance.randint(*SOON)
    if is_new and phase < 2019:
        first = max(
            first, 60
        )  # it applies on the first day at the earliest; recertified before 2021, it would be counted
    if is_new or phase == FIRST_YEAR - 1 + 3:
        last = min(last, 312)  # certified, or issued by the earlier system, within the year
    return chance.randint(first, last)


def table(told: Iterable[Life]) -> dict[str, dict[str, int]]:
    """The regulator's table of 2020 that these lives come to, by the letters of the systems."""
    rows = {letter: dict.fromkeys(COLUMNS, 0) for letter in "QES"}
    for life in told:
        for letter in life.systems:
            for column in _counted(life):
                rows[letter][column] += 1
    return rows


def _counted(life: Life) -> Iterator[str]:
    """The columns of 2020 in which each of its certificates counts."""
    if life.ends < YEAR and life.lot is Lot.LAPSES:
        return
    yield from COUNTS[life.lot]
    if life.lot is Lot.GOES_ON:
        yield "withdrawn" if life.is_recertified(YEAR) else "surveillance"


COUNTS: dict[Lot, tuple[str, ...]] = {
    Lot.GOES_ON: ("valid",),
    Lot.RENAMED: ("valid", "surveillance", "withdrawn"),
    Lot.RESTORED: ("valid", "surveillance", "suspended"),
    Lot.PUT_OFF: ("valid",),
    Lot.RAN_OUT: ("suspended", "withdrawn"),
    Lot.RAN_OUT_OF_2019: ("withdrawn",),
    Lot.STILL_SUSPENDED: ("suspended",),
    Lot.WITHDRAWN: ("withdrawn",),
    Lot.LAPSES: (),
    Lot.IS_NEW: ("valid", "initial"),
}
