from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzheng.rulebook.calendar import (
    END_BEFORE_START,
    YEAR_UNKNOWN,
    Half,
    HalfDay,
    add_months,
    add_working_days,
    add_years_minus_one_day,
    half_days,
    is_probably_working_day,
    is_working_day,
    working_days_between,
)
from mingzheng.rulebook.verdict import Refused
from tests.rulebook.derivations import told_in_both_languages


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2025-08-31", 6, "2026-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-11-30", 1, "2024-12-30"),
        ("2025-01-31", -2, "2024-11-30"),
        ("2025-03-31", 0, "2025-03-31"),
        ("2025-01-15", -1, "2024-12-15"),
    ],
)
def test_months_are_added_minding_short_ones(day, months, later):
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


@pytest.mark.parametrize(
    ("issued", "expires"),
    [
        ("2018-09-01", "2021-08-31"),
        ("2024-03-01", "2027-02-28"),
        ("2021-03-01", "2024-02-29"),
        ("2024-02-29", "2027-02-27"),
        ("2025-01-01", "2027-12-31"),
    ],
)
def test_a_certificate_expires_three_years_less_a_day_after_its_issue(issued, expires):
    assert add_years_minus_one_day(date.fromisoformat(issued)) == date.fromisoformat(expires)


def test_a_shorter_term_ends_the_day_before_it_would_begin_again():
    assert add_years_minus_one_day(date(2025, 5, 10), 1) == date(2026, 5, 9)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2020-01-31", False),  # the Spring Festival prolonged that year
        ("2020-02-01", False),  # had been a working Saturday before it was prolonged
        ("2020-01-19", True),  # a Sunday worked in exchange
        ("2018-02-11", True),
        ("2018-01-01", False),
        ("2019-05-03", False),
        ("2020-10-08", False),
        ("2021-10-09", True),
        ("2022-06-03", False),
        ("2023-01-27", False),
        ("2024-05-11", True),
        ("2025-10-08", False),
        ("2026-02-14", True),
        ("2026-03-02", True),
        ("2026-03-07", False),
        ("2026-12-31", True),
    ],
)
def test_holidays_and_weekends_worked_in_exchange_are_known(day, working):
    assert is_working_day(date.fromisoformat(day)) is working


@pytest.mark.parametrize("day", [date(2027, 1, 4), date(2017, 12, 29)])
def test_a_year_nobody_knows_is_refused_and_named(day):
    with pytest.raises(Refused) as refused:
        is_working_day(day, {date(day.year + 5, 1, 1): False})
    assert refused.value.objections == (YEAR_UNKNOWN,)
    assert refused.value.objections[0].details == {"field": "date", "year": day.year}
    assert told_in_both_languages(refused.value.objections[0])


def test_a_year_the_body_entered_is_known():
    entered = {date(2027, 1, 1): False, date(2027, 1, 3): True}
    days = [date(2027, 1, n) for n in range(1, 10)]
    assert [is_working_day(day, entered) for day in days] == [False, False, *[True] * 6, False]


def test_what_the_body_entered_goes_before_the_public_calendar():
    assert is_working_day(date(2026, 3, 2), {date(2026, 3, 2): False}) is False


@pytest.mark.parametrize(
    ("day", "days", "result"),
    [
        ("2026-03-06", 1, "2026-03-09"),
        ("2026-03-06", 5, "2026-03-13"),
        ("2026-03-07", 1, "2026-03-09"),
        ("2026-03-07", 0, "2026-03-07"),
        ("2026-03-09", -1, "2026-03-06"),
        ("2020-01-23", 1, "2020-02-03"),
        ("2026-02-13", 1, "2026-02-14"),  # a working Saturday
    ],
)
def test_working_days_are_counted_from_the_day_after(day, days, result):
    assert add_working_days(date.fromisoformat(day), days) == date.fromisoformat(result)


def test_counting_runs_on_into_a_year_the_body_entered_and_stops_where_it_did_not():
    assert add_working_days(date(2026, 12, 31), 1, {date(2027, 1, 1): False}) == date(2027, 1, 4)
    with pytest.raises(Refused):
        add_working_days(date(2026, 12, 31), 1)


def test_the_working_days_between_leave_out_the_first_day_and_count_the_last():
    assert working_days_between(date(2026, 3, 6), date(2026, 3, 13)) == 5
    assert working_days_between(date(2026, 3, 6), date(2026, 3, 6)) == 0
    assert working_days_between(date(2020, 1, 23), date(2020, 2, 3)) == 1


def test_an_end_before_the_start_is_refused():
    with pytest.raises(Refused) as refused:
        working_days_between(date(2026, 3, 6), date(2026, 3, 5))
    assert refused.value.objections == (END_BEFORE_START,)
    assert refused.value.objections[0].details["field"] == "end"
    assert told_in_both_languages(refused.value.objections[0])


MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
AM, PM = Half


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((MONDAY, AM), (MONDAY, AM), [(MONDAY, AM)]),
        ((MONDAY, AM), (TUESDAY, PM), [(MONDAY, AM), (MONDAY, PM), (TUESDAY, AM), (TUESDAY, PM)]),
        ((MONDAY, PM), (TUESDAY, AM), [(MONDAY, PM), (TUESDAY, AM)]),
        ((MONDAY, PM), (MONDAY, AM), []),
        ((TUESDAY, AM), (MONDAY, PM), []),
    ],
)
def test_a_stay_is_all_its_half_days_in_order(first, last, expected):
    assert half_days(HalfDay(*first), HalfDay(*last)) == expected


known_days = st.dates(date(2018, 1, 1), date(2026, 6, 30))


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(known_days, st.integers(0, 40))
def test_adding_working_days_and_counting_them_agree(day, days):
    later = add_working_days(day, days)
    assert working_days_between(day, later) == days
    assert days == 0 or is_working_day(later)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(known_days, known_days, st.integers(-60, 60))
def test_a_later_day_never_falls_due_earlier(one, other, months):
    early, late = sorted((one, other))
    assert add_months(early, months) <= add_months(late, months)
    assert add_years_minus_one_day(early) + timedelta(days=1) == add_months(early, 36)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 5), False),  # the week of the national day, a Monday
        (date(2026, 10, 10), True),  # a Saturday worked in exchange
        (date(2031, 5, 2), True),  # nobody knows the year: a Friday
        (date(2031, 5, 3), False),  # a Saturday
    ],
)
def test_a_plan_for_a_year_nobody_knows_goes_by_the_weekday(day, works):
    assert is_probably_working_day(day) is works
    assert is_probably_working_day(day, {day: not works}) is not works
