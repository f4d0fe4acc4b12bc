"""The report of a year put together in one language: texts with their figures, tables, charts, indexes, notes."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date

from mingzheng.office.library.models import Body
from mingzheng.office.record.figure import FIGURES
from mingzheng.rulebook.report_outline import Chapter, numbers
from mingzheng.rulebook.report_tables import columns_against_total
from mingzheng.rulebook.report_text import Kind, Live, pieces
from mingzheng.seal.report.document import (
    Cell,
    Document,
    Piece,
    Row,
    Run,
    Section,
    Table,
    plain,
)
from mingzheng.words import pick, say

from .indexes import figures_index, issues_index
from .live import Printer
from .models import Block, Report
from .tables import TABLES, chart, figures_table, notes_of, number
from .year import Year

ISSUES, FIGURES_INDEX, NOTES = "issues-index", "figures-index", "notes"
TOTALS = ("合计", "总计", "total", "Total")


def document_of(
    report: Report, blocks: Mapping[str, Block], told: Year, body: Body, signatory: str, language: str
) -> Document:
    """The whole report; `blocks` are its texts by chapter, `signatory` the name of whoever signed it."""
    language = "zh" if language.startswith("zh") else "en"
    printer, frozen = Printer(told, language), told.frozen
    dated = report.released_on or report.signed_on or (frozen.frozen_on if frozen else report.opened_on)
    return Document(
        language=language,
        year=report.year,
        edition=report.edition,
        title=say("report-paper.title", language, year=report.year),
        body=pick(body.name_zh, body.name_en, language),
        approval=body.approval_number,
        contact=(pick(body.address_zh, body.address_en, language), body.phone, body.email),
        dated=printed_day(dated, language),
        day=dated.isoformat(),
        draft=report.released_on is None,
        signed_by=signatory if report.signed_by else "",
        sections=tuple(_sections(report, blocks, printer)),
        digest=frozen.digest if frozen else "",
        log_root=frozen.log_root if frozen else "",
    )


def printed_day(day: date, language: str) -> str:
    if language == "zh":
        return f"{day.year} 年 {day.month} 月 {day.day} 日"
    return f"{day.day} {day:%B %Y}"


def digest_of(documents: list[Document]) -> str:
    """SHA-256 over the report in its languages, as it is signed: without the state it is in and what came late."""
    told = [
        {**one.to_json(), "draft": None, "dated": None, "day": None, "signed_by": None} for one in documents
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def weights_of(report: Report, told: Year) -> dict[str, int]:
    """What each issue weighs, where the report is to be ordered so."""
    if not report.by_weight:
        return {}
    return {issue[0]: int(weight[0]) for issue, _, _, _, weight, *_ in told.register("materiality")}


def _sections(report: Report, blocks: Mapping[str, Block], printer: Printer) -> Iterator[Section]:
    for chapter, (zh, en) in numbers(weights_of(report, printer.told)):
        block = blocks.get(chapter.code)
        left_out = bool(block and block.left_out)
        found = list(_pieces(block, printer)) if block else []
        if not left_out:
            found += _drawn(chapter, blocks, printer)
        number = pick(zh, en, printer.language)
        title = chapter.title(printer.language)
        yield Section(chapter.code, number, title, chapter.depth, tuple(found), left_out)


def _pieces(block: Block, printer: Printer) -> Iterator[Piece]:
    """What people wrote."""
    for n, piece in enumerate(pieces(pick(block.zh, block.en, printer.language))):
        if piece.kind is Kind.TABLE:
            rows = [tuple(_cell(cell, printer) for cell in row) for row in piece.rows]
            yield Piece("table", table=_written(f"{block.code}-{n}", rows, printer.language))
        else:
            kind = "reason" if block.left_out else str(piece.kind)
            yield Piece(kind, _cell(piece.line, printer))


def _cell(runs: tuple[str | Live, ...], printer: Printer) -> Cell:
    return tuple(Run(run) if isinstance(run, str) else printer.run(run) for run in runs)


def _written(code: str, rows: list[tuple[Cell, ...]], language: str) -> Table:
    """A table somebody wrote: its first row is the head; one whose last row is a total is added up."""
    head, *rest = rows
    wide = len(head)
    filled = [(*row, *[(Run(""),)] * wide)[:wide] for row in rest]
    total = bool(filled) and plain(filled[-1][0]) in TOTALS
    found, numeric = [], all(_amount(cell) is not None for row in filled for cell in row[1:])
    if total and numeric:
        amounts = [[_amount(cell) or 0 for cell in row[1:]] for row in filled]
        found = columns_against_total(amounts[:-1], amounts[-1])
    names = [plain(cell) for cell in head[1:]]
    return Table(
        code,
        "",
        tuple(plain(cell) for cell in head),
        tuple(Row(row, total and n == len(filled) - 1) for n, row in enumerate(filled)),
        numeric=bool(filled) and numeric,
        notes=notes_of(found, names, language),
    )


def _amount(cell: Cell) -> float | None:
    said = plain(cell).replace(",", "").strip()
    try:
        return float(said)
    except ValueError:
        return None


def _drawn(chapter: Chapter, blocks: Mapping[str, Block], printer: Printer) -> Iterator[Piece]:
    """The tables, charts and figures that belong to a chapter."""
    told, language = printer.told, printer.language
    tables = [TABLES[code](told, language) for code in chapter.tables]
    empty = {one.code for one in tables if not one.rows}
    for code in chapter.charts:
        if code not in empty:
            yield Piece("chart", chart=chart(code, told, language))
    yield from (Piece("table", table=one) for one in tables if one.code not in empty)
    if chapter.code == ISSUES:
        yield Piece("table", table=issues_index(blocks, language))
    elif chapter.code == FIGURES_INDEX:
        yield Piece("table", table=figures_index(told, language))
    elif chapter.code == NOTES:
        yield from (Piece("paragraph", (Run(note),)) for note in _notes(told, language))
    elif names := [name for name in figures_of_chapter(chapter, told) if name not in _said(tables)]:
        yield Piece("table", table=figures_table(told, names, language))


def _said(tables: list[Table]) -> set[str]:
    """The figures that stand in these tables already."""
    return {run.figure for table in tables for row in table.rows for cell in row.cells for run in cell}


def figures_of_chapter(chapter: Chapter, told: Year) -> list[str]:
    """The figures that answer for a place of this chapter, as far as the year has them."""
    counted = told.figures["figures"]
    return [
        name for name, one in FIGURES.items() if chapter.items & set(one.meaning.items) and name in counted
    ]


def _notes(told: Year, language: str) -> Iterator[str]:
    """How the report was made, and what was written after its figures were frozen."""
    yield say("report-note.counted", language)
    yield say("report-note.shares", language)
    if told.frozen is None:
        yield say("report-note.not-frozen", language)
        return
    yield say(
        "report-note.frozen",
        language,
        day=printed_day(told.frozen.frozen_on, language),
        n=number(told.frozen.log_size),
    )
    values = [
        (path[1], then, now) for path, then, now in told.late if path[0] == "figures" and path[2] == "value"
    ]
    if not values:
        yield say("report-note.nothing-late", language)
    for name, then, now in values:
        figure = say(f"figure.{name}", language)
        yield say("report-note.late", language, figure=figure, then=number(then), now=number(now))
