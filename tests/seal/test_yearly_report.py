"""The yearly report on paper: PDF, Word and workbook say what the document says, and a template is no program."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl import load_workbook
from pypdf import PdfReader

from mingzheng.seal.report import charts
from mingzheng.seal.report.columns import holds_numbers, widths
from mingzheng.seal.report.document import Chart, Document, Piece, Row, Run, Section, Table, text_of
from mingzheng.seal.report.excel import excel
from mingzheng.seal.report.pdf import pdf
from mingzheng.seal.report.word import Unusable, word, wrong_with
from mingzheng.seal.report.word_template import starter

pytestmark = pytest.mark.slow
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT


def cells(*said: str, **more) -> Row:
    return Row(tuple((Run(one),) for one in said), **more)


def document(language: str = "zh") -> Document:
    table = Table(
        "certificates",
        "证书统计",
        ("类别", "有效证书", "初次发证"),
        (cells("QMS", "1,872", "85"), cells("合计", "1,872", "85", total=True)),
        notes=("撤销含换发。",),
    )
    index = Table("figures-index", "", ("指标", "2031", "2030", "定义", "责任部门"),
                  (cells("有效证书", "1,872", "1,800", "年末：有效的证书", "项目管理部", about="valid-certificates"),), numeric=False)  # fmt: skip
    drawn = charts.bars("有效证书", [("QMS", 1872, 1800)], ("2031", "2030"))
    live = (Run("二氧化碳 CO₂e；年末 "), Run("1,872", "valid-certificates"), Run(" 张，A < B & C。"))
    return Document(
        language=language, year=2031, edition=2, title="2031 年社会责任报告", body="示例认证中心", approval="CNCA-R-0000-000",
        contact=("示例路 8 号",), dated="2032 年 3 月 18 日", day="2032-03-18", draft=True, signed_by="甲",
        sections=(
            Section("address", "", "主任致辞", 1, (Piece("paragraph", live),)),
            Section("profile", "一、", "机构概况", 1, ()),
            Section("certificates", "1、", "发证数量", 2, (Piece("heading", (Run("小标题"),)), Piece("item", (Run("一项"),)),
                    Piece("table", table=table), Piece("chart", chart=Chart("certificates", "有效证书", drawn)))),
            Section("6.3.3", "(1) ", "尽责审查", 3, (Piece("reason", (Run("未涉及"),)),), left_out=True),
            Section("figures-index", "附录 1：", "指标索引", 1, (Piece("table", table=index),)),
        ),
        digest="ab" * 32, log_root="cd" * 32,
    )  # fmt: skip


def pages(content: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pdf_has_cover_contents_chapters_and_an_index_with_pages(language):
    found = pages(pdf(document(language)))
    assert "2031" in found[0] and "ab" * 32 in found[0] and "cd" * 32 in found[0]
    assert "机构概况" in found[1] and "尽责审查" in found[1]
    text = "".join(found)
    for said in ("1,872", "CO₂e", "撤销含换发。", "未涉及", "小标题", "甲"):
        assert said in text
    assert found[-1].count("2") >= 1 and "有效证书" in found[-1]
    assert pdf(document(language)) == pdf(document(language))


def test_a_chapter_begins_a_page_only_where_the_one_before_filled_half_of_its_own():
    def chapters(lines: int) -> list[str]:
        text = tuple(Piece("paragraph", (Run(f"第{n}段"),)) for n in range(lines))
        told = Section("foreword", "", "甲章", 1, text), Section("profile", "一、", "乙章", 1, ())
        return pages(pdf(replace(document(), sections=told)))

    short = chapters(3)[2:]
    assert len(short) == 1 and "甲章" in short[0] and "乙章" in short[0]
    full = chapters(22)[2:]
    assert len(full) == 2 and "乙章" in full[1] and "乙章" not in full[0]


def test_the_index_of_issues_names_each_subject_once_above_its_issues_and_every_page_is_counted():
    heads = ("核心主题", "议题", "ISO 26000", "GB/T 36000", "责任部门", "配合部门", "说明")
    rows = [cells(subject, f"议题{n}", "6.3.3", "R-1", "综合管理部", "工会", "", about="x") for subject in ("人权", "环境") for n in range(60)]  # fmt: skip
    index = Table("issues-index", "", heads, tuple(rows), numeric=False)
    annex = Section("issues-index", "附录 2：", "索引", 1, (Piece("table", table=index),))
    found = pages(pdf(replace(document(), sections=(annex,))))[1:]
    last = len(found)
    assert [f"第{n}页共{last}页" in page for n, page in enumerate(found, 1)] == [True] * last
    assert last >= 4 and all(page.count("人权") + page.count("环境") in (1, 2) for page in found[1:])


def test_a_column_is_as_wide_as_what_it_says_wants_and_never_less_than_its_longest_word():
    day, said, long = ["日期", "2026-12-31"], ["结果", "完成"], ["说明", "字" * 40]
    narrow, short, wide = widths(92, [day, said, long])
    assert not holds_numbers(day) and holds_numbers(["差额", "--", "−1,654", "3/12", "41.5%"])
    assert abs(narrow + short + wide - 92) < 0.01 and narrow >= 13 and wide > 2 * narrow > 2 * short


def test_a_document_comes_back_from_json():
    assert Document.of(document().to_json()) == document()


def test_the_text_has_headings_and_tables_for_proofreading():
    lines = [line for _, line in text_of(document())]
    assert (
        "一、机构概况" in lines
        and "QMS\t1,872\t85" in lines
        and "二氧化碳 CO₂e；年末 1,872 张，A < B & C。" in lines
    )


def words_of(content: bytes) -> str:
    paper = Paper(BytesIO(content))
    tables = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in paper.paragraphs), *tables])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_word_says_what_the_document_says_with_headings_tables_and_charts(language):
    content = word(document(language))
    text = words_of(content)
    for said in (
        "主任致辞",
        "二氧化碳 CO₂e；年末 1,872 张，A < B & C。",
        "一、机构概况",
        "一项",
        "未涉及",
        "撤销含换发。",
        "1,872",
    ):
        assert said in text, said
    assert "{" not in text
    paper = Paper(BytesIO(content))
    assert (
        len(paper.inline_shapes) == 1 and len(paper.tables[0].columns) == 3 and len(paper.tables[0].rows) == 3
    )
    assert [one.text for one in paper.paragraphs if one.style.name == "Heading 2"] == ["1、发证数量"]
    captions = [one for one in paper.paragraphs if one.text in ("证书统计", "有效证书")]
    assert [one.paragraph_format.keep_with_next for one in captions] == [True, True], (
        "not alone at a page's foot"
    )
    assert [cell.paragraphs[0].alignment for cell in paper.tables[0].rows[1].cells] == [None, RIGHT, RIGHT]


def template(*lines: str) -> bytes:
    paper, file = Paper(), BytesIO()
    for line in lines:
        paper.add_paragraph(line)
    paper.save(file)
    return file.getvalue()


def test_the_bodys_own_template_is_filled():
    own = template("{{ title }} · {{ chapters.address.pieces[0].text }}", "{%p for r in tables.certificates.rows %}", "{{ r.cells|join(' ') }}", "{%p endfor %}")  # fmt: skip
    assert "QMS 1,872 85" in words_of(word(document(), own)) and not wrong_with(own, document())
    assert not wrong_with(starter("en"), document("en"))


@pytest.mark.parametrize(
    "line",
    [
        "{{ title.__class__ }}",
        "{{ title.upper() }}",
        "{{ 'x' * 1000000000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ range(9) }}",
        "{{ ''|attr('__class__') }}",
        "{{ 'x'|center(1000000000) }}",
        "{% for x in sections",
        "{% include '/etc/passwd' %}",
    ],
)
def test_a_template_reaches_nothing_and_blows_nothing_up(line):
    assert wrong_with(template(line), document())


def test_a_file_that_is_no_template_is_refused():
    assert wrong_with(b"PK nothing", document()) and wrong_with(b"", document())
    with pytest.raises(Unusable):
        word(document(), b"PK nothing")


def test_a_template_that_fetches_something_when_opened_is_refused():
    content, file = template("{{ title }}"), BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rX" Type="http://x/attachedTemplate" Target="http://x/t.dotm" TargetMode="External"/></Relationships>',
                )
            new.writestr(name, part)
    assert "External" in wrong_with(file.getvalue(), document())


def test_the_workbook_has_a_sheet_for_each_table_with_numbers_as_numbers():
    book = load_workbook(BytesIO(excel(document())))
    assert len(book.sheetnames) == 3
    page = book.worksheets[1]
    assert [cell.value for cell in page[2]] == ["类别", "有效证书", "初次发证"]
    assert page["B3"].value == 1872 and page["A3"].value == "QMS" and page["A5"].value == "撤销含换发。"
    assert page.freeze_panes == "B3" and page.sheet_properties.pageSetUpPr.fitToPage
    named = replace(document(), title="=1+1")
    assert load_workbook(BytesIO(excel(named))).worksheets[0]["B1"].data_type == "s"


def test_tables_of_one_caption_are_told_apart_by_their_chapter_and_found_from_the_contents():
    same = Piece("table", table=Table("t", "指标", ("年度", "次数"), (cells("2030", "1,018.50"),)))
    twice = [Section("x", "", f"章'{n}", 1, (same,)) for n in ("一", "二")]
    book = load_workbook(BytesIO(excel(replace(document(), sections=tuple(twice)))))
    assert book.sheetnames[1:] == ["1 章一 指标", "2 章二 指标"]
    links = [
        cell.hyperlink.location or cell.hyperlink.target for cell in book.worksheets[0]["B"] if cell.hyperlink
    ]
    assert [one.lstrip("#") for one in links] == [f"'{name}'!A1" for name in book.sheetnames[1:]]
    year, count = book.worksheets[1][3]
    assert (year.value, count.value, count.number_format) == ("2030", 1018.5, "#,##0.00")


def test_a_row_of_the_workbook_is_as_high_as_its_longest_text():
    long = Table("t", "长", ("编号", "文"), (cells("1", "字" * 70), cells("2", "字")), numeric=False)
    chapter = Section("x", "", "章", 1, (Piece("table", table=long),))
    page = load_workbook(BytesIO(excel(replace(document(), sections=(chapter,))))).worksheets[1]
    assert [page.row_dimensions[n].height for n in (3, 4)] == [45, 15]


def test_a_matrix_shows_every_point_however_many_weigh_the_same():
    many = [(f"6.4.{n}", 2, 2) for n in range(1, 27)]
    drawn = charts.matrix("重要性", ("横", "纵"), many, lambda a, b: False, "重要")
    assert all(f">{code}<" in drawn for code, *_ in many)
    lowest = max(float(y) for y in re.findall(r'y="([\d.]+)"[^>]*>6\.4', drawn))
    height = float(re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', drawn)[1])
    assert lowest < height - 42


def test_a_chart_has_its_numbers_written_on_it_and_a_title():
    drawn = charts.months(
        "审核次数", [("2030", [1] * 12), ("2031", [0, *[2] * 11])], [str(n) for n in range(1, 13)]
    )
    assert "<title>审核次数</title>" in drawn and drawn.count(">2</text>") == 12
    spread = charts.spread("分布", [("满意", 3), ("<一般>", 1)])
    assert "75.0%" in spread and "&lt;一般&gt;" in spread
    assert spread.count(">1</text>") == spread.count(">2</text>") == 2, "told apart without colours"
    assert charts.spread("分布", []).startswith("<svg")
    square = charts.matrix(
        "重要性", ("横", "纵"), [("6.4.6", 5, 5), ("<6>", 1, 1)], lambda a, b: a * b > 12, "重要"
    )
    assert ">6.4.6<" in square and "&lt;6&gt;" in square and square.count(charts.TINT) == 7  # the key is one


def test_a_column_of_the_word_document_is_as_wide_as_what_it_says():
    index = Table("index", "", ("No.", "Issue"), (cells("1", "Employment creation and skills development"),))
    section = Section("issues", "", "Issues", 1, (Piece("table", table=index),))
    table = Paper(BytesIO(word(replace(document("en"), sections=(section,))))).tables[-1]
    short, long = (cell.width for cell in table.rows[0].cells)
    assert long > 3 * short
    assert [cell.width for cell in table.rows[1].cells] == [short, long]
    assert "w:tblHeader" in table.rows[0]._tr.xml and "w:tblHeader" not in table.rows[1]._tr.xml
