"""The files for the regulator's platform: their columns, what is wrong with a row, and with a file.

The layouts are data (``tables/return_files.toml``), each with a version and a first day; the platform's current template
prevails. Cells are judged by :mod:`return_cells`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from .return_cells import BETWEEN, CODE_LISTS, FORMS, as_number
from .tables import read
from .verdict import Objection

PLATFORM = "认证认可业务信息统一上报平台"
DUE_DAY = 10  # of the next month (信息报告规范, rev. 2021-09-24)
CELL_EMPTY = Objection("return-cell.empty", PLATFORM)
CELL_NOT_EMPTY = Objection("return-cell.not-empty", PLATFORM)
CELL_TOO_LONG = Objection("return-cell.too-long", PLATFORM)
CELL_FORM = Objection("return-cell.form", PLATFORM)
CELL_CODE = Objection("return-cell.code", PLATFORM)
CELL_ORDER = Objection("return-cell.order", PLATFORM)
CELL_MORE = Objection("return-cell.more", PLATFORM)
CELL_TWICE = Objection("return-cell.twice", PLATFORM)
CELL_AFTER_MAIN = Objection("return-cell.after-main", PLATFORM)
CELL_OWN_MAIN = Objection("return-cell.own-main", PLATFORM)
CELL_FUTURE = Objection("return-cell.future", PLATFORM)
COLUMN_MISSING = Objection("return-cell.column-missing", PLATFORM)
COLUMN_UNKNOWN = Objection("return-cell.column-unknown", PLATFORM)
Row = Mapping[str, str]
Faults = dict[str, list[Objection]]
NO_ROW: Row = {}


class ReturnFile(StrEnum):
    """What the platform takes."""

    CERTIFICATES = "certificates"  # 证书信息, monthly
    AUDIT_RESULTS = "audit-results"  # 审核结果信息, monthly
    ENERGY = "energy"  # 能源绩效信息, monthly, of energy management certificates
    PLANS = "plans"  # 审核计划, before the visits
    CERTSEARCH = "certsearch"  # of the international database, monthly


@dataclass(frozen=True)
class Condition:
    """Filled in when another column says one of these; with `only`, else empty. ``A01*`` begins so, ``*`` is anything."""

    column: str
    among: Sequence[str]
    only: bool = False

    def holds(self, row: Row) -> bool:
        said = row.get(self.column, "")
        return any(
            said.startswith(one[:-1]) if one.endswith("*") else said == one for one in self.among if said
        )


@dataclass(frozen=True)
class Order:
    """Two columns of days of which the first is no later; with `when`, only there."""

    earlier: str
    later: str
    when: Condition | None = None


@dataclass(frozen=True)
class Column:
    """One column; `form` names what its cells are held against besides their length, `codes` the list they come from."""

    name: str
    zh: str
    longest: int
    required: bool = False
    form: str = ""
    codes: str = ""
    when: Condition | None = None


@dataclass(frozen=True)
class Layout:
    """The columns of a file in one version, in force from a day on."""

    file: ReturnFile
    sheet: str
    version: str
    valid_from: date
    confidence: str
    source: str
    columns: tuple[Column, ...]
    order: Sequence[Order] = ()
    most: Sequence[Sequence[str]] = ()  # pairs of numbers, the first no more
    once: Sequence[str] = ()  # what no two rows say alike


@dataclass(frozen=True)
class Codes:
    """The platform's codes for what the record calls otherwise."""

    stage: Mapping[str, str]  # kind of visit
    role: Mapping[str, str]  # of a member
    country: str
    taken_over: str  # 认证审核活动代码 of a certificate taken over from another body


def layout_in_force(file: ReturnFile, on: date) -> Layout:
    """The latest layout of a file that is in force on a day."""
    known = [one for one in LAYOUTS if one.file == file and one.valid_from <= on]
    return max(known, key=lambda one: one.valid_from)


def due_by(month: date) -> date:
    """The last day to send the files of a month: the tenth of the next."""
    year, next_month = divmod(month.year * 12 + month.month, 12)
    return date(year, next_month + 1, DUE_DAY)


def objections_to_header(layout: Layout, header: Iterable[str]) -> Faults:
    """Columns that are missing and columns nobody knows."""
    said, known = list(header), {column.name for column in layout.columns}
    missing = {name: [COLUMN_MISSING.because(field=name)] for name in known - set(said)}
    return missing | {
        name: [COLUMN_UNKNOWN.because(field=name)] for name in said if name and name not in known
    }


def objections_to_cell(column: Column, text: str, row: Row = NO_ROW) -> list[Objection]:
    """What is wrong with a cell by itself and by what its row says; nothing for an empty one that may be empty."""
    wanted = column.when.holds(row) if column.when else column.required
    if not text:
        return [CELL_EMPTY.because(field=column.name)] if wanted else []
    if column.when and column.when.only and not wanted:
        return [CELL_NOT_EMPTY.because(field=column.name, found=text[:60])]
    if len(text) > column.longest:
        return [CELL_TOO_LONG.because(field=column.name, length=len(text), longest=column.longest)]
    if column.codes:
        strange = [one for one in text.split(BETWEEN) if one not in CODE_LISTS[column.codes]]
        if strange or (column.form == "code" and BETWEEN in text):
            return [CELL_CODE.because(field=column.name, found=text[:60])]
        return []
    fits = FORMS[column.form](text) if column.form else True
    return [] if fits else [CELL_FORM.because(field=column.name, found=text[:60])]


def objections_to_row(layout: Layout, row: Row, on: date | None = None) -> Faults:
    """By column, only where something is wrong. `on`: the day of sending, which no award lies after."""
    found = {
        column.name: objections_to_cell(column, row.get(column.name, ""), row) for column in layout.columns
    }
    found = {name: objections for name, objections in found.items() if objections}
    sound = {name: text for name, text in row.items() if name not in found}
    return found | {name: [objection] for name, objection in _between(layout, sound, on)}


def _between(layout: Layout, row: Row, on: date | None) -> Iterator[tuple[str, Objection]]:
    """What two cells of a row, or a cell and the day, say against each other."""
    for pair in layout.order:
        first, last = row.get(pair.earlier, ""), row.get(pair.later, "")
        if first and last and first > last and (pair.when is None or pair.when.holds(row)):
            yield pair.later, CELL_ORDER.because(field=pair.later, earlier=first, later=last)
    for part, whole in layout.most:
        less, more = as_number(row.get(part, "")), as_number(row.get(whole, ""))
        if less is not None and more is not None and less > more:
            yield part, CELL_MORE.because(field=part, part=_plain(less), whole=_plain(more))
    if on and row.get("AWARD_DATE", "") > str(on):
        yield "AWARD_DATE", CELL_FUTURE.because(field="AWARD_DATE", found=row["AWARD_DATE"])


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def objections_to_file(layout: Layout, rows: Sequence[Row], on: date | None = None) -> dict[int, Faults]:
    """By row (0 is the first), only where something is wrong; what two rows say alike is told at the later."""
    found = {place: objections_to_row(layout, row, on) for place, row in enumerate(rows)}
    seen: dict[tuple[str, ...], int] = defaultdict(lambda: -1)
    for place, row in enumerate(rows):
        said = tuple(row.get(name, "") for name in layout.once)
        if layout.once and seen[said] >= 0:
            name = layout.once[0]
            found[place].setdefault(name, []).append(CELL_TWICE.because(field=name, row=seen[said] + 2))
        elif all(said[:1]):
            seen[said] = place
    for place, name, objection in _against_main(rows):
        found[place].setdefault(name, []).append(objection)
    return {place: faults for place, faults in found.items() if faults}


def _against_main(rows: Sequence[Row]) -> Iterator[tuple[int, str, Objection]]:
    """A sub-certificate ends no later than its main one (rule of column 40), which is another."""
    ends = {row.get("CERT_NUMBER", ""): row.get("CERTI_E_DATE", "") for row in rows}
    for place, row in enumerate(rows):
        main, day = row.get("M_CERTI_NUM", ""), row.get("CERTI_E_DATE", "")
        if main and main == row.get("CERT_NUMBER"):
            yield place, "M_CERTI_NUM", CELL_OWN_MAIN.because(field="M_CERTI_NUM", found=main)
        elif main and day > ends.get(main, day):
            yield (
                place,
                "CERTI_E_DATE",
                CELL_AFTER_MAIN.because(field="CERTI_E_DATE", found=day, main=ends[main]),
            )


def _layout(row: dict[str, Any]) -> Layout:
    told = {name: value for name, value in row.items() if name not in ("column", "file", "order")}
    columns = tuple(Column(**_with_condition(cell)) for cell in row["column"])
    order = tuple(Order(**_with_condition(pair)) for pair in row.get("order", ()))
    return Layout(file=ReturnFile(row["file"]), columns=columns, order=order, **told)


def _with_condition(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "when": Condition(**told["when"])} if "when" in told else told


_TABLE = read("return_files")
LAYOUTS = tuple(_layout(row) for row in _TABLE["layout"])
CODES = Codes(**_TABLE["codes"])
