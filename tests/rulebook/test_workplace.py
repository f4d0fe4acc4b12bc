"""Consultation, elections, care, donations, insurance, activities, incidents, grievances."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import workplace as rules

DAY = date(2026, 3, 2)
LATER = DAY + timedelta(days=1)
FEBRUARY = date(2026, 2, 1)
D = Decimal


@pytest.mark.parametrize(
    ("eligible", "votes", "elected", "held", "expected"),
    [
        (70, 70, ["甲"], DAY, []),
        (70, 0, ["甲"], DAY, []),
        (70, 71, ["甲"], DAY, [rules.TURNOUT_OVER]),
        (0, 0, ["甲"], DAY, [rules.NOBODY_ELIGIBLE]),
        (70, 60, [], DAY, [rules.NOBODY_ELECTED]),
        (70, 60, ["甲"], LATER, [rules.IN_FUTURE]),
    ],
)
def test_nobody_votes_who_may_not(eligible, votes, elected, held, expected):
    assert rules.objections_to_election(eligible, votes, elected, held, DAY) == expected


@given(st.integers(1, 10**5), st.integers(0, 2 * 10**5))
def test_the_turnout_of_what_may_be_entered_is_at_most_a_hundred_percent(eligible, votes):
    refused = rules.objections_to_election(eligible, votes, ["甲"], DAY, DAY)
    assert bool(refused) is (rules.turnout(votes, eligible) > 100 or votes > eligible)


@pytest.mark.parametrize(
    ("days", "read", "staff", "due"),
    [(7, 0, 70, False), (8, 62, 70, True), (8, 63, 70, False), (8, 70, 70, False), (8, 0, 0, False)],
)
def test_a_notice_that_less_than_ninety_percent_read_is_called_to_mind(days, read, staff, due):
    assert rules.reminder_due(DAY, DAY + timedelta(days=days), read, staff) is due


def test_a_notice_is_read_once_and_texts_are_written():
    assert rules.objections_to_reading(known=False) == []
    assert rules.objections_to_reading(known=True) == [rules.READ_ALREADY]
    assert rules.objections_to_texts("甲", " ") == [rules.TEXT_MISSING]


def test_a_care_visit_may_bring_nothing_but_not_less():
    assert rules.objections_to_care(D(0), DAY, DAY) == []
    assert rules.objections_to_care(D(-1), LATER, DAY) == [rules.AMOUNT_NEGATIVE, rules.IN_FUTURE]


@pytest.mark.parametrize(
    ("handed", "given_", "receipt", "closed", "expected"),
    [
        (100, 100, "SJ1", False, []),
        ("99.99", 100, "SJ1", False, [rules.TOTAL_DIFFERS]),
        (100, 100, " ", False, [rules.RECEIPT_MISSING]),
        (100, 100, "SJ1", True, [rules.DRIVE_CLOSED]),
    ],
)
def test_what_is_handed_over_is_what_was_given_to_the_fen(handed, given_, receipt, closed, expected):
    assert rules.objections_to_closing_drive(D(handed), D(given_), receipt, closed=closed) == expected


def test_a_gift_is_more_than_nothing_and_for_somebody():
    assert rules.objections_to_drive("助学", "某福利院") == []
    assert rules.objections_to_drive("助学", " ") == [rules.RECEIVER_MISSING]
    assert rules.objections_to_giving(D(1), closed=False) == []
    assert rules.objections_to_giving(D(0), closed=False) == [rules.AMOUNT_NOT_POSITIVE]
    assert rules.objections_to_giving(D(1), closed=True) == [rules.DRIVE_CLOSED]


@pytest.mark.parametrize(
    ("month", "people", "known", "expected"),
    [
        (FEBRUARY, 5, False, []),
        (date(2026, 3, 1), 5, False, [rules.MONTH_NOT_OVER]),
        (FEBRUARY, 0, False, [rules.NOBODY_NAMED]),
        (FEBRUARY, 5, True, [rules.MONTH_ENTERED]),
    ],
)
def test_social_insurance_is_entered_once_for_a_month_that_is_over(month, people, known, expected):
    assert rules.objections_to_contributions(month, DAY, people, known=known) == expected


def test_an_activity_has_people_and_costs_no_less_than_nothing():
    assert rules.objections_to_activity("乒乓", 5, D(0), DAY, DAY) == []
    wrong = rules.objections_to_activity(" ", 0, D(-1), LATER, DAY)
    assert wrong == [rules.TEXT_MISSING, rules.NOBODY_NAMED, rules.AMOUNT_NEGATIVE, rules.IN_FUTURE]


def test_incidents_and_grievances_are_closed_once_with_what_is_done():
    assert rules.objections_to_closing_incident("培训", closed=False) == []
    assert rules.objections_to_closing_incident(" ", closed=False) == [rules.MEASURE_MISSING]
    assert rules.objections_to_closing_incident("培训", closed=True) == [rules.INCIDENT_CLOSED]
    assert rules.objections_to_closing_grievance("已调整", own=False, closed=False) == []
    assert rules.objections_to_closing_grievance(" ", own=True, closed=False) == [
        rules.OWN_GRIEVANCE,
        rules.TEXT_MISSING,
    ]
    assert rules.objections_to_closing_grievance("x", own=False, closed=True) == [rules.GRIEVANCE_CLOSED]
