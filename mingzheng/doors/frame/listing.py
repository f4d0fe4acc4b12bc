"""One component for all lists: tabs with counts, search, filters, sorting, paging, memory, and export of what is shown.

A door declares a list and answers with it::

    class CertificatesListing(Listing):
        name, title = "certificates", t("证书台账", "Certificate register")
        columns = (Column("number", t("编号", "Number"), Kind.CODE, sort="number"), ...)

    def certificates(request):
        return CertificatesListing(request, queries.certificates(by=request.user)).response()

Two queries a list, whatever it shows: one counts every tab, one fetches the page. Paths of search, sort and filters
lead to one row each, never to many. Each tab is counted by itself, so that an index serves it; a list whose rows cannot
be counted from an index counts no further than `most`.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import F, Model, QuerySet
from django.db.models.expressions import OrderBy
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode

from mingzheng.doors.today import today

from . import formats, sheet
from .columns import Column, Kind
from .counting import Counted
from .filters import EVERYTHING, Filter, Tab, found_in
from .two import joined, t

SIZES = (20, 50, 100)


class Listing:
    """A list of rows of one queryset, as the URL asks for it."""

    name: ClassVar[str]  # names the list in the session and on the page
    title: ClassVar[str]
    columns: ClassVar[Sequence[Column]]
    tabs: ClassVar[Sequence[Tab]] = (EVERYTHING,)
    search: ClassVar[Sequence[str]] = ()
    search_hint: ClassVar[str] = ""
    filters: ClassVar[Sequence[Filter]] = ()
    order: ClassVar[Sequence[str]] = ("-pk",)
    most: ClassVar[int | None] = None  # counted; of more it says "1,000+"
    template: ClassVar[str] = "frame/listing.html"

    def __init__(self, request: HttpRequest, rows: QuerySet[Any]):
        self.request, self.rows = request, rows
        self.asked: QueryDict = request.GET
        self.today = today()

    def link(self, row: Any) -> str:
        """Where a row leads; empty: nowhere."""
        return ""

    # --- what is asked for --------------------------------------------------------------------------------------------

    @cached_property
    def tab(self) -> Tab:
        return next((tab for tab in self.tabs if tab.name == self.asked.get("tab")), self.tabs[0])

    @cached_property
    def size(self) -> int:
        asked = self.asked.get("size", "")
        return next((size for size in SIZES if str(size) == asked), SIZES[0])

    @cached_property
    def sorted_by(self) -> tuple[Column | None, bool]:
        """The column sorted by, and whether downwards."""
        asked = self.asked.get("sort", "")
        wanted = asked.removeprefix("-")
        return next((c for c in self.columns if c.sort and c.name == wanted), None), asked.startswith("-")

    @cached_property
    def narrowed(self) -> QuerySet[Any]:
        """The rows searched and filtered, before the tab."""
        condition = found_in(self.search, self.asked.get("q", ""))
        for one in self.filters:
            condition &= one.narrow(self.asked)
        return self.rows.filter(condition)

    @cached_property
    def shown(self) -> QuerySet[Any]:
        """All rows the reader asked for, in his order: what the pages cut up and the export writes whole."""
        column, down = self.sorted_by
        chosen = [("-" if down else "") + column.sort] if column else list(self.order)
        return self.narrowed.filter(self.tab.condition).order_by(
            *[_ordering(self.rows.model, path) for path in chosen], "pk"
        )

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows each tab holds, in one query: numbers beside the reader's own row. One past `most` means more."""
        most = self.most + 1 if self.most else None
        tabs = {f"n_{tab.name}": Counted(self.narrowed.filter(tab.condition), most) for tab in self.tabs}
        reader: Any = self.request.user
        return reader.__class__._default_manager.filter(pk=reader.pk).values(**tabs).get()

    @property
    def total(self) -> int:
        return self.counts[f"n_{self.tab.name}"]

    @property
    def is_longer(self) -> bool:
        """Are there more rows than were counted?"""
        return bool(self.most and self.total > self.most)

    @property
    def pages(self) -> int:
        return max(1, -(-min(self.total, self.most or self.total) // self.size))

    @cached_property
    def page(self) -> int:
        asked = self.asked.get("page", "")
        wanted = int(asked[:9]) if asked.isdecimal() else 1
        return max(1, wanted) if self.is_longer else min(max(1, wanted), self.pages)

    @cached_property
    def on_page(self) -> list[Any]:
        """The rows of the page, and the one after it where there is one."""
        start = (self.page - 1) * self.size
        return list(self.shown[start : start + self.size + 1])

    # --- answers ------------------------------------------------------------------------------------------------------

    def response(self, **context: Any) -> HttpResponse:
        """The page, the table alone for htmx, the export, or the way back to what was asked last time."""
        if "reset" in self.asked:
            self.request.session.pop(self._memory, None)
            return HttpResponseRedirect(self.request.path)
        last = self.request.session.get(self._memory)
        if not self.asked and last:
            return HttpResponseRedirect(f"{self.request.path}?{last}")
        if self.asked.get("export") == "xlsx":
            return self.exported()
        self._remember(last)
        part = self.request.headers.get("HX-Target") == self.element
        return render(
            self.request, "frame/listing_part.html" if part else self.template, {**self.drawn(), **context}
        )

    def exported(self) -> HttpResponse:
        """The spreadsheet of all rows asked for, named ``证书台账_20260718_1530_login.xlsx``."""
        now, login = timezone.localtime(), self.request.user.get_username()
        about = [
            (t("状态", "Status"), self.tab.label),
            (t("搜索", "Searched for"), self.asked.get("q", "")),
            *[(one.label, one.said(self.asked)) for one in self.filters],
        ]
        columns = [column for column in self.columns if not column.screen_only]
        return sheet.download(
            str(self.title), columns, self.shown.iterator(chunk_size=2000), about, now, login
        )

    @property
    def element(self) -> str:
        return f"list-{self.name}"

    @property
    def _memory(self) -> str:
        return f"list:{self.name}:{self.request.path}"

    def _remember(self, last: str | None) -> None:
        asked = self.query(page="") if self.page == 1 else self.query()
        if asked != (last or ""):
            self.request.session[self._memory] = asked

    def query(self, **changed: object) -> str:
        """The query of the URL with something changed; an empty value takes it out."""
        asked = {**self.asked.dict(), **changed}
        return urlencode({name: str(value) for name, value in asked.items() if value})

    @property
    def hint(self) -> str:
        """What can be searched for: said by the list, or else by the columns that are searched."""
        told = [str(one.label) for one in self.columns if (one.sort or one.name) in self.search]
        if any(path.endswith("pinyin") for path in self.search):
            told.append(str(t("拼音首字母", "pinyin initials")))
        return self.search_hint or joined([*told[:1], *(one[:1].lower() + one[1:] for one in told[1:])])

    # --- what is drawn ------------------------------------------------------------------------------------------------

    def drawn(self) -> dict[str, Any]:
        start, rows = (self.page - 1) * self.size, self.on_page
        return {
            "heading": self.title,
            "asked": self.asked.get("q", ""),
            "listing": self,
            "tabs": [
                (tab, self.counts[f"n_{tab.name}"], self.query(tab=tab.name, page="")) for tab in self.tabs
            ],
            "filters": [one.drawn(self.asked) for one in self.filters],
            "heads": [self._head(column) for column in self.columns],
            "rows": [self._row(number, row) for number, row in enumerate(rows[: self.size], start + 1)],
            "sizes": [(size, self.query(size=size, page="")) for size in SIZES],
            "total": formats.counted(self.total, self.most),
            "pages": f"{self.pages}+" if self.is_longer else self.pages,
            "previous": self.query(page=self.page - 1) if self.page > 1 else "",
            "next": self.query(page=self.page + 1) if len(rows) > self.size else "",
            "export": self.query(export="xlsx", page=""),
            "kept": [(name, self.asked[name]) for name in ("tab", "sort", "size") if self.asked.get(name)],
            "today": self.today,
        }

    def _head(self, column: Column) -> dict[str, Any]:
        by, down = self.sorted_by
        is_sorted = column is by
        turned = f"-{column.name}" if is_sorted and not down else column.name
        return {
            "column": column,
            "query": self.query(sort=turned, page="") if column.sort else "",
            "sorted": ("descending" if down else "ascending") if is_sorted else "",
        }

    def _row(self, number: int, row: Any) -> dict[str, Any]:
        cells = [(column, column.cell(row, self.today)) for column in self.columns]
        dues = [column.of(row) for column in self.columns if column.kind is Kind.DEADLINE]
        return {
            "number": number,
            "row": row,
            "link": self.link(row),
            "cells": cells,
            "overdue": any(formats.days_over(due, self.today) > 0 for due in dues),
        }


def _ordering(model: type[Model], path: str) -> OrderBy | str:
    """Empty values last on both databases; a path that cannot be empty keeps the plain order an index serves."""
    name = path.removeprefix("-")
    if not _may_be_empty(model, name):
        return path
    return F(name).desc(nulls_last=True) if path.startswith("-") else F(name).asc(nulls_last=True)


def _may_be_empty(model: type[Model], path: str) -> bool:
    where: Any = model
    for name in path.split("__"):
        if name == "pk":
            return False
        found = {f.name: f for f in where._meta.get_fields()}.get(name)
        if found is None or getattr(found, "null", True):
            return True
        where = found.related_model or where
    return False
