"""What a finding needs, and by when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import findings
from mingzheng.rulebook.findings import FindingFacts, Grade, Need
from mingzheng.words import WORDS, say

TODAY, STAGE2 = date(2026, 6, 1), date(2026, 3, 31)
BARE = FindingFacts(1, Grade.MAJOR)
ANSWERED = replace(BARE, cause=True, correction=True, corrective_action=True)
ACCEPTED = replace(ANSWERED, accepted_on=TODAY)
VERIFIED = replace(ACCEPTED, verified_on=TODAY)
facts = st.builds(
    FindingFacts,
    number=st.integers(1, 20),
    grade=st.sampled_from(Grade),
    cause=st.booleans(),
    correction=st.booleans(),
    corrective_action=st.booleans(),
    accepted_on=st.none() | st.just(TODAY),
    verified_on=st.none() | st.dates(date(2026, 4, 1), date(2027, 4, 1)),
    withdrawn=st.booleans(),
)


def told(objections):
    for o in objections:
        assert say(o.code, "zh-hans", **o.details) != say(o.code, "en", **o.details)
    return [(o.code.removeprefix("finding.not."), o.clause.split()[-1]) for o in objections]


@pytest.mark.parametrize(
    ("finding", "missing"),
    [
        (BARE, ["cause", "correction", "corrective_action", "accepted", "verified"]),
        (ANSWERED, ["accepted", "verified"]),
        (ACCEPTED, ["verified"]),
        (VERIFIED, []),
        (replace(BARE, grade=Grade.MINOR), ["cause", "correction", "corrective_action", "accepted"]),
        (replace(ACCEPTED, grade=Grade.MINOR), []),
        (replace(BARE, grade=Grade.OBSERVATION), []),
        (replace(BARE, withdrawn=True), []),
    ],
)
def test_before_a_recommendation_every_nonconformity_is_answered_and_major_ones_verified(finding, missing):
    assert [need for need, _ in told(findings.objections_to_recommending([finding]))] == missing


@pytest.mark.parametrize(
    ("finding", "missing"),
    [
        (ACCEPTED, [("verified", "9.5.2")]),
        (VERIFIED, []),
        (replace(ANSWERED, verified_on=TODAY), []),
        (replace(ACCEPTED, correction=False, verified_on=TODAY), [("correction", "9.5.2")]),
        (replace(ANSWERED, grade=Grade.MINOR), [("accepted", "9.5.2")]),
        (replace(ACCEPTED, grade=Grade.MINOR), []),
        (replace(BARE, grade=Grade.OBSERVATION), []),
    ],
)
def test_before_a_decision_major_findings_are_verified_and_minor_ones_have_an_accepted_plan(finding, missing):
    assert told(findings.objections_from_findings([finding])) == missing


@pytest.mark.slow
@given(facts)
def test_what_may_be_recommended_may_be_decided(finding):
    if not findings.objections_to_recommending([finding]):
        assert not findings.objections_from_findings([finding])


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (replace(BARE, cause=True), ["correction", "corrective_action"]),
        (ANSWERED, []),
        (VERIFIED, ["finding.verified-already"]),
        (replace(ANSWERED, withdrawn=True), ["finding.withdrawn"]),
    ],
)
def test_only_an_answer_can_be_verified_and_only_once(finding, expected):
    assert [need for need, _ in told(findings.objections_to_verifying(finding))] == expected


def test_a_major_finding_is_answered_sooner_than_a_minor_one():
    major, minor, observation = (findings.response_due(grade, STAGE2) for grade in Grade)
    assert major == date(2026, 4, 30) and minor == date(2026, 5, 30)
    assert observation is None


@pytest.mark.parametrize(
    ("on", "left", "run_out"),
    [("2026-03-31", 183, False), ("2026-09-30", 0, False), ("2026-10-01", -1, True)],
)
def test_six_months_after_stage_2_the_clock_runs_out(on, left, run_out):
    clock = findings.six_month_clock(STAGE2, date.fromisoformat(on))
    assert (clock.until, clock.days_left, clock.run_out) == (date(2026, 9, 30), left, run_out)


LAST = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("finding", "on", "late"),
    [
        (ACCEPTED, LAST, False),
        (ACCEPTED, LAST + timedelta(days=1), True),
        (replace(VERIFIED, verified_on=LAST), date(2027, 1, 1), False),
        (replace(VERIFIED, verified_on=LAST + timedelta(days=1)), date(2027, 1, 1), True),
        (replace(ACCEPTED, grade=Grade.MINOR), date(2027, 1, 1), False),
        (replace(ACCEPTED, withdrawn=True), date(2027, 1, 1), False),
    ],
)
def test_a_major_finding_not_verified_in_six_months_calls_for_another_stage_2(finding, on, late):
    objections = findings.objections_by_clock([finding], STAGE2, on)
    assert told(objections) == ([("finding.another-stage-2", "9.5.3.2")] if late else [])


@pytest.mark.slow
@given(facts, st.dates(date(2026, 4, 1), date(2027, 4, 1)), st.dates(date(2026, 4, 1), date(2027, 4, 1)))
def test_a_later_day_never_stops_the_clock(finding, one, other):
    earlier, later = sorted([one, other])
    if findings.objections_by_clock([finding], STAGE2, earlier):
        assert findings.objections_by_clock([finding], STAGE2, later)


def test_grades_and_needs_have_words_and_fit_their_column():
    assert all(f"finding.grade.{g}" in WORDS and len(g) <= 12 for g in Grade)
    assert all(f"finding.need.{n}" in WORDS and f"finding.not.{n}" in WORDS for n in Need)
