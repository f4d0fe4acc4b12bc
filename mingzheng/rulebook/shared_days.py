"""How the auditor-days of one combined visit are told apart by standard (IAF MD 11).

The reduction for integration belongs to the whole visit; what is left is shared out in half days, in proportion.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from .audit_time import integrated_time
from .half_days import HALF


def combined_days(days: Sequence[Decimal], reduction_percent: int) -> list[Decimal]:
    """The days of each standard within one visit, in the order given; together they are the integrated time."""
    if len(days) < 2:
        return list(days)
    return shared_out(integrated_time(days, reduction_percent).value, days)


def shared_out(total: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """`total` in half days, in proportion to `weights`; what the rounding leaves goes to the largest remainders."""
    whole = int(total / HALF)
    exact = [Fraction(whole) * Fraction(weight) / Fraction(sum(weights)) for weight in weights]
    halves = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda n: (halves[n] - exact[n], n))
    for n in by_remainder[: whole - sum(halves)]:
        halves[n] += 1
    return [count * HALF for count in halves]
