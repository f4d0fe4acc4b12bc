"""The records behind a figure: as many rows as the figure says."""

from typing import Any

from django.db.models import DateField, DecimalField, IntegerField, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from mingzheng.doors.frame.columns import Column as Shown
from mingzheng.doors.frame.columns import Kind
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import say_lazy, t, tell
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.figure import FIGURES, Figure
from mingzheng.office.report.models import Snapshot
from mingzheng.office.report.queries import behind_flow, rows_of
from mingzheng.office.report.year import ENTERS, LEAVES, TOTAL
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.indicators.stocks import Cause, Stock
from mingzheng.words import WORDS

from ..links import page_of
from ..rights import StaffRequest, staff_page
from .years import NAMELESS, READERS, the_year

may_read = staff_page(*READERS)


class Behind(Listing):
    """A list under the name of its figure."""

    name = "behind"
    title = t("数字背后的记录", "Records behind a figure")
    template = "staff/report/behind.html"
    figure: Any = ""

    def __init__(self, request: HttpRequest, rows: QuerySet[Any], figure: str, part: str = ""):
        super().__init__(request, rows)
        self.figure = (
            t("{figure} · {part}", "{figure} · {part}", figure=figure, part=part) if part else figure
        )


def _done_by(row: Any) -> Any:
    """A login; the clock has none."""
    return str(say_lazy("role.clock")) if row.by == CLOCK.login else row.by


class EventsBehind(Behind):
    search = ("subject",)
    search_hint = t("证书编号", "Certificate number")
    order = ("on", "pk")
    columns = (
        Shown("number", t("证书编号", "Number"), Kind.CODE, value="key", sort="subject"),
        Shown("scheme", t("体系", "System"), Kind.STANDARDS, sort="scheme"),
        Shown("on", t("日期", "Day"), Kind.DAY, sort="on"),
        Shown("told", t("经过", "What happened"), value=lambda row: tell(row.kind, row.facts)),
        Shown("by", t("经办", "By"), value=_done_by, sort="by"),
    )

    def link(self, row: Any) -> str:
        return page_of(row.subject)


class RecordsBehind(Behind):
    """Of any kind: the figure says what is shown of them, and which page they open."""

    def __init__(self, request: HttpRequest, rows: QuerySet[Any], one: Figure, part: str | None):
        several = {path.rpartition("__")[0] for path in (*map(bare, one.shows), one.key)} - {""}
        rows = rows.select_related(*sorted(several)) if several else rows
        super().__init__(request, rows, say_lazy(f"figure.{one.name}"), part_named(one, part))
        self.opens, _, self.path = one.opens.partition(":")
        self.search = tuple(p for p in map(bare, one.shows) if not is_dated(rows.model, p))  # type: ignore[misc]
        self.search_hint = t("列表中的文字", "Words in the list")  # type: ignore[misc]
        self.order = (one.key,)  # type: ignore[misc]
        self.columns = [shown(rows.model, path) for path in one.shows]  # type: ignore[misc]

    def link(self, row: Any) -> str:
        if not self.opens:
            return ""
        for name in self.path.split("__"):
            row = getattr(row, name)
        return page_of(f"{self.opens}:{row}")


def bare(path: str) -> str:
    return path.partition("|")[0]


def field_of(model: Any, path: str) -> Any:
    """The field at the end of a path."""
    *way, last = path.split("__")
    for name in way:
        model = model._meta.get_field(name).related_model
    return model._meta.get_field(last)


def is_dated(model: Any, path: str) -> bool:
    """Does the path hold a day or a number, in which nobody looks for words?"""
    return isinstance(field_of(model, path), DateField | DecimalField | IntegerField)


def shown(model: Any, path: str) -> Shown:
    """The column of one path, by the kind of field it leads to."""
    path, _, family = path.partition("|")
    field = field_of(model, path)
    label = next(c for c in (f"shown.{path}", f"shown.{path.rpartition('__')[2]}") if c in WORDS)
    kind = Kind.TEXT
    if family:
        kind = Kind.STATUS
    elif path.endswith("standard"):
        kind = Kind.STANDARDS
    elif isinstance(field, DateField):
        kind = Kind.DAY
    elif isinstance(field, DecimalField):
        kind = Kind.MONEY if field.decimal_places == 2 else Kind.NUMBER
    elif path.endswith("number"):
        kind = Kind.CODE
    return Shown(path, say_lazy(label), kind, value=path.replace("__", "."), sort=path, words=family)


def part_named(one: Figure, part: str | None) -> Any:
    """A part of a figure in words."""
    if part is None:
        return ""
    code = f"{one.by.partition('|')[2]}.{part}"
    return say_lazy(code) if code in WORDS else part or "--"


@may_read
def figure(request: StaffRequest, number: int, name: str, part: str | None = None) -> HttpResponse:
    """The records behind a figure of the year, or behind one of its parts; of a frozen year those of the freezing."""
    one, part = FIGURES.get(name), "" if part == NAMELESS else part
    if one is None or (part is not None and not one.by):
        raise Http404
    frozen = Snapshot.objects.filter(year=the_year(number)).first()
    rows = rows_of(one, number, frozen, part)
    more = {"number": number, "frozen": frozen, "means": say_lazy(f"figure-means.{name}")}
    if one.told_in_the_log:
        return EventsBehind(request, rows, say_lazy(f"figure.{name}"), part_named(one, part)).response(**more)
    return RecordsBehind(request, rows, one, part).response(**more)


@may_read
def flow(request: StaffRequest, number: int, scheme: str, stock: str, cause: str) -> HttpResponse:
    """By which events certificates entered a stock or left it."""
    if stock not in tuple(Stock) or cause not in (*ENTERS[Stock(stock)], *LEAVES[Stock(stock)]):
        raise Http404
    frozen = Snapshot.objects.filter(year=the_year(number)).first()
    rows = behind_flow(Stock(stock), Cause(cause), *Period.of(number).days)
    rows = rows if frozen is None else rows.filter(log_entry__position__lt=frozen.log_size)
    rows, part = (rows, "") if scheme == TOTAL else (rows.filter(scheme=scheme), scheme)
    return EventsBehind(request, rows, say_lazy(f"cause.{cause}"), part).response(
        number=number, frozen=frozen
    )
