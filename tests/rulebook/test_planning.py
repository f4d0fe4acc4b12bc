"""What may be asked of the planner, and what a client may wish."""

from datetime import date, timedelta

import pytest

from mingzheng.rulebook.planning import (
    LONGEST_PERIOD_DAYS,
    LONGEST_RUN_SECONDS,
    objections_to_run,
    objections_to_terms,
    objections_to_wishes,
)

DAY = date(2026, 3, 2)
WEEK = (date(2026, 4, 6), date(2026, 4, 10))


def codes(objections) -> list[str]:
    return [objection.code.removeprefix("planning.") for objection in objections]


@pytest.mark.parametrize(
    ("wished", "forbidden", "remote", "why"),
    [
        ([WEEK], [], 0, []),
        ([WEEK], [(date(2026, 4, 10), date(2026, 4, 20))], 100, []),  # part of the week is left
        ([WEEK], [WEEK], 0, ["wished-and-forbidden"]),
        ([WEEK], [(date(2026, 4, 1), date(2026, 4, 30))], 0, ["wished-and-forbidden"]),
        ([(DAY, DAY)], [(DAY, DAY - timedelta(days=1))], 0, ["wish-backwards"]),
        ([], [], -1, ["approval.share-out-of-range"]),
        ([], [], 101, ["approval.share-out-of-range"]),
    ],
)
def test_nothing_is_wished_and_impossible_at_once(wished, forbidden, remote, why):
    assert codes(objections_to_wishes(wished, forbidden, remote)) == why


@pytest.mark.parametrize(
    ("terms", "why"),
    [({"km": 0}, []), ({"km": -0.1}, ["negative-term"]), ({"luck": 1}, ["unknown-term"])],
)
def test_terms_are_known_and_not_negative(terms, why):
    assert codes(objections_to_terms(terms, {"km"})) == why


@pytest.mark.parametrize(
    ("days", "seconds", "why"),
    [
        (1, 1, []),
        (LONGEST_PERIOD_DAYS - 1, LONGEST_RUN_SECONDS, []),
        (LONGEST_PERIOD_DAYS, 60, ["period-too-long"]),
        (-1, 60, ["period-backwards"]),
        (0, 60, ["period-past"]),
        (1, 0, ["seconds-out-of-range"]),
        (1, LONGEST_RUN_SECONDS + 1, ["seconds-out-of-range"]),
    ],
)
def test_a_run_plans_days_to_come_for_a_while(days, seconds, why):
    assert codes(objections_to_run(DAY, DAY + timedelta(days=days), seconds, DAY)) == why
