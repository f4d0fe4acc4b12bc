"""Schemes from the idea to the market; rules filed before they are used; applications to authorities."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import schemes as rules
from mingzheng.rulebook.schemes import SchemeFacts, Stage

DAY = date(2026, 3, 2)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
LIVE = SchemeFacts(Stage.LIVE, "方案", rule="1.0", adopted_on=BEFORE, filed=True, approved=True)


def test_stages_come_one_after_the_other():
    stages = [Stage.IDEA]
    while following := rules.next_stage(stages[-1]):
        stages.append(following)
    assert stages == [Stage.IDEA, Stage.DRAFT, Stage.TRIAL, Stage.FILED, Stage.LIVE]
    assert rules.next_stage(Stage.ENDED) is None


@pytest.mark.parametrize(
    ("facts", "to", "found"),
    [
        (SchemeFacts(Stage.IDEA), Stage.DRAFT, []),
        (SchemeFacts(Stage.IDEA), Stage.LIVE, [rules.NOT_NEXT]),
        (SchemeFacts(Stage.IDEA), Stage.ENDED, []),
        (SchemeFacts(Stage.ENDED), Stage.DRAFT, [rules.ENDED]),
        (SchemeFacts(Stage.TRIAL), Stage.FILED, [rules.NO_RULE]),
        (SchemeFacts(Stage.TRIAL, rule="1.0"), Stage.FILED, [rules.RULE_NOT_FILED]),
        (replace(LIVE, stage=Stage.TRIAL, approved=False), Stage.FILED, []),
        (replace(LIVE, stage=Stage.FILED, approved=False), Stage.LIVE, [rules.NOT_APPROVED]),
        (replace(LIVE, stage=Stage.FILED), Stage.LIVE, []),
    ],
)
def test_a_scheme_goes_on_when_its_rule_is_filed_and_its_category_approved(facts, to, found):
    assert rules.objections_to_advancing(facts, to) == found


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (LIVE, []),
        (replace(LIVE, stage=Stage.DRAFT), [rules.NOT_LIVE]),
        (replace(LIVE, rule="1.1", filed=False), [rules.RULE_NOT_FILED]),
        (replace(LIVE, rule=""), [rules.NO_RULE]),
        (replace(LIVE, approved=False), [rules.NOT_APPROVED]),
    ],
)
def test_a_rule_revised_and_not_filed_again_cannot_be_used(facts, found):
    assert rules.objections_to_using(facts) == found


@given(
    st.builds(
        SchemeFacts,
        st.sampled_from(Stage),
        rule=st.sampled_from(["", "1"]),
        filed=st.booleans(),
        approved=st.booleans(),
    )
)
def test_only_a_live_scheme_with_a_filed_rule_of_an_approved_category_is_sold(facts):
    usable = facts.stage is Stage.LIVE and facts.rule == "1" and facts.filed and facts.approved
    assert (rules.objections_to_using(facts) == []) is usable


@pytest.mark.parametrize(
    ("facts", "version", "promise", "adopted", "found"),
    [
        (LIVE, "1.1", "十日内答复", DAY, []),
        (LIVE, "1.0", "十日内答复", DAY, [rules.RULE_KNOWN]),
        (LIVE, "1.1", " ", BEFORE - timedelta(days=9), [rules.RULE_TOO_EARLY, rules.PROMISE_MISSING]),
        (LIVE, "1.1", "十日内答复", AFTER, [rules.IN_FUTURE]),
        (SchemeFacts(Stage.ENDED), "1.1", "十日内答复", DAY, [rules.ENDED]),
    ],
)
def test_a_version_of_a_rule_is_adopted_once_with_its_promise(facts, version, promise, adopted, found):
    assert rules.objections_to_rule(facts, version, promise, adopted, DAY, ["1.0"]) == found


@pytest.mark.parametrize(
    ("facts", "number", "filed", "found"),
    [
        (replace(LIVE, filed=False), "BA-1", DAY, []),
        (
            replace(LIVE, filed=False),
            "",
            BEFORE - timedelta(days=1),
            [rules.FILING_NUMBER_MISSING, rules.FILED_EARLY],
        ),
        (replace(LIVE, filed=False), "BA-1", AFTER, [rules.IN_FUTURE]),
        (LIVE, "BA-1", DAY, [rules.FILED_ALREADY]),
        (SchemeFacts(Stage.DRAFT), "BA-1", DAY, [rules.NO_RULE]),
    ],
)
def test_a_rule_is_filed_once_under_a_number(facts, number, filed, found):
    assert rules.objections_to_filing(facts, number, filed, DAY) == found


def test_what_keeps_a_scheme_back_names_it():
    bare = SchemeFacts(Stage.TRIAL, "绿色家具")
    found = rules.objections_to_using(bare) + rules.objections_to_filing(bare, "BA-1", DAY, DAY)
    found += rules.objections_to_advancing(bare, Stage.FILED)
    found += rules.objections_to_advancing(
        replace(LIVE, stage=Stage.FILED, approved=False, name="绿色家具"), Stage.LIVE
    )
    assert [one.details for one in found] == [{"name": "绿色家具"}] * 6


def test_rule_filing():
    assert rules.filing_due(DAY) == date(2026, 4, 1)


def test_a_qualification_has_its_certificate_and_categories():
    assert rules.objections_to_qualification("C1", ["A01"], DAY, None) == []
    found = rules.objections_to_qualification("", [], DAY, BEFORE)
    assert found == [rules.CERTIFICATE_MISSING, rules.CATEGORIES_MISSING, rules.ENDS_BACKWARDS]
    assert rules.objections_to_ending_qualification(DAY, None, AFTER) == []
    assert rules.objections_to_ending_qualification(DAY, None, BEFORE) == [rules.ENDS_BACKWARDS]
    assert rules.objections_to_ending_qualification(DAY, DAY, AFTER) == [rules.QUALIFICATION_ENDED]
    assert rules.is_covered("A010102", ["A01"]) and not rules.is_covered("A02", ["A01", ""])


@pytest.mark.parametrize(
    ("concluded", "text", "day", "last", "found"),
    [
        (False, "补充材料", DAY, BEFORE, []),
        (True, "补充材料", DAY, BEFORE, [rules.PETITION_CLOSED]),
        (False, "", BEFORE, DAY, [rules.TEXT_MISSING, rules.BEFORE_THE_LAST]),
        (False, "补充材料", AFTER, None, [rules.PETITION_IN_FUTURE]),
    ],
)
def test_the_thread_with_an_authority_goes_in_order(concluded, text, day, last, found):
    assert rules.objections_to_exchange(concluded, text, day, last, DAY) == found
    assert rules.objections_to_petition(" ", "材料", DAY, DAY) == [rules.SUBJECT_MISSING]
