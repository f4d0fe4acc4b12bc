"""Figures of a year 年度数字: each answers the records behind it, so that what it says can be opened and counted again.

A stage declares its figures in its `figures.py`; what each means stands in `rulebook/indicators/`::

    @figure(COMPLAINTS_RECEIVED, shows=("number", "client__name_zh", "received_on"), opens="case:number")
    def complaints_received(period: Period) -> QuerySet[Case]:
        return Case.objects.filter(kind=CaseKind.COMPLAINT, received_on__range=period.days)

The rows are counted; with `amount`, that path is summed. A stock looks at `period.last` alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import CharField, Count, DecimalField, F, QuerySet, Sum, Value
from django.db.models.functions import Cast, Coalesce

from mingzheng.rulebook.indicators.meaning import Meaning, Period

from .models import Event

Rows = Callable[[Period], QuerySet[Any]]
Amount = int | float
Told = dict[str, Any]
K = TypeVar("K")
PLACES = 3  # of a sum: kilograms to the gram
STEP = Decimal(1).scaleb(-PLACES)
MOST_JOINED = 500  # queries in one; SQLite takes no more


@dataclass(frozen=True)
class Figure:
    """One figure and the records behind it. Every path leads to one row each, and every row is there once.

    `shows`: the paths its list shows, each with the family of its words where it is a code (``"kind|case-kind"``).
    `opens`: the page of a row, as the kind of its subject and the path of its key (``"case:number"``); an event opens its
    own subject. `amount`: the path that is summed up. `by`: the path its parts are told apart by (``"kind|case-kind"``);
    they make the whole. `rows_of` says how many rows a period has when all is entered: before, the figure is withheld.
    """

    meaning: Meaning
    behind: Rows
    shows: tuple[str, ...]
    opens: str = ""
    amount: str = ""
    by: str = ""
    rows_of: Callable[[Period], int] | None = None

    @property
    def name(self) -> str:
        return self.meaning.name

    @property
    def key(self) -> str:
        """The path of what people call a row by."""
        return self.opens.partition(":")[2] or self.shows[0].partition("|")[0]

    @property
    def part(self) -> str:
        """The path its parts are told apart by."""
        return self.by.partition("|")[0]

    @property
    def told_in_the_log(self) -> bool:
        """Are its records events? Then the same part of the log always gives the same ones."""
        return self.behind(Period.of(2000)).model is Event

    def rows(self, period: Period, known: int | None = None) -> QuerySet[Any]:
        """The records of a period; events only among the log's first `known`."""
        rows = self.behind(period)
        if known is not None and rows.model is Event:
            return rows.filter(log_entry__position__lt=known)
        return rows


FIGURES: dict[str, Figure] = {}


def figure(
    meaning: Meaning,
    *,
    shows: tuple[str, ...],
    opens: str = "",
    amount: str = "",
    by: str = "",
    rows_of: Callable[[Period], int] | None = None,
) -> Callable[[Rows], Rows]:
    """Enter a query as the figure of this meaning."""

    def enter(behind: Rows) -> Rows:
        if meaning.name in FIGURES:
            raise ValueError(f"the figure {meaning.name} is counted twice")
        FIGURES[meaning.name] = Figure(meaning, behind, shows, opens, amount, by, rows_of)
        return behind

    return enter


def counted(asked: Mapping[K, tuple[Figure, Period]], known: int | None = None) -> dict[K, Told]:
    """Any number of figures, each for its period, under the names asked by: ``{name: {"value", "parts"}}``.

    One query for as many as a database joins. `parts` only where a figure has any; the value is their sum, and None of a figure that is
    withheld.
    """
    wanted = list(asked.values())
    whole = [place for place, (one, _) in enumerate(wanted) if one.rows_of]
    found: list[dict[str, Decimal]] = [{} for _ in [*wanted, *whole]]
    places = [_tallied(place, one, period, known) for place, (one, period) in enumerate(wanted)]
    places += [_entered(len(wanted) + n, *wanted[place], known) for n, place in enumerate(whole)]
    for start in range(0, len(places), MOST_JOINED):
        first, *others = places[start : start + MOST_JOINED]
        for place, part, value in first.union(*others, all=True):
            found[place][part] = Decimal(value or 0).quantize(STEP)  # SQLite adds in binary
    entered = {place: sum(found[len(wanted) + n].values()) for n, place in enumerate(whole)}
    return {
        name: {"value": None}
        if one.rows_of and entered[place] != one.rows_of(period)
        else _told(one, found[place])
        for place, (name, (one, period)) in enumerate(asked.items())
    }


def _told(one: Figure, parts: dict[str, Decimal]) -> Told:
    value = plain(sum(parts.values(), Decimal()))
    return {"value": value} | (
        {"parts": {part: plain(n) for part, n in sorted(parts.items())}} if one.by else {}
    )


def plain(exact: Decimal) -> Amount:
    """A number as JSON writes it."""
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def keyed(one: Figure, period: Period) -> QuerySet[Any]:
    """Name of the figure, part and key of each record behind it."""
    rows = _parted(one, period).annotate(of_row=F("pk"), of_name=Value(one.name, CharField()))
    return rows.values_list("of_name", "of_part", "of_row")


def _tallied(place: int, one: Figure, period: Period, known: int | None) -> QuerySet[Any]:
    """The value of each part, beside the place of what was asked."""
    value = Sum(one.amount) if one.amount else Count("pk")
    number: Any = DecimalField(max_digits=20, decimal_places=PLACES)
    rows = _parted(one, period, known).annotate(of_value=Cast(value, number))
    return rows.annotate(of_place=Value(place)).values_list("of_place", "of_part", "of_value")


def _entered(place: int, one: Figure, period: Period, known: int | None) -> QuerySet[Any]:
    """How many rows there are, beside the place of what was asked."""
    number: Any = DecimalField(max_digits=20, decimal_places=PLACES)
    rows = _parted(one, period, known).annotate(of_value=Cast(Count("pk"), number))
    return rows.annotate(of_place=Value(place)).values_list("of_place", "of_part", "of_value")


def _parted(one: Figure, period: Period, known: int | None = None) -> QuerySet[Any]:
    """The records with their part of the figure."""
    part = Coalesce(Cast(one.part, CharField()), Value("")) if one.by else Value("", CharField())
    return one.rows(period, known).order_by().values(of_part=part)
