"""What the year came to, beside what it was to come to."""

from collections.abc import Iterable, Iterator
from typing import Any

from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.office.report.year import figures_of
from mingzheng.rulebook.standards import SYSTEMS

from .building import build
from .cohorts import Life, lives, table
from .people import auditors
from .seed import AUDITORS, DIFFERENCES, Table


def told_of(year: int, scale: int = 1) -> dict[str, Any]:
    """Build it, and sum it up."""
    told = lives(scale)
    world = build(year, told, auditors())
    figures = figures_of(year)
    differing = list(differences(figures, wanted(told)))
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


def differences(figures: dict[str, Any], certificates: Table, auditors: Table = AUDITORS) -> Iterator[str]:
    """Cells of the tables that are not what they should be."""
    yield from _unlike("certificates", certificates, figures["certificates"])
    yield from _unlike("auditors", auditors, figures["auditors"])


def wanted(told: Iterable[Life]) -> Table:
    """The rows of the regulator's table that these clients come to."""
    counted = table(told)
    return {standard.value: counted[standard.letter] for standard in SYSTEMS}


def _unlike(name: str, wanted: Table, found: Table) -> Iterator[str]:
    for scheme, row in wanted.items():
        for column, count in row.items():
            if found[scheme][column] != count:
                yield f"{name} {scheme} {column}: {found[scheme][column]}, not {count}"
