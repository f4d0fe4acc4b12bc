"""Every table of the yearly report as a workbook: numbers as numbers, a sheet for each table, and one that lists them."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from mingzheng.words import say

from .document import Document, Section, Table, plain

HEAD = PatternFill("solid", fgColor="E8EFF6")


def excel(document: Document) -> bytes:
    """The workbook of a report."""
    book = Workbook(write_only=True)
    found = [
        (section, piece.table) for section in document.sections for piece in section.pieces if piece.table
    ]
    front: Any = book.create_sheet(say("report-paper.contents", document.language))
    front.column_dimensions["A"].width, front.column_dimensions["B"].width = 8, 70
    for line in (document.title, document.body, document.dated, document.digest, document.log_root):
        front.append([None, _text(front, line)])
    front.append([])
    for n, (section, table) in enumerate(found, 1):
        front.append([n, _text(front, f"{section.number}{section.title}　{table.caption}")])
        _sheet(book, n, section, table)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(book: Workbook, n: int, section: Section, table: Table) -> None:
    page: Any = book.create_sheet(_name(f"{n} {table.caption or section.title}"))
    for column in range(1, len(table.head) + 1):
        page.column_dimensions[get_column_letter(column)].width = (
            26 if column == 1 or not table.numeric else 12
        )
    page.append([_text(page, f"{section.number}{section.title}　{table.caption}".strip(), bold=True)])
    page.append([_text(page, name, bold=True, fill=HEAD) for name in table.head])
    for row in table.rows:
        page.append([_value(page, plain(cell), bold=row.total) for cell in row.cells])
    for note in table.notes:
        page.append([_text(page, note)])


def _value(page: Any, said: str, *, bold: bool) -> WriteOnlyCell:
    """A number as a number; everything else as text."""
    bare = said.replace(",", "").replace("−", "-")
    try:
        cell = WriteOnlyCell(page, float(bare) if "." in bare else int(bare))
    except ValueError:
        return _text(page, said, bold=bold)
    cell.number_format, cell.font = "#,##0.##" if "." in bare else "#,##0", Font(bold=bold)
    return cell


def _text(page: Any, said: str, *, bold: bool = False, fill: PatternFill | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", said))
    cell.data_type, cell.font, cell.alignment = "s", Font(bold=bold), Alignment(vertical="top")
    if fill:
        cell.fill = fill
    return cell


def _name(title: str) -> str:
    """Excel allows 31 characters and none of ``[]:*?/\\``."""
    return "".join(character for character in title if character not in "[]:*?/\\")[:31]
