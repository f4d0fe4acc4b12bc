"""The way of a report: who may write, review, sign and release it, and what its text may claim."""

from datetime import date

import pytest

from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.proofreading.finding import Finding, Weight
from mingzheng.rulebook.report_text import Known
from mingzheng.rulebook.yearly_report import (
    Part,
    Said,
    Standing,
    claims,
    may_write,
    objections_to_assigning,
    objections_to_leaving_out,
    objections_to_opening,
    objections_to_releasing,
    objections_to_reopening,
    objections_to_review,
    objections_to_signing,
    objections_to_text,
)

KNOWN = [
    Known("satisfied", ("满意的调查表", "Satisfied"), {}, is_share=True, has_parts=True),
    Known("good", ("合格的现场抽查", "Good"), {}, is_share=True),
]
OPEN, SIGNED, RELEASED = Standing(True), Standing(True, "li"), Standing(True, "li", released=True)
DOUBT, FAULT = (Finding("about-so-many", weight, (1,), "80 多项") for weight in (Weight.DOUBT, Weight.ERROR))


def part(**more):
    return Part(
        **{
            "code": "6.2.3",
            "written": True,
            "required": True,
            "written_by": "wang",
            "reviewed": True,
            "comments": 0,
            **more,
        }
    )


def codes(found):
    return [one.code.removeprefix("report.") for one in found]


@pytest.mark.parametrize(
    "on, is_open, expected",
    [
        (date(2026, 1, 1), False, []),
        (date(2025, 12, 31), False, ["not-begun"]),
        (date(2027, 1, 1), True, ["opened-already"]),
    ],
)
def test_a_report_is_begun_once_and_not_before_its_year(on, is_open, expected):
    assert codes(objections_to_opening(2026, on=on, is_open=is_open)) == expected


@pytest.mark.parametrize(
    "department, keeps, expected",
    [
        (Owner.UNION, False, []),
        (Owner.MARKET, False, ["other-department"]),
        (None, False, ["other-department"]),
        (None, True, []),
    ],
)
def test_a_chapter_is_written_by_those_who_answer_for_it(department, keeps, expected):
    assert codes(may_write([Owner.GENERAL, Owner.UNION], department, keeps=keeps)) == expected


@pytest.mark.parametrize(
    "zh, en, expected",
    [
        ("文", "text", []),
        ("", "text", ["text-missing"]),
        ("文", " ", ["one-language"]),
        ("{{无}}", "{{no}}", ["unknown-figure"] * 2),
    ],
)
def test_a_text_is_in_both_languages_and_names_figures_there_are(zh, en, expected):
    assert codes(objections_to_text(zh, en, KNOWN)) == expected


def test_an_issue_alone_is_left_out_with_a_reason_and_assigned_to_one_department():
    assert codes(objections_to_leaving_out(is_issue=True, zh="因", en="since")) == []
    assert codes(objections_to_leaving_out(is_issue=True, zh="因", en="")) == ["reason-missing"]
    assert codes(objections_to_leaving_out(is_issue=False, zh="因", en="since")) == ["not-to-leave-out"]
    assert codes(objections_to_assigning(Owner.UNION, [Owner.GENERAL], is_issue=True)) == []
    assert codes(objections_to_assigning(Owner.UNION, [Owner.UNION], is_issue=True)) == ["owner-helps-itself"]
    assert codes(objections_to_assigning(Owner.UNION, [], is_issue=False)) == ["no-issue"]


@pytest.mark.parametrize(
    "more, reviewer, expected",
    [
        ({"reviewed": False}, "li", []),
        ({"reviewed": False}, "wang", ["own-text"]),
        ({"reviewed": False, "comments": 2}, "li", ["comments-open"]),
        ({"written": False}, "li", ["text-missing"]),
        ({}, "li", ["reviewed-already"]),
    ],
)
def test_a_text_is_reviewed_once_by_another_when_its_remarks_are_settled(more, reviewer, expected):
    assert codes(objections_to_review(part(**more), reviewer)) == expected


@pytest.mark.parametrize(
    "standing, parts, findings, reason, expected",
    [
        (OPEN, [part()], [], "", []),
        (Standing(False), [part()], [], "", ["not-frozen"]),
        (OPEN, [part(written=False, reviewed=False)], [], "", ["text-missing"]),
        (OPEN, [part(written=False, required=False, reviewed=False)], [], "", []),
        (OPEN, [part(reviewed=False, comments=1)], [], "", ["not-reviewed", "comments-open"]),
        (OPEN, [part()], [FAULT], "ok", ["faults"]),
        (OPEN, [part()], [DOUBT], " ", ["doubts"]),
        (OPEN, [part()], [DOUBT], "引用原文", []),
        (SIGNED, [part()], [], "", ["signed-already"]),
        (RELEASED, [part()], [], "", ["released-already"]),
    ],
)
def test_what_is_whole_and_reviewed_is_signed(standing, parts, findings, reason, expected):
    assert codes(objections_to_signing(standing, parts, findings, reason)) == expected


def test_what_was_signed_is_released_by_another_and_opened_again_for_a_reason():
    assert codes(objections_to_releasing(SIGNED, "wang")) == []
    assert codes(objections_to_releasing(SIGNED, "li")) == ["signer-releases"]
    assert codes(objections_to_releasing(SIGNED, "wang", unchanged=False)) == ["changed-since"]
    assert codes(objections_to_releasing(OPEN, "wang")) == ["not-signed"]
    assert codes(objections_to_releasing(RELEASED, "wang")) == ["released-already"]
    assert codes(objections_to_reopening(OPEN, "因")) == ["nothing-to-reopen"]
    assert codes(objections_to_reopening(SIGNED, "")) == ["reason-missing"]
    assert objections_to_reopening(RELEASED, "勘误") == []


ALL, SOME = Said(22, 22), Said(21, 22)


@pytest.mark.parametrize(
    "text, said, expected",
    [
        ("企业均表示很满意。", ALL, ["claim-without-numbers"]),
        ("收回 {{满意的调查表/}}，企业均表示很满意。", ALL, ["claim-without-numbers"]),
        ("企业均表示很满意：{{满意的调查表/}}，{{满意的调查表#}}。", ALL, []),
        ("企业均表示很满意：{{满意的调查表/}}，{{满意的调查表#}}。", SOME, ["claim-untrue"]),
        ("抽查结果均合格（{{合格的现场抽查/}}）。", ALL, []),
        ("抽查结果均合格（{{合格的现场抽查/}}）。", SOME, ["claim-untrue"]),
        ("抽查结果均合格。", ALL, ["claim-without-numbers"]),
        ("All clients were satisfied.", ALL, ["claim-without-numbers"]),
        ("All inspections were conforming: {{Good/}}.", SOME, ["claim-untrue"]),
        ("每次审核后发出满意度调查表。", SOME, []),
        ("最低一题也为满意的 {{满意的调查表/}} 份。", SOME, []),
    ],
)
def test_what_is_claimed_of_all_stands_beside_its_numbers_and_is_true(text, said, expected):
    values = {"satisfied": said, "good": said}
    assert [one.kind for one in claims(text, KNOWN, values, lambda register: True)] == expected


@pytest.mark.parametrize(
    "text, register",
    [
        ("年内未受行政处罚。", "penalties"),
        ("There were no penalties.", "penalties"),
        ("未发生腐败问题。", "integrity"),
    ],
)
def test_none_is_claimed_only_of_a_register_confirmed_to_be_empty(text, register):
    assert list(claims(text, KNOWN, {}, lambda one: one == register)) == []
    assert [one.kind for one in claims(text, KNOWN, {}, lambda one: one != register)] == ["none-unconfirmed"]
