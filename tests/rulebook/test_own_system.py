"""The own system (ISO/IEC 17021-1:2015 10, IAF ID 3): inspections, audits, reviews, events, and what may be called none."""

from datetime import date

import pytest

from mingzheng.rulebook import own_system as rules
from mingzheng.rulebook.own_system import (
    Deviation,
    InspectionKind,
    InspectionResult,
    Register,
    ReviewInput,
    Window,
)
from mingzheng.rulebook.roles import Role

DAY = date(2026, 3, 2)
ALL_INPUTS = dict.fromkeys(ReviewInput, "已评审")


def test_an_inspection_names_what_was_looked_at_unless_it_was_the_office():
    assert rules.objections_to_inspection(InspectionKind.FILE_CHECK, 0, DAY, DAY) == [rules.NO_VISIT]
    assert rules.objections_to_inspection(InspectionKind.OFFICE, 0, DAY, DAY) == []
    later = rules.objections_to_inspection(InspectionKind.ON_SITE, 1, date(2026, 3, 3), DAY)
    assert later == [rules.INSPECTION_IN_FUTURE]


@pytest.mark.parametrize(
    ("result", "told", "refusals"),
    [
        (InspectionResult.CONFORMING, {}, []),
        (InspectionResult.CONFORMING, {"evidence": ""}, [rules.EVIDENCE_MISSING]),
        (InspectionResult.TO_RECTIFY, {}, [rules.ANSWER_DUE_MISSING]),
        (InspectionResult.NONCONFORMING, {"answer_due": DAY}, []),
        (InspectionResult.CONFORMING, {"concluded": True}, [rules.CONCLUDED]),
    ],
)
def test_a_result_comes_with_its_evidence_and_what_must_be_answered_with_a_day(result, told, refusals):
    plain = {"concluded": False, "evidence": "检查记录", "answer_due": None}
    assert rules.objections_to_inspection_result(result, **{**plain, **told}) == refusals


@pytest.mark.parametrize(
    ("result", "answered", "refusals"),
    [
        ("", False, [rules.NOT_CONCLUDED]),
        ("conforming", False, [rules.NOTHING_TO_ANSWER]),
        ("to_rectify", True, [rules.INSPECTION_ANSWERED]),
        ("to_rectify", False, []),
    ],
)
def test_what_is_answered(result, answered, refusals):
    assert rules.objections_to_inspection_answer(result, answered=answered, answer="已整改") == refusals


@pytest.mark.parametrize(
    ("register", "role", "confirmed", "on", "refusals"),
    [
        (Register.PENALTIES, Role.QUALITY, [], DAY, []),
        (Register.PENALTIES, Role.INTEGRITY, [], DAY, [rules.NOT_FOR_YOU]),
        (Register.INTEGRITY, Role.INTEGRITY, [Role.QUALITY], DAY, []),
        (Register.INTEGRITY, Role.QUALITY, [Role.QUALITY], DAY, [rules.CONFIRMED_ALREADY]),
        (Register.PENALTIES, Role.QUALITY, [], date(2025, 12, 31), [rules.YEAR_NOT_OVER]),
    ],
)
def test_a_register_is_confirmed_after_the_year_by_whom_it_concerns(register, role, confirmed, on, refusals):
    assert rules.objections_to_confirming(register, 2025, role, confirmed, on) == refusals


def test_none_is_said_only_of_an_empty_register_confirmed_by_all_who_must():
    assert rules.may_say_none(Register.INTEGRITY, 0, [Role.QUALITY, Role.INTEGRITY])
    assert not rules.may_say_none(Register.INTEGRITY, 0, [Role.QUALITY])
    assert not rules.may_say_none(Register.PENALTIES, 1, [Role.QUALITY])
    assert rules.may_say_none(Register.PENALTIES, 0, [Role.QUALITY])


def test_nobody_audits_his_own_department():
    assert rules.objections_to_internal_audit(["市场部"], {"孙静": "质量部"}) == []
    assert rules.objections_to_internal_audit(["质量部"], {"孙静": "质量部"}) == [rules.OWN_WORK]
    assert rules.objections_to_internal_audit([], {}) == [rules.NO_DEPARTMENT]


def test_a_finding_is_raised_where_was_audited_and_closed_by_another_than_its_owner():
    assert rules.objections_to_internal_finding("财务部", ["市场部"], " ") == [
        rules.NOT_AUDITED,
        rules.STATEMENT_MISSING,
    ]
    told = {"closed": False, "correction": "已改"}
    assert rules.objections_to_closing_finding(**told, by_owner=False) == []
    assert rules.objections_to_closing_finding(**told, by_owner=True) == [rules.OWN_FINDING]
    assert rules.objections_to_closing_finding(closed=True, correction="", by_owner=True) == [
        rules.FINDING_CLOSED
    ]
    assert rules.objections_to_holding(held=True, report="") == [rules.AUDIT_HELD, rules.REPORT_MISSING]


@pytest.mark.parametrize("missing", list(ReviewInput))
def test_a_management_review_looks_at_every_input(missing):
    assert rules.objections_to_management_review(ALL_INPUTS, 1, DAY, DAY) == []
    inputs = {**ALL_INPUTS, missing: " "}
    [refusal] = rules.objections_to_management_review(inputs, 1, DAY, DAY)
    assert refusal.code == rules.INPUT_MISSING.code and refusal.details == {"input": missing}


def test_something_comes_out_of_a_management_review():
    assert rules.objections_to_management_review(ALL_INPUTS, 0, DAY, DAY) == [rules.NO_OUTPUT]
    assert rules.objections_to_management_review(ALL_INPUTS, 1, date(2026, 3, 3), DAY) == [
        rules.REVIEW_IN_FUTURE
    ]
    assert rules.objections_to_finishing(finished=False, result=" ") == [rules.RESULT_MISSING]
    assert rules.objections_to_finishing(finished=True, result="完成") == [rules.REVIEW_ACTION_FINISHED]


@pytest.mark.parametrize("late", [rules.late_internal_audit, rules.late_management_review])
def test_audit_and_review_of_the_own_system_are_due_every_twelve_months(late):
    assert late(date(2025, 3, 2), DAY) == [] and len(late(date(2025, 3, 1), DAY)) == len(late(None, DAY)) == 1


EVENT = Window(date(2020, 1, 24), date(2020, 6, 30), frozenset({Deviation.REMOTE}))


@pytest.mark.parametrize(
    ("day", "deviation", "is_allowed"),
    [
        (date(2020, 1, 24), Deviation.REMOTE, True),
        (date(2020, 6, 30), Deviation.REMOTE, True),
        (date(2020, 1, 23), Deviation.REMOTE, False),
        (date(2020, 7, 1), Deviation.REMOTE, False),
        (date(2020, 3, 1), Deviation.PROLONGED, False),
    ],
)
def test_the_body_deviates_only_within_an_event_that_allows_it(day, deviation, is_allowed):
    assert (not rules.objections_to_deviation([EVENT], deviation, day)) is is_allowed


def test_an_event_rests_on_a_notice_and_ends_after_it_began():
    told = rules.objections_to_event(" ", DAY, date(2026, 3, 1), [])
    assert told == [rules.NOTICE_MISSING, rules.NOTHING_ALLOWED, rules.EVENT_BACKWARDS]
    assert rules.objections_to_ending_event(DAY, None, date(2026, 3, 1)) == [rules.EVENT_BACKWARDS]
    assert rules.objections_to_ending_event(DAY, DAY, DAY) == [rules.EVENT_OVER]
    assert rules.objections_to_penalty("", date(2026, 3, 3), DAY) == [
        rules.PENALTY_IN_FUTURE,
        rules.PENALTY_REASON_MISSING,
    ]
