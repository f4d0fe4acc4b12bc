"""The columns of a list: what each shows, how it sorts, and what it becomes in a spreadsheet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import reduce
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html

from mingzheng.rulebook.standards import Standard

from . import formats
from .two import say_lazy


class Kind(StrEnum):
    """What a cell holds; decides alignment, wording on the page and the type in a spreadsheet."""

    TEXT = "text"
    CODE = "code"  # a number that names something: never split, text in a spreadsheet
    NUMBER = "number"
    MONEY = "money"  # CNY
    PERSON_DAYS = "person_days"
    DAY = "day"
    MOMENT = "moment"
    DEADLINE = "deadline"  # a day, and how long is left; a row past it is marked
    STATUS = "status"  # a value with words of its family, as a pill
    STANDARDS = "standards"  # one standard or several, as Q E S


_NUMERIC = (Kind.NUMBER, Kind.MONEY, Kind.PERSON_DAYS)
_CSS = {Kind.CODE: "code", Kind.STANDARDS: "code", Kind.DAY: "day", Kind.MOMENT: "day"}


@dataclass(frozen=True)
class Column:
    """One column.

    `value` is a dotted path of attributes or a function of the row (default: the attribute `name`); `sort` the path the
    database sorts by (empty: not sortable). `words` is the family of words of a STATUS (``status`` -> ``status.<value>``),
    `tones` gives values a tone of :func:`formats.pill`. `template` draws the cell instead, given ``row`` and ``value``.
    `export` is what a spreadsheet gets when it is not the value; `screen_only` keeps the column out of it.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    value: str | Callable[[Any], Any] = ""
    sort: str = ""
    words: str = "status"
    tones: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    export: Callable[[Any], Any] | None = None
    screen_only: bool = False

    @property
    def css(self) -> str:
        return "number" if self.kind in _NUMERIC else _CSS.get(self.kind, "")

    def of(self, row: Any) -> Any:
        """The value of this column in a row."""
        if callable(self.value):
            return self.value(row)
        return reduce(
            lambda thing, name: getattr(thing, name, None), (self.value or self.name).split("."), row
        )

    def cell(self, row: Any, today: date) -> Any:
        """What the page shows."""
        value = self.of(row)
        if self.template:
            return render_to_string(self.template, {"row": row, "value": value, "today": today})
        if value in (None, ""):
            return formats.NOTHING
        return self._drawn(value, today)

    def _drawn(self, value: Any, today: date) -> Any:
        match self.kind:
            case Kind.NUMBER:
                return formats.number(value)
            case Kind.MONEY:
                return formats.money(value)
            case Kind.PERSON_DAYS:
                return formats.person_days(value)
            case Kind.DAY:
                return formats.day(value)
            case Kind.MOMENT:
                return formats.moment(value)
            case Kind.DEADLINE:
                return format_html(
                    '<span class="day">{}</span> {}', formats.day(value), formats.deadline(value, today)
                )
            case Kind.STATUS:
                return formats.pill(say_lazy(f"{self.words}.{value}"), self.tones.get(value, "plain"))
            case Kind.STANDARDS:
                return formats.standards_tags(several(value))
        return value

    def exported(self, row: Any) -> Any:
        """What a spreadsheet gets: real dates and numbers, words as text."""
        value = self.export(row) if self.export else self.of(row)
        if value in (None, ""):
            return None
        if self.kind is Kind.STATUS and not self.export:
            return str(say_lazy(f"{self.words}.{value}"))
        if self.kind is Kind.STANDARDS and not self.export:
            held = several(value)
            return " ".join(s.letter for s in Standard if s in held)
        if isinstance(value, datetime) and timezone.is_aware(value):
            return timezone.localtime(value).replace(tzinfo=None)
        return value if isinstance(value, int | float | date) or self.kind in _NUMERIC else str(value)


def several(value: str | Iterable[str]) -> list[str]:
    """One standard or several, always as a list."""
    return [value] if isinstance(value, str) else list(value)
