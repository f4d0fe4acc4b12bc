"""A register: its columns, how a sheet is found to be one, and what became of each row."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from .cells import Faulty, Read, is_blank, text

HEAD_WITHIN = 20  # rows: titles and notes above the heads of the columns


@dataclass(frozen=True)
class Column:
    """One column. `names` are the heads it may have, compared without number, blanks and punctuation."""

    key: str
    names: tuple[str, ...]
    read: Callable[[Any], Read] = text
    required: bool = False


@dataclass(frozen=True)
class Remark:
    """What was mended or is wrong in one column of a row; `words` is a code, `details` fill it."""

    column: str  # as the sheet calls it; empty when it is the row as a whole
    words: str
    details: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """One row of a sheet as it was read: `values` by key, `mended`, and the `faults` for which it is refused."""

    sheet: str
    number: int  # as the spreadsheet counts
    values: dict[str, Any]
    mended: tuple[Remark, ...] = ()
    faults: tuple[Remark, ...] = ()
    repeats: int = 0  # the row of the same sheet or another that says the same; 0: none

    def refused(self, column: str, words: str, **details: object) -> "Row":
        """The same row with one more fault."""
        more = (*self.faults, Remark(column, words, details))
        return Row(self.sheet, self.number, self.values, self.mended, more, self.repeats)


class Unreadable(Exception):
    """The file as a whole cannot be taken; `why` names words."""

    def __init__(self, why: str, **details: object):
        super().__init__(why)
        self.why, self.details = why, details


@dataclass(frozen=True)
class Register:
    """What the sheets of one kind hold. `check` sees a row whose cells are all right and faults what does not fit
    together; `key` tells which rows are about the same thing."""

    name: str
    columns: tuple[Column, ...]
    key: str
    check: Callable[[dict[str, Any]], Iterable[tuple[str, str, dict[str, object]]]] = lambda values: ()

    def read(self, file: Path, progress: Callable[[int, int], None] = lambda done, total: None) -> list[Row]:
        """Every row of every sheet that has the heads of this register. Raises Unreadable."""
        rows: list[Row] = []
        seen: dict[str, tuple[str, int, str]] = {}
        sheets = [(sheet, head) for sheet in _sheets(file) if (head := self._head(sheet))]
        if not sheets:
            raise Unreadable(
                "fault.no-such-heads", heads="、".join(c.names[0] for c in self.columns if c.required)
            )
        total = sum(sheet.total_height for sheet, _ in sheets)
        for sheet, (start, places) in sheets:
            for row in self._rows(sheet, start, places):
                rows.append(self._known(row, seen))
                if len(rows) % 1000 == 0:
                    progress(len(rows), total)
        progress(len(rows), len(rows))
        return rows

    def _head(self, sheet: CalamineSheet) -> tuple[int, dict[int, Column]] | None:
        """Where the heads stand, and which column is which; None when this is no sheet of this register."""
        known = {_bare(name): column for column in self.columns for name in (column.key, *column.names)}
        for number, cells in enumerate(sheet.iter_rows()):
            if number >= HEAD_WITHIN:
                return None
            places = {
                place: known[bare] for place, cell in enumerate(cells) if (bare := _bare(cell)) in known
            }
            if {column.key for column in self.columns if column.required} <= {c.key for c in places.values()}:
                return number, places
        return None

    def _rows(self, sheet: CalamineSheet, head: int, places: dict[int, Column]) -> Iterator[Row]:
        first = (sheet.start or (0, 0))[0]
        for number, cells in enumerate(sheet.iter_rows()):
            if number > head and not all(is_blank(cells[place]) for place in places):
                yield self._row(sheet.name, first + number + 1, cells, places)

    def _row(self, sheet: str, number: int, cells: Sequence[Any], places: dict[int, Column]) -> Row:
        values: dict[str, Any] = {}
        mended, faults = [], []
        for place, column in places.items():
            try:
                read = Read(None) if is_blank(cells[place]) else column.read(cells[place])
            except Faulty as fault:
                faults.append(Remark(column.names[0], fault.why, fault.details))
                continue
            if read.value is None and column.required:
                faults.append(Remark(column.names[0], "fault.missing"))
            if read.mended:
                mended.append(Remark(column.names[0], read.mended))
            values[column.key] = read.value
        if not faults:
            titles = {column.key: column.names[0] for column in self.columns}
            faults = [Remark(titles.get(key, ""), why, more) for key, why, more in self.check(values)]
        return Row(sheet, number, values, tuple(mended), tuple(faults))

    def _known(self, row: Row, seen: dict[str, tuple[str, int, str]]) -> Row:
        """Mark a row that says again what an earlier one said; fault one that says otherwise of the same thing."""
        if row.faults or not (key := row.values.get(self.key)):
            return row
        said = hashlib.sha256(repr(sorted(row.values.items(), key=lambda pair: pair[0])).encode()).hexdigest()
        sheet, number, before = seen.setdefault(str(key), (row.sheet, row.number, said))
        if (sheet, number) == (row.sheet, row.number):
            return row
        if said == before:
            return Row(row.sheet, row.number, row.values, row.mended, row.faults, repeats=number)
        return row.refused(self.columns[0].names[0], "fault.said-otherwise", sheet=sheet, row=number)


def _sheets(file: Path) -> list[CalamineSheet]:
    try:
        book = CalamineWorkbook.from_path(str(file))
        return [book.get_sheet_by_name(name) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        raise Unreadable("fault.not-a-workbook", found=file.name) from error


def _bare(head: Any) -> str:
    """A head without its number, blanks, punctuation and case: "21、认证证书号" -> "认证证书号"."""
    return re.sub(r"^\d+[、.．]|[\s_（）()：:*]", "", str(head or "")).lower()
