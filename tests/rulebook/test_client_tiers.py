"""Clients' tiers and sizes, and whether everybody waits alike (ISO/IEC 17021-1:2015 5.2.2)."""

import pytest

from mingzheng.rulebook.client_tiers import Handling, apart, handling, is_unequal, may_see, size_of
from mingzheng.rulebook.roles import Role


@pytest.mark.parametrize(
    "people, size",
    [(None, "unknown"), (1, "micro"), (19, "micro"), (20, "small"), (299, "small"), (300, "medium"),
     (999, "medium"), (1000, "large")],
)  # fmt: skip
def test_sizes_are_those_of_the_statistics(people, size):
    assert size_of(people) == size


@pytest.mark.parametrize(
    "held, sees",
    [([], False), ([Role.MARKET], True), ([Role.AUDITOR], False), ([Role.QUALITY, Role.AUDITOR], True),
     ([Role.MARKET, Role.REVIEWER], False), ([Role.DIRECTOR, Role.DECISION_MAKER], False)],
)  # fmt: skip
def test_tiers_are_kept_from_whoever_reviews_or_decides_whatever_else_he_does(held, sees):
    assert may_see(held) is sees


def test_a_median_is_of_the_days_and_none_of_none():
    assert handling([1, 9, 2]) == Handling(3, 2.0) and handling([1, 2]).days == 1.5
    assert handling([]) == Handling(0, None)


@pytest.mark.parametrize(
    "days, far", [((3, 8), False), ((3, 8.5), True), ((3, None), False), ((None, None), False)]
)
def test_groups_may_lie_five_days_apart_and_those_without_any_do_not_count(days, far):
    of = {str(n): Handling(1, one) for n, one in enumerate(days)}
    assert is_unequal(of) is far
    assert apart({}) == 0
