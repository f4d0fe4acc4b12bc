from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mingzheng.rulebook.shared_days import combined_days, shared_out

D = Decimal
DAYS = some.integers(1, 80).map(lambda halves: D(halves) / 2)


@pytest.mark.parametrize(
    "days, percent, shares",
    [
        ([D("2.5")], 20, [D("2.5")]),  # one standard: nothing to integrate
        ([D("4"), D("3")], 0, [D("4"), D("3")]),
        ([D("6"), D("5"), D("5")], 20, [D("5"), D("4"), D("4")]),  # 12.8, not below 80 %: 13
        ([D("1"), D("1")], 20, [D("1"), D("1")]),  # 1.6 may not fall below 80 %: 2
    ],
)
def test_the_days_of_a_combined_visit_are_told_apart_by_standard(days, percent, shares):
    assert combined_days(days, percent) == shares


@given(total=DAYS, weights=some.lists(DAYS, min_size=1, max_size=3))
def test_shares_are_half_days_and_lose_nothing(total, weights):
    shares = shared_out(total, weights)

    assert sum(shares) == total
    assert all(share % D("0.5") == 0 for share in shares)
    exact = [total * weight / sum(weights) for weight in weights]
    assert all(abs(share - part) < D("0.5") for share, part in zip(shares, exact, strict=True))
