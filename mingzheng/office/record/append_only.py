"""The record cannot be changed, not even by someone who forgets to ask: triggers in the database say no."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ["record_event", "record_logentry", "record_checkpoint"]


def guard(connection: BaseDatabaseWrapper) -> None:
    """Put the guards in place (in the migration, and after a test has emptied its tables)."""
    with connection.cursor() as cursor:
        for statement in _SPOKEN[connection.vendor][0]():
            cursor.execute(statement)


def unguard(connection: BaseDatabaseWrapper) -> None:
    """Take the guards away. Only a test that empties its own throw-away database calls this."""
    with connection.cursor() as cursor:
        for statement in _SPOKEN[connection.vendor][1]():
            cursor.execute(statement)


def _sqlite_guard() -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'The record is written once.'); END"
        for table in TABLES
        for verb in ("UPDATE", "DELETE")
    ]


def _sqlite_unguard() -> list[str]:
    return [f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for table in TABLES for verb in ("update", "delete")]


def _postgres_guard() -> list[str]:
    function = (
        "CREATE OR REPLACE FUNCTION record_is_written_once() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'The record is written once.'; END $$"
    )
    return [function] + [
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION record_is_written_once()"
        for table in TABLES
    ]


def _postgres_unguard() -> list[str]:
    return [f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}" for table in TABLES]


_SPOKEN = {
    "sqlite": (_sqlite_guard, _sqlite_unguard),
    "postgresql": (_postgres_guard, _postgres_unguard),
}
