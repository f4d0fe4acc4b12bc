"""Lists inside a form: sites, personnel, certificates. A row is a form; rows come and go without reloading the page.

The fields of a row are named ``sites-<any number>-name_zh``. The order is that of the page, an empty row counts as none,
and without htmx the same buttons send the whole form (``add``, ``drop``), so nothing typed is lost.
"""

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.forms import ChoiceField, Field, Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

MOST_ROWS = 200  # of one list; nobody types more, and a page has to stay one


@dataclass
class Rows:
    """One list of a form: its rows as forms, in the order of the page."""

    name: str
    row: type[Form]
    title: str
    one: str = ""  # what a row is called, for its buttons
    url: str = ""  # where htmx gets another row
    opens: bool = True  # an empty list begins with an empty row
    forms: list[Form] = field(default_factory=list)

    def filled(self, rows: Iterable[dict[str, Any]]) -> "Rows":
        """The list as it was kept."""
        self.forms = [self._form(None, row) for row in rows] or [self._form(None)] * self.opens
        return self

    def sent(self, data: QueryDict) -> "Rows":
        """The list as the page sent it; ``add`` and ``drop`` are the buttons pressed."""
        names = re.findall(rf"^{self.name}-(\d+)-", "\n".join(data), re.M)
        places = [place for place in dict.fromkeys(names) if data.get("drop") != f"{self.name}-{place}"]
        self.forms = [self._form(data, place=place) for place in places[:MOST_ROWS]]
        if data.get("add") == self.name or (self.opens and not self.forms):
            self.forms.append(self._form(None))
        return self

    def is_valid(self) -> bool:
        return all([form.is_valid() for form in self._said])

    @property
    def values(self) -> list[dict[str, Any]]:
        """What a JSON column keeps: one plain dictionary a row that says anything."""
        return [{name: plain(value) for name, value in form.cleaned_data.items()} for form in self._said]

    @property
    def _said(self) -> list[Form]:
        """Rows in which something was typed; one where only a choice was turned says nothing yet."""
        return [form for form in self.forms if form.is_bound and any(map(_typed, _changed(form)))]

    def one_more(self, request: HttpRequest) -> HttpResponse:
        """An empty row, for htmx to put at the end."""
        return render(request, "frame/row.html", {"table": self, "row": self._form(None)})

    def _form(self, data: QueryDict | None, row: dict[str, Any] | None = None, place: str = "") -> Form:
        place = place or str(secrets.randbelow(10**9))
        return self.row(
            data,
            initial=row,
            prefix=f"{self.name}-{place}",
            empty_permitted=True,
            use_required_attribute=False,
        )


def _changed(form: Form) -> list[Field]:
    return [form.fields[name] for name in form.changed_data]


def _typed(field: Field) -> bool:
    return not isinstance(field, ChoiceField)


def pressed(data: QueryDict) -> bool:
    """Was it a button that adds or drops a row, not one that sends the form?"""
    return "add" in data or "drop" in data


def all_valid(*parts: "Form | Rows") -> bool:
    """Every part is asked, so that every error shows at once."""
    return all([part.is_valid() for part in parts])


def fill(tables: Iterable[Rows], data: QueryDict, kept: Mapping[str, list[dict[str, Any]]]) -> None:
    """The lists as the page sent them, or, when nothing was sent, as they are kept."""
    for table in tables:
        table.sent(data) if data else table.filled(kept.get(table.name, []))


def plain(value: Any) -> Any:
    """A cleaned value as JSON keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else value
