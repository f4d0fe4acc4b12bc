"""What a page says of one thing: facts with their labels, and rows that belong to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .formats import NOTHING, day


def written(value: Any) -> Any:
    """A value as a page writes it: days as everywhere and never broken, nothing as ``--``."""
    if isinstance(value, date):
        return format_html('<span class="day">{}</span>', day(value))
    return NOTHING if value in (None, "") else value


def one_a_line(values: Iterable[Any]) -> SafeString:
    """Several values in one place."""
    return format_html_join(mark_safe("<br>"), "{}", ((value,) for value in values))


def _counts(cell: Any) -> bool:
    """Is it a number or an amount?"""
    return isinstance(cell, int | float | Decimal) or (isinstance(cell, str) and cell.startswith(("¥", "-¥")))


def _fits(cell: Any) -> bool:
    """Does it belong into a column of numbers?"""
    return _counts(cell) or cell in (None, "", NOTHING)


@dataclass(frozen=True)
class Fact:
    """A label and what stands behind it; `href` leads to it, `long` gives it a paragraph of its own."""

    label: str
    value: Any
    href: str = ""
    long: bool = False

    @property
    def shown(self) -> Any:
        return written(self.value)


@dataclass(frozen=True)
class Table:
    """Rows that belong to the entry; a row's first cell links to `href` where there is one."""

    title: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Any]]]  # href, cells

    @property
    def sides(self) -> list[str]:
        """The class of each column: one of numbers and amounts stands to the right."""
        columns = (
            zip(*(cells for _, cells in self.rows), strict=True) if self.rows else [()] * len(self.heads)
        )
        return ["number" if any(map(_counts, cells)) and all(map(_fits, cells)) else "" for cells in columns]

    @property
    def titled(self) -> list[tuple[str, str]]:
        return list(zip(self.heads, self.sides, strict=True))

    @property
    def drawn(self) -> list[tuple[str, list[tuple[str, str, Any]]]]:
        """Each row: where it leads, and its cells, each with what it is and its class."""
        return [
            (
                href,
                [(head, side, written(cell)) for (head, side), cell in zip(self.titled, cells, strict=True)],
            )
            for href, cells in self.rows
        ]

    @property
    def wide(self) -> bool:
        """Too wide for a phone: there each row becomes a card."""
        return len(self.heads) > 3
