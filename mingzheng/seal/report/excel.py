"""Every table of the yearly report as a workbook: numbers as numbers, a sheet for each table, and one that lists them."""

from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from mingzheng.words import say

from .document import Document, Section, Table, plain

HEAD = PatternFill("solid", fgColor="E8EFF6")
NARROWEST, WIDEST = 9, 60  # of a column, in figures of the normal font; longer text is broken into lines
LINE = 15  # points


def excel(document: Document) -> bytes:
    """The workbook of a report."""
    book = Workbook(write_only=True)
    front = _page(book, say("report-paper.contents", document.language), [8, 70])
    found = [
        (section, piece.table) for section in document.sections for piece in section.pieces if piece.table
    ]
    said = Counter(table.caption for _, table in found)
    for line in (document.title, document.body, document.dated, document.digest, document.log_root):
        front.append([None, _text(front, line)])
    front.append([])
    for n, (section, table) in enumerate(found, 1):
        own = table.caption if said[table.caption] == 1 else f"{section.title} {table.caption}"
        name = _name(f"{n} {own.strip() or section.title}")
        link = _text(front, _heading(section, table))
        link.hyperlink, link.style = f"#'{name}'!A1", "Hyperlink"
        front.append([n, link])
        _sheet(book, name, section, table)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(book: Workbook, name: str, section: Section, table: Table) -> None:
    rows = [[plain(cell) for cell in row.cells] for row in table.rows]
    widths = [_width(column) for column in zip(table.head, *rows, strict=False)]
    page = _page(book, name, widths)
    page.freeze_panes, page.print_title_rows = "B3", "2:2"
    page.append([_text(page, _heading(section, table), bold=True, wrapped=False)])
    page.append([_text(page, one, bold=True, fill=HEAD, right=table.numeric and n > 0) for n, one in enumerate(table.head)])  # fmt: skip
    for n, (said, row) in enumerate(zip(rows, table.rows, strict=True), 3):
        page.row_dimensions[n].height = LINE * _lines(said, widths)  # not every program works it out
        first, *others = said
        page.append(
            [
                _text(page, first, bold=row.total),
                *(_value(page, one, bold=row.total, right=table.numeric) for one in others),
            ]
        )
    for note in table.notes:
        page.append([_text(page, note, wrapped=False)])


def _page(book: Workbook, name: str, widths: Iterable[float]) -> Any:
    """A sheet with columns so wide, printed as wide as the paper."""
    page: Any = book.create_sheet(name)
    for n, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(n)].width = width
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight = True, 0
    return page


def _heading(section: Section, table: Table) -> str:
    return f"{section.number}{section.title}　{table.caption}".strip()


def _width(column: Iterable[str]) -> float:
    """As wide as its longest text; a Chinese character counts double."""
    return min(max(max(map(_length, column)) + 2, NARROWEST), WIDEST)


def _lines(said: Iterable[str], widths: Iterable[float]) -> int:
    """How many lines the longest text of a row takes."""
    return max(ceil((_length(one) + 2) / width) for one, width in zip(said, widths, strict=False))


def _length(said: str) -> int:
    return sum(1 + (east_asian_width(one) in "FW") for one in said)


def _value(page: Any, said: str, *, bold: bool, right: bool) -> WriteOnlyCell:
    """A number as a number; everything else as text, among numbers on their side."""
    bare = said.replace(",", "").replace("−", "-")
    try:
        cell = WriteOnlyCell(page, float(bare) if "." in bare else int(bare))
    except ValueError:
        return _text(page, said, bold=bold, right=right)
    _, point, places = bare.partition(".")
    cell.number_format, cell.font = f"#,##0{point}{'0' * len(places)}", Font(bold=bold)
    cell.alignment = Alignment(vertical="top")
    return cell


def _text(
    page: Any,
    said: str,
    *,
    bold: bool = False,
    fill: PatternFill | None = None,
    right: bool = False,
    wrapped: bool = True,
) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", said))
    cell.data_type, cell.font = "s", Font(bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=wrapped, horizontal="right" if right else None)
    if fill:
        cell.fill = fill
    return cell


def _name(title: str) -> str:
    """Excel allows 31 characters and none of ``[]:*?/\\``; an apostrophe would end the name in a link."""
    return "".join(character for character in title if character not in "[]:*?/\\'")[:31]
