"""A register: its columns, how a sheet is found to be one, and its rows as they were read."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from sys import intern  # what a register says in a thousand rows is held once
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from .cells import Faulty, Read, is_blank, letter, plain, text

HEAD_WITHIN = 20  # rows: titles and notes above the heads of the columns
LARGEST_UNPACKED = 1024**3  # bytes: 50,000 rows of 71 columns are a third of it
EVERY = 1000  # rows between two words about progress

Progress = Callable[[int, int], None]


class Outcome(StrEnum):
    """What became of a row."""

    TAKEN = "taken"
    MENDED = "mended"  # taken, after something in it was put right
    REPEATED = "repeated"  # says again what an earlier row said
    KNOWN = "known"  # carried in before
    REFUSED = "refused"


@dataclass(frozen=True)
class Column:
    """One column. `names` are the heads it may have, compared without number, blanks and punctuation; `fields` those
    of the entry it fills, by which the rulebook names what it objects to."""

    key: str
    names: tuple[str, ...]
    read: Callable[[Any], Read] = text
    required: bool = False
    longest: int = 0  # characters; 0: no limit
    fields: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()  # offered in the empty workbook


@dataclass(frozen=True, slots=True)
class Remark:
    """What was mended or is wrong in one column of a row; `words` is a code, `details` fill it."""

    column: str  # letter and title as the sheet has them; empty when it is the row as a whole
    words: str
    details: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """One row of a sheet: the `entry` it makes when nothing is wrong with it, and what is to be said about it."""

    sheet: str
    number: int  # as the spreadsheet counts
    key: str  # what it is about, as far as it could be read
    entry: Any = None
    mended: tuple[Remark, ...] = ()
    faults: tuple[Remark, ...] = ()
    repeats: str = ""  # the place that says the same
    known: bool = False

    @property
    def outcome(self) -> Outcome:
        if self.faults:
            return Outcome.REFUSED
        if self.repeats:
            return Outcome.REPEATED
        if self.known:
            return Outcome.KNOWN
        return Outcome.MENDED if self.mended else Outcome.TAKEN

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is to be said: why it is refused, which place it repeats, or how it was mended."""
        if self.faults:
            return self.faults
        if self.repeats:
            return (Remark("", "outcome.repeats", {"place": self.repeats}),)
        return () if self.known else self.mended

    def refuse(self, remark: Remark) -> None:
        self.faults, self.entry = (*self.faults, remark), None


class Draft:
    """A row being read: the values of its cells by the key of their column, and what is to be said about them."""

    def __init__(self, places: dict[str, str]):
        self.places = places
        self.values: dict[str, Any] = {}
        self.mended: list[Remark] = []
        self.faults: list[Remark] = []

    def __getitem__(self, key: str) -> Any:
        return self.values.get(key)

    def text(self, key: str) -> str:
        return self.values.get(key) or ""

    def mend(self, key: str, words: str, **details: object) -> None:
        self.mended.append(Remark(self.places[key], words, details))

    def fault(self, key: str, words: str, **details: object) -> None:
        self.faults.append(Remark(self.places[key], words, details))


class Unreadable(Exception):
    """The file as a whole cannot be taken; `why` names words."""

    def __init__(self, why: str, **details: object):
        super().__init__(why)
        self.why, self.details = why, details


@dataclass(frozen=True)
class SheetRead:
    """One sheet of the file: how many rows it has, or that it is no sheet of this register."""

    name: str
    rows: int = 0
    is_register: bool = True
    copy_of: str = ""  # the sheet every row of it repeats


@dataclass(frozen=True)
class Contents:
    """What a file holds."""

    rows: list[Row]
    sheets: list[SheetRead]
    titles: dict[str, str]  # field of an entry -> the column it came from, as the first sheet calls it


@dataclass(frozen=True)
class Register:
    """What the sheets of one kind hold. `make` turns the values of a row into an entry, saying in the draft what it
    mends and what does not fit together; `key` are the columns that tell what a row is about."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    make: Callable[[Draft], Any]

    def read(self, file: Path, progress: Progress = lambda done, total: None) -> Contents:
        """Every row of every sheet that has the heads of this register. Raises Unreadable."""
        rows: list[Row] = []
        sheets: list[SheetRead] = []
        titles: dict[str, str] = {}
        said: dict[str, tuple[str, bytes]] = {}
        for sheet in _sheets(file):
            if not (found := self._head(sheet)):
                sheets.append(SheetRead(sheet.name, is_register=False))
                continue
            start, columns = found
            places = self._places(columns)
            titles = titles or {name: places[c.key] for c in self.columns for name in (c.key, *c.fields)}
            before = len(rows)
            for row in self._rows(sheet, start, columns, places, said):
                rows.append(row)
                if len(rows) % EVERY == 0:
                    progress(len(rows), before + sheet.total_height - start)
            sheets.append(SheetRead(sheet.name, len(rows) - before, copy_of=_copied(rows[before:])))
        if not titles:
            heads = "、".join(c.names[0] for c in self.columns if c.required)
            raise Unreadable("fault.no-such-heads", heads=heads)
        progress(len(rows), len(rows))
        return Contents(rows, sheets, titles)

    def _head(self, sheet: CalamineSheet) -> tuple[int, dict[int, Column]] | None:
        """Where the heads stand, and which column is which; None when this is no sheet of this register."""
        known = {_bare(name): column for column in self.columns for name in (column.key, *column.names)}
        needed = {column.key for column in self.columns if column.required}
        for number, cells in enumerate(sheet.iter_rows()):
            if number >= HEAD_WITHIN:
                return None
            found: dict[str, int] = {}
            for place, cell in enumerate(cells):
                if column := known.get(_bare(cell)):
                    found.setdefault(column.key, place)
            if needed <= found.keys():
                return number, {found[c.key]: c for c in self.columns if c.key in found}
        return None

    def _places(self, columns: dict[int, Column]) -> dict[str, str]:
        """How remarks name each column: letter and title, the title alone where the sheet has none."""
        letters = {column.key: f"{letter(place)} " for place, column in columns.items()}
        return {column.key: letters.get(column.key, "") + column.names[0] for column in self.columns}

    def _rows(
        self,
        sheet: CalamineSheet,
        head: int,
        columns: dict[int, Column],
        places: dict[str, str],
        said: dict[str, tuple[str, bytes]],
    ) -> Iterator[Row]:
        first = (sheet.start or (0, 0))[0]
        for number, cells in enumerate(sheet.iter_rows()):
            if number > head and not all(is_blank(cells[place]) for place in columns):
                draft = _drafted(cells, columns, Draft(places))
                yield self._row(sheet.name, first + number + 1, draft, said)

    def _row(self, sheet: str, number: int, draft: Draft, said: dict[str, tuple[str, bytes]]) -> Row:
        """The row a draft becomes; `said` holds where what was said of which thing, by a digest of the values."""
        entry = None if draft.faults else self.make(draft)
        parts = [str(draft[key]) for key in self.key if draft[key] is not None]
        row = Row(sheet, number, "/".join(parts), entry, tuple(draft.mended), tuple(draft.faults))
        place, now = f"{sheet}!{number}", _digest(draft.values)
        where, before = said.setdefault(now.hex() if row.faults else row.key, (place, now))
        if where != place and now == before:
            row.repeats, row.faults = where, ()
        elif where != place:
            row.refuse(Remark(draft.places[self.key[0]], "fault.said-otherwise", {"place": where}))
        if row.faults or row.repeats:
            row.entry = None
        return row


def _drafted(cells: Sequence[Any], columns: dict[int, Column], draft: Draft) -> Draft:
    for place, column in columns.items():
        cell = cells[place]
        if is_blank(cell):
            if column.required:
                draft.fault(column.key, "fault.missing")
            continue
        try:
            read = column.read(cell)
        except Faulty as fault:
            draft.fault(column.key, fault.why, **fault.details)
            draft.values[column.key] = plain(cell)
            continue
        if column.longest and isinstance(read.value, str) and len(read.value) > column.longest:
            draft.fault(column.key, "fault.too-long", longest=column.longest, length=len(read.value))
        if read.mended:
            draft.mend(column.key, read.mended, **read.details)
        draft.values[column.key] = intern(read.value) if type(read.value) is str else read.value
    return draft


def _sheets(file: Path) -> Iterator[CalamineSheet]:
    """The sheets of a workbook, one at a time: only one is held in memory."""
    try:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as packed:
                unpacked = sum(member.file_size for member in packed.infolist())
            if unpacked > LARGEST_UNPACKED:
                raise Unreadable("fault.too-large", found=unpacked // 1024**2)
        book = CalamineWorkbook.from_path(str(file))
        for sheet in book.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                yield book.get_sheet_by_name(sheet.name)
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        raise Unreadable("fault.not-a-workbook", found=file.name) from error


def _copied(rows: list[Row]) -> str:
    """The one other sheet that all these rows repeat, if there is one."""
    repeated = {row.repeats.rpartition("!")[0] for row in rows}
    other = repeated.pop() if len(repeated) == 1 else ""
    return other if rows and other != rows[0].sheet else ""


def _digest(values: dict[str, Any]) -> bytes:
    told = repr(sorted(values.items(), key=lambda pair: pair[0]))
    return blake2b(told.encode(), digest_size=16).digest()


def _bare(head: Any) -> str:
    """A head without its number, blanks, punctuation and case: "21、认证证书号" -> "认证证书号"."""
    return re.sub(r"^\d+[、.．]|[\s_（）()：:*＊]", "", str(head or "")).lower()
