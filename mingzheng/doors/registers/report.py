"""The report of an import: a workbook that tells of every row what became of it, why, and what to do, in two languages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import save_workbook

from mingzheng.words import WORDS

from .moving_in import Looked
from .register import Outcome, Row, SheetRead
from .telling import both, lines

HEADS = (
    "工作表 Sheet",
    "行 Row",
    "编号 Key",
    "结果",
    "Outcome",
    "列 Column",
    "说明",
    "Why",
    "怎么办",
    "What to do",
)
WIDTHS = (14, 8, 24, 12, 16, 26, 52, 52, 40, 44)
HEAD = PatternFill("solid", fgColor="E8EFF6")
COLOURS = {
    Outcome.REFUSED: PatternFill("solid", fgColor="F8D7D3"),
    Outcome.MENDED: PatternFill("solid", fgColor="FFF4D6"),
}
PLACE = re.compile(r"\{\w+\}")  # where a sentence holds the facts of one row


def report_name(file: Path) -> Path:
    """Beside the file, with its name."""
    return file.with_name(f"{file.stem}_导入报告.xlsx")


def write_report(looked: Looked, place: Path, *, source: str, by: str, now: datetime) -> None:
    """Write the workbook; `source` is the name of the file that was read."""
    book = Workbook(write_only=True)
    _write_summary(book, looked, source, by, now)
    page = _page(book, "逐行 Rows", WIDTHS)
    page.append([_cell(page, head, HEAD) for head in HEADS])
    for row in looked.rows:
        colour = COLOURS.get(row.outcome)
        for line in lines(row):
            page.append([_cell(page, value, colour) for value in line])
    save_workbook(book, place)


def _write_summary(book: Workbook, looked: Looked, source: str, by: str, now: datetime) -> None:
    page = _page(book, "汇总 Summary", (24, 30, 16, 60))
    what = ("已接收", "Carried in") if looked.carried else ("预览，未写入", "Preview, nothing written")
    for line in [
        ("台账", "Register", "", " / ".join(both(f"register.{looked.kind}"))),
        ("文件", "File", "", source),
        ("状态", "State", "", " / ".join(what)),
        ("时间", "When", "", f"{now:%Y-%m-%d %H:%M}"),
        ("经办", "By", "", by),
        ("总行数", "Rows", len(looked.rows), ""),
        *((*both(f"outcome.{outcome}"), looked.counts[outcome], "") for outcome in Outcome),
        *(_of_sheet(sheet) for sheet in looked.sheets),
    ]:
        page.append([_cell(page, value) for value in line])
    page.append([])
    page.append([_cell(page, head, HEAD) for head in ("拒收原因", "Why refused", "行数 Rows", "列 Columns")])
    for line in _reasons(looked.rows):
        page.append([_cell(page, value) for value in line])


def _of_sheet(sheet: SheetRead) -> tuple[object, ...]:
    if not sheet.is_register:
        told = "不是本台账，未读 / not this register, not read"
    elif sheet.copy_of:
        told = f"整表与 {sheet.copy_of} 重复 / a whole copy of {sheet.copy_of}"
    else:
        told = ""
    return (f"工作表 {sheet.name}", f"Sheet {sheet.name}", sheet.rows, told)


def _reasons(rows: Sequence[Row]) -> Iterable[tuple[object, ...]]:
    """How often each reason for refusal was met, and in which columns; the most frequent first."""
    met = Counter(remark.words for row in rows for remark in row.faults)
    columns: dict[str, dict[str, None]] = {}
    for row in rows:
        for remark in row.faults:
            columns.setdefault(remark.words, {})[remark.column] = None
    for words, times in met.most_common():
        zh, en = (PLACE.sub("…", wording) for wording in WORDS[words])
        yield zh, en, times, "、".join(filter(None, columns[words]))


def _page(book: Workbook, title: str, widths: Sequence[int]) -> Any:
    page: Any = book.create_sheet(title)
    page.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(place)].width = width
    return page


def _cell(page: Any, value: object, fill: PatternFill | None = None) -> Any:
    """A number as a number; everything else as text, so that a name beginning with ``=`` is no formula."""
    plain = value if isinstance(value, int) else ILLEGAL_CHARACTERS_RE.sub("", str(value))
    if fill is None and not str(plain).startswith("="):
        return plain
    cell = WriteOnlyCell(page, plain)
    if isinstance(plain, str):
        cell.data_type = "s"
    if fill:
        cell.fill = fill
        cell.font = Font(bold=fill is HEAD)
    return cell
