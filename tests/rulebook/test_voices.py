"""Complaints and appeals (ISO/IEC 17021-1:2015 9.7, 9.8): limits, freedom of the case, what must be said when."""

from datetime import date

import pytest

from mingzheng.rulebook import voices as rules
from mingzheng.rulebook.voices import CaseFacts, CaseKind, Limits, Outcome, Part

DAY = date(2026, 3, 2)
COMPLAINT, APPEAL, REPORT = CaseKind.COMPLAINT, CaseKind.APPEAL, CaseKind.REPORT


def test_each_kind_has_its_own_published_limit_counted_from_the_day_of_receipt():
    limits = Limits(acknowledge=3, complaint=45, appeal=30)
    assert limits.acknowledge_by(DAY) == date(2026, 3, 5)
    assert limits.answer_by(COMPLAINT, DAY) == limits.answer_by(REPORT, DAY) == date(2026, 4, 16)
    assert limits.answer_by(APPEAL, DAY) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("limits", "refusals"),
    [
        (Limits(5, 60, 30), []),
        (Limits(0, 60, 60), [rules.LIMIT_UNFIT]),
        (Limits(5, rules.LONGEST_LIMIT + 1, 60), [rules.LIMIT_UNFIT]),
        (Limits(40, 60, 30), [rules.ACKNOWLEDGED_AFTER_ANSWER]),
    ],
)
def test_limits_that_can_be_published(limits, refusals):
    assert rules.objections_to_limits(limits) == refusals


@pytest.mark.parametrize(
    ("kind", "told", "refusals"),
    [
        (COMPLAINT, {}, []),
        (REPORT, {"named": False}, []),
        (COMPLAINT, {"text": " "}, [rules.NOTHING_SAID]),
        (COMPLAINT, {"received": date(2026, 3, 3)}, [rules.RECEIVED_IN_FUTURE]),
        (APPEAL, {"against": "JD2026-0003"}, []),
        (APPEAL, {"named": False}, [rules.APPEAL_UNNAMED, rules.APPEAL_AGAINST_NOTHING]),
    ],
)
def test_what_may_be_entered(kind, told, refusals):
    plain = {"text": "审核员未到场", "named": True, "against": "", "received": DAY}
    assert rules.objections_to_receiving(kind, **{**plain, **told}, on=DAY) == refusals


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("kind", list(CaseKind))
def test_nobody_who_took_part_in_the_matter_handles_or_decides_it(kind, part):
    parts = {"liu": [part]}
    assert rules.objections_to_taking_part(kind, "liu", parts) == [rules.TOOK_PART[kind]]
    assert rules.objections_to_taking_part(kind, "sun", parts) == []


FACTS = {
    "received": CaseFacts(COMPLAINT),
    "not ours": CaseFacts(COMPLAINT, ours=False, outcome=Outcome.NOT_OURS),
    "acknowledged": CaseFacts(COMPLAINT, ours=True),
    "assigned": CaseFacts(COMPLAINT, ours=True, handler="sun"),
    "investigated": CaseFacts(COMPLAINT, ours=True, handler="sun", investigated=True),
    "decided": CaseFacts(COMPLAINT, ours=True, handler="sun", investigated=True, outcome=Outcome.UPHELD),
    "answered": CaseFacts(
        COMPLAINT,
        ours=True,
        handler="sun",
        investigated=True,
        outcome=Outcome.UPHELD,
        to_correct=True,
        answered=True,
    ),
    "closed": CaseFacts(COMPLAINT, ours=True, outcome=Outcome.UPHELD, answered=True, closed=True),
}
STEPS = {
    "acknowledge": lambda facts: rules.objections_to_acknowledging(facts, ours=True, reason=""),
    "assign": lambda facts: rules.objections_to_assigning(facts, may_handle=True),
    "investigate": lambda facts: rules.objections_to_investigating(facts, "sun"),
    "decide": rules.objections_to_deciding,
    "answer": lambda facts: rules.objections_to_answering(facts, client_told=False),
    "close": lambda facts: rules.objections_to_closing(facts, followed_up="已培训"),
}
OPEN = {
    "received": {"acknowledge"},
    "not ours": {"answer"},
    "acknowledged": {"assign"},
    "assigned": {"assign", "investigate"},
    "investigated": {"assign", "investigate", "decide"},
    "decided": {"answer"},
    "answered": {"close"},
    "closed": set(),
}


@pytest.mark.parametrize("state", FACTS)
def test_a_case_goes_its_way_step_by_step(state):
    assert {step for step, refused in STEPS.items() if not refused(FACTS[state])} == OPEN[state]


def test_what_is_no_business_of_the_body_is_answered_with_a_reason():
    refused = rules.objections_to_acknowledging(CaseFacts(COMPLAINT), ours=False, reason=" ")
    assert refused == [rules.REASON_MISSING]


@pytest.mark.parametrize(
    ("outcome", "told", "refusals"),
    [
        (Outcome.UPHELD, {"corrective_action": "重新培训"}, []),
        (Outcome.PARTLY, {}, [rules.CORRECTION_MISSING]),
        (Outcome.NOT_UPHELD, {}, []),
        (Outcome.NOT_UPHELD, {"reasons": ""}, [rules.REASON_MISSING]),
        (Outcome.NOT_UPHELD, {"calls_for_visit": True}, [rules.VISIT_WITHOUT_CLIENT]),
    ],
)
def test_what_is_upheld_is_put_right_and_only_a_client_is_visited(outcome, told, refusals):
    plain = {"reasons": "查签到记录", "corrective_action": "", "calls_for_visit": False}
    assert rules.objections_to_decision(FACTS["investigated"], outcome, **{**plain, **told}) == refusals


def test_a_valid_complaint_about_a_client_is_put_to_that_client():
    about = CaseFacts(COMPLAINT, ours=True, outcome=Outcome.PARTLY, about_client=True)
    assert rules.objections_to_answering(about, client_told=False) == [rules.CLIENT_NOT_TOLD]
    assert rules.objections_to_answering(about, client_told=True) == []


def test_a_case_is_not_closed_before_its_correction_was_followed_up():
    assert rules.objections_to_closing(FACTS["answered"], followed_up=" ") == [rules.NOT_FOLLOWED_UP]
