"""The text of a report: paragraphs, lists and tables, with live figures in them.

A figure stands in braces, by the name people know it by or its code, and says in which form it is printed::

    {{有效证书}}  {{有效证书·QMS}}   the value, or that of one part        {{有效证书@上年}}  of the year before
    {{结合审核次数/}}                n / N, the figure it is a share of     {{结合审核次数%}}   the same in percent
    {{收回调查表#}}                  how its parts are distributed          {{有效证书±}}      more or fewer than the year before

Lines that begin with ``- `` are items, with ``## `` small headings; lines with ``|`` are the rows of a table, its head first.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from itertools import groupby

from .proofreading.report import bare
from .verdict import Objection

OWN = "ISO 26000:2010 7.5.3"
UNKNOWN_FIGURE = Objection("report.unknown-figure", OWN)
NO_PARTS = Objection("report.no-such-part", OWN)
NO_SHARE = Objection("report.no-share", OWN)
BRACES = re.compile(
    r"\{\{(?P<name>[^{}·@%/#±]*)(?:·(?P<part>[^{}@%/#±]*))?(?P<last>@[^{}%/#±]*)?(?P<form>[%/#±]?)\s*\}\}"
)
CELL = re.compile(r"[|\t]")


class Form(StrEnum):
    """How a figure is printed."""

    VALUE = ""
    PERCENT = "%"
    OF = "/"
    SPREAD = "#"
    CHANGE = "±"


@dataclass(frozen=True)
class Live:
    """A figure in a text, as written."""

    said: str
    name: str
    part: str = ""
    last: bool = False
    form: Form = Form.VALUE


@dataclass(frozen=True)
class Known:
    """What a text may say of a figure: what it and its parts are called, and whether it is a share of another."""

    code: str
    names: tuple[str, ...]
    parts: Mapping[str, str]  # what a part is called -> its code
    is_share: bool = False
    has_parts: bool = False


class Kind(StrEnum):
    """What a piece of a text is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    TABLE = "table"


@dataclass(frozen=True)
class Piece:
    """A paragraph, item or small heading as one line, or a table as its rows of cells; texts and figures in each."""

    kind: Kind
    rows: tuple[tuple[tuple[str | Live, ...], ...], ...]

    @property
    def line(self) -> tuple[str | Live, ...]:
        return self.rows[0][0]


def pieces(text: str) -> list[Piece]:
    """A text taken apart."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found: list[Piece] = []
    for kind, together in groupby(lines, _kind):
        if kind is Kind.TABLE:
            found.append(Piece(kind, tuple(_rows(together))))
        else:
            found += [Piece(kind, ((runs(_bare_line(kind, line)),),)) for line in together]
    return found


def _kind(line: str) -> Kind:
    if CELL.search(BRACES.sub("", line)):
        return Kind.TABLE
    return Kind.ITEM if line.startswith("- ") else Kind.HEADING if line.startswith("## ") else Kind.PARAGRAPH


def _bare_line(kind: Kind, line: str) -> str:
    return line if kind is Kind.PARAGRAPH else line.partition(" ")[2].strip()


def _rows(lines: Iterator[str]) -> Iterator[tuple[tuple[str | Live, ...], ...]]:
    for line in lines:
        cells = [cell.strip() for cell in CELL.split(line.strip("|"))]
        if not all(
            re.fullmatch(r":?-{2,}:?", cell) for cell in cells
        ):  # the rule below a head, as many write it
            yield tuple(runs(cell) for cell in cells)


def runs(line: str) -> tuple[str | Live, ...]:
    """Plain texts and figures, in their order."""
    found: list[str | Live] = []
    end = 0
    for one in BRACES.finditer(line):
        found += [line[end : one.start()], _live(one)]
        end = one.end()
    return tuple(run for run in (*found, line[end:]) if run)


def _live(one: re.Match[str]) -> Live:
    said, form = one[0], Form(one["form"])
    return Live(said, one["name"].strip(), (one["part"] or "").strip(), bool(one["last"]), form)


def figures_in(text: str) -> list[Live]:
    """The figures of a text, in their order."""
    return [_live(one) for one in BRACES.finditer(text)]


def called(known: Sequence[Known]) -> dict[str, Known]:
    """Figures by everything they are called."""
    return {bare(name).lower(): one for one in known for name in (one.code, *one.names)}


def objections_to_figures(text: str, known: Sequence[Known]) -> list[Objection]:
    """What a text asks for that there is not: an unknown figure (and the nearest one), a part, a share."""
    names = called(known)
    found = []
    for live in figures_in(text):
        one = names.get(bare(live.name).lower())
        if one is None:
            found.append(UNKNOWN_FIGURE.because(said=live.said, hint=nearest(live.name, known)))
        elif (live.part and live.part not in one.parts) or (live.form is Form.SPREAD and not one.has_parts):
            parts = "、".join(sorted(one.parts)) or "--"
            found.append(NO_PARTS.because(said=live.said, parts=parts))
        elif live.form in (Form.PERCENT, Form.OF) and not one.is_share:
            found.append(NO_SHARE.because(said=live.said))
    return found


def nearest(name: str, known: Sequence[Known]) -> str:
    """The name most like this one."""
    names = [called for one in known for called in (*one.names, one.code)]
    within = [one for one in names if bare(name) and bare(name).lower() in bare(one).lower()]
    close = get_close_matches(name, names, n=1, cutoff=0.3)
    return next(iter([*sorted(within, key=len), *close]), "--")


Printed = Callable[[Live], str]


def plain(text: str, printed: Printed) -> str:
    """A text as one reads it, its figures printed; tables as lines of cells set apart by tabs, for proofreading."""
    lines = []
    for piece in pieces(text):
        rows = ["\t".join("".join(_said(run, printed) for run in cell) for cell in row) for row in piece.rows]
        lines.append("\n".join(rows))
    return "\n\n".join(lines)


def _said(run: str | Live, printed: Printed) -> str:
    return run if isinstance(run, str) else printed(run)
