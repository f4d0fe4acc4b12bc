"""Stakeholders, what is material, objectives, memberships, the chronicle, duties, pacts, commitments: each rule as its clause has it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import responsibility as rules
from mingzheng.rulebook.responsibility import SCALE, Result
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import Objection

DAY = date(2026, 3, 2)
DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))
NEXT = DAY + timedelta(days=1)


def codes(found: list[Objection]) -> list[str]:
    return [one.code.removeprefix("governance.") for one in found]


@pytest.mark.parametrize(
    "found, wanted",
    [
        (rules.objections_to_name("某协会", known=False), []),
        (rules.objections_to_name("某协会", known=True), ["known-already"]),
        (rules.objections_to_name(" ", known=False), ["text-missing"]),
        (rules.objections_to_contact("走访", DAY, DAY, ended=False), []),
        (rules.objections_to_contact(" ", NEXT, DAY, ended=True), ["ended", "text-missing", "in-future"]),
        (rules.objections_to_answer("节能", answered=False), []),
        (rules.objections_to_answer("", answered=False), ["text-missing"]),
        (rules.objections_to_answer("节能", answered=True), ["answered"]),
        (rules.objections_to_objective("目标", "0 起", DAY, DAY), []),
        (rules.objections_to_objective("目标", "", DAY, NEXT), ["text-missing", "term-backwards"]),
        (rules.objections_to_result(Result.MET, "好", "表", known=False), []),
        (rules.objections_to_result(Result.PARTLY, "好", " ", known=False), ["evidence-missing"]),
        (rules.objections_to_result(Result.MISSED, "没有", "", known=False), []),
        (rules.objections_to_result(Result.MET, "好", "表", known=True), ["result-known"]),
        (rules.objections_to_renewing(DAY, NEXT, ended=False), []),
        (rules.objections_to_renewing(DAY, DAY, ended=False), ["not-longer"]),
        (rules.objections_to_renewing(None, DAY, ended=False), ["never-ends"]),
        (rules.objections_to_renewing(DAY, NEXT, ended=True), ["ended"]),
        (rules.objections_to_term(DAY, None), []),
        (rules.objections_to_term(DAY, DAY), ["term-backwards"]),
        (rules.objections_to_happening("事", DAY, DAY, milestone=True, of_year=False), []),
        (rules.objections_to_happening("事", NEXT, DAY, milestone=False, of_year=False), ["in-future", "no-tag"]),
        (rules.objections_to_settling(settled=True), ["settled"]),
        (rules.objections_to_duty("受理", Role.MARKET, [Role.TECHNICAL], taken=False), []),
        (rules.objections_to_duty("受理", Role.MARKET, [Role.MARKET], taken=True), ["duty-taken", "helps-itself"]),
        (rules.objections_to_looking("按时", "表", public=True, looked=False), []),
        (rules.objections_to_looking("", " ", public=False, looked=True),
         ["not-public", "looked-at", "text-missing", "evidence-missing"]),
        (rules.objections_to_carrying(2026, DAY, 0), ["nothing-to-carry"]),
        (rules.objections_to_carrying(2028, DAY, 3), ["year-too-far"]),
    ],
)  # fmt: skip
def test_a_rule_objects_to_what_it_forbids_and_to_nothing_else(found, wanted):
    assert codes(found) == wanted


@given(st.integers(-3, 9), st.integers(-3, 9), st.integers(2000, 2030))
def test_an_issue_is_weighed_on_the_scale_for_a_year_that_is_near(stakeholders, body, year):
    found = rules.objections_to_weight(year, DAY, stakeholders, body, "理由", is_issue=True)
    fits = stakeholders in SCALE and body in SCALE and year <= DAY.year + 1
    assert (found == []) == fits
    assert "no-issue" in codes(rules.objections_to_weight(year, DAY, 3, 3, "理由", is_issue=False))


@given(st.sampled_from(SCALE), st.sampled_from(SCALE))
def test_what_matters_more_is_no_less_material(stakeholders, body):
    if rules.is_material(stakeholders, body):
        assert all(rules.is_material(max(stakeholders, more), max(body, more)) for more in SCALE)
    assert rules.is_material(5, 5) and not rules.is_material(1, 1)


@given(DAYS)
def test_what_is_due_is_due_after_it_began(day):
    assert day < rules.answer_due(day) and day < rules.check_due(day) and day < rules.look_due(day)


@given(st.sampled_from(HELD_BY_PERSONS), st.lists(st.sampled_from(HELD_BY_PERSONS)))
def test_no_position_helps_itself(position, supporting):
    found = codes(rules.objections_to_duty("受理", position, supporting, taken=False))
    assert (found == ["helps-itself"]) == (position in supporting)
