"""Training, seminars of every quarter, good cases without their client."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import learning as rules

DAY = date(2026, 3, 2)
NAMES = ["绿源物业（示例）有限公司", "Lvyuan Property (Sample)", "91310113MA1GKA02XX"]


@pytest.mark.parametrize(
    ("held", "year", "missing"),
    [
        ([(2025, 1), (2025, 4), (2025, 9), (2025, 12)], 2025, []),
        ([(2025, 1), (2025, 2), (2025, 12)], 2025, [2, 3]),
        ([], 2025, [1, 2, 3, 4]),
        ([], 2026, []),  # its first quarter is not over
        ([(2025, 3)], 2027, []),
    ],
)
def test_a_quarter_that_is_over_without_a_seminar_is_missing(held, year, missing):
    found = rules.missing_quarters([date(y, m, 9) for y, m in held], year, DAY)
    assert [one.details["quarter"] for one in found] == missing


@given(st.sets(st.dates(date(2025, 1, 1), date(2025, 12, 31))))
def test_held_and_missing_quarters_make_the_year(held):
    missing = rules.missing_quarters(held, 2025, DAY)
    assert len(missing) + len({rules.quarter_of(day) for day in held}) == 4


def test_a_course_has_a_title_and_hours():
    assert rules.objections_to_course("内审", Decimal(2)) == []
    assert rules.objections_to_course(" ", Decimal(0)) == [rules.TITLE_MISSING, rules.NO_HOURS]


@pytest.mark.parametrize(
    ("held", "hours", "came", "expected"),
    [
        (DAY, 2, 5, []),
        (DAY + timedelta(days=1), 2, 5, [rules.HELD_IN_FUTURE]),
        (DAY, 0, 5, [rules.NO_HOURS]),
        (DAY, 2, 0, [rules.NOBODY_CAME]),
    ],
)
def test_a_course_is_entered_as_held_with_who_came(held, hours, came, expected):
    assert rules.objections_to_holding(held, DAY, Decimal(hours), came) == expected


def test_what_was_held_or_cancelled_is_over():
    assert rules.objections_to_open_course(held=False, cancelled=False) == []
    assert rules.objections_to_open_course(held=True, cancelled=False) == [rules.COURSE_HELD]
    assert rules.objections_to_open_course(held=False, cancelled=True) == [rules.COURSE_CANCELLED]


@pytest.mark.parametrize(
    ("own", "voted", "published", "expected"),
    [
        (False, False, False, []),
        (True, False, False, [rules.OWN_CASE]),
        (False, True, False, [rules.VOTED]),
        (False, False, True, [rules.CASE_PUBLISHED]),
    ],
)
def test_everybody_votes_once_and_not_for_himself(own, voted, published, expected):
    assert rules.objections_to_voting(own=own, voted=voted, published=published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某物业公司的案例", []),
        (" ", [rules.CASE_EMPTY]),
        ("在绿源物业 （示例）\n有限公司审核时", [rules.CLIENT_NAMED]),
        ("LVYUAN property (sample)", [rules.CLIENT_NAMED]),
        ("代码91310113MA1GKA02XX", [rules.CLIENT_NAMED]),
    ],
)
def test_the_client_is_not_to_be_known(text, expected):
    assert rules.objections_to_publishing(text, NAMES, published=False) == expected


def test_a_case_has_a_text_and_is_published_once():
    assert rules.objections_to_case("题", "文") == [] and rules.objections_to_case("题", "") == [
        rules.CASE_EMPTY
    ]
    assert rules.objections_to_publishing("文", [], published=True) == [rules.CASE_PUBLISHED]
