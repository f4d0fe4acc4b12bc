"""Energy, temperatures, paper, travel, audits from afar: what may be entered, what is missing, what it emits."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import footprint as rules
from mingzheng.rulebook.footprint import FACTORS, Meter, Mode, Season

DAY = date(2026, 3, 2)
FEBRUARY = date(2026, 2, 1)
D = Decimal


@pytest.mark.parametrize(
    ("of", "amount", "day", "kg"),
    [
        (Meter.ELECTRICITY, 1000, date(2020, 6, 1), "610.100"),
        (Meter.ELECTRICITY, 1000, date(2022, 1, 1), "581.000"),
        (Meter.ELECTRICITY, 1000, date(2024, 12, 31), "570.300"),
        (Meter.GAS, 100, date(2020, 6, 1), "216.220"),
        (Mode.TRAIN, 500, date(2020, 6, 1), "18.470"),
        (Mode.BICYCLE, 5, date(2020, 6, 1), "0.000"),
        (Meter.WATER, 5, date(2020, 6, 1), None),
        (Meter.ELECTRICITY, 1000, date(2014, 12, 31), None),
    ],
)
def test_what_is_emitted_is_reckoned_by_the_factor_of_the_day(of, amount, day, kg):
    assert rules.emitted(of, D(amount), day) == (None if kg is None else D(kg))


def test_every_factor_names_its_source_and_how_sure_it_is():
    assert all(one.source and one.source_zh and one.confidence in "Mm" for one in FACTORS)
    assert all(rules.factor_on(mode, DAY) for mode in Mode)
    assert len({(one.of, one.valid_from) for one in FACTORS}) == len(FACTORS)


@given(st.sampled_from([Meter.ELECTRICITY, *Mode]), st.integers(0, 10**6), st.integers(0, 10**6))
def test_twice_as_much_emits_no_less(of, one, more):
    assert rules.emitted(of, D(one), DAY) <= rules.emitted(of, D(one + more), DAY)


def test_the_months_without_a_reading_are_named():
    year = date(2020, 1, 1), date(2020, 12, 31)
    read = [month for month in rules.months_of(*year) if month.month not in (2, 11)]
    assert len(rules.months_of(*year)) == 12
    (missing,) = rules.missing_months(read, *year)
    assert missing == rules.MONTHS_MISSING and missing.details == {"months": "2020-02、2020-11"}
    assert rules.missing_months(rules.months_of(*year), *year) == []


@given(st.sets(st.integers(1, 12)))
def test_a_year_is_whole_exactly_with_all_its_months(held):
    read = {date(2020, month, 1) for month in held}
    assert bool(rules.missing_months(read, date(2020, 1, 1), date(2020, 12, 31))) is (len(held) < 12)


@pytest.mark.parametrize(
    ("amount", "month", "known", "expected"),
    [
        (0, FEBRUARY, False, []),  # nothing used is a reading too
        (-1, FEBRUARY, False, [rules.NEGATIVE]),
        ("NaN", FEBRUARY, False, [rules.NEGATIVE]),
        (5, date(2026, 3, 1), False, [rules.MONTH_NOT_OVER]),
        (5, FEBRUARY, True, [rules.READ_ALREADY]),
    ],
)
def test_a_meter_is_read_once_for_a_month_that_is_over(amount, month, known, expected):
    assert rules.objections_to_reading(D(amount), month, DAY, known=known) == expected


def test_a_correction_has_a_reason():
    assert rules.objections_to_correcting(D(5), "抄错") == []
    assert rules.objections_to_correcting(D(-5), " ") == [rules.NEGATIVE, rules.REASON_MISSING]


@pytest.mark.parametrize(
    ("season", "degrees", "expected"),
    [
        (Season.COOLING, "26", []),
        (Season.COOLING, "25.9", [rules.TOO_COLD]),
        (Season.HEATING, "20", []),
        (Season.HEATING, "20.1", [rules.TOO_WARM]),
    ],
)
def test_a_room_is_cooled_to_26_and_heated_to_20(season, degrees, expected):
    assert rules.objections_to_temperature(season, D(degrees)) == expected


def test_sheets_are_counted_once_for_a_month_that_is_over():
    assert rules.objections_to_prints(FEBRUARY, DAY, known=False) == []
    assert rules.objections_to_prints(DAY, DAY, known=True) == [rules.MONTH_NOT_OVER, rules.COUNTED_ALREADY]


@pytest.mark.parametrize(
    ("km", "travelled", "on_team", "expected"),
    [
        (40, DAY, True, []),
        (0, DAY, True, [rules.NO_DISTANCE]),
        (40, DAY + timedelta(days=1), True, [rules.IN_FUTURE]),
        (40, DAY, False, [rules.NOT_ON_TEAM]),
    ],
)
def test_a_trip_is_of_one_of_the_team(km, travelled, on_team, expected):
    assert rules.objections_to_trip(D(km), travelled, DAY, on_team=on_team) == expected


@pytest.mark.parametrize(
    ("share", "risk", "km", "held", "known", "expected"),
    [
        (100, "已评估", 0, True, False, []),
        (0, "已评估", 0, True, False, [rules.SHARE_OUT_OF_RANGE]),
        (101, "已评估", 0, True, False, [rules.SHARE_OUT_OF_RANGE]),
        (50, " ", 0, True, False, [rules.RISK_UNASSESSED]),
        (50, "已评估", -1, True, False, [rules.NEGATIVE]),
        (50, "已评估", 0, False, False, [rules.NOT_HELD]),
        (50, "已评估", 0, True, True, [rules.REMOTE_ALREADY]),
    ],
)
def test_an_audit_from_afar_has_its_risks_assessed(share, risk, km, held, known, expected):
    assert rules.objections_to_remote(share, risk, D(km), held=held, known=known) == expected


def test_awareness_is_signed_for_once_at_a_visit():
    assert rules.objections_to_awareness("何经理", begun=True, known=False) == []
    assert rules.objections_to_awareness(" ", begun=True, known=False) == [rules.SIGNATURE_MISSING]
    assert rules.objections_to_awareness("何", begun=False, known=True) == [
        rules.NOT_HELD,
        rules.AWARE_ALREADY,
    ]
