"""The plan of development: how near a candidate is, and where an entry stands."""

from datetime import date

import pytest

from mingzheng.rulebook.development import PlanState, nearest, nearness, plan_state

ON = date(2026, 12, 31)


@pytest.mark.parametrize(
    "held, near",
    [
        (["17.10.05"], 2),
        (["17.11.01", "17"], 1),
        (["18.10.02"], 0),
        ([], 0),
        (["17.1.02"], 1),
        (["17.10.02"], 3),
    ],
)
def test_a_candidate_is_near_by_what_his_codes_share(held, near):
    assert nearness("17.10.02", held) == near


def test_the_nearest_come_first_and_of_equals_those_who_hold_most():
    held = [("far", ["17.20.01"]), ("none", ["18"]), ("also", ["17.10.01"]), ("near", ["17.10.09", "18"])]
    assert nearest("17.10.02", held) == ("near", "also", "far")
    assert nearest("35", held) == ("near", "also", "far")
    assert nearest("17.10.02", held, most=1) == ("near",)


@pytest.mark.parametrize(
    "due, done, dropped, state",
    [
        (ON, False, False, PlanState.PLANNED),
        (date(2026, 12, 30), False, False, PlanState.LATE),
        (date(2025, 12, 31), False, False, PlanState.UNFINISHED),
        (date(2025, 12, 31), True, False, PlanState.DONE),
        (date(2025, 12, 31), False, True, PlanState.DROPPED),
    ],
)
def test_what_has_no_result_when_its_year_is_over_is_unfinished(due, done, dropped, state):
    assert plan_state(due, ON, done=done, dropped=dropped) is state
