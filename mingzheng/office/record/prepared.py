"""A query asked again and again with other values: its SQL is composed once."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

FIRST_MARK, FIRST_DAY = (
    2_000_000_001,
    date(1001, 1, 1),
)  # values no row has, to be told again among the parameters
Shape = tuple[Any, ...]


class Prepared:
    """The rows of ``make(**given)``, a query of values; `given` are whole numbers, days and words, or lists of them.

    What the database is sent is what `make` says; only composing it from expressions is done once for each length of
    the lists.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        self.make = make
        self.composed: dict[Shape, tuple[Any, str, list[Any], list[Any]]] = {}

    def __call__(self, **given: Any) -> list[Any]:
        values = dict(_spread(given))
        shape = (connection.vendor, *values)
        if shape not in self.composed:
            try:
                self.composed[shape] = self._compose(given, values)
            except EmptyResultSet:
                return list(self.make(**given))
        compiler, sql, places, converters = self.composed[shape]
        told = [_adapted(values[place]) if isinstance(place, tuple) else place for place in places]
        with connection.cursor() as cursor:
            cursor.execute(sql, told)
            rows = cursor.fetchall()
        return [tuple(row) for row in compiler.apply_converters(rows, converters)] if converters else rows

    def _compose(
        self, given: dict[str, Any], values: dict[Any, Any]
    ) -> tuple[Any, str, list[Any], list[Any]]:
        marks = dict(zip(values, _marks(values.values()), strict=True))
        asked = {
            name: [marks[name, n] for n in range(len(value))] if isinstance(value, list) else marks[name, 0]
            for name, value in given.items()
        }
        compiler = self.make(**asked).query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        place_of = {_adapted(mark): place for place, mark in marks.items()}
        places = [place_of.get(param, param) for param in params]
        return compiler, sql, places, compiler.get_converters([column for column, *_ in compiler.select])


def _spread(given: dict[str, Any]) -> Iterator[tuple[tuple[str, int], Any]]:
    """Every single value under its name and place."""
    for name, value in given.items():
        for place, one in enumerate(value if isinstance(value, list) else [value]):
            yield (name, place), one


def _marks(values: Iterable[Any]) -> Iterator[Any]:
    """As many values of the same kinds, all different."""
    for place, value in enumerate(values):
        if isinstance(value, date):
            yield FIRST_DAY + timedelta(days=place)
        else:
            yield FIRST_MARK + place if isinstance(value, int) else f"⟨{place}⟩"


def _adapted(value: Any) -> Any:
    """As the database takes it."""
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
