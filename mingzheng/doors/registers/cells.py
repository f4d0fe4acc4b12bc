"""One cell: what people type, and what was meant. Each reader mends what is certain and faults the rest."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

EXCEL_BEGINS = date(1899, 12, 30)
EXCEL_DAYS = range(10_000, 80_000)  # 1927 to 2119: a number in a date column that can only be a day
YEARS = range(1950, 2100)  # no register tells of a day before or after
DAY_SHAPES = [
    re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?"),
    re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
]
AS_IT_SHOULD_BE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
BLANKS = {"", "--", "-", "—", "——", "/", "无", "NULL", "null", "N/A", "n/a", "#N/A"}
SEEN_LATELY = 4096  # cells of one form that are read only once
LONGEST_BLANK = 8  # characters; what is longer is blank only when it is nothing but blanks
UNSEEN = re.compile("[\\s\u0000-\u001f\u007f\u200b-\u200f\ufeff]+")
BETWEEN = re.compile(r"[;,、\s]+")


class Faulty(Exception):
    """What is in the cell cannot be taken; `why` names words."""

    def __init__(self, why: str, **details: object):
        super().__init__(why)
        self.why, self.details = why, details


@dataclass(frozen=True, slots=True)
class Read:
    """The value of a cell, and, when it was mended, the words that say how."""

    value: Any
    mended: str = ""
    details: dict[str, object] = field(default_factory=dict)


def plain(cell: Any) -> str:
    """The characters of a cell without blanks at its ends or doubled inside; whole numbers without ``.0``."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    written = str(cell)
    if written.isprintable() and "  " not in written:
        return written.strip(" ")
    return UNSEEN.sub(" ", written).strip()


def is_blank(cell: Any) -> bool:
    if isinstance(cell, str):
        return (len(cell) <= LONGEST_BLANK and plain(cell) in BLANKS) or not cell.strip()
    return cell is None


def letter(place: int) -> str:
    """What a spreadsheet calls its column: 0 is A, 26 is AA."""
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def text(cell: Any) -> Read:
    """Words as written, in one line."""
    written = plain(cell)
    return Read(written, "mend.blanks" if isinstance(cell, str) and written != cell else "")


def code(cell: Any) -> Read:
    """A code: half-width, upper-case, without blanks."""
    tidy = re.sub(r"\s", "", unicodedata.normalize("NFKC", plain(cell))).upper()
    return Read(tidy, "mend.code" if isinstance(cell, str) and tidy != cell else "")


def several(cell: Any) -> Read:
    """Several names in one cell, between ； or ;"""
    return Read(tuple(part for part in map(str.strip, re.split("[;；]", plain(cell))) if part not in BLANKS))


def codes(cell: Any) -> Read:
    """Several codes in one cell, between ； ; ， , 、 or blanks."""
    return _codes_written(plain(cell))


@lru_cache(SEEN_LATELY)
def _codes_written(cell: str) -> Read:
    written = unicodedata.normalize("NFKC", cell)
    return Read(tuple(part.upper() for part in BETWEEN.split(written) if part))


def number(cell: Any) -> Read:
    """A number; thousands commas and full-width digits are mended, units are not guessed."""
    return _number_written(plain(cell))


@lru_cache(SEEN_LATELY)
def _number_written(cell: str) -> Read:
    written = unicodedata.normalize("NFKC", cell).replace(",", "")
    try:
        value = Decimal(written)
    except InvalidOperation:
        raise Faulty("fault.not-a-number", found=cell) from None
    if not value.is_finite() or value < 0:
        raise Faulty("fault.not-a-number", found=cell)
    return Read(value, "mend.number" if written != cell else "")


def whole(cell: Any) -> Read:
    """A whole number of people or times."""
    read = number(cell)
    if read.value != int(read.value):
        raise Faulty("fault.not-whole", found=plain(cell))
    if read.value > 10_000_000:
        raise Faulty("fault.not-a-number", found=plain(cell))
    return Read(int(read.value), read.mended)


def day(cell: Any) -> Read:
    """A day: a date of the sheet, an Excel serial, ``2014年10月9日``, ``2014.10.9``, ``20141009`` and their like."""
    if isinstance(cell, date):
        return _day_of_a_sheet(cell)
    return _day_written(plain(cell))


@lru_cache(SEEN_LATELY)
def _day_of_a_sheet(cell: date) -> Read:
    return _plausible(cell.date() if isinstance(cell, datetime) else cell, str(cell))


@lru_cache(SEEN_LATELY)
def _day_written(cell: str) -> Read:
    written = unicodedata.normalize("NFKC", cell)
    if re.fullmatch(r"\d{5}(\.\d+)?", written) and int(float(written)) in EXCEL_DAYS:
        meant = EXCEL_BEGINS + timedelta(days=int(float(written)))
        return Read(meant, "mend.serial-day", {"found": cell, "day": meant})
    for shape in DAY_SHAPES:
        if found := shape.fullmatch(written):
            year, month, of_month = (int(part) for part in found.groups()[:3])
            try:
                read = _plausible(date(year, month, of_month), cell)
            except ValueError:
                raise Faulty("fault.no-such-day", found=cell) from None
            if AS_IT_SHOULD_BE.fullmatch(cell):
                return read
            return Read(read.value, "mend.day", {"found": cell, "day": read.value})
    raise Faulty("fault.not-a-day", found=cell)


def _plausible(value: date, written: str) -> Read:
    if value.year not in YEARS:
        raise Faulty("fault.strange-day", found=written)
    return Read(value)


def one_of(table: Mapping[str, Any], words: Mapping[Any, Iterable[str]] = {}) -> Callable[[Any], Read]:
    """A reader of coded cells: the code, the code without its noughts, or the words people write for it."""
    width = max(map(len, table))
    known = "、".join(table)
    as_written = {code(said).value: key for key, several_words in words.items() for said in several_words}

    def read(cell: Any) -> Read:
        written, tidy = plain(cell), code(cell).value
        if written in table:
            return Read(table[written])
        for key in (tidy, tidy.zfill(width), as_written.get(tidy, "")):
            if key in table:
                return Read(table[key], "mend.coded", {"found": written, "taken": key})
        raise Faulty("fault.unknown-code", found=written, known=known)

    return read
