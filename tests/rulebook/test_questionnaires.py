"""Surveys and scripts: what may be asked and answered, and what may be said of the answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import questionnaires as rules
from mingzheng.rulebook.questionnaires import STANDARD_FORMS, CallOutcome, Form, Question, tally, verdict_of

SURVEY, SCRIPT = STANDARD_FORMS[Form.SURVEY], STANDARD_FORMS[Form.CALL_BACK]
CODES = [question.code for question in SURVEY]
SATISFIED = dict.fromkeys(CODES, 5)
AS_HOPED = {question.code: question.expected for question in SCRIPT}


@pytest.mark.parametrize("form", list(Form))
def test_the_questions_of_the_rulebook_may_be_asked(form):
    assert rules.objections_to_questions(form, STANDARD_FORMS[form]) == []


@pytest.mark.parametrize(
    ("form", "questions", "refused"),
    [
        (Form.SURVEY, [], rules.NO_QUESTIONS),
        (Form.SURVEY, [Question("a", "问", "")], rules.ONE_LANGUAGE),
        (Form.SURVEY, [Question("a", "问", "Q"), Question("a", "问", "Q")], rules.SAME_CODE),
        (Form.CALL_BACK, [Question("a", "问", "Q")], rules.NO_EXPECTED),
        (Form.CALL_BACK, [Question("a", "问", "Q", "unsure")], rules.NO_EXPECTED),
    ],
)
def test_questions_that_may_not_be_asked(form, questions, refused):
    assert rules.objections_to_questions(form, questions) == [refused]


@pytest.mark.parametrize(
    ("answers", "refused"),
    [
        (SATISFIED, []),
        ({**SATISFIED, "overall": 6}, [rules.OFF_THE_SCALE]),
        ({**SATISFIED, "weather": 3}, [rules.UNKNOWN_QUESTION]),
        ({code: 4 for code in CODES[1:]}, [rules.UNANSWERED]),
    ],
)
def test_a_survey_is_answered_whole_and_on_the_scale(answers, refused):
    assert rules.objections_to_answers(CODES, answers) == refused


def test_a_completed_call_has_a_reply_to_every_question_and_one_not_reached_none():
    assert rules.objections_to_replies(CallOutcome.COMPLETED, SCRIPT, AS_HOPED) == []
    assert len(rules.objections_to_replies(CallOutcome.COMPLETED, SCRIPT, {})) == len(SCRIPT)
    assert rules.objections_to_replies(CallOutcome.NOT_REACHED, SCRIPT, {}) == []
    told = rules.objections_to_replies(CallOutcome.COMPLETED, SCRIPT, {**AS_HOPED, "money": "maybe"})
    assert told == [rules.UNKNOWN_REPLY]


def test_a_reply_that_was_not_hoped_for_is_followed_up():
    assert rules.unexpected(SCRIPT, AS_HOPED) == []
    assert rules.unexpected(SCRIPT, {**AS_HOPED, "money": "yes", "all_came": "unsure"}) == [
        "all_came",
        "money",
    ]


def test_all_are_satisfied_is_said_only_when_all_were_asked_answered_and_are():
    assert verdict_of(tally(2, [SATISFIED, SATISFIED])) == "satisfaction.all"
    assert verdict_of(tally(3, [SATISFIED, SATISFIED])) == "satisfaction.all-who-answered"
    assert verdict_of(tally(2, [SATISFIED, {**SATISFIED, "overall": 3}])) == "satisfaction.some"
    assert verdict_of(tally(2, [])) == "satisfaction.none"


def test_a_group_of_four_is_too_small_to_be_shown_and_of_five_is_not():
    assert not tally(9, [SATISFIED] * 4).may_be_shown
    assert tally(9, [SATISFIED] * 5).may_be_shown


sheets = st.lists(st.fixed_dictionaries({code: st.sampled_from(rules.SCALE) for code in CODES}), max_size=8)


@given(sheets, st.integers(0, 5))
def test_the_tally_adds_up(answered, unanswered):
    found = tally(len(answered) + unanswered, answered)
    assert found.given == len(answered) * len(CODES) if answered else found.given == 0
    assert found.satisfied == sum(mark >= 4 for sheet in answered for mark in sheet.values())
    assert all(sum(times) == found.answered for times in found.marks.values())
    if "all" in verdict_of(found).split(".")[1]:
        assert all(mark >= 4 for sheet in answered for mark in sheet.values())
