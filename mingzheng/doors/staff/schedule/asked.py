"""What the reader of the board asked for: from which week, how many, seen by people or by visits, and which of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.planning.board import everyone_on_board, visits_on_board
from mingzheng.office.programmes.models import VisitPart
from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.models import Booking
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
    """Any word of `text` is looked for in names of people and clients, `code` in what is covered or needed."""

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

    def visits(self, by: Actor) -> QuerySet[Any]:
        """Those asked for of the visits that are held in these weeks or wait to be."""
        rows = visits_on_board(by, self.monday, self.last, today())
        if self.standard or self.code:
            rows = rows.filter(pk__in=self._parts().values("visit"))
        return rows.filter(client__district__startswith=self.province[:2]) if self.province else rows

    def only(self, seen: QuerySet[Any]) -> QuerySet[Any] | None:
        """The visits a person's line is to show, None for all of them."""
        return seen if self.narrows else None

    def in_order(self, seen: QuerySet[Any]) -> QuerySet[Any]:
        """Those that have dates or a window in these weeks, the first dates first."""
        open_then = Q(starts_on=None) & (Q(earliest=None) | Q(earliest__lte=self.last))
        rows = seen.filter(open_then | Q(starts_on__lte=self.last, ends_on__gte=self.monday))
        if self.words:
            rows = rows.filter(self._named("number", "client__name_zh", "client__pinyin"))
        return rows.order_by(Coalesce("starts_on", "latest").asc(nulls_last=True), "number")

    def people(self, by: Actor, seen: QuerySet[Any]) -> QuerySet[Person]:
        """Whom the board shows: who has a word of the text in his name or his clients', and is on a visit asked for."""
        people = everyone_on_board(by)
        out = Booking.objects.filter(day__range=(self.monday, self.last), visit__in=seen.values("pk"))
        if self.narrows:
            people = people.filter(pk__in=out.values("person"))
        if self.words:
            clients = out.filter(self._named("visit__client__name_zh", "visit__client__pinyin"))
            people = people.filter(
                self._named("name_zh", "pinyin", "login") | Q(pk__in=clients.values("person"))
            )
        return people

    @property
    def words(self) -> list[str]:
        """What is looked for: any of these."""
        return self.text.lower().split()

    def _named(self, *names: str) -> Q:
        return reduce(or_, (Q(**{f"{name}__icontains": word}) for name in names for word in self.words), Q())

    def _parts(self) -> QuerySet[VisitPart]:
        found = VisitPart.objects.filter(visit__dropped_on=None)
        if self.standard:
            found = found.filter(certification__standard=self.standard)
        if not self.code:
            return found
        codes = found.values_list("pk", "certification__technical_codes")
        return found.filter(
            pk__in=[pk for pk, held in codes if any(covers(self.code, code) for code in held)]
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
