"""Auditor-days come in half days (IAF MD 5 2.2.3): the roundings, exact, and how such a number is printed."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

HALF = Decimal("0.5")
ROUNDING_CLAUSE = "IAF MD 5:2019 2.2.3"


@lru_cache(maxsize=4096)
def nearest_half_day(days: Fraction) -> Decimal:
    """`days` rounded to the nearest half day; a tie goes up (5.2 → 5, 5.25 → 5.5)."""
    return _half_days(days + Fraction(1, 4), down=True)


@lru_cache(maxsize=4096)
def half_day_not_below(days: Fraction) -> Decimal:
    """The smallest number of half days that is not less than `days`."""
    return _half_days(days, down=False)


@lru_cache(maxsize=4096, typed=True)
def plain(number: Decimal | Fraction) -> str:
    """`number` as printed in a derivation: no exponent, no trailing zeros, fractions to two places."""
    if isinstance(number, Fraction):
        number = (Decimal(number.numerator) / number.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _half_days(days: Fraction, *, down: bool) -> Decimal:
    doubled = days * 2
    whole = doubled.numerator // doubled.denominator if down else -(-doubled.numerator // doubled.denominator)
    return Decimal(whole) * HALF
