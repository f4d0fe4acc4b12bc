"""The planning problem as plain data: who can audit, what is to be audited, and what counts how much.

Time is cut into half days of working days. A *working week* is a run of working days on consecutive calendar days (a
weekend worked in exchange joins two weeks, a holiday splits one); no visit and no trip goes beyond its working week.
Money is yuan, distance km, length of work half days. Whoever makes a problem names people and visits by any text that
is unique; the plan uses the same names.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mingzheng.rulebook.calendar import HalfDay

from .plain_data import NotReadable, read, written


@dataclass(frozen=True)
class Place:
    """A point on the map, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Registration:
    """A registration for one standard; `leads` when its grade or an authorisation lets him lead a team for it.

    Both days are inside its validity; None leaves the end open.
    """

    standard: str
    leads: bool = False
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True)
class Competence:
    """Competence for one technical code of one standard, from a day to a day, both inside; None leaves the end open."""

    standard: str
    code: str
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True)
class Span:
    """From a half day to a half day, both inside."""

    first: HalfDay
    last: HalfDay


@dataclass(frozen=True)
class Days:
    """From a day to a day, both inside."""

    first: date
    last: date


@dataclass(frozen=True)
class Already:
    """What a person has in a calendar year outside this problem: half days on site, certificates matched."""

    year: int
    half_days: int = 0
    certificates: int = 0


@dataclass(frozen=True)
class Person:
    """Somebody who audits, or goes along.

    `weekly_half_days`: at most this many in a working week, in proportion (rounded down) when the week has more than
    five days. `fair_half_days`: his fair part of all the work of this problem; None leaves his load out of the fairness.
    """

    id: str
    home: Place
    name: str = ""
    region: str = ""  # people and visits of one region are planned together; near regions lend
    full_time: bool = True  # part-timers are paid by the half day
    senior: bool = False  # what a premium client wishes for
    registrations: tuple[Registration, ...] = ()
    competences: tuple[Competence, ...] = ()
    away: tuple[Span, ...] = ()  # leave, office days, training, whatever else he is booked for
    out: tuple[HalfDay, ...] = ()  # booked for visits outside this problem, before and after its days too …
    at_home: tuple[HalfDay, ...] = ()  # … and for such as he need not travel to
    weekly_half_days: int = 8
    fair_half_days: float | None = None
    already: tuple[Already, ...] = ()


@dataclass(frozen=True)
class Need:
    """A standard to be audited, and the technical codes the team must cover for it."""

    standard: str
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Split:
    """One way to share the auditor-days: so many auditors for so many half days each, one after the other.

    The first `remote_half_days` are done from home, without travel; all of them for a visit wholly at a distance.
    """

    people: int
    half_days: int
    remote_half_days: int = 0


@dataclass(frozen=True)
class Order:
    """After another visit (stage 2 after stage 1): days from the last day of the one to the first of the other."""

    visit: str
    at_least_days: int = 1
    at_most_days: int | None = None


@dataclass(frozen=True)
class Promise:
    """What was told to the client, or has begun. `firm`: it stays as it is, whatever the rules say of it.

    Otherwise another start costs `Weights.moved_visit`, each auditor not announced `Weights.moved_person`.
    `people`: the auditors, the leader first.
    """

    start: HalfDay
    half_days: int
    people: tuple[str, ...]
    expert: bool = False
    firm: bool = False


@dataclass(frozen=True)
class Visit:
    """One visit of one team to one client, for one or several standards at one place.

    Sites far from each other are visits of their own. Both `earliest` and `latest` are hard, `due` is not: a visit that
    ends later is late. No day of it lies in `forbidden`; it should begin in `wished` (anywhere when empty).
    """

    id: str
    place: Place
    needs: tuple[Need, ...]
    splits: tuple[Split, ...]  # at most three
    earliest: date
    due: date
    latest: date
    client: str = ""
    region: str = ""
    forbidden: tuple[Days, ...] = ()
    wished: tuple[Days, ...] = ()
    after: tuple[Order, ...] = ()
    excluded: Mapping[str, str] = field(default_factory=dict)  # person → code of the words that say why
    not_leading: Mapping[str, str] = field(
        default_factory=dict
    )  # may go, not lead: person → code of the words that say why
    required: frozenset[str] = frozenset()  # must be on the team: the auditor to be witnessed
    companions: frozenset[str] = frozenset()  # go along and do not count: trainees, the witness
    premium: bool = False  # wishes for somebody senior
    expert: bool = False  # a technical expert may stand in for the codes (not for the standards)
    certificates: int = (
        1  # matched to the leader, against `Limits.certificates_a_year`; the body says how many
    )
    local: frozenset[str] = frozenset()  # who need not travel here and so is not out: it is in his city
    previous_team: frozenset[str] = frozenset()  # who came last time; one of them should come again
    promised: Promise | None = None


@dataclass(frozen=True)
class Weights:
    """What counts how much, in yuan. The body sets them."""

    km: float = 0.55
    night: float = 480.0
    fatigue: float = 1.5  # × the square of a person's nights away
    part_time_half_day: float = 350.0
    unfair: float = 0.6  # × the square of the half days off the fair part; for part-timers only above it
    late: float = 1500.0
    late_day: float = 150.0  # for every calendar day after `due`
    unwished: float = 200.0
    no_senior: float = 800.0
    expert_half_day: float = 500.0
    new_faces: float = 150.0  # nobody of the previous team
    moved_visit: float = 400.0
    moved_person: float = 150.0
    unplanned: float = 25_000.0


@dataclass(frozen=True)
class Limits:
    """The hard numbers. What the edition in force does not limit is None."""

    detour: float = 1.25  # road km for a km as the crow flies
    commute_km: float = 100.0  # up to here there and back every day; beyond, a trip with nights away
    far_km: float = 300.0  # beyond, a trip begins the evening before
    near_km: float = 30.0  # two places on one day are at most so far apart
    nights: int = 10  # away, in any …
    nights_weeks: int = 4  # … of so many working weeks in a row
    on_site_days_a_year: int | None = None
    certificates_a_year: int | None = None
    days_out_in_a_row: int | None = None  # from one free calendar day to the next
    days_out_a_week: int | None = None  # of seven, from Monday
    days_out_a_month: int | None = None  # half days as halves


@dataclass(frozen=True)
class Problem:
    """Everything a plan depends on. `days`: the working days to be planned, in order."""

    days: tuple[date, ...]
    people: tuple[Person, ...]
    visits: tuple[Visit, ...]
    weights: Weights = Weights()
    limits: Limits = Limits()
    name: str = ""

    def __post_init__(self) -> None:
        _refuse_what_cannot_be_meant(self)

    def to_json(self) -> str:
        return json.dumps(written(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Problem":
        """Raises :class:`NotReadable`, which names the field."""
        try:
            data = json.loads(text)
        except ValueError as wrong:
            raise NotReadable("problem", "JSON", str(wrong)) from None
        return read(cls, data)


MOST_SPLITS = 3
MOST_PEOPLE = 8  # on one visit, companions included


def _refuse_what_cannot_be_meant(problem: Problem) -> None:
    if list(problem.days) != sorted(set(problem.days)):
        raise NotReadable("days", "working days in order, each once", "another order")
    people = {person.id for person in problem.people}
    visits = {visit.id for visit in problem.visits}
    if len(people) < len(problem.people):
        raise NotReadable("people", "each id once", _first_twice([p.id for p in problem.people]))
    if len(visits) < len(problem.visits):
        raise NotReadable("visits", "each id once", _first_twice([v.id for v in problem.visits]))
    for n, visit in enumerate(problem.visits):
        _refuse_visit(visit, f"visits[{n}]", people, visits)


def _refuse_visit(visit: Visit, at: str, people: set[str], visits: set[str]) -> None:
    if not 1 <= len(visit.splits) <= MOST_SPLITS:
        raise NotReadable(f"{at}.splits", "one to three ways", visit.splits)
    if not visit.needs:
        raise NotReadable(f"{at}.needs", "at least one standard", visit.needs)
    for n, split in enumerate(visit.splits):
        if split.people < 1 or split.people + len(visit.companions) > MOST_PEOPLE:
            raise NotReadable(f"{at}.splits[{n}].people", f"1 to {MOST_PEOPLE} people", split.people)
        if split.half_days < 1 or not 0 <= split.remote_half_days <= split.half_days:
            raise NotReadable(f"{at}.splits[{n}].half_days", "at least the remote ones, and one", split)
    for n, order in enumerate(visit.after):
        if order.visit not in visits or order.visit == visit.id:
            raise NotReadable(f"{at}.after[{n}].visit", "the id of another visit", order.visit)
    named = {
        "excluded": set(visit.excluded),
        "not_leading": set(visit.not_leading),
        "required": visit.required,
        "companions": visit.companions,
        "local": visit.local,
    }
    named["promised.people"] = set(visit.promised.people) if visit.promised else set()
    for name, ids in named.items():
        if unknown := sorted(ids - people):
            raise NotReadable(f"{at}.{name}", "ids of people", unknown[0])


def _first_twice(ids: list[str]) -> str:
    return next(one for n, one in enumerate(ids) if one in ids[:n])
