"""What the reader of the board asked for: from which week, how many, seen by people or by visits, and which of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.rulebook.code_lists import region
from mingzheng.rulebook.competence import covers
from mingzheng.rulebook.standards import SYSTEMS

WEEK = timedelta(weeks=1)
WEEKS = (1, 4, 13, 52)
VIEWS = {"people": t("按人员", "By person"), "visits": t("按审核", "By visit"), "map": t("地图", "Map")}


@dataclass(frozen=True)
class Slot:
    """One column of the board: a day, or a week from its Monday."""

    first: date
    last: date

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


@dataclass(frozen=True)
class BoardAsked:
    """`text` is looked for in names of people and clients, `code` in what is covered or needed."""

    monday: date
    weeks: int = 1
    view: str = "people"
    text: str = ""
    standard: str = ""
    province: str = ""
    code: str = ""

    @classmethod
    def read(cls, said: QueryDict) -> "BoardAsked":
        """What makes no sense is taken as not said."""

        def one(name: str) -> str:
            return str(said.get(name, "")).strip()

        weeks = one("weeks")
        return cls(
            monday=monday_of(one("week")),
            weeks=int(weeks) if weeks.isdigit() and int(weeks) in WEEKS else 1,
            view=one("view") if one("view") in VIEWS else "people",
            text=one("q"),
            standard=one("standard") if one("standard") in SYSTEMS else "",
            province=one("province") if region(one("province")) else "",
            code=one("code"),
        )

    @property
    def last(self) -> date:
        return self.monday + self.weeks * WEEK - timedelta(days=1)

    @property
    def daily(self) -> bool:
        """Are the columns days? With more than a week they are weeks."""
        return self.weeks == 1 and self.view == "people"

    @property
    def slots(self) -> list[Slot]:
        if self.daily:
            days = (self.monday + timedelta(days=n) for n in range(7))
            return [Slot(day, day) for day in days]
        mondays = (self.monday + n * WEEK for n in range(self.weeks))
        return [Slot(monday, monday + WEEK - timedelta(days=1)) for monday in mondays]

    def query(self, **other: Any) -> str:
        """The address of the same board, with something changed."""
        said = {
            "view": self.view, "weeks": self.weeks, "week": self.monday, "q": self.text,
            "standard": self.standard, "province": self.province, "code": self.code, **other,
        }  # fmt: skip
        return urlencode({name: value for name, value in said.items() if value not in ("", None)})

    def shows(self, visit: Any) -> bool:
        """Is it one of the visits asked for?"""
        codes = [code for part in visit.parts.all() for code in part.certification.technical_codes]
        return (
            (not self.standard or self.standard in visit.standards)
            and (not self.province or visit.client.district[:2] == self.province[:2])
            and (not self.code or any(covers(self.code, code) for code in codes))
        )

    @property
    def narrows(self) -> bool:
        return bool(self.standard or self.province or self.code)


def monday_of(asked: str) -> date:
    """The Monday of the week asked for, of this week when the day makes no sense."""
    try:
        day = date.fromisoformat(asked)
        return day - timedelta(days=day.weekday())
    except (ValueError, OverflowError):
        return today() - timedelta(days=today().weekday())


STANDARDS = [(standard.value, say_lazy(f"standard.{standard}")) for standard in SYSTEMS]
