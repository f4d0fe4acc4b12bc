"""A body on PostgreSQL, and the same body many times over: only for measuring, in a database that is thrown away.

What stands in an SQLite file is copied; then every row the figures read is there so many times, each copy with keys and
names of its own. Guards and foreign keys rest meanwhile: nobody did what the copies say.
"""

import re
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, models

from mingzheng.office.audits.models import Audit
from mingzheng.office.library.models import Rule, Scheme
from mingzheng.office.people.models import Employment
from mingzheng.office.record.figure import FIGURES
from mingzheng.office.record.models import Event
from mingzheng.rulebook.indicators.meaning import Period

STEP = 10_000_000  # keys of one copy
Model = type[models.Model]
TOO = (Audit, Employment)  # not read by a figure, but by what counts beside them or tells its rows apart
ONCE = (Scheme, Rule)  # a standard has one scheme in any body
FACTS = """
CASE WHEN o.kind LIKE 'certificate.%%' THEN o.facts || jsonb_strip_nulls(jsonb_build_object(
  'number', o.facts->>'number' || '~' || k, 'previous', o.facts->>'previous' || '~' || k)) ELSE o.facts END
"""


def copy_from(file: Path) -> None:
    """Every row of an SQLite database of the same migrations."""
    with closing(sqlite3.connect(file)) as there, connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # neither guards nor foreign keys
        known = connection.introspection.table_names(cursor)
        cursor.execute(f"TRUNCATE {', '.join(map(connection.ops.quote_name, known))}")
        for (name,) in there.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if name in known:
                rows = there.execute(f'SELECT * FROM "{name}"')
                columns = ", ".join(f'"{one[0]}"' for one in rows.description)
                with cursor.copy(f'COPY "{name}" ({columns}) FROM STDIN') as into:
                    for row in rows:
                        into.write_row(row)
    settle()


def multiply(first: int, last: int) -> None:
    """The copies from this one to that one, the body as it was copied being number 0."""
    found = _copyable()
    with connection.cursor() as cursor:
        for model in found:
            table, named = model._meta.db_table, _named_apart(model, found)
            for column in named:
                cursor.execute(f'ALTER TABLE "{table}" ALTER "{column}" TYPE text')
            told = {one.column: _copied(one, named, found) for one in model._meta.local_concrete_fields}
            columns = ", ".join(f'"{column}"' for column in told)
            cursor.execute(
                f'INSERT INTO "{table}" ({columns}) SELECT {", ".join(told.values())} FROM "{table}" o '
                "CROSS JOIN generate_series(%s, %s) k WHERE o.id < %s",
                [first, last, STEP],
            )
    settle()


def settle() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


def read_by_figures() -> list[Model]:
    """Whatever table a figure of the year is counted from."""
    known: dict[str, Model] = {one._meta.db_table: one for one in apps.get_models(include_auto_created=True)}
    said = [str(one.rows(Period.of(2020)).query) for one in FIGURES.values()]
    names = {name for sql in said for name in re.findall(r'"(\w+)"', sql)}
    return [known[name] for name in sorted(names & known.keys() | {one._meta.db_table for one in TOO})]


def _copied(field: Any, named: Collection[str], found: Collection[Model]) -> str:
    """A column as a copy has it."""
    column = f'o."{field.column}"'
    if field.primary_key or (field.is_relation and field.related_model in found):
        return f"{column} + k * {STEP}"
    if field.model is Event and field.name == "facts":
        return FACTS
    if field.column in named:
        return f"CASE WHEN {column} = '' THEN '' ELSE {column} || '~' || k END"  # nothing said stays nothing
    return column


def _once(model: Model) -> list[list[Any]]:
    """The columns no two rows say alike."""
    alone = [[one] for one in model._meta.local_concrete_fields if one.unique and not one.primary_key]
    groups = [one.fields for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    together = [*groups, *model._meta.unique_together]
    return alone + [[model._meta.get_field(name) for name in names] for names in together if names]


def _named_apart(model: Model, found: Collection[Model]) -> list[str]:
    """The columns whose text tells the copies apart, where no key does."""
    rest = [
        group
        for group in _once(model)
        if not any(one.is_relation and one.related_model in found for one in group)
    ]
    return sorted({next(one.column for one in group if _is_text(one)) for group in rest})


def _copyable() -> list[Model]:
    """What is told apart by a day or a year alone is there once in any body."""
    found = [one for one in read_by_figures() if one not in ONCE and one._default_manager.exists()]
    while left := [one for one in found if not _may_be_copied(one, found)]:
        found = [one for one in found if one not in left]
    return found


def _may_be_copied(model: Model, found: Collection[Model]) -> bool:
    return all(any(_is_text(one) or one.related_model in found for one in group) for group in _once(model))


def _is_text(field: Any) -> bool:
    return isinstance(field, models.CharField)
