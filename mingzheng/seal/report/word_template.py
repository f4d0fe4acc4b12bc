"""The Word template made here: a plain layout with its tags, to use as it is or as the start of the body's own."""

from io import BytesIO
from typing import Any

from docx import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from mingzheng.words import say

INK, GREY, VERMILION = RGBColor(0x1F, 0x3A, 0x5F), RGBColor(0x5B, 0x67, 0x75), RGBColor(0xC3, 0x36, 0x2B)
FACES = {"zh": ("Calibri", "Microsoft YaHei"), "en": ("Calibri", "Microsoft YaHei")}
HEADINGS = {1: 18, 2: 14, 3: 11.5, 4: 10.5}  # points


def starter(language: str) -> bytes:
    """The template as a file."""
    paper = Paper()
    _page(paper, FACES[language])
    _cover(paper)
    _contents(paper, language)
    _chapters(paper)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _page(paper: Any, faces: tuple[str, str]) -> None:
    page = paper.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    page.top_margin = page.bottom_margin = Mm(25)
    page.different_first_page_header_footer = True
    head = page.header.paragraphs[0]
    _run(head, "{{ body }}　{{ title }}", size=8.5, colour=GREY)
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _field(foot, "PAGE")
    _style(paper.styles["Normal"], faces, 10.5)
    paper.styles["Normal"].paragraph_format.space_after = Pt(6)
    paper.styles["Normal"].paragraph_format.line_spacing = 1.35
    for level, size in HEADINGS.items():
        heading = paper.styles[f"Heading {level}"]
        _style(heading, faces, size)
        heading.font.bold, heading.font.italic, heading.font.color.rgb = True, False, INK


def _style(style: Any, faces: tuple[str, str], size: float) -> None:
    style.font.name, style.font.size = faces[0], Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script, face in (("ascii", faces[0]), ("hAnsi", faces[0]), ("eastAsia", faces[1])):
        fonts.set(qn(f"w:{script}"), face)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _cover(paper: Any) -> None:
    for text, size, colour, before in (
        ("{{ body }}", 14, GREY, 150),
        ("{{ title }}", 28, INK, 24),
        ("{{ dated }}", 12, GREY, 24),
        ("{% if draft %}{{ draft_word }}{% endif %}", 20, VERMILION, 24),
    ):
        line = paper.add_paragraph()
        line.paragraph_format.space_before = Pt(before)
        _run(line, text, size=size, colour=colour, bold=size > 14)
    paper.add_page_break()


def _contents(paper: Any, language: str) -> None:
    """A table of contents that Word fills in; until then the headings without pages."""
    _run(paper.add_paragraph(), say("report-paper.contents", language), size=18, colour=INK, bold=True)
    begins = paper.add_paragraph()
    _mark(begins, "begin", dirty=True)
    _instruction(begins, 'TOC \\o "1-3" \\h \\z')
    _mark(begins, "separate")
    _tag(paper, "{%p for s in sections %}")
    line = paper.add_paragraph("{{ s.number }}{{ s.title }}").paragraph_format
    line.space_after, line.line_spacing = Pt(0), 1
    _tag(paper, "{%p endfor %}")
    _mark(paper.add_paragraph(), "end")
    paper.add_page_break()


def _chapters(paper: Any) -> None:
    _tag(paper, "{%p for s in sections %}")
    for level, test in ((1, "if s.depth == 1"), (2, "elif s.depth == 2"), (3, "else")):
        _tag(paper, f"{{%p {test} %}}")
        paper.add_paragraph("{{ s.number }}{{ s.title }}", style=f"Heading {level}")
    _tag(paper, "{%p endif %}")
    _tag(paper, "{%p for p in s.pieces %}")
    _tag(paper, "{%p if p.kind == 'item' %}")
    paper.add_paragraph("{{ p.text }}", style="List Bullet")
    _tag(paper, "{%p elif p.kind == 'heading' %}")
    paper.add_paragraph("{{ p.text }}", style="Heading 4")
    _tag(paper, "{%p elif p.kind == 'chart' %}")
    _caption(paper, "{{ p.caption }}")
    paper.add_paragraph("{{ p.chart }}")
    _tag(paper, "{%p elif p.kind == 'table' %}")
    _caption(paper, "{{ p.table.caption }}")
    _table(paper)
    _tag(paper, "{%p for note in p.table.notes %}")
    _run(paper.add_paragraph(), "{{ note }}", size=8.5, colour=GREY)
    _tag(paper, "{%p endfor %}")
    _tag(paper, "{%p else %}")
    paper.add_paragraph("{{ p.text }}")
    _tag(paper, "{%p endif %}")
    _tag(paper, "{%p endfor %}")
    _tag(paper, "{%p if s.code == 'address' and signed_by %}")
    paper.add_paragraph("{{ signed_by }}").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _tag(paper, "{%p endif %}")
    _tag(paper, "{%p endfor %}")


def _caption(paper: Any, text: str) -> None:
    """On the page of what it is above."""
    caption = paper.add_paragraph()
    caption.paragraph_format.space_before, caption.paragraph_format.keep_with_next = Pt(8), True
    _run(caption, text, size=9, colour=INK, bold=True)


def _table(paper: Any) -> None:
    """Head, and a row for each row; as many columns as the table has."""
    table = paper.add_table(rows=4, cols=3, style="Table Grid")
    for row, cells in enumerate(
        (
            ("{%tc for h in p.table.head %}", "{{ h }}", "{%tc endfor %}"),
            ("{%tr for r in p.table.rows %}", "", ""),
            ("{%tc for c in r.cells %}", "{{ c }}", "{%tc endfor %}"),
            ("{%tr endfor %}", "", ""),
        )
    ):
        row_says = table.rows[row]._tr.get_or_add_trPr()
        row_says.append(OxmlElement("w:cantSplit"))
        if row == 0:
            row_says.append(OxmlElement("w:tblHeader"))  # again on every page
        for column, text in enumerate(cells):
            paragraph = table.cell(row, column).paragraphs[0]
            spaced = paragraph.paragraph_format
            spaced.space_before, spaced.space_after, spaced.line_spacing = Pt(2), Pt(2), 1
            _run(paragraph, text, size=8, colour=INK if row == 0 else None, bold=row == 0)


def _tag(paper: Any, tag: str) -> None:
    paper.add_paragraph(tag)


def _run(paragraph: Any, text: str, *, size: float, colour: RGBColor | None, bold: bool = False) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold
    if colour is not None:
        run.font.color.rgb = colour


def _field(paragraph: Any, instruction: str) -> None:
    _mark(paragraph, "begin")
    _instruction(paragraph, instruction)
    _mark(paragraph, "end")


def _mark(paragraph: Any, kind: str, *, dirty: bool = False) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    if dirty:
        mark.set(qn("w:dirty"), "true")
    paragraph.add_run()._r.append(mark)


def _instruction(paragraph: Any, instruction: str) -> None:
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = instruction
    paragraph.add_run()._r.append(text)
