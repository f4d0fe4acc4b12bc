"""Controlled documents: opened, revised, approved by another, reviewed, read, made public."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import own_documents as rules
from mingzheng.rulebook.laws import Branch
from mingzheng.rulebook.own_documents import (
    CarriedDocument,
    Conclusion,
    DocumentEntry,
    DocumentKind,
    DraftFacts,
    PublicItem,
)
from mingzheng.rulebook.standards import Standard
from mingzheng.words import say

DAY = date(2026, 3, 2)
PLAIN = DocumentEntry("QP-01", DocumentKind.PROCEDURE, "文件控制程序")
WAITS = DraftFacts(DocumentKind.PROCEDURE, False, "author")
NOTHING = DraftFacts(DocumentKind.PROCEDURE, False, None)
GONE = DraftFacts(DocumentKind.PROCEDURE, True, None)


@pytest.mark.parametrize(
    ("entry", "known", "found"),
    [
        (PLAIN, False, []),
        (PLAIN, True, [rules.CODE_TAKEN]),
        (DocumentEntry(" ", DocumentKind.PROCEDURE, ""), False, [rules.CODE_MISSING, rules.TITLE_MISSING]),
        (DocumentEntry("Q/1", DocumentKind.STANDARD, "标准"), False, [rules.BRANCH_MISSING]),
        (DocumentEntry("Q/1", DocumentKind.STANDARD, "标准", branch=Branch.SERVICE_CONTROL), False, []),
        (DocumentEntry("ZY-17", DocumentKind.INSTRUCTION, "机械"), False, [rules.AREA_MISSING]),
        (
            DocumentEntry("ZY-99", DocumentKind.INSTRUCTION, "机械", standard=Standard.QMS, areas=("99",)),
            False,
            [rules.AREA_UNKNOWN],
        ),
        (
            DocumentEntry("ZY-17", DocumentKind.INSTRUCTION, "机械", standard=Standard.QMS, areas=("17",)),
            False,
            [],
        ),
        (DocumentEntry("QP-01", DocumentKind.PROCEDURE, "程序", every=0), False, [rules.EVERY_UNFIT]),
    ],
)
def test_a_document_has_a_code_of_its_own_and_its_place(entry, known, found):
    assert rules.objections_to_document(entry, known=known) == found


def test_what_is_carried_in_is_in_force_already():
    late = CarriedDocument(PLAIN, 0, DAY + timedelta(days=1))
    assert rules.objections_to_carried(late, DAY, known=False) == [
        rules.VERSION_UNFIT,
        rules.NOT_YET_IN_FORCE,
    ]
    assert rules.objections_to_carried(CarriedDocument(PLAIN, 3, DAY), DAY, known=False) == []


@pytest.mark.parametrize(
    ("facts", "text", "summary", "papers", "found"),
    [
        (NOTHING, "正文", "首版", 0, []),
        (NOTHING, "", "首版", 1, []),
        (NOTHING, " ", " ", 0, [rules.TEXT_MISSING, rules.SUMMARY_MISSING]),
        (WAITS, "正文", "首版", 0, [rules.DRAFT_OPEN]),
        (GONE, "正文", "首版", 0, [rules.WITHDRAWN]),
    ],
)
def test_one_version_waits_at_a_time_and_says_what_is_new(facts, text, summary, papers, found):
    assert rules.objections_to_revision(facts, text, summary, papers) == found


@pytest.mark.parametrize(
    ("facts", "by", "directs", "from_day", "found"),
    [
        (WAITS, "other", False, DAY, []),
        (WAITS, "author", False, DAY, [rules.OWN_DRAFT]),
        (WAITS, "other", False, DAY - timedelta(days=1), [rules.IN_FORCE_IN_PAST]),
        (NOTHING, "other", True, DAY, [rules.NO_DRAFT]),
        (GONE, "other", True, DAY, [rules.WITHDRAWN]),
        (DraftFacts(DocumentKind.POLICY, False, "author"), "other", False, DAY, [rules.DIRECTION_ONLY]),
        (DraftFacts(DocumentKind.POLICY, False, "author"), "other", True, DAY, []),
        (
            DraftFacts(DocumentKind.TEMPLATE, False, "author", "甲方付款。"),
            "other",
            False,
            DAY,
            [rules.CLAUSE_MISSING],
        ),
        (DraftFacts(DocumentKind.TEMPLATE, False, "author", "双方保密。"), "other", False, DAY, []),
        (DraftFacts(DocumentKind.TEMPLATE, False, "author", "Confidential."), "other", False, DAY, []),
    ],
)
def test_a_version_is_approved_by_another_and_a_template_speaks_of_confidentiality(
    facts, by, directs, from_day, found
):
    answer = rules.objections_to_approval(facts, by, directs=directs, in_force_from=from_day, on=DAY)
    assert answer == found


def test_sending_back_and_withdrawing_need_a_reason():
    assert (
        rules.objections_to_return(WAITS, "不清楚")
        == []
        == rules.objections_to_withdrawing(NOTHING, "不再使用")
    )
    assert rules.objections_to_return(WAITS, " ") == [rules.REASON_MISSING]
    assert rules.objections_to_return(NOTHING, "不清楚") == [rules.NO_DRAFT]
    assert rules.objections_to_withdrawing(GONE, "不再使用") == [rules.WITHDRAWN]
    assert rules.objections_to_withdrawing(NOTHING, "") == [rules.REASON_MISSING]


@pytest.mark.parametrize(
    ("documents", "in_force", "conclusion", "sound", "findings", "found"),
    [
        (2, 2, Conclusion.KEEP, True, "", []),
        (0, 0, Conclusion.KEEP, True, "", [rules.NONE_TO_REVIEW]),
        (2, 1, Conclusion.KEEP, True, "", [rules.NOTHING_IN_FORCE]),
        (1, 1, Conclusion.KEEP, False, "过时", [rules.SHORTCOMING_KEPT]),
        (1, 1, Conclusion.REVISE, False, "", [rules.SHORTCOMING_UNSAID]),
        (1, 1, Conclusion.REVISE, True, "", []),
    ],
)
def test_what_is_not_adequate_suitable_and_effective_is_not_kept(
    documents, in_force, conclusion, sound, findings, found
):
    answer = rules.objections_to_review(documents, in_force, conclusion, sound=sound, findings=findings)
    assert answer == found


@pytest.mark.parametrize(
    ("in_force", "concerned", "read", "found"),
    [
        (True, True, False, []),
        (False, True, False, [rules.NOTHING_IN_FORCE]),
        (True, True, True, [rules.READ_ALREADY]),
        (True, False, False, [rules.NOT_YOURS_TO_READ]),
    ],
)
def test_whom_it_concerns_signs_once(in_force, concerned, read, found):
    assert rules.objections_to_reading(in_force=in_force, concerned=concerned, read=read) == found


def test_days_that_fall_due():
    assert rules.review_due(DAY, rules.usual_months()) == date(2027, 3, 2)
    assert rules.read_by(DAY) == date(2026, 4, 1)


def test_an_instruction_for_a_group_is_one_for_all_under_it():
    missing = rules.without_instruction(["17.10.02", "18.01", "1"], ["17", "18.02"])
    assert [one.details["area"] for one in missing] == ["1", "18.01"]


@given(
    st.lists(st.sampled_from(["17", "17.10", "17.10.02", "18", "18.01"])),
    st.lists(st.sampled_from(["17", "18.01"])),
)
def test_more_instructions_never_leave_more_out(codes, areas):
    assert len(rules.without_instruction(codes, [*areas, "17.10"])) <= len(
        rules.without_instruction(codes, areas)
    )
    assert rules.without_instruction(codes, codes) == []


def test_what_must_be_public_and_is_not_is_called_out():
    assert rules.not_public(set(PublicItem)) == []
    (missing,) = rules.not_public(set(PublicItem) - {PublicItem.FEES})
    assert missing == rules.NOT_PUBLIC and missing.details["item"] is PublicItem.FEES


def test_a_step_goes_by_a_document_in_force():
    steps = {"certificates.suspend"}
    assert rules.objections_to_governing("certificates.suspend", steps, same=False, in_force=True) == []
    found = rules.objections_to_governing("nothing", steps, same=True, in_force=False)
    assert found == [rules.STEP_UNKNOWN, rules.STEP_SAME, rules.NOTHING_IN_FORCE]


def test_an_objection_may_speak_of_a_code():
    refusal = rules.CODE_TAKEN.because(code="QP-01")
    assert "QP-01" in say(refusal.code, "en", **refusal.details)
