"""What a list can be narrowed by: a status tab, words searched, a choice, a span of days."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from .two import t

Asked = Mapping[str, str]  # the query of the URL
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Tab:
    """A state with its count; an empty condition is everything."""

    name: str
    label: str
    condition: Q = field(default_factory=Q)


@dataclass(frozen=True)
class Choice:
    """One of several values of the field at `path`, or whatever `condition` makes of the value."""

    name: str
    label: str
    choices: Choices | Callable[[], Choices]
    path: str = ""
    condition: Callable[[str], Q] | None = None
    template = "frame/filters/choice.html"

    def options(self) -> Choices:
        return self.choices() if callable(self.choices) else self.choices

    def narrow(self, asked: Asked) -> Q:
        value = asked.get(self.name, "")
        if value not in [str(option) for option, _ in self.options()] or not value:
            return Q()
        return self.condition(value) if self.condition else Q(**{self.path or self.name: value})

    def said(self, asked: Asked) -> str:
        return next((str(words) for value, words in self.options() if str(value) == asked.get(self.name)), "")

    def drawn(self, asked: Asked) -> dict[str, Any]:
        return {"filter": self, "options": self.options(), "value": asked.get(self.name, "")}


@dataclass(frozen=True)
class Days:
    """A span of days of the field at `path`, both ends included, either end open."""

    name: str
    label: str
    path: str = ""
    template = "frame/filters/days.html"

    def narrow(self, asked: Asked) -> Q:
        first, last = self._span(asked)
        path, condition = self.path or self.name, Q()
        if first:
            condition &= Q(**{f"{path}__gte": first})
        if last:
            condition &= Q(**{f"{path}__lte": last})
        return condition

    def said(self, asked: Asked) -> str:
        first, last = self._span(asked)
        return f"{first or ''} ～ {last or ''}" if first or last else ""

    def drawn(self, asked: Asked) -> dict[str, Any]:
        first, last = self._span(asked)
        return {"filter": self, "first": first, "last": last}

    def _span(self, asked: Asked) -> tuple[date | None, date | None]:
        return _day(asked.get(f"{self.name}_from", "")), _day(asked.get(f"{self.name}_to", ""))


Filter = Choice | Days


def found_in(paths: Sequence[str], asked: str) -> Q:
    """Every word asked for is found in one of `paths`, full-width or half-width."""
    condition = Q()
    for word in asked.replace("\0", "").split():
        found = Q()
        for form in {word, unicodedata.normalize("NFKC", word)}:
            for path in paths:
                found |= Q(**{f"{path}__icontains": form})
        condition &= found
    return condition


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


EVERYTHING = Tab("all", t("全部", "All"))
