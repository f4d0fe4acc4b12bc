"""Who goes on which visit: the planner's wall calendar, kept in the head so that each visit finds its team at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from mingzheng.office.people.models import Person
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.special_approvals import objections_to_days_out
from mingzheng.rulebook.standards import Standard

from ..world import World
from .people import Auditor

LONGEST = 2  # working days, as long as three people are enough
LARGEST = 3  # people
NEAR = 40  # days: what lies further off makes no week or month too full


@dataclass
class Member:
    """An auditor with the days on which he is out."""

    auditor: Auditor
    person: Person
    groups: frozenset[str]
    leads: bool
    since: date
    out: set[date] = field(default_factory=set)
    days: int = 0

    @property
    def letters(self) -> str:
        return self.auditor.systems

    def may(self, days: tuple[date, ...]) -> bool:
        """Is he free on these days, and not out too long with them?"""
        if self.out & set(days):
            return False
        near = (day for day in self.out if abs((day - days[0]).days) < NEAR)
        return not objections_to_days_out("", _whole(days), _whole(near))


def _whole(days: Iterable[date]) -> list[HalfDay]:
    return [HalfDay(day, half) for day in days for half in (Half.MORNING, Half.AFTERNOON)]


@dataclass(frozen=True)
class Team:
    """Who goes, the leader first, and when."""

    members: tuple[Member, ...]
    days: tuple[date, ...]


@dataclass
class Crew:
    """All who may be sent."""

    world: World
    members: list[Member]

    def team(self, systems: str, group: str, half_days: int, wanted: date) -> Team:
        """The first days from the one wanted for which there are enough people who cover everything."""
        first = self.world.office_day(wanted)
        while True:
            size = min(LARGEST, max(1, ceil(half_days / (2 * LONGEST))))
            days = self._days(first, ceil(half_days / (2 * size)))
            if chosen := self._chosen(systems, group, size, days):
                for member in chosen:
                    member.out.update(days)
                    member.days += len(days)
                return Team(tuple(chosen), days)
            first = self.world.office_day(first + timedelta(days=1))

    def _days(self, first: date, count: int) -> tuple[date, ...]:
        days = [first]
        while len(days) < count:
            days.append(self.world.office_day(days[-1] + timedelta(days=1)))
        return tuple(days)

    def _chosen(self, systems: str, group: str, size: int, days: tuple[date, ...]) -> list[Member]:
        """A leader for as many of the systems as possible, then who is missing, then who has been out least."""
        free = [
            m for m in self.members
            if group in m.groups and set(m.letters) & set(systems) and m.since <= days[0] and m.may(days)
        ]  # fmt: skip
        free.sort(key=lambda m: m.days)
        leaders = sorted((m for m in free if m.leads), key=lambda m: -len(set(m.letters) & set(systems)))
        if not leaders:
            return []
        team, missing = leaders[:1], set(systems) - set(leaders[0].letters)
        for member in free:
            helps = missing & set(member.letters)
            if member not in team and (helps or (len(team) < size and not missing)):
                team.append(member)
                missing -= set(member.letters)
        return [] if missing or len(team) < size else team


def standards_of(member: Member, systems: str) -> list[Standard]:
    """What he audits on a visit for these systems."""
    return [s for s in Standard if s.letter in systems and s.letter in member.letters]
