"""The workbook of a file for the regulator: read as people fill it in, written as the platform takes it."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import save_workbook
from python_calamine import CalamineError, CalamineWorkbook

from mingzheng.rulebook.return_cells import mended
from mingzheng.rulebook.return_files import Faults, Layout, Row, objections_to_file, objections_to_header
from mingzheng.words import say

from .cells import plain
from .register import Unreadable

HEAD_WITHIN = 10  # rows: a title and notes above the names of the columns
LARGEST_UNPACKED = 256 * 1024**2  # bytes
BAD, HEAD = PatternFill("solid", fgColor="F8D7D3"), PatternFill("solid", fgColor="E8EFF6")


@dataclass(frozen=True)
class Book:
    """What a workbook says: its rows, mended as far as that is certain, and what is wrong with them."""

    layout: Layout
    rows: list[dict[str, str]]
    numbers: list[int]  # of each in its sheet
    header: Faults
    faults: dict[int, Faults]
    mended: int  # cells

    @property
    def wrong(self) -> int:
        """How many things are wrong."""
        cells = sum(len(one) for faults in self.faults.values() for one in faults.values())
        return cells + len(self.header)


def read_book(layout: Layout, content: bytes, on: Any) -> Book:
    """The first sheet that has the layout's columns. Raises Unreadable."""
    for rows in _sheets(content):
        for place, row in enumerate(rows[:HEAD_WITHIN]):
            header = [_named(layout, plain(cell)) for cell in row]
            if sum(name in _names(layout) for name in header) * 2 > len(layout.columns):
                first = place + 1
                while first < len(rows) and [_named(layout, plain(cell)) for cell in rows[first]] == header:
                    first += 1  # names and titles, a row each
                return _book(layout, header, rows[first:], first + 1, on)
    raise Unreadable("fault.no-such-heads", heads="、".join(c.zh for c in layout.columns if c.required))


def _book(layout: Layout, header: list[str], rows: list[list[Any]], first: int, on: Any) -> Book:
    columns = {column.name: column for column in layout.columns}
    found, numbers, changed = [], [], 0
    for number, row in enumerate(rows, first):
        written = {name: plain(cell) for name, cell in zip(header, row, strict=False) if name in columns}
        if not any(written.values()):
            continue
        tidy = {name: mended(columns[name].form, columns[name].codes, text) for name, text in written.items()}
        changed += sum(tidy[name] != written[name] for name in tidy)
        found.append(tidy)
        numbers.append(number)
    faults = objections_to_file(layout, found, on)
    return Book(layout, found, numbers, objections_to_header(layout, header), faults, changed)


def _sheets(content: bytes) -> list[list[list[Any]]]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if (size := sum(one.file_size for one in packed.infolist())) > LARGEST_UNPACKED:
                raise Unreadable("fault.too-large", found=size // 1024**2)
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (zipfile.BadZipFile, CalamineError) as wrong:
        raise Unreadable("fault.not-a-workbook") from wrong


def _names(layout: Layout) -> set[str]:
    return {column.name for column in layout.columns}


def _named(layout: Layout, head: str) -> str:
    """A column by its name, or by its Chinese title with or without its number."""
    bare = head.split("、", 1)[-1].strip()
    return next((one.name for one in layout.columns if head == one.name or bare == one.zh), head)


def written(
    layout: Layout, rows: Sequence[Row], faults: Mapping[int, Faults] = {}, lang: str = "zh-hans"
) -> bytes:
    """The workbook with the platform's columns; a cell in which something is wrong is red and says why."""
    book = Workbook()
    page: Any = book.active
    page.title = layout.sheet
    page.freeze_panes = "A3"
    for place, column in enumerate(layout.columns, 1):
        page.column_dimensions[get_column_letter(place)].width = min(30, max(12, 2 * len(column.zh)))
        for line, text in ((1, column.name), (2, column.zh)):
            cell = page.cell(line, place, text)
            cell.font, cell.fill = Font(bold=line == 1), HEAD
    for place, row in enumerate(rows):
        for number, column in enumerate(layout.columns, 1):
            cell = page.cell(place + 3, number, row.get(column.name, ""))
            cell.data_type, cell.number_format = "s", "@"
            if wrong := faults.get(place, {}).get(column.name):
                cell.fill = BAD
                cell.comment = Comment(
                    "\n".join(say(one.code, lang, **one.details) for one in wrong), "mingzheng"
                )
    file = BytesIO()
    save_workbook(book, file)
    return file.getvalue()
