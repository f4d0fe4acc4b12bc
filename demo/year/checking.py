"""What the year came to, beside what it was to come to."""

import json
from collections.abc import Collection, Iterable, Iterator
from io import StringIO
from typing import Any

from django.core.management import call_command

from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.office.report.year import numbers_of
from mingzheng.rulebook.standards import OTHERS, SYSTEMS

from .building import build
from .cohorts import Life, lives, table
from .people import auditors
from .recount import counted_from_the_log, counted_in_sql
from .seed import AUDITORS, CERTIFICATES, COLUMNS, DIFFERENCES, FIGURES, TOLD_OF, Table


def told_of(year: int, scale: int = 1) -> dict[str, Any]:
    """Build it, and sum it up."""
    told = lives(scale)
    world = build(year, told, auditors())
    figures = printed(year)
    differing = list(differences(figures, wanted(told)))
    for count in (counted_in_sql, counted_from_the_log):
        differing += _unlike(count.__name__, wanted(told), with_total(count(year)))
    if scale == 1:
        differing += unlike_the_text(figures)
        differing += silent(figures)
        differing += not_half(figures["visits_by_month"][2], numbers_of(year - 1)["visits_by_month"][2])
    books = check_the_books() or "ok"
    return {
        "on": world.today.isoformat(),
        "events": Event.objects.count(),
        "books": books,
        "notes": DIFFERENCES,
        "differing": differing,
        "figures": figures,
        "fine": books == "ok" and not differing,
    }


def printed(year: int) -> dict[str, Any]:
    """What `mingzheng report figures YEAR --json` prints."""
    said = StringIO()
    call_command("report", "figures", str(year), "--json", stdout=said)
    told: dict[str, Any] = json.loads(said.getvalue())
    return told


def differences(figures: dict[str, Any], certificates: Table, auditors: Table = AUDITORS) -> Iterator[str]:
    """Cells of the tables that are not what they should be."""
    yield from _unlike("certificates", certificates, figures["certificates"])
    yield from _unlike("auditors", auditors, figures["auditors"])


def wanted(told: Iterable[Life]) -> Table:
    """The rows of the regulator's table that these clients come to."""
    counted = table(told)
    rows = {standard.value: counted[standard.letter] for standard in SYSTEMS}
    rows |= {standard.value: CERTIFICATES[standard] for standard in OTHERS}  # told in full at any scale
    return with_total(rows)


def with_total(rows: Table) -> Table:
    return {**rows, "total": {column: sum(row[column] for row in rows.values()) for column in COLUMNS}}


def unlike_the_text(figures: dict[str, Any], but: Collection[str] = ()) -> Iterator[str]:
    """Figures that the report says in its text, and that are not what it says; some need the whole body."""
    for name, said in FIGURES.items():
        if name not in but and (found := figures["figures"][name]["value"]) != said:
            yield f"{name}: {found}, not {said}"


def silent(figures: dict[str, Any]) -> Iterator[str]:
    """Figures of what the report tells of, and of which nothing was counted."""
    for name in TOLD_OF:
        if not figures["figures"][name]["value"]:
            yield f"{name}: nothing"


def not_half(march: int, march_before: int) -> Iterator[str]:
    """The report has no visits in February of the epidemic, and half of them in March."""
    if not 0.48 <= march / march_before <= 0.52:
        yield f"visits in March: {march}, where {march_before} were held the year before"


def _unlike(name: str, wanted: Table, found: Table) -> Iterator[str]:
    for scheme, row in wanted.items():
        for column, count in row.items():
            if found[scheme][column] != count:
                yield f"{name} {scheme} {column}: {found[scheme][column]}, not {count}"
