"""The file of audit plans for the regulator's platform: its columns, and what is wrong with a cell.

The layout is data (``tables/plan_file.toml``) with a version and a first day; the platform's current template prevails.
Several values of a cell are parted by ``；``, the parts of one value by ``，``, as the platform asks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .certificate_numbers import approval_number
from .code_lists import region
from .identifiers import objections_to_organisation_code
from .tables import read
from .verdict import Objection, Refused

PLATFORM = "认证认可业务信息统一上报平台"
BETWEEN, WITHIN = "；", "，"
CELL_EMPTY = Objection("plan-file.empty", PLATFORM)
CELL_TOO_LONG = Objection("plan-file.too-long", PLATFORM)
CELL_FORM = Objection("plan-file.form", PLATFORM)
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:00:00")


@dataclass(frozen=True)
class Column:
    """One column; `form` names what its cells are held against besides their length."""

    name: str
    zh: str
    longest: int
    required: bool = False
    form: str = ""


@dataclass(frozen=True)
class Layout:
    """The columns in one version, in force from a day on."""

    version: str
    valid_from: date
    confidence: str
    source: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Codes:
    """The platform's codes for what the record calls otherwise."""

    stage: Mapping[str, str]  # kind of visit
    role: Mapping[str, str]  # of a member
    country: str


def layout_in_force(on: date) -> Layout:
    """The latest layout that is in force on a day."""
    return max((one for one in LAYOUTS if one.valid_from <= on), key=lambda one: one.valid_from)


def objections_to_cell(column: Column, text: str) -> list[Objection]:
    """What is wrong with a cell; nothing for an empty one that may be empty."""
    if not text:
        return [CELL_EMPTY.because(field=column.name)] if column.required else []
    if len(text) > column.longest:
        return [CELL_TOO_LONG.because(field=column.name, length=len(text), longest=column.longest)]
    fits = FORMS.get(column.form, _anything)(text)
    return [] if fits else [CELL_FORM.because(field=column.name, found=text[:60])]


def objections_to_row(layout: Layout, row: Mapping[str, str]) -> dict[str, list[Objection]]:
    """By column, only where something is wrong."""
    found = {column.name: objections_to_cell(column, row.get(column.name, "")) for column in layout.columns}
    return {name: objections for name, objections in found.items() if objections}


def _anything(text: str) -> bool:
    return True


def _stages(text: str) -> bool:
    return set(text.split(BETWEEN)) <= set(CODES.stage.values())


def _moment(text: str) -> bool:
    return MOMENT.fullmatch(text) is not None


def _groups(text: str) -> bool:
    """Every person has number, name, role and telephone (an expert: name, kind and number of his paper, telephone)."""
    return all(len(parts) == 4 and all(parts) for parts in (one.split(WITHIN) for one in text.split(BETWEEN)))


def _list(text: str) -> bool:
    return all(text.split(BETWEEN))


def _organisation(text: str) -> bool:
    return not objections_to_organisation_code(text)


def _approval(text: str) -> bool:
    try:
        return bool(approval_number(text))
    except Refused:
        return False


def _region(text: str) -> bool:
    return region(text) is not None


FORMS = {
    "stages": _stages,
    "moment": _moment,
    "groups": _groups,
    "list": _list,
    "organisation": _organisation,
    "approval": _approval,
    "region": _region,
}


def _layout(row: dict[str, Any]) -> Layout:
    columns = tuple(Column(**cell) for cell in row["column"])
    return Layout(row["version"], row["valid_from"], row["confidence"], row["source"], columns)


_TABLE = read("plan_file")
LAYOUTS = tuple(_layout(row) for row in _TABLE["layout"])
CODES = Codes(**_TABLE["codes"])
