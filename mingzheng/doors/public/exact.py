"""Exact search in processes of its own: a number everybody may look up leads to its page, which is a file.

One prepared statement over a connection of this thread's own, and a redirection: a crowd asking for certificates holds up
nobody's work. Whatever is not a plain hit (unknown, withheld, mistyped, asked too fast, no page yet) is 404 without a word: the
server of files before it then asks Django (docs/nginx.conf), which alone says why. Without that server Django does it all.
"""

import os
import re
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection
from django.utils.translation.trans_real import parse_accept_lang_header
from psycopg.pq import ExecStatus

from mingzheng.doors.frame import pace
from mingzheng.office.publication.queries import public_page

from .verify import MOST

ASKED = re.compile(r"/c/([0-9A-Z/-]{8,50})/")
PLACE = "\0"  # where the number goes in the statement
HEADERS = [("Cache-Control", "no-store"), ("X-Robots-Tag", "noindex"), ("Content-Length", "0")]
LookUp = Callable[[str], str | None]


class ExactSearch:
    """What granian serves (WSGI)."""

    def __init__(self) -> None:
        self._own = threading.local()

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        place = self._place(environ)
        if place and pace.may_ask("certificate", pace.address_of(environ), MOST):
            start("303 See Other", [("Location", place), *HEADERS])
        else:
            start("404 Not Found", HEADERS)
        return [b""]

    def _place(self, environ: Mapping[str, Any]) -> str | None:
        """Where the page of the certificate asked for is; None where there is no plain hit."""
        asked = ASKED.fullmatch(environ["PATH_INFO"])
        public_id = self._found(asked[1]) if asked and environ["REQUEST_METHOD"] == "GET" else None
        if public_id is None or not os.path.exists(f"{settings.PUBLISHED}/C/{public_id}"):
            return None
        return f"/C/{public_id}{'.en' if _in_english(environ) else ''}"

    def _found(self, number: str) -> str | None:
        own = self._own
        if not hasattr(own, "look_up"):
            own.connection, own.look_up = _prepared()
        try:
            found: str | None = own.look_up(number)
        except (psycopg.Error, sqlite3.Error):
            self.close()  # the database was restarted: this time Django answers, then we begin anew
            return None
        return found

    def close(self) -> None:
        """Let this thread's connection go."""
        if hasattr(self._own, "look_up"):
            self._own.connection.close()
            del self._own.look_up


def _prepared() -> tuple[Any, LookUp]:
    """A connection, and the look-up by number over it."""
    statement, values = public_page(PLACE).query.sql_with_params()
    opened: Any = connection.get_new_connection(connection.get_connection_params())
    if connection.vendor == "postgresql":
        opened.autocommit = True
        return opened, _over_libpq(opened, statement, values)
    statement = statement.replace("%s", "?")

    def look_up(number: str) -> str | None:
        row = opened.execute(statement, [number if one == PLACE else one for one in values]).fetchone()
        return row[0] if row else None

    return opened, look_up


def _over_libpq(opened: Any, statement: str, values: tuple[Any, ...]) -> LookUp:
    """Straight over libpq: what a cursor does besides takes longer than PostgreSQL takes to answer."""
    libpq, name = opened.pgconn, b"page"
    for n in range(1, len(values) + 1):
        statement = statement.replace("%s", f"${n}", 1)
    libpq.prepare(name, statement.encode())

    def look_up(number: str) -> str | None:
        told = libpq.exec_prepared(name, [(number if one == PLACE else one).encode() for one in values])
        if told.status != ExecStatus.TUPLES_OK:
            raise psycopg.OperationalError(told.error_message)
        return told.get_value(0, 0).decode() if told.ntuples else None

    return look_up


def _in_english(environ: Mapping[str, Any]) -> bool:
    """As the reader chose, else as his browser says; what neither says is Chinese."""
    chosen = re.search(rf"\b{settings.LANGUAGE_COOKIE_NAME}=(\w\w)", environ.get("HTTP_COOKIE", ""))
    told = [code for code, _ in parse_accept_lang_header(environ.get("HTTP_ACCEPT_LANGUAGE", ""))]
    wanted = [chosen[1]] if chosen else [code[:2] for code in told]
    return next((code for code in wanted if code in ("zh", "en")), "zh") == "en"
