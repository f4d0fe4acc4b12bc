"""What the stories share: the day it is, the people of the body, and what the rulebook refused."""

from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from mingzheng.office.people.models import Person
from mingzheng.rulebook.calendar import LAST_KNOWN_YEAR, is_working_day
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused

SEED = 9001
YEARS_TOLD = 3 + 10 / 12  # a full cycle, its recertification, and what comes late
FIXED_HOLIDAYS = ((1, 1, "元旦"), (5, 1, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节"))

Story = Generator[date, None, None]
"""What happens to somebody: it yields the day on which it goes on, and finds it to be that day."""


@dataclass
class World:
    """The body's world on day `on`; the telling ends on `today`."""

    today: date
    on: date = field(init=False)
    people: dict[Role, Person] = field(default_factory=dict)  # the one who acts in each role
    refusals: int = 0  # how often something was tried that the rulebook refused
    refused: Counter[str] = field(default_factory=Counter)  # codes of the objections met by it
    chance: Random = field(default_factory=lambda: Random(SEED))

    def __post_init__(self) -> None:
        self.on = self.first_day = self.today - timedelta(days=round(YEARS_TOLD * 365.25))
        self.holidays = {
            date(year, month, day): name
            for year in range(LAST_KNOWN_YEAR + 1, self.today.year + 3)
            for month, day, name in FIXED_HOLIDAYS
        }
        self.overrides = dict.fromkeys(self.holidays, False)

    def by(self, role: Role) -> Person:
        return self.people[role]

    def works(self, day: date) -> bool:
        return is_working_day(day, self.overrides)

    def office_day(self, day: date) -> date:
        """The first working day that is not before `day`."""
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def from_now(self, day: date) -> date:
        """`day`, or today when it is past; or the next working day."""
        return self.office_day(max(day, self.on))

    def later(self, days: int) -> date:
        """So many days from now, or the next working day after them."""
        return self.office_day(self.on + timedelta(days=days))

    def working_span(self, first: date, days: int) -> date:
        """The last of so many working days that begin on `first`."""
        for _ in range(days - 1):
            first = self.office_day(first + timedelta(days=1))
        return first

    def try_in_vain(self, do: Callable[..., Any], *args: Any, **more: Any) -> None:
        """Try what the rulebook forbids; that it does not is an error of the house."""
        try:
            do(*args, **more, on=self.on)
        except Refused as refusal:
            self.refusals += 1
            self.refused.update(objection.code for objection in refusal.objections)
        else:
            raise AssertionError(f"{do.__name__}{args} should have been refused")
