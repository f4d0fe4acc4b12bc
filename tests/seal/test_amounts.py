"""Money is written out as contracts want it, and never approximately."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.seal.amounts import amount_in_words_zh

VALUES = {name: value for value, name in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("10", "壹拾元整"),
        ("1010.01", "壹仟零壹拾元零壹分"),
        ("6384.52", "陆仟叁佰捌拾肆元伍角贰分"),
        ("20000.3", "贰万元叁角整"),
        ("10560000.00", "壹仟零伍拾陆万元整"),
        ("1000001.05", "壹佰万零壹元零伍分"),
        ("10010000", "壹仟零壹万元整"),
        ("100000001", "壹亿零壹元整"),
        ("100000000000", "壹仟亿元整"),
    ],
)
def test_amounts_are_written_as_banks_write_them(amount, words):
    assert amount_in_words_zh(Decimal(amount)) == "人民币" + words


def read_back(words: str) -> Decimal:
    """The amount a reader of the words would understand."""
    whole, section, digit, fen = 0, 0, 0, 0
    for sign in words.removeprefix("人民币").removesuffix("整"):
        if sign in VALUES:
            digit = VALUES[sign]
        elif sign in UNITS:
            section, digit = section + digit * UNITS[sign], 0
        elif sign in "亿万元":
            whole += (section + digit) * {"亿": 10**8, "万": 10**4, "元": 1}[sign]
            section = digit = 0
        else:
            fen, digit = fen + digit * {"角": 10, "分": 1}[sign], 0
    return Decimal(whole) + Decimal(fen) / 100


@given(st.decimals(0, Decimal("999999999999.99"), places=2))
def test_the_words_read_back_are_the_amount(amount):
    words = amount_in_words_zh(amount)
    assert read_back(words) == amount
    assert "零零" not in words


@pytest.mark.parametrize("amount", ["-1", "0.001", "1000000000000", "NaN"])
def test_what_cannot_be_written_out_is_refused(amount):
    with pytest.raises(ValueError, match="not an amount"):
        amount_in_words_zh(Decimal(amount))
