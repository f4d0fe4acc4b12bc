"""A query asked again and again with other values: its SQL is composed once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)
from django.db.models.sql import InsertQuery, UpdateQuery
from django.db.transaction import TransactionManagementError

FIRST_MARK, FIRST_DAY = (
    2_000_000_001,
    date(1001, 1, 1),
)  # values no row has, to be told again among the parameters
Row = TypeVar("Row")


class Prepared(Generic[Row]):
    """The rows of ``make(**given)``: models with what belongs to them, or values as lists of tuples.

    `given` are whole numbers, days and words, or lists of them; never None, which composes another query. What the
    database is sent is what `make` says; only composing it from expressions is done once for each length of the lists.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Row]]) -> None:
        self.make = make
        self.composed: dict[tuple[Any, ...], _Composed] = {}

    def __call__(self, **given: Any) -> list[Row]:
        values = dict(_spread(given))
        shape = (connection.vendor, *values)
        if shape not in self.composed:
            try:
                self.composed[shape] = _compose(self.make, given, values)
            except EmptyResultSet:
                return list(self.make(**given))
        return self.composed[shape].rows(values)

    def get(self, **given: Any) -> Row:
        """The one row there is. Raises the model's DoesNotExist."""
        rows = self(**given)
        if len(rows) != 1:
            return self.make(**given).get()  # raises what is to be raised
        return rows[0]

    def first(self, **given: Any) -> Row | None:
        """The first of the rows, which `make` limits to one; None when there is none."""
        return next(iter(self(**given)), None)


class PreparedUpdate:
    """Changes the rows that ``make(**given)`` tells to the values it tells with them; `given` as above."""

    def __init__(self, make: Callable[..., tuple[QuerySet[Any, Any], dict[str, Any]]]) -> None:
        self.make = make
        self.composed: dict[tuple[Any, ...], tuple[str, list[Any]]] = {}

    def __call__(self, **given: Any) -> None:
        values = dict(_spread(given))
        shape = (connection.vendor, *values)
        if shape not in self.composed:
            try:
                self.composed[shape] = self._compose(given, values)
            except EmptyResultSet:
                if [] in given.values():  # of nobody
                    return
                raise
        sql, places = self.composed[shape]
        with connection.cursor() as cursor:
            cursor.execute(sql, _told(places, values))

    def _compose(self, given: dict[str, Any], values: dict[Any, Any]) -> tuple[str, list[Any]]:
        marks = dict(zip(values, _marks(values.values()), strict=True))
        rows, changed = self.make(**_as_given(given, marks))
        query: Any = rows.query.chain(UpdateQuery)
        query.add_update_values(changed)
        return _placed(query.get_compiler(connection=connection), marks, given)


class PreparedInsert:
    """Stores one row of a model whose key the database gives; the row is not told its key."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model
        self.fields = [field for field in model._meta.concrete_fields if not field.primary_key]
        self.composed: dict[str, str] = {}

    def __call__(self, row: Model) -> None:
        if connection.vendor not in self.composed:
            query = InsertQuery(self.model)
            query.insert_values(self.fields, [row])
            ((sql, _),) = query.get_compiler(connection=connection).as_sql()
            self.composed[connection.vendor] = sql
        values = [f.get_db_prep_save(getattr(row, f.attname), connection) for f in self.fields]
        with connection.cursor() as cursor:
            cursor.execute(self.composed[connection.vendor], values)


@dataclass(frozen=True)
class _Composed:
    """The SQL of a query, where its values go among the parameters, and how its answer is read."""

    sql: str
    places: list[Any]  # (name, number) of a given value, or a parameter of the query's own
    compiler: Any
    converters: Any
    read: Callable[[Iterable[Any]], list[Any]]
    locks: bool

    def rows(self, values: dict[Any, Any]) -> list[Any]:
        if self.locks and connection.get_autocommit():  # Django says so when it composes, and so but once
            raise TransactionManagementError("select_for_update cannot be used outside of a transaction.")
        with connection.cursor() as cursor:
            cursor.execute(self.sql, _told(self.places, values))
            rows = cursor.fetchall()
        return self.read(self.compiler.apply_converters(rows, self.converters) if self.converters else rows)


def _compose(make: Callable[..., Any], given: dict[str, Any], values: dict[Any, Any]) -> _Composed:
    marks = dict(zip(values, _marks(values.values()), strict=True))
    asked = make(**_as_given(given, marks))
    compiler = asked.query.get_compiler(connection=connection)
    sql, places = _placed(compiler, marks, given)
    converters = compiler.get_converters([column for column, *_ in compiler.select])
    locks = asked.query.select_for_update
    return _Composed(sql, places, compiler, converters, _reader(asked, compiler), locks)


def put_beside(one: Any, name: str, rows: list[Any]) -> None:
    """As prefetch_related would: ``one.name.all()`` are these rows, and each belongs to this very `one`."""
    belonging = getattr(one, name)
    for row in rows:
        setattr(row, belonging.field.name, one)
    held = belonging.all()
    held._result_cache, held._prefetch_done = rows, True
    one._prefetched_objects_cache = {**getattr(one, "_prefetched_objects_cache", {}), name: held}


def _as_given(given: dict[str, Any], marks: dict[Any, Any]) -> dict[str, Any]:
    """Marks in the place of values."""
    return {
        name: [marks[name, n] for n in range(len(value))] if isinstance(value, list) else marks[name, 0]
        for name, value in given.items()
    }


def _placed(compiler: Any, marks: dict[Any, Any], given: dict[str, Any]) -> tuple[str, list[Any]]:
    """The statement composed of marks: its SQL, and where the values go among its parameters."""
    sql, params = compiler.as_sql()
    place_of = {_adapted(mark): place for place, mark in marks.items()}
    places = [place_of.get(param, param) for param in params]
    if (lost := marks.keys() - set(places)) and [] not in given.values():  # of nobody, much is not asked
        raise ValueError(f"it asks for something else than what it is given: {sorted(lost)}")
    return sql, places


def _told(places: Iterable[Any], values: dict[Any, Any]) -> list[Any]:
    """The parameters of a composed statement for these values."""
    return [_adapted(values[place]) if isinstance(place, tuple) else place for place in places]


def _reader(asked: Any, compiler: Any) -> Callable[[Iterable[Any]], list[Any]]:
    """Rows of the database as the query would give them."""
    if issubclass(asked._iterable_class, ModelIterable):
        return _models(compiler, asked._prefetch_related_lookups)
    if issubclass(asked._iterable_class, FlatValuesListIterable):
        return lambda rows: [row[0] for row in rows]
    if asked._iterable_class is not ValuesListIterable:
        raise ValueError("it answers with models, tuples or single values, nothing else")
    return lambda rows: list(map(tuple, rows))


def _models(compiler: Any, besides: Iterable[Any]) -> Callable[[Iterable[Any]], list[Any]]:
    """Models with their annotations, what was selected with them, and what is fetched besides."""
    kind, select = compiler.klass_info, compiler.select
    first, end = kind["select_fields"][0], kind["select_fields"][-1] + 1
    names = [column.target.attname for column, *_ in select[first:end]]
    joined, annotated = get_related_populators(kind, select, DEFAULT_DB_ALIAS), compiler.annotation_col_map  # type: ignore[call-arg]

    def read(rows: Iterable[Any]) -> list[Any]:
        found = []
        for row in rows:
            one = kind["model"].from_db(DEFAULT_DB_ALIAS, names, row[first:end])
            for populator in joined:
                populator.populate(row, one)
            for name, place in annotated.items():
                setattr(one, name, row[place])
            found.append(one)
        prefetch_related_objects(found, *besides)
        return found

    return read


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
