"""The record and the public log cannot be changed, not even by someone who forgets to ask: triggers in the database say no."""

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

RECORD = ("record_event", "record_logentry", "record_checkpoint")
PUBLIC_LOG = ("publication_line", "publication_checkpoint")
TABLES = RECORD + PUBLIC_LOG


def guard(connection: BaseDatabaseWrapper, tables: Sequence[str] = TABLES) -> None:
    """Put the guards in place (in the migration, and after a test has emptied its tables)."""
    with connection.cursor() as cursor:
        for statement in _SPOKEN[connection.vendor][0](tables):
            cursor.execute(statement)


def unguard(connection: BaseDatabaseWrapper, tables: Sequence[str] = TABLES) -> None:
    """Take the guards away. Only a test that empties its own throw-away database calls this."""
    with connection.cursor() as cursor:
        for statement in _SPOKEN[connection.vendor][1](tables):
            cursor.execute(statement)


def _sqlite_guard(tables: Sequence[str]) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'The record is written once.'); END"
        for table in tables
        for verb in ("UPDATE", "DELETE")
    ]


def _sqlite_unguard(tables: Sequence[str]) -> list[str]:
    return [f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for table in tables for verb in ("update", "delete")]


def _postgres_guard(tables: Sequence[str]) -> list[str]:
    function = (
        "CREATE OR REPLACE FUNCTION record_is_written_once() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'The record is written once.'; END $$"
    )
    return [function] + [
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION record_is_written_once()"
        for table in tables
    ]


def _postgres_unguard(tables: Sequence[str]) -> list[str]:
    return [f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}" for table in tables]


_SPOKEN = {
    "sqlite": (_sqlite_guard, _sqlite_unguard),
    "postgresql": (_postgres_guard, _postgres_unguard),
}
