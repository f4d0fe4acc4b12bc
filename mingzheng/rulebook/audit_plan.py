"""What an audit plan must be: who is where, when, for which clauses (ISO/IEC 17021-1:2015 9.2.3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import combinations

from .calendar import Half, HalfDay
from .clauses import numbers_in, stands_in
from .competence import AUDITING_ROLES, TeamRole
from .programme import ISO
from .standards import Standard
from .verdict import Objection

NOON, AFTERNOON = time(12), time(13)  # between them a line belongs to the half it began in

NO_LINES = Objection("plan.no-lines", f"{ISO} 9.2.3.2")
NOT_LEADER = Objection("plan.not-leader", f"{ISO} 9.2.3.1")
ENDS_BEFORE_IT_BEGINS = Objection("plan.ends-before-it-begins", f"{ISO} 9.2.3.2")
OUTSIDE_THE_VISIT = Objection("plan.outside-the-visit", f"{ISO} 9.2.3.2")
NOBODY = Objection("plan.nobody", f"{ISO} 9.2.3.3")
NOT_ON_TEAM = Objection("plan.not-on-team", f"{ISO} 9.2.3.3")
NOT_BOOKED = Objection("plan.not-booked", f"{ISO} 9.2.3.4")
TWO_PLACES = Objection("plan.two-places", f"{ISO} 9.2.3.3")
NOT_VISITED = Objection("plan.not-visited", f"{ISO} 9.2.1.2")
NO_AUDITOR_FOR = Objection("plan.no-auditor-for", f"{ISO} 9.2.2.1.2")
UNKNOWN_CLAUSE = Objection("plan.unknown-clause", f"{ISO} 9.2.1.4")
NOTHING_PLANNED = Objection("plan.nothing-planned", f"{ISO} 9.2.1.2")
NO_PLAN = Objection("plan.none", f"{ISO} 9.2.3.1")
ALREADY_SENT = Objection("plan.already-sent", f"{ISO} 9.2.3.4")


@dataclass(frozen=True)
class Line:
    """One line: the auditors (by login) who are in one department at one time for these clauses.

    A line without standards is a meeting, a break or the team's own time.
    """

    day: date
    starts_at: time
    ends_at: time
    auditors: tuple[str, ...]
    department: str
    standards: tuple[Standard, ...] = ()
    clauses: str = ""

    @property
    def half_days(self) -> set[HalfDay]:
        """The half days of which it takes a part."""
        halves = {Half.MORNING if self.starts_at < NOON else Half.AFTERNOON}
        if self.ends_at > AFTERNOON:
            halves.add(Half.AFTERNOON)
        return {HalfDay(self.day, half) for half in halves}


@dataclass(frozen=True)
class Planned:
    """A member of the team as the plan needs him."""

    name: str
    role: TeamRole
    standards: frozenset[Standard]
    half_days: frozenset[HalfDay]


def objections_to_plan(
    lines: Sequence[Line],
    team: Mapping[str, Planned],
    standards: Iterable[Standard],
    *,
    first: date,
    last: date,
) -> list[Objection]:
    """May the visit from `first` to `last` be held by this plan? Line numbers count from 1."""
    if not lines:
        return [NO_LINES]
    visited = list(standards)
    objections: list[Objection] = []
    for number, line in enumerate(lines, 1):
        objections += [o.because(line=number) for o in _objections_to_line(line, team, visited, first, last)]
    objections += _objections_to_two_places(lines, team)
    planned = {standard for line in lines if line.clauses for standard in line.standards}
    return objections + [NOTHING_PLANNED.because(standard=s) for s in visited if s not in planned]


def _objections_to_line(
    line: Line, team: Mapping[str, Planned], visited: Sequence[Standard], first: date, last: date
) -> Iterator[Objection]:
    if line.ends_at <= line.starts_at:
        yield ENDS_BEFORE_IT_BEGINS
    if not first <= line.day <= last:
        yield OUTSIDE_THE_VISIT.because(day=line.day)
    yield from _objections_to_auditors(line, team)
    present = [team[login] for login in line.auditors if login in team]
    for standard in line.standards:
        if standard not in visited:
            yield NOT_VISITED.because(standard=standard)
        elif not any(m.role in AUDITING_ROLES and standard in m.standards for m in present):
            yield NO_AUDITOR_FOR.because(standard=standard)
    for number in numbers_in(line.clauses):
        if not any(stands_in(number, standard) for standard in line.standards):
            yield UNKNOWN_CLAUSE.because(clause=number)


def _objections_to_auditors(line: Line, team: Mapping[str, Planned]) -> Iterator[Objection]:
    if not line.auditors:
        yield NOBODY
    for login in line.auditors:
        if login not in team:
            yield NOT_ON_TEAM.because(person=login)
        elif not line.half_days <= team[login].half_days:
            yield NOT_BOOKED.because(person=team[login].name, day=line.day)


def _objections_to_two_places(lines: Sequence[Line], team: Mapping[str, Planned]) -> Iterator[Objection]:
    for (n, one), (m, other) in combinations(enumerate(lines, 1), 2):
        if one.day == other.day and one.starts_at < other.ends_at and other.starts_at < one.ends_at:
            for login in sorted({*one.auditors} & {*other.auditors}):
                name = team[login].name if login in team else login
                yield TWO_PLACES.because(person=name, line=n, other=m)
