"""The text of a report: taken apart, its figures found and known, and put together again as one reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.report_text import (
    Form,
    Kind,
    Known,
    Live,
    figures_in,
    nearest,
    objections_to_figures,
    pieces,
    plain,
)

KNOWN = [
    Known("valid-certificates", ("有效证书", "Valid certificates"), {"QMS": "QMS"}, has_parts=True),
    Known("combined-visits", ("结合审核次数", "Combined visits"), {}, is_share=True),
]


@pytest.mark.parametrize(
    "said, expected",
    [
        ("{{有效证书}}", Live("{{有效证书}}", "有效证书")),
        (
            "{{ Valid certificates · QMS }}",
            Live("{{ Valid certificates · QMS }}", "Valid certificates", "QMS"),
        ),
        ("{{有效证书@上年}}", Live("{{有效证书@上年}}", "有效证书", last=True)),
        ("{{结合审核次数%}}", Live("{{结合审核次数%}}", "结合审核次数", form=Form.PERCENT)),
        ("{{结合审核次数@last/}}", Live("{{结合审核次数@last/}}", "结合审核次数", last=True, form=Form.OF)),
        ("{{有效证书#}}", Live("{{有效证书#}}", "有效证书", form=Form.SPREAD)),
        ("{{有效证书±}}", Live("{{有效证书±}}", "有效证书", form=Form.CHANGE)),
    ],
)
def test_a_figure_stands_in_braces_with_its_part_year_and_form(said, expected):
    assert figures_in(f"年末 {said} 张") == [expected]


@pytest.mark.parametrize(
    "text, code, details",
    [
        ("{{有效证书}}，{{VALID certificates}}，{{combined-visits/}}", None, {}),
        ("{{有效证}}", "report.unknown-figure", {"said": "{{有效证}}", "hint": "有效证书"}),
        ("{{Valid certificate}}", "report.unknown-figure", {"hint": "Valid certificates"}),
        ("{{}}", "report.unknown-figure", {"said": "{{}}"}),
        ("{{有效证书·FSMS}}", "report.no-such-part", {"parts": "QMS"}),
        ("{{结合审核次数#}}", "report.no-such-part", {"parts": "--"}),
        ("{{有效证书%}}", "report.no-share", {}),
    ],
)
def test_a_figure_there_is_not_is_named_with_the_nearest(text, code, details):
    found = objections_to_figures(text, KNOWN)
    assert [one.code for one in found] == ([code] if code else [])
    for name, value in details.items():
        assert found[0].details[name] == value


def test_of_no_figures_none_is_near():
    assert nearest("有效证书", []) == "--"


def test_a_text_is_paragraphs_items_headings_and_tables():
    text = "一段\n\n## 小标题\n- 一项\n| 类别 | 数 |\n|---|--:|\n| QMS | {{有效证书}} |\n又一段"
    found = pieces(text)
    assert [one.kind for one in found] == [
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.ITEM,
        Kind.TABLE,
        Kind.PARAGRAPH,
    ]
    assert found[1].line == ("小标题",) and found[2].line == ("一项",)
    assert found[3].rows == ((("类别",), ("数",)), (("QMS",), (Live("{{有效证书}}", "有效证书"),)))
    assert plain(text, lambda live: "7").split("\n\n")[3] == "类别\t数\nQMS\t7"


def test_a_stroke_inside_braces_makes_no_table():
    assert pieces("有效 {{有效证书}} 张")[0].kind is Kind.PARAGRAPH


words = st.text(
    st.characters(blacklist_categories=("C", "Z"), blacklist_characters="{}|\t-#"), min_size=1, max_size=12
)


@given(st.lists(words, min_size=1, max_size=6))
def test_printing_changes_nothing_but_the_figures(paragraphs):
    text = "\n\n".join(f"{one}{{{{有效证书}}}}" for one in paragraphs)
    assert plain(text, lambda live: "7") == "\n\n".join(f"{one}7" for one in paragraphs)
