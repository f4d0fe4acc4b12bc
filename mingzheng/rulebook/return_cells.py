"""The cells of the files for the regulator's platform: in which form each is, and how far a slip can be mended.

Several values of a cell are parted by ``；``, the parts of one value by ``，``, as the platform asks.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from .certificate_numbers import approval_number
from .code_lists import industry, region
from .identifiers import objections_to_organisation_code
from .mending import tidied
from .tables import read
from .verdict import Refused

BETWEEN, WITHIN = "；", "，"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):00:00")  # of a plan: full hours
TIME = re.compile(r"\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d")
NUMBER = re.compile(r"[A-Z0-9][A-Z0-9/().-]*")
WRITTEN_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?: 00:00:00)?|(\d{4})(\d{2})(\d{2})")
SERIAL = re.compile(r"\d{5}(\.0+)?")  # a day as a spreadsheet counts it
SPREADSHEET_BEGINS = date(1899, 12, 30)
CODE_LISTS: Mapping[str, frozenset[str]] = {
    name: frozenset(codes) for name, codes in read("return_files")["code"].items()
}


def as_number(text: str) -> Decimal | None:
    """The number a cell says; None for anything else."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def as_day(text: str) -> date | None:
    """The day a cell says, in whatever way days are written; None where that is not certain."""
    written = unicodedata.normalize("NFKC", text).strip()
    if SERIAL.fullmatch(written):
        return SPREADSHEET_BEGINS + timedelta(days=int(float(written)))
    if not (found := WRITTEN_DAY.fullmatch(written)):
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def mended(form: str, codes: str, text: str) -> str:
    """The cell put right as far as that is certain: blanks, full-width characters, ways of writing a day, lost noughts."""
    tidy = re.sub(r"[\s\u200b\ufeff]+", " ", text).strip()
    if form in ("code", "codes"):
        return BETWEEN.join(_code(codes, one) for one in re.split("[;；]", tidy)) if tidy else ""
    if form == "day":
        meant = as_day(tidy)
        return str(meant) if meant else tidy
    if form in ("whole", "decimal"):
        return _digits(tidy)
    if form in ("number", "approval", "organisation", "region", "country", "zip"):
        return tidied(tidy).text
    if form in ("list", "industries", "stages"):
        return BETWEEN.join(part.strip() for part in re.split("[;；]", tidy) if part.strip())
    return tidy


def _code(codes: str, text: str) -> str:
    """A code with the noughts a spreadsheet took off."""
    tidy, known = tidied(text).text, CODE_LISTS[codes]
    meant = {tidy, tidy.zfill(2), tidy.zfill(max(map(len, known))), tidy.capitalize()} & known
    return meant.pop() if len(meant) == 1 else tidy


def _digits(text: str) -> str:
    written = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    value = as_number(written)
    return f"{value.normalize():f}" if value is not None else text


def _at(shape: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: shape.fullmatch(text) is not None and as_day(text[:10]) is not None


def _groups(text: str) -> bool:
    """Every person has number, name, role and telephone (an expert: name, kind and number of his paper, telephone)."""
    return all(len(parts) == 4 and all(parts) for parts in (one.split(WITHIN) for one in text.split(BETWEEN)))


def _approval(text: str) -> bool:
    try:
        return bool(approval_number(text))
    except Refused:
        return False


def _day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None and as_day(text) is not None


def _not_below_nought(text: str) -> bool:
    value = as_number(text)
    return value is not None and value >= 0


FORMS: Mapping[str, Callable[[str], bool]] = {
    "stages": lambda text: set(text.split(BETWEEN)) <= CODE_LISTS["stage"],
    "moment": _at(MOMENT),
    "time": _at(TIME),
    "day": _day,
    "groups": _groups,
    "list": lambda text: all(text.split(BETWEEN)),
    "industries": lambda text: all(industry(one) is not None for one in text.split(BETWEEN)),
    "organisation": lambda text: not objections_to_organisation_code(text),
    "approval": _approval,
    "region": lambda text: region(text) is not None,
    "country": lambda text: re.fullmatch(r"\d{3}", text) is not None,
    "zip": lambda text: re.fullmatch(r"\d{6}", text) is not None,
    "number": lambda text: NUMBER.fullmatch(text) is not None,
    "whole": lambda text: text.isdecimal() and text.isascii(),
    "decimal": _not_below_nought,
}
