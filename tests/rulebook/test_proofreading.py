"""Proofreading a report: each fault is found at its lines, and nothing is found where nothing is wrong."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.proofreading import Weight, proofread
from mingzheng.rulebook.proofreading.issues import ISSUES, issue_named, issues_listed
from mingzheng.rulebook.proofreading.report import Report, numeral

SOUND = """示例认证中心 2031 年社会责任报告

目录
前言.....\t1
一、机构概况.....\t2
1、发证数量.....\t2
2、人力资源.....\t3
二、核心主题和议题.....\t4
(1)公平竞争.....\t4
(2)绿色用纸.....\t5
附录 1：核心主题和议题.....\t6

前言

本报告叙述 2031 年度的情况。

一、机构概况

1、发证数量

具体发证数量见下表：

认证类别\t有效证书\t初次发证\t监督审核\t撤销证书
QMS\t1,872\t85\t548\t9
EMS\t448\t59\t276\t1
服务认证\t6\t6\t0\t0
合计\t2326\t150\t824\t10

今年服务认证证书实现零的突破。7 月发出第一张服务认证证书，9 月发出两张证书，11 月发出三张证书。

有效证书数量同比增加。

2、人力资源

项 目\tQMS\tEMS\t服务认 证
专职审核员/总数\t27/48\t25/39\t4/5
兼职审核员/总数\t21/48\t14/39\t1/5
实习\t3\t1\t1

标准体系中共含标准 199 项，其中自编企标 121 项，占标准总数的 61%。现有管理人员 10 人，审核员 60 人，共 70 人。

二、核心主题和议题

(1)公平竞争

市场部负责按法规承接认证项目，不以低价竞争。

（2）绿色用纸

全年发放调查表 900 份，回收 640 份，其中 631 份很满意，9 份
满意，均为满意以上。

附录 1：核心主题和议题

核心主题\t议题\t责任部门
公平运行实践\t反腐败\t质量部、市场部
\t公平竞争\t市场部、综合部
"""
REASON = "其余议题未纳入，理由是与本机构业务无关：" + "、".join(issue.zh for issue in ISSUES) + "。\n"
SOUND += "\n" + REASON


def kinds(text: str) -> list[str]:
    return [one.kind for one in proofread(text)]


def test_nothing_is_found_in_a_report_without_a_fault():
    assert proofread(SOUND) == []


@pytest.mark.parametrize(
    "kind, before, after, details",
    [
        ("heading-differs", "（2）绿色用纸", "（2）绿色用笔", {"contents": "(2)绿色用纸", "body": "（2）绿色用笔"}),
        ("heading-missing", "一、机构概况.....\t2", "序.....\t1\n一、机构概况.....\t2", {"contents": "序"}),
        ("not-in-contents", "(2)绿色用纸.....\t5\n", "", {"body": "（2）绿色用纸"}),
        ("numbering-jumps", "（2）绿色用纸", "（2）绿色用纸\n\n略。\n\n(5)出行", {"missing": "3、4"}),
        ("empty-chapter", "本报告叙述 2031 年度的情况。", "", {"heading": "前言"}),
        ("total-is-not-the-sum", "2326", "2325", {"name": "有效证书", "sum": 2326, "said": 2325}),
        ("parts-and-whole", "25/39", "25/38", {"name": "EMS", "sum": 39, "wholes": "38 ≠ 39"}),
        ("parts-and-whole", "25/39", "24/39", {"name": "EMS", "sum": 38, "wholes": "39"}),
        ("count-is-not-the-sum", "审核员 60 人", "审核员 63 人", {"sum": 73, "said": 70}),
        ("share-is-wrong", "占标准总数的 61%", "占标准总数的 60.9%", {"right": "60.8"}),
        ("months-against-table", "11 月发出三张", "11 月发出两张", {"parts": "1 + 2 + 2", "said": 6}),
        ("issue-not-listed", "(1)公平竞争\n\n市场", "(1)尊重产权\n\n略。\n\n(1)公平竞争\n\n市场", {}),
        ("owners-differ", "公平竞争\t市场部、综合部", "公平竞争\t综合部、质量部", {"text": "市场部"}),
        ("satisfaction-without-numbers", "全年发放调查表 900 份，回收 640 份，其中 631 份很满意，9 份\n满意，均为满意以上", "企业均表示很\n满意", {}),
        ("about-so-many", "本报告叙述", "千余家企业选择了我们，本报告叙述", {"said": "千余家"}),
        ("reads-as-consultancy", "本报告叙述", "我们帮助企业解决体系建立中的问题，本报告叙述", {}),
        ("advertises-an-easier-audit", "本报告叙述", "我们时间短、效率高，本报告叙述", {}),
    ],
)  # fmt: skip
def test_a_fault_is_found_once_and_in_its_figures(kind, before, after, details):
    assert SOUND.count(before) == 1
    found = proofread(SOUND.replace(before, after))
    (fault,) = (one for one in found if one.kind == kind)
    assert {one.kind for one in found} <= {
        kind,
        "not-in-contents",
    }  # a heading put in is not in the contents either
    assert {name: str(fault.details[name]) for name in details} == {n: str(d) for n, d in details.items()}


def test_a_finding_names_the_lines_it_stands_in():
    wrong = SOUND.replace("25/39", "25/38")
    (found,), lines = proofread(wrong), wrong.split("\n")
    assert [lines[number - 1].split("\t")[0] for number in found.lines] == [
        "专职审核员/总数",
        "兼职审核员/总数",
    ]


def test_growth_is_doubted_where_more_ended_than_were_issued():
    shrunk = SOUND.replace("EMS\t448\t59\t276\t1", "EMS\t448\t59\t276\t200").replace("824\t10", "824\t209")
    (found,) = proofread(shrunk)
    assert (found.kind, found.weight) == ("growth-against-flow", Weight.DOUBT)
    assert found.details["flow"] == -59


def test_issues_without_a_reason_are_counted_and_named():
    (found,) = proofread(SOUND.replace(REASON, ""))
    assert found.kind == "issues-not-covered"
    assert (found.details["covered"], found.details["all"]) == (2, 37)
    assert "尊重产权" in found.told("zh-hans") and "Respect for property rights" in found.told("en")


def test_an_issue_is_known_by_the_names_of_both_standards():
    assert issue_named("社会对话") == issue_named("民主管理和集体协商") != None  # noqa: E711
    assert issue_named("职业健康安全").iso == "6.4.6" and issue_named("健康").iso == "6.8.8"
    assert len(ISSUES) == 37 and sum(issue.gb is not None for issue in ISSUES) == 31


def test_a_sentence_broken_over_lines_and_pages_is_one():
    report = Report.of("现有管理人员 10 人，审核\n\n员 63 人，\n解决了 70 人的就业。下一句。")
    assert [(one.line, one.text[-5:]) for one in report.sentences] == [(1, "人的就业。"), (4, "下一句。")]
    assert kinds("现有管理人员 10 人，审核\n\n员 63 人，\n解决了 70 人的就业。") == ["count-is-not-the-sum"]


@pytest.mark.parametrize(
    "text, number", [("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("两", 2), ("7", 7)]
)
def test_a_numeral_is_read(text, number):
    assert numeral(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "目录", "\t\t\n\t", "一、\n二、", "合计\t1\n合计\t2", "一一、甲\n\n十十、乙", "1 / 0", "占 0%"],
)
def test_scraps_are_read_without_a_fall(text):
    proofread(text)


@given(st.text(alphabet="一二三、（1）(2)合计/9\t\n 月张，。目录.…表人共", max_size=200))
def test_no_text_brings_it_down_and_findings_stand_in_its_lines(text):
    lines = text.split("\n")
    found = proofread(text)
    assert all(1 <= number <= len(lines) for one in found for number in one.lines)
    assert all(one.told("zh-hans") and one.told("en") for one in found)
    assert all(a.lines <= b.lines for a, b in pairwise(found))


tables = st.lists(st.lists(st.integers(0, 9999), min_size=3, max_size=3), min_size=2, max_size=6)


@given(tables, st.integers(0, 2), st.integers(1, 50))
def test_a_table_that_adds_up_is_let_pass_and_any_other_is_not(rows, column, more):
    def table(total: list[int]) -> str:
        lines = [
            ["类别", "甲", "乙", "丙"],
            *([f"第{n}", *row] for n, row in enumerate(rows)),
            ["合计", *total],
        ]
        return "\n".join("\t".join(map(str, line)) for line in lines)

    total = [sum(cells) for cells in zip(*rows, strict=True)]
    assert kinds(table(total)) == []
    total[column] += more
    assert kinds(table(total)) == ["total-is-not-the-sum"]


OUTLINE = "一、甲\n\n文。\n\n(1)子\n\n文。\n\n二、乙\n\n表：\n\n三、丙"


def test_headings_stand_by_themselves_after_the_contents_and_hold_what_follows_to_the_next_of_their_depth():
    report = Report.of(OUTLINE)
    assert [(h.line, h.mark, h.number, h.title) for h in report.headings] == [
        (1, "chapter", 1, "甲"),
        (5, "piece", 1, "子"),
        (9, "chapter", 2, "乙"),
        (13, "chapter", 3, "丙"),
    ]
    first, piece, *_ = report.headings
    assert (report.section(first), report.section(piece)) == (range(2, 9), range(6, 9))
    assert report.line(0) == report.line(14) == "" and report.line(13) == "三、丙"


@pytest.mark.parametrize(
    "line, is_heading",
    [
        ("1、" + "长" * 30, True),
        ("1、" + "长" * 31, False),
        ("1、有逗号，的", False),
        ("1.5 倍", False),
        ("1、甲\t乙", False),
        ("1、", False),
    ],
)
def test_a_long_or_punctuated_line_is_a_paragraph(line, is_heading):
    assert bool(Report.of(f"前文。\n\n{line}\n\n后文。").headings) is is_heading
    assert not Report.of(f"前文。\n{line}\n后文。").headings  # in the middle of a text


def test_the_contents_end_at_the_first_line_that_is_no_entry():
    report = Report.of("目录\n\n一、甲.....1\n\n二、乙……2\n一、甲\n三、丙.....3")
    assert [(entry.line, entry.text) for entry in report.contents] == [(3, "一、甲"), (5, "二、乙")]
    assert report.body_begins == 6 and Report.of("一、甲.....1").contents == ()


def test_a_table_goes_on_over_a_blank_line_and_not_over_words():
    report = Report.of("甲\t乙\n1\t2\n\n3\n文\n丙\t丁\n\n5\t\t\n戊\t己\n6")
    assert [(t.head.cells, [row.cells for row in t.rows]) for t in report.tables] == [
        (("甲", "乙"), [("1", "2")]),
        (("5", "", ""), [("戊", "己", "")]),
    ]


def test_counting_may_begin_again_under_another_heading_but_not_skip_its_first():
    assert kinds("一、甲\n\n1、子\n\n文。\n\n二、乙\n\n1、子\n\n文。") == []
    (found,) = proofread("一、甲\n\n2、子\n\n文。")
    assert (found.kind, found.lines, found.details["before"]) == ("numbering-jumps", (3,), "--")


ISSUE_TABLE = "核心主题\t议题\t责任部门\n环境\t污染预防\t甲部\n\t可持续资源利用\t\n公平\t反腐败\t\n"


def test_an_owner_holds_for_the_rows_below_in_the_same_subject_only():
    assert [owned.owners for owned in issues_listed(Report.of(ISSUE_TABLE))] == [("甲部",), ("甲部",), ()]


def test_owners_differ_for_the_issue_of_the_heading_and_no_other():
    text = "(1)可持续资源利用\n\n乙部负责节约。\n\n(2)污染预防\n\n甲部负责减排。\n\n" + ISSUE_TABLE.replace(
        "反腐败\t", "反腐败\t乙部"
    )
    (found,) = (one for one in proofread(text) if one.kind == "owners-differ")
    assert (found.details["issue"][0], found.details["text"], found.details["table"]) == (
        "可持续资源利用",
        "乙部",
        "甲部",
    )
    assert found.lines == (3, 11)


def test_parts_need_not_make_the_whole_where_those_of_other_columns_do_not():
    head, rest = "项目\tQ\tE\tS\n", "高级/总数\t1/9\t2/8\t3/7\n中级/总数\t2/9\t3/8\t"
    assert kinds(head + rest + "4/7") == []
    assert kinds(head + rest + "4/8") == ["parts-and-whole"]


def test_one_month_is_no_table_and_as_many_ended_as_issued_is_no_shrinking():
    assert "months-against-table" not in kinds("类别\t初次发证\n服务认证\t6\n\n服务认证 7 月发出 1 张。")
    assert kinds("类别\t初次发证\t撤销\nQMS\t5\t5\n合计\t5\t5\n\n证书数量增加。") == []


def test_shares_of_different_wholes_in_one_column_contradict_nothing():
    assert kinds("指标\t2031\n结合审核\t1/2\n收回调查表\t41/54\n合格抽查\t1/6\n") == []
