"""A plan as plain data: who goes where and when, what it costs, how good it can at best be, and what could not be planned."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields

from mingzheng.rulebook.calendar import HalfDay

from .plain_data import NotReadable, read, written


@dataclass(frozen=True)
class Assignment:
    """One visit planned. `people`: the auditors, the leader first; the visit's companions go along unnamed here.

    `expert`: a technical expert has to be engaged for all of it.
    """

    visit: str
    start: HalfDay
    half_days: int
    people: tuple[str, ...]
    expert: bool = False

    @property
    def leader(self) -> str:
        return self.people[0]


@dataclass(frozen=True)
class Cost:
    """What a plan costs, in yuan, by part."""

    travel: float = 0.0  # km
    nights: float = 0.0
    fatigue: float = 0.0  # the same person away often
    fees: float = 0.0  # part-timers
    unfairness: float = 0.0
    lateness: float = 0.0
    wishes: float = 0.0  # of clients, not met
    seniority: float = 0.0  # premium clients without a senior auditor
    experts: float = 0.0
    continuity: float = 0.0  # nobody of the previous team
    disturbance: float = 0.0  # of what was announced
    unplanned: float = 0.0

    @property
    def total(self) -> float:
        return float(sum(getattr(self, part.name) for part in fields(self)))


@dataclass(frozen=True)
class Reason:
    """A reason in words: `code` names words in :mod:`mingzheng.words`, `details` fill their places."""

    code: str
    details: Mapping[str, str]


@dataclass(frozen=True)
class Unplanned:
    """A visit no place was found for: the binding reasons, and what would solve it."""

    visit: str
    reasons: tuple[Reason, ...] = ()
    remedies: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A feasible plan. `bound`: no plan of the problem costs less; proven.

    `steps`: improvement steps tried; the same problem, seed and number of steps give the same plan.
    """

    assignments: tuple[Assignment, ...]
    unplanned: tuple[Unplanned, ...] = ()
    cost: Cost = Cost()
    bound: float = 0.0
    steps: int = 0

    @property
    def gap(self) -> float:
        """How much dearer than the bound, at most, than the best plan there is: 0.08 is 8 %."""
        return self.cost.total / self.bound - 1 if self.bound > 0 else float("inf")

    def to_json(self) -> str:
        return json.dumps(written(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Plan":
        """Raises :class:`NotReadable`, which names the field."""
        try:
            data = json.loads(text)
        except ValueError as wrong:
            raise NotReadable("plan", "JSON", str(wrong)) from None
        return read(cls, data)


@dataclass(frozen=True)
class Progress:
    """How far planning has come. `seconds` since it began; `bound` as proven by then."""

    seconds: float
    steps: int
    cost: float
    bound: float
    unplanned: int
