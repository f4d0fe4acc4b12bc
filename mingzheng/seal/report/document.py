"""A yearly report in one language, as plain data: what the web page, PDF, Word, Excel and JSON are all made from."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Run:
    """A few words; where they are a figure, which one (and of which part and year), so that its records can be opened."""

    text: str
    figure: str = ""
    part: str | None = None
    year: int | None = None


Cell = tuple[Run, ...]


@dataclass(frozen=True)
class Row:
    """`about`: the chapter or figure an index row is about, whose pages a paper can name."""

    cells: tuple[Cell, ...]
    total: bool = False
    about: str = ""


@dataclass(frozen=True)
class Table:
    """`notes` stand below it: what a column counts, and by how much it does not add up."""

    code: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: bool = True  # every column but the first holds numbers
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    code: str
    caption: str
    svg: str


@dataclass(frozen=True)
class Piece:
    """`kind`: paragraph, item, heading, table, chart, or reason (why an issue is left out)."""

    kind: str
    runs: Cell = ()
    table: Table | None = None
    chart: Chart | None = None


@dataclass(frozen=True)
class Section:
    """A chapter, section or issue with what stands in it."""

    code: str
    number: str  # as printed before the title: "一、", "3.1.1 "
    title: str
    depth: int
    pieces: tuple[Piece, ...]
    left_out: bool = False


@dataclass(frozen=True)
class Document:
    """`digest` and `log_root` are those of the year's figures; empty while they are not frozen."""

    language: str  # zh, en
    year: int
    edition: int
    title: str
    body: str
    approval: str
    contact: tuple[str, ...]
    dated: str  # as printed
    day: str  # ISO
    draft: bool
    signed_by: str
    sections: tuple[Section, ...]
    digest: str = ""
    log_root: str = ""

    @property
    def tables(self) -> Iterator[Table]:
        """Every table, in its order."""
        for section in self.sections:
            for piece in section.pieces:
                if piece.table:
                    yield piece.table

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return asdict(self)

    @classmethod
    def of(cls, told: dict[str, Any]) -> "Document":
        """From plain data."""
        lists = {
            "sections": tuple(_section(one) for one in told["sections"]),
            "contact": tuple(told["contact"]),
        }
        return cls(**{**told, **lists})


def _section(told: dict[str, Any]) -> Section:
    return Section(**{**told, "pieces": tuple(_piece(one) for one in told["pieces"])})


def _piece(told: dict[str, Any]) -> Piece:
    table, chart = told["table"], told["chart"]
    return Piece(
        told["kind"], _cell(told["runs"]), _table(table) if table else None, Chart(**chart) if chart else None
    )


def _table(told: dict[str, Any]) -> Table:
    rows = tuple(
        Row(tuple(_cell(cell) for cell in row["cells"]), row["total"], row["about"]) for row in told["rows"]
    )
    return Table(**{**told, "head": tuple(told["head"]), "rows": rows, "notes": tuple(told["notes"])})


def _cell(runs: list[dict[str, Any]]) -> Cell:
    return tuple(Run(**run) for run in runs)


def plain(cell: Cell) -> str:
    return "".join(run.text for run in cell)


def text_of(document: Document) -> Iterator[tuple[str, str]]:
    """The report as lines of plain text, each with the code of the section it stands in; tables as cells set apart by tabs."""
    yield "", document.title
    for section in document.sections:
        yield section.code, ""
        yield section.code, f"{section.number}{section.title}".strip()
        yield section.code, ""
        for piece in section.pieces:
            if piece.table:
                yield section.code, "\t".join(piece.table.head)
                for row in piece.table.rows:
                    yield section.code, "\t".join(plain(cell) for cell in row.cells)
                for note in piece.table.notes:
                    yield section.code, note
            elif not piece.chart:
                yield section.code, plain(piece.runs)
            yield section.code, ""
