"""Rows as a spreadsheet: real dates and numbers, codes as text, and a second sheet that says what the first one is."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import save_workbook

from .columns import Column, Kind
from .two import t

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMATS = {Kind.MONEY: "#,##0.00", Kind.NUMBER: "General", Kind.PERSON_DAYS: "0.0"}
_WIDTHS = {Kind.TEXT: 28, Kind.CODE: 24, Kind.MOMENT: 18, Kind.STATUS: 14, Kind.STANDARDS: 10}

About = Iterable[tuple[str, object]]


def download(
    title: str, columns: Sequence[Column], rows: Iterable[Any], about: About, now: datetime, login: str
) -> HttpResponse:
    """The workbook as a download, its name saying what, when and who."""
    name = f"{title}_{now:%Y%m%d_%H%M}_{login}.xlsx"
    header = content_disposition_header(True, name) or "attachment"
    content = workbook(title, columns, rows, about, now, login)
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": header})


def workbook(
    title: str, columns: Sequence[Column], rows: Iterable[Any], about: About, now: datetime, login: str
) -> bytes:
    """The bytes of the workbook; `about` tells how the rows were chosen."""
    book = Workbook(write_only=True)
    count = _write_rows(book, title, columns, rows)
    lines = [
        (t("内容", "Content"), title),
        *about,
        (t("行数", "Rows"), count),
        (t("导出时间", "Exported at"), now.replace(tzinfo=None, microsecond=0)),
        (t("操作人", "Exported by"), login),
    ]
    _write_about(book, lines)
    file = BytesIO()
    save_workbook(book, file)
    return file.getvalue()


def _write_rows(book: Workbook, title: str, columns: Sequence[Column], rows: Iterable[Any]) -> int:
    page: Any = book.create_sheet(_sheet_name(title))
    page.freeze_panes = "A2"
    for place, column in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(column.kind, 13)
    page.append([_head(page, str(column.label)) for column in columns])
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007  (the last number is the count)
        page.append([_cell(page, column, row) for column in columns])
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count + 1}"
    return count


def _write_about(book: Workbook, lines: About) -> None:
    page: Any = book.create_sheet(str(t("说明", "About")))
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 20, 60
    for label, value in lines:
        page.append(
            [
                _text(page, str(label)),
                value if isinstance(value, int | date) else _text(page, str(value) or "--"),
            ]
        )


def _head(page: Any, label: str) -> WriteOnlyCell:
    cell = _text(page, label)
    cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8EFF6")
    return cell


def _cell(page: Any, column: Column, row: Any) -> WriteOnlyCell:
    value = column.exported(row)
    if isinstance(value, str):
        return _text(page, value)
    cell = WriteOnlyCell(page, value)
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"
    elif column.kind in _FORMATS:
        cell.number_format = _FORMATS[column.kind]
    return cell


def _text(page: Any, value: str) -> WriteOnlyCell:
    """Text that stays text: a code keeps its noughts, and a name that begins with ``=`` is no formula."""
    cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type, cell.number_format = "s", "@"
    return cell


def _sheet_name(title: str) -> str:
    """Excel allows 31 characters and none of ``[]:*?/\\``."""
    return "".join(character for character in title if character not in "[]:*?/\\")[:31]
