"""Publicity (ISO/IEC 17021-1:2015 8.1): approved by two, doubtful words called out."""

from dataclasses import replace
from time import perf_counter

import pytest

from mingzheng.rulebook import publicity as rules
from mingzheng.rulebook.publicity import Approval, ItemFacts, Medium

NEW = ItemFacts("wen", "市场部", (), 0, returned=False, taken_down=False)
SEEN = replace(NEW, approvals=[(Approval.DEPARTMENT, "tang")])
PUBLISHED = replace(NEW, approvals=[(Approval.DEPARTMENT, "tang"), (Approval.DIRECTION, "shen")])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("我们依据标准独立审核。", []),
        ("帮助企业建立管理体系，通过认证。", ["reads-as-consultancy"]),
        ("手续简便，快速拿证。", ["advertises-an-easier-audit"]),
        ("所有获证组织均很满意。", ["satisfaction-without-numbers"]),
        ("发出 900 份，收回 700 份，收回的均很满意。", []),
        ("已服务 80 多家组织。", ["about-so-many"]),
    ],
)
def test_doubtful_words_are_called_out(text, kinds):
    assert [flag.kind for flag in rules.flags(text)] == kinds


@pytest.mark.parametrize(
    ("facts", "person", "department", "directs", "refusals"),
    [
        (NEW, "tang", "市场部", False, []),
        (NEW, "wen", "市场部", False, [rules.OWN_PROPOSAL]),
        (NEW, "tang", "财务部", False, [rules.OTHER_DEPARTMENT]),
        (SEEN, "shen", "管理层", True, []),
        (SEEN, "wang", "市场部", False, [rules.DEPARTMENT_FIRST]),
        (SEEN, "tang", "市场部", True, [rules.APPROVED_TWICE]),
        (PUBLISHED, "shen", "管理层", True, [rules.ALREADY_APPROVED]),
        (replace(NEW, returned=True), "tang", "市场部", False, [rules.RETURNED]),
    ],
)
def test_two_people_approve_neither_of_whom_proposed_it(facts, person, department, directs, refusals):
    assert rules.objections_to_approving(facts, person, department, directs=directs, reason="") == refusals


def test_flagged_words_stand_only_with_a_reason():
    flagged = replace(NEW, flags=1)
    told = {"person": "tang", "department": "市场部", "directs": False}
    assert rules.objections_to_approving(flagged, **told, reason=" ") == [rules.FLAGS_UNANSWERED]
    assert rules.objections_to_approving(flagged, **told, reason="引自标准") == []


def test_a_claim_has_its_evidence_and_everything_both_languages():
    assert rules.objections_to_proposal(Medium.CLAIM, "首批", "First", "") == [rules.EVIDENCE_MISSING]
    assert rules.objections_to_proposal(Medium.WEB, "首批", " ", "") == [rules.ONE_LANGUAGE]
    assert rules.objections_to_proposal(Medium.WEB, " ", "First", "") == [rules.TEXT_MISSING]


def test_only_what_is_published_is_taken_down_and_only_what_is_not_is_returned():
    assert rules.objections_to_taking_down(PUBLISHED, "过时") == []
    assert rules.objections_to_taking_down(SEEN, "过时") == [rules.NOT_PUBLISHED]
    assert rules.objections_to_taking_down(PUBLISHED, " ") == [rules.REASON_MISSING]
    assert rules.objections_to_returning(SEEN, "不准确") == []
    assert rules.objections_to_returning(PUBLISHED, "不准确") == [rules.ALREADY_APPROVED]
    gone = replace(PUBLISHED, taken_down=True)
    assert (
        rules.objections_to_taking_down(gone, "过时")
        == rules.objections_to_returning(gone, "x")
        == [rules.TAKEN_DOWN]
    )


@pytest.mark.parametrize(
    "page",
    [
        "<p>我们<strong>独立</strong>审核。</p>",
        "<h1>流程</h1><p>我们独立<br>审核。</p><p>Next</p>",
        "<div>首页</div><p>我们<a href='/x'>独立\n审核</a></p>",
        "我们独立\n审核。",
        "<script>var a = 1 < 2</script><style>p {}</style>我们独立审核。",
    ],
)
def test_a_sentence_is_found_on_its_page_whatever_is_marked_up_within_it(page):
    assert rules.difference(["我们独立审核。"], page, earlier=()).missing == ()


@pytest.mark.parametrize(
    "page", ["<p>我们</p><p>独立审核。</p>", "<!-- 我们独立审核。 -->", "<script>我们独立审核。</script>"]
)
def test_what_stands_in_two_blocks_or_unseen_is_no_sentence_of_the_page(page):
    assert rules.difference(["我们独立审核。"], page, earlier=()).missing == ("我们独立审核",)


@pytest.mark.parametrize("begun", ["<script>", "<", "<!--", "<p "])
def test_a_page_of_tags_that_never_end_is_read_at_once(begun):
    start = perf_counter()
    rules.sentences(begun * 20_000)
    assert perf_counter() - start < 2
