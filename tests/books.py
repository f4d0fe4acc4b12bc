"""The books after a test: every law but those that would see what they see in an empty database.

A law that gets the same answers to the same questions says the same; of an empty database it says that nothing is wrong.
The questions it asked there are known with their answers, and asking them again is cheaper than composing them anew.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection

from mingzheng.office.record.books import BOOKS


@dataclass(frozen=True)
class Question:
    """What a law asked of an empty database, which tables that reads, and the answer."""

    sql: str
    params: Any
    tables: frozenset[str]
    answer: list[Any]


Asked = dict[str, list[Question]]  # by law


def asked_of_nothing() -> Asked:
    """What each law asks of an empty database. Fails if it is not empty, or a law finds something."""
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    heard: list[tuple[str, Any]] = []

    def hear(execute, sql, params, *rest):
        heard.append((sql, params))
        return execute(sql, params, *rest)

    asked: Asked = {}
    for law, check in BOOKS.items():
        heard.clear()
        with connection.execute_wrapper(hear):
            assert [*check()] == []
        asked[law] = [
            Question(sql, params, frozenset(t for t in tables if f'"{t}"' in sql), answer_to(sql, params))
            for sql, params in heard
        ]
    assert not filled(table for questions in asked.values() for one in questions for table in one.tables)
    return asked


def answer_to(sql: str, params: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def filled(tables: Iterable[str]) -> set[str]:
    """Those of the tables that hold anything."""
    each = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in sorted({*tables}))
    return {table for (table,) in answer_to(" UNION ALL ".join(each), None)}


def broken_laws(asked: Asked) -> dict[str, list[str]]:
    """As `check_the_books`."""
    full = filled(table for questions in asked.values() for one in questions for table in one.tables)

    def sees_nothing(law: str) -> bool:
        return all(
            not one.tables & full or answer_to(one.sql, one.params) == one.answer for one in asked[law]
        )

    return {law: found for law, check in BOOKS.items() if not sees_nothing(law) and (found := [*check()])}


def told(check: Callable[[], dict[str, list[str]]]) -> object:
    """What the check finds, or how it falls over rows that no action would have written."""
    try:
        return check()
    except Exception as fault:
        return repr(fault)
