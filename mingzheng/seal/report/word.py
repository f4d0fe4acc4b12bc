"""The yearly report as a Word document, through a template: the body's own, or the one made here.

A template is a .docx with the tags of docxtpl. It sees plain values only, in an environment where nothing can be
called, no attribute of Python be reached and no text be blown up: whoever writes a template writes a layout, no program.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import typst
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from mingzheng.words import say

from ..papers import fonts
from .columns import holds_numbers, widths
from .document import Chart, Document, Piece, Section, Table, plain
from .word_template import starter

FILTERS = ("upper", "lower", "trim", "length", "join", "first", "last", "default", "replace", "e", "escape")
LARGEST = 100 * 1024 * 1024  # bytes of a template unpacked
CHARACTER = 100  # twentieths of a point half a Chinese character takes at 8 pt
PICTURE = '#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 165mm, format: "svg")'
FACE = "Noto Sans CJK SC"


class Unusable(ValueError):
    """The template cannot be used; says why."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Values, loops, conditions and a few filters."""

    intercepted_binops = frozenset({"*", "**", "%", "/", "//"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def is_safe_callable(self, obj: object) -> bool:
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise Unusable(operator)


def word(document: Document, template: bytes | None = None) -> bytes:
    """The report in the body's own template, or in the plain one. Raises Unusable."""
    try:
        paper = DocxTemplate(BytesIO(template or starter(document.language)))
        paper.render(told(document, paper), jinja_env=Sandbox(), autoescape=True)
        if template is None:
            _fit(paper.docx.element.body)
        file = BytesIO()
        paper.save(file)
    except (
        TemplateError,
        PackageNotFoundError,
        BadZipFile,
        LookupError,
        TypeError,
        etree.XMLSyntaxError,
    ) as error:
        raise Unusable(str(error)) from error
    return file.getvalue()


def _fit(body: Any) -> None:
    """Each column of a table as wide as what it says wants, numbers on its right: Word's own fitting keeps the equal columns
    of the template."""
    for table in body.iter(qn("w:tbl")):
        rows = [row.findall(qn("w:tc")) for row in table.iter(qn("w:tr"))]
        grid = table.find(qn("w:tblGrid"))
        whole = sum(int(one.get(qn("w:w"))) for one in grid)
        said = [[_said(cell) for cell in column] for column in zip(*rows, strict=True)]
        wide = [int(one * CHARACTER) for one in widths(whole / CHARACTER, said)]
        grid[:] = [_with_width("w:gridCol", one) for one in wide]
        numbers = [n > 0 and holds_numbers(column) for n, column in enumerate(said)]
        for row in rows:
            for cell, one, right in zip(row, wide, numbers, strict=True):
                if right:
                    cell.p_lst[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
                told = cell.get_or_add_tcPr()
                for earlier in told.findall(qn("w:tcW")):
                    told.remove(earlier)
                told.insert(0, _with_width("w:tcW", one, type="dxa"))


def _with_width(name: str, wide: int, **more: str) -> Any:
    made = OxmlElement(name)
    for key, value in {"w": str(wide), **more}.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _said(cell: Any) -> str:
    return "".join(one.text or "" for one in cell.iter(qn("w:t")))


def wrong_with(template: bytes, sample: Document) -> str:
    """Why a template cannot be used; empty when it can."""
    try:
        _unpacked(template)
        word(sample, template)
    except Unusable as error:
        return str(error) or "?"
    return ""


def _unpacked(template: bytes) -> None:
    """No bomb, and nothing that is fetched from elsewhere when somebody opens the paper."""
    try:
        parts = ZipFile(BytesIO(template))
        if sum(part.file_size for part in parts.infolist()) > LARGEST:
            raise Unusable("> 100 MB")
        for name in parts.namelist():
            if name.endswith(".rels"):
                for one in etree.fromstring(parts.read(name), etree.XMLParser(resolve_entities=False)):
                    if one.get("TargetMode") == "External" and not one.get("Type", "").endswith("/hyperlink"):
                        raise Unusable(f"External: {one.get('Target')}")
    except (BadZipFile, etree.XMLSyntaxError) as error:
        raise Unusable(str(error)) from error


def told(document: Document, paper: DocxTemplate | None = None) -> dict[str, Any]:
    """What a template sees: plain values; a chart is a picture of the paper."""
    sections = [_section(section, paper) for section in document.sections]
    facts = (
        "title",
        "body",
        "year",
        "edition",
        "dated",
        "approval",
        "contact",
        "draft",
        "signed_by",
        "digest",
        "log_root",
    )
    return {
        **{name: getattr(document, name) for name in facts},
        "draft_word": say("report-paper.draft", document.language),
        "sections": sections,
        "chapters": {section["code"]: section for section in sections},
        "tables": {table.code: _table(table) for table in document.tables},
    }


def _section(section: Section, paper: DocxTemplate | None) -> dict[str, Any]:
    return {
        "code": section.code,
        "number": section.number,
        "title": section.title,
        "depth": section.depth,
        "left_out": section.left_out,
        "pieces": [_piece(piece, paper) for piece in section.pieces],
    }


def _piece(piece: Piece, paper: DocxTemplate | None) -> Mapping[str, Any]:
    return {
        "kind": piece.kind,
        "text": plain(piece.runs),
        "table": _table(piece.table) if piece.table else None,
        "caption": piece.chart.caption if piece.chart else "",
        "chart": _picture(piece.chart, paper) if piece.chart and paper else "",
    }


def _table(table: Table) -> dict[str, Any]:
    rows = [{"cells": [plain(cell) for cell in row.cells], "total": row.total} for row in table.rows]
    return {"caption": table.caption, "head": list(table.head), "rows": rows, "notes": list(table.notes)}


def _picture(chart: Chart, paper: DocxTemplate) -> InlineImage:
    return InlineImage(paper, BytesIO(png(chart)), width=Mm(160))


def png(chart: Chart) -> bytes:
    """A chart as a picture; Word draws no SVG by itself."""
    drawn = typst.compile(
        PICTURE.encode(),
        font_paths=fonts(),
        format="png",
        ppi=160,
        sys_inputs={"svg": _in_our_face(chart.svg)},
    )
    assert isinstance(drawn, bytes)
    return drawn


def _in_our_face(svg: str) -> str:
    begins = svg.index('font-family="') + len('font-family="')
    return svg[:begins] + FACE + svg[svg.index('"', begins) :]
