"""What the body may ask: its floor, exceptions from it, services and their classes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import prices as rules
from mingzheng.rulebook.prices import ImpartialityClass, IncomeKind

DAY = date(2026, 3, 2)
yuan = st.decimals(min_value=0, max_value=10**6, places=2)
days = st.decimals(min_value="0.5", max_value=200, places=1)


@pytest.mark.parametrize(
    ("charged", "floor", "allowed", "expected"),
    [
        (24000, None, None, []),
        (24000, 3000, None, []),
        ("23999.99", 3000, None, [rules.BELOW_FLOOR]),
        (20000, 3000, 2500, []),
        ("19999.99", 3000, 2500, [rules.BELOW_FLOOR]),
        (24000, 3000, 3500, []),  # what was allowed once never lifts the floor
    ],
)
def test_eight_days_against_the_floor(charged, floor, allowed, expected):
    floor, allowed = (None if x is None else Decimal(x) for x in (floor, allowed))
    assert rules.objections_to_price(Decimal(charged), Decimal(8), floor, allowed) == expected


@given(yuan, days, yuan)
def test_what_is_refused_costs_less_a_day_than_the_floor_and_what_is_not_does_not(charged, many, floor):
    refused = bool(rules.objections_to_price(charged, many, floor))
    assert refused is (charged / many < floor)
    assert rules.per_day(charged, many) * many <= charged


@pytest.mark.parametrize(
    ("amount", "valid_from", "known", "expected"),
    [
        (3000, DAY, False, []),
        (0, DAY, False, [rules.FLOOR_NOT_POSITIVE]),
        ("NaN", DAY, False, [rules.FLOOR_NOT_POSITIVE]),
        (3000, date(2026, 3, 1), False, [rules.FLOOR_IN_THE_PAST]),
        (3000, DAY, True, [rules.FLOOR_SET_ALREADY]),
    ],
)
def test_a_floor_is_set_from_today_on(amount, valid_from, known, expected):
    assert rules.objections_to_floor(Decimal(amount), valid_from, DAY, known=known) == expected


@pytest.mark.parametrize(
    ("price", "floor", "reason", "asked", "expected"),
    [
        (2500, 3000, "公益", False, []),
        (2500, None, "公益", False, [rules.NO_FLOOR]),
        (3000, 3000, "公益", False, [rules.NOT_BELOW_FLOOR]),
        (0, 3000, "公益", False, [rules.NOT_BELOW_FLOOR]),
        (2500, 3000, " ", False, [rules.REASON_MISSING]),
        (2500, 3000, "公益", True, [rules.EXCEPTION_ASKED]),
    ],
)
def test_an_exception_is_asked_for_once_and_for_a_reason(price, floor, reason, asked, expected):
    least = None if floor is None else Decimal(floor)
    assert rules.objections_to_asking_below(Decimal(price), least, reason, asked=asked) == expected


def test_an_exception_is_decided_once_by_another():
    assert rules.objections_to_deciding_below(decided=False, own=False) == []
    assert rules.objections_to_deciding_below(decided=True, own=True) == [rules.EXCEPTION_DECIDED]
    assert rules.objections_to_deciding_below(decided=False, own=True) == [rules.OWN_EXCEPTION]


def test_a_service_has_two_names_a_kind_and_an_analysis():
    assert rules.objections_to_service("内审员培训", "Training", IncomeKind.TRAINING) == []
    assert rules.objections_to_service("内审员培训", " ", IncomeKind.TRAINING) == [rules.NAME_MISSING]
    assert rules.objections_to_service("认证", "C", IncomeKind.CERTIFICATION) == [rules.NO_SERVICE]
    assert rules.objections_to_classifying(" ") == [rules.ANALYSIS_MISSING]
    assert rules.objections_to_classifying("公开课") == []


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("", [rules.UNCLASSIFIED]),
        (ImpartialityClass.OPEN, []),
        (ImpartialityClass.GUARDED, []),
        (ImpartialityClass.FORBIDDEN, [rules.FORBIDDEN]),
    ],
)
def test_what_has_no_class_is_not_quoted_and_what_is_forbidden_never(held, expected):
    assert rules.objections_to_quoting(held) == expected
