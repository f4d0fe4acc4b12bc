"""One cell: what people type, and what was meant. Each reader mends what is certain and faults the rest."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

EXCEL_BEGINS = date(1899, 12, 30)
EXCEL_DAYS = range(10_000, 80_000)  # 1927 to 2119: a number in a date column that can only be a day
DAY_SHAPES = [
    re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?"),
    re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
]
BLANKS = {"", "--", "-", "—", "/", "无", "NULL", "null", "N/A", "n/a", "#N/A"}


class Faulty(Exception):
    """What is in the cell cannot be taken; `why` names words."""

    def __init__(self, why: str, **details: object):
        super().__init__(why)
        self.why, self.details = why, details


@dataclass(frozen=True)
class Read:
    """The value of a cell, and, when it was mended, the words that say how."""

    value: Any
    mended: str = ""


def plain(cell: Any) -> str:
    """The characters of a cell without blanks at its ends or doubled inside; whole numbers without ``.0``."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return re.sub(r"\s+", " ", str(cell)).strip()


def is_blank(cell: Any) -> bool:
    return plain(cell) in BLANKS


def text(cell: Any) -> Read:
    """Words as written, in one line."""
    written = plain(cell)
    return Read(written, "mend.blanks" if isinstance(cell, str) and written != cell else "")


def code(cell: Any) -> Read:
    """A code: half-width, upper-case, without blanks."""
    written = plain(cell)
    tidy = re.sub(r"\s", "", unicodedata.normalize("NFKC", written)).upper()
    return Read(tidy, "mend.code" if tidy != written else "")


def codes(cell: Any) -> Read:
    """Several codes in one cell, between ； ; ， , 、 or blanks."""
    written = unicodedata.normalize("NFKC", plain(cell))
    return Read([part.upper() for part in re.split(r"[;,、\s]+", written) if part])


def number(cell: Any) -> Read:
    """A number; thousands commas and full-width digits are mended, units are not guessed."""
    written = unicodedata.normalize("NFKC", plain(cell)).replace(",", "")
    try:
        value = Decimal(written)
    except InvalidOperation:
        raise Faulty("fault.not-a-number", found=plain(cell)) from None
    if not value.is_finite() or value < 0:
        raise Faulty("fault.not-a-number", found=plain(cell))
    return Read(value, "mend.number" if isinstance(cell, str) and written != cell.strip() else "")


def whole(cell: Any) -> Read:
    """A whole number of people or times."""
    read = number(cell)
    if read.value != int(read.value):
        raise Faulty("fault.not-whole", found=plain(cell))
    return Read(int(read.value), read.mended)


def day(cell: Any) -> Read:
    """A day: a date of the sheet, an Excel serial, ``2014年10月9日``, ``2014.10.9``, ``20141009`` and their like."""
    if isinstance(cell, datetime):
        return Read(cell.date())
    if isinstance(cell, date):
        return Read(cell)
    written = unicodedata.normalize("NFKC", plain(cell))
    if re.fullmatch(r"\d{5}", written) and int(written) in EXCEL_DAYS:
        return Read(EXCEL_BEGINS + timedelta(days=int(written)), "mend.serial-day")
    for shape in DAY_SHAPES:
        if found := shape.fullmatch(written):
            return Read(
                _day(*map(int, found.groups()), written), "mend.day" if shape is not DAY_SHAPES[1] else ""
            )
    raise Faulty("fault.not-a-day", found=plain(cell))


def _day(year: int, month: int, of_month: int, written: str) -> date:
    try:
        return date(year, month, of_month)
    except ValueError:
        raise Faulty("fault.no-such-day", found=written) from None


def one_of(table: dict[str, Any]) -> Callable[[Any], Read]:
    """A reader of coded cells: the code, or the words people write for it."""

    def read(cell: Any) -> Read:
        tidy = code(cell)
        for key in (tidy.value, tidy.value.zfill(2)):
            if key in table:
                return Read(table[key], tidy.mended or ("mend.code" if key != tidy.value else ""))
        raise Faulty("fault.unknown-code", found=plain(cell), known="、".join(dict.fromkeys(table)))

    return read
