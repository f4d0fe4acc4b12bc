"""Three years of a figure, and what a text may call them."""

import pytest

from mingzheng.rulebook.proofreading import proofread
from mingzheng.rulebook.report_text import Known
from mingzheng.rulebook.trend import INDICATORS, Trend, may_be_called_growth, trend
from mingzheng.rulebook.yearly_report import Said, claims

KNOWN = [
    Known("valid-certificates", ("有效证书", "Valid certificates"), {"QMS": "QMS"}, has_parts=True),
    Known("visits", ("审核次数", "Visits"), {}),
]


@pytest.mark.parametrize(
    "values, expected",
    [
        ((1, 2, 3), Trend.RISING),
        ((3, 2, 1), Trend.FALLING),
        ((1, 3, 2), Trend.UNEVEN),
        ((2, 2, 3), Trend.UNEVEN),
        ((None, 2, 3), Trend.UNKNOWN),
        ((0, 1, 2), Trend.RISING),
    ],
)
def test_three_years_rise_fall_or_do_neither(values, expected):
    assert trend(values) is expected


def test_growth_is_of_this_year_and_steady_growth_of_every_year():
    assert may_be_called_growth((3, 1, 2), steady=False) and not may_be_called_growth((3, 1, 2), steady=True)
    assert not may_be_called_growth((1, 2, 2), steady=False)
    assert may_be_called_growth((None, None, 2), steady=True), "what was not counted forbids nothing"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("有效证书 {{有效证书}} 张，比上年提升。", ["growth-untrue"]),
        ("有效证书 {{有效证书}} 张，比上年{{有效证书±}}。", []),
        ("有效证书 {{有效证书}} 张。审核 {{审核次数}} 次，比上年增长。", []),
        ("审核 {{审核次数}} 次，连续增长。", ["growth-untrue"]),
        ("有效证书 {{有效证书}} 张，负增长。", []),
        ("有效证书 {{有效证书}} 张，没有增长。", []),
        ("证书 {{有效证书}} 张、审核 {{审核次数}} 次，业务量增长。", []),
        ("上年有效证书 {{有效证书@上年}} 张，服务能力提升。", []),
        ("There were {{Valid certificates}} certificates; growth goes on.", []),
        ("Certificates grew to {{Valid certificates}}.", ["growth-untrue"]),
        ("有效证书 {{有效证书·QMS}} 张，比上年提升。", []),
        ("有效证书 {{有效证书}} 张{}，比上年提升 {}。", ["growth-untrue"]),
    ],
)
def test_what_fell_is_not_printed_as_growth(text, expected):
    values = {"valid-certificates": Said(90, None, (80, 100)), "visits": Said(60, None, (70, 50))}
    found = list(claims(text, KNOWN, values, lambda register: True))
    assert [one.kind for one in found] == expected
    if expected:
        assert " → " in found[0].told("zh") and found[0].told("en")


def test_growth_of_the_business_without_a_number_is_noted():
    found = [one for one in proofread("今年业绩指标不断提升。") if one.kind == "growth-without-numbers"]
    assert len(found) == 1 and "提升" in found[0].told("zh")
    for other in ("今年业绩增长 5 家。", "服务水平不断提升。"):
        assert "growth-without-numbers" not in {one.kind for one in proofread(other)}


def test_the_yearly_indicators_are_figures():
    from mingzheng.office.record.figure import FIGURES

    assert set(INDICATORS) <= FIGURES.keys()
