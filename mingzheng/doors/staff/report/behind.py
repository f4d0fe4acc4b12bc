"""The records behind a figure: as many rows as the figure says."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from mingzheng.doors.frame.columns import Column as Shown
from mingzheng.doors.frame.columns import Kind
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import say_lazy, t, tell
from mingzheng.office.report.figures import ENTERS, LEAVES, TOTAL
from mingzheng.office.report.queries import behind_flow, caused, in_force_on, suspended_on
from mingzheng.rulebook.indicators import CAUSES_OF, Cause, Column, Stock

from ..links import page_of
from ..rights import StaffRequest, staff_page
from .years import READERS

may_read = staff_page(*READERS)


class Behind(Listing):
    """A list under the name of its figure."""

    title = t("数字背后的记录", "Records behind a figure")
    template = "staff/report/behind.html"

    def __init__(self, request: HttpRequest, rows: QuerySet[Any], figure: str, scheme: str):
        super().__init__(request, rows if scheme == TOTAL else rows.filter(scheme=scheme))
        self.figure = figure if scheme == TOTAL else f"{figure} · {scheme}"


class EventsBehind(Behind):
    name = "events-behind"
    search = ("subject",)
    search_hint = t("证书编号", "Certificate number")
    order = ("on", "pk")
    columns = (
        Shown("number", t("证书编号", "Number"), Kind.CODE, value="key", sort="subject"),
        Shown("scheme", t("体系", "System"), Kind.STANDARDS, sort="scheme"),
        Shown("on", t("日期", "Day"), Kind.DAY, sort="on"),
        Shown("told", t("经过", "What happened"), value=lambda row: tell(row.kind, row.facts)),
        Shown("by", t("经办", "By"), sort="by"),
    )

    def link(self, row: Any) -> str:
        return page_of(row.subject)


class CertificatesBehind(Behind):
    name = "certificates-behind"
    search = ("number", "name_zh", "name_en", "certification__client__pinyin")
    search_hint = t("编号、客户、拼音首字母", "Number, client, initials")
    order = ("number",)
    columns = (
        Shown("number", t("证书编号", "Number"), Kind.CODE, sort="number"),
        Shown(
            "name", t("获证组织", "Client"), value=lambda row: str(t(row.name_zh, row.name_en or row.name_zh))
        ),
        Shown("scheme", t("体系", "System"), Kind.STANDARDS, sort="scheme"),
        Shown("issued_on", t("颁发", "Issued"), Kind.DAY, sort="issued_on"),
        Shown("expires_on", t("有效期至", "Valid until"), Kind.DAY, sort="expires_on"),
    )

    def link(self, row: Any) -> str:
        return page_of(f"certificate:{row.number}")


def of_year(number: int) -> tuple[date, date]:
    if not 1990 <= number <= 9998:
        raise Http404
    return date(number, 1, 1), date(number, 12, 31)


@may_read
def stock(request: StaffRequest, number: int, scheme: str, stock: str) -> HttpResponse:
    """The certificates of a stock at the end of the year."""
    if stock not in tuple(Stock):
        raise Http404
    rows = (in_force_on if stock == Stock.IN_FORCE else suspended_on)(of_year(number)[1])
    title = t(
        "{year} 年末{what}证书",
        "Certificates {what} at the end of {year}",
        year=number,
        what=say_lazy(f"stock.{stock}"),
    )
    return CertificatesBehind(request, rows, title, scheme).response(number=number)


@may_read
def column(request: StaffRequest, number: int, scheme: str, column: str) -> HttpResponse:
    """What the regulator's table counts in one cell."""
    if column == Column.VALID:
        return stock(request, number, scheme, str(Stock.IN_FORCE))
    if column not in tuple(Column):
        raise Http404
    first, last = of_year(number)
    rows = caused(*CAUSES_OF[Column(column)], first=first, last=last)
    return EventsBehind(request, rows, titled(number, f"column.{column}"), scheme).response(number=number)


@may_read
def flow(request: StaffRequest, number: int, scheme: str, stock: str, cause: str) -> HttpResponse:
    """By which events certificates entered a stock or left it."""
    if stock not in tuple(Stock) or cause not in (*ENTERS[Stock(stock)], *LEAVES[Stock(stock)]):
        raise Http404
    first, last = of_year(number)
    rows = behind_flow(Stock(stock), Cause(cause), first, last)
    return EventsBehind(request, rows, titled(number, f"cause.{cause}"), scheme).response(number=number)


def titled(number: int, code: str) -> str:
    return t("{year} 年：{what}", "{year}: {what}", year=number, what=say_lazy(code))
