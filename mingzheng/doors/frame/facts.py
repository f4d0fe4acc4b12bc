"""What a page says of one thing: facts with their labels, and rows that belong to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
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
    def drawn(self) -> list[tuple[str, list[tuple[str, Any]]]]:
        """Each row: where it leads, and its cells, each with what it is."""
        return [
            (href, [(head, written(cell)) for head, cell in zip(self.heads, cells, strict=True)])
            for href, cells in self.rows
        ]

    @property
    def wide(self) -> bool:
        """Too wide for a phone: there each row becomes a card."""
        return len(self.heads) > 3
