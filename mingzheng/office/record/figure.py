"""Figures of a year 年度数字: each answers the records behind it, so that what it says can be opened and counted again.

A stage declares its figures in its `figures.py`; what each means stands in `rulebook/indicators/`::

    @figure(COMPLAINTS_RECEIVED, shows=("number", "client__name_zh", "received_on"), opens="case:number")
    def complaints_received(period: Period) -> QuerySet[Case]:
        return Case.objects.filter(kind=CaseKind.COMPLAINT, received_on__range=period.days)

The rows are counted; with `amount`, that path is summed. A stock looks at `period.last` alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import CharField, Count, DecimalField, F, QuerySet, Sum, Value
from django.db.models.functions import Cast, Coalesce

from mingzheng.rulebook.indicators.meaning import Meaning, Period

from .counting import PLACES, Counted, Summed
from .models import Event

Rows = Callable[[Period], QuerySet[Any]]
Amount = int | float


@dataclass(frozen=True)
class Figure:
    """One figure and the records behind it. Every path leads to one row each, and every row is there once.

    `shows`: the paths its list shows, each with the family of its words where it is a code (``"kind|case-kind"``).
    `opens`: the page of a row, as the kind of its subject and the path of its key (``"case:number"``); an event opens its
    own subject. `amount`: the path that is summed up. `by`: the path its parts are told apart by (``"kind|case-kind"``);
    they make the whole.
    """

    meaning: Meaning
    behind: Rows
    shows: tuple[str, ...]
    opens: str = ""
    amount: str = ""
    by: str = ""

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
    meaning: Meaning, *, shows: tuple[str, ...], opens: str = "", amount: str = "", by: str = ""
) -> Callable[[Rows], Rows]:
    """Enter a query as the figure of this meaning."""

    def enter(behind: Rows) -> Rows:
        if meaning.name in FIGURES:
            raise ValueError(f"the figure {meaning.name} is counted twice")
        FIGURES[meaning.name] = Figure(meaning, behind, shows, opens, amount, by)
        return behind

    return enter


def values_of(asked: Mapping[str, tuple[Figure, Period]], known: int | None = None) -> dict[str, Amount]:
    """The values of any number of figures, each for its period, under the names asked by; one query for them all."""
    columns = {f"n{place}": _value(one, period, known) for place, (one, period) in enumerate(asked.values())}
    found: Any = Event.objects.order_by().values(**columns).first() if columns else None
    counted: dict[str, Any] = found or {}
    return {name: plain(counted.get(f"n{place}", 0)) for place, name in enumerate(asked)}


def by_month(one: Figure, year: int, known: int | None = None) -> list[Amount]:
    """A figure for each of the twelve months."""
    months = {str(month): (one, Period.of(year, month)) for month in range(1, 13)}
    return list(values_of(months, known).values())


def parts_of(
    figures: Iterable[Figure], period: Period, known: int | None = None
) -> dict[str, dict[str, Amount]]:
    """The parts of those figures that have parts, ``{name: {part: value}}``; one query for them all."""
    parted = [one for one in figures if one.by]
    found: dict[str, dict[str, Amount]] = {one.name: {} for one in parted}
    if parted:
        first, *rest = [_parts(one, period, known) for one in parted]
        for name, part, value in first.union(*rest, all=True):
            found[name][part] = plain(value)
    return {name: dict(sorted(parts.items())) for name, parts in found.items()}


def plain(value: Any) -> Amount:
    """A number as JSON writes it."""
    exact = Decimal(value)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _value(one: Figure, period: Period, known: int | None) -> Counted | Summed:
    rows = one.rows(period, known)
    return Summed(rows, one.amount) if one.amount else Counted(rows)


def keyed(one: Figure, period: Period) -> QuerySet[Any]:
    """Figure, part and key of each record behind a figure."""
    return _parted(one, period).annotate(of_row=F("pk")).values_list("of_figure", "of_part", "of_row")


def _parts(one: Figure, period: Period, known: int | None) -> QuerySet[Any]:
    number: Any = DecimalField(max_digits=20, decimal_places=PLACES)
    value = Cast(Sum(one.amount) if one.amount else Count("pk"), number)
    return (
        _parted(one, period, known).annotate(of_value=value).values_list("of_figure", "of_part", "of_value")
    )


def _parted(one: Figure, period: Period, known: int | None = None) -> QuerySet[Any]:
    """The records with the name of the figure and their part of it."""
    part = Coalesce(Cast(one.part, CharField()), Value("")) if one.by else Value("", CharField())
    return one.rows(period, known).order_by().values(of_figure=Value(one.name, CharField()), of_part=part)
