"""What the yearly figures count: how each event moves the stocks, and that every stock closes."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.indicators.stocks import (
    KINDS,
    Cause,
    Column,
    Entry,
    Move,
    Stock,
    Told,
    carried_in,
    flow,
    happened,
    moves,
    objections_to_freezing,
    regulators_row,
)

IN, OUT = Stock.IN_FORCE, Stock.SUSPENDED


@pytest.mark.parametrize(
    "told, expected",
    [
        (Told("certificate.issued"), [Move(Cause.GRANTED, None, IN)]),
        (Told("certificate.taken-over"), [Move(Cause.TRANSFERRED_IN, None, IN)]),
        (Told("certificate.suspended"), [Move(Cause.SUSPENDED, IN, OUT)]),
        (Told("certificate.restored"), [Move(Cause.RESTORED, OUT, IN)]),
        (Told("certificate.withdrawn", was="suspended"), [Move(Cause.WITHDRAWN, OUT, None)]),
        (Told("certificate.cancelled", was="in_force"), [Move(Cause.CANCELLED, IN, None)]),
        (Told("certificate.transferred", was="in_force"), [Move(Cause.REPLACED, IN, None)]),
        (Told("certificate.expired", was="suspended"), [Move(Cause.EXPIRED, OUT, None)]),
        (
            Told("certificate.renewed", previous_was="in_force", previous_becomes="replaced"),
            [Move(Cause.REPLACING, None, IN), Move(Cause.REPLACED, IN, None)],
        ),
        (
            Told("certificate.renewed", previous_was="expired", previous_becomes="expired"),
            [Move(Cause.RESTORED, None, IN)],
        ),
        (
            Told(
                "certificate.reissued",
                previous_was="suspended",
                previous_becomes="replaced",
                status="suspended",
            ),
            [Move(Cause.REPLACING, None, OUT), Move(Cause.REPLACED, OUT, None)],
        ),
        (Told("certificate.surveillance-recorded"), [Move(Cause.MAINTAINED)]),
    ],
)
def test_an_event_moves_a_certificate_between_the_stocks(told, expected):
    assert list(moves(told)) == expected


@pytest.mark.parametrize(
    "status, expected",
    [
        ("in_force", (Move(Cause.CARRIED_IN, None, IN), None)),
        ("suspended", (Move(Cause.CARRIED_IN, None, OUT), None)),
        ("withdrawn", (Move(Cause.CARRIED_IN, None, IN), Move(Cause.WITHDRAWN, IN, None))),
    ],
)
def test_a_certificate_of_an_earlier_system_enters_and_leaves_as_it_did_there(status, expected):
    assert carried_in(status) == expected


def test_a_replacement_leaves_the_stock_as_it_was_and_counts_as_withdrawn_for_the_regulator():
    entries = [Entry("2019-05", "QMS", Move(Cause.GRANTED, None, IN), 9)]
    entries += [
        Entry("2020-03", "QMS", one, 5)
        for one in moves(Told("certificate.renewed", previous_was="in_force", previous_becomes="replaced"))
    ]
    entries.append(Entry("2020-04", "QMS", Move(Cause.WITHDRAWN, IN, None), 1))

    row = regulators_row(entries, "2020-01", "2020-12")
    assert (row[Column.VALID], row[Column.WITHDRAWN], row[Column.INITIAL]) == (8, 6, 0)
    year = flow(entries, IN, "2020-01", "2020-12")
    assert (year.opening, year.closing, year.left) == (9, 8, {Cause.REPLACED: 5, Cause.WITHDRAWN: 1})


@pytest.mark.parametrize(
    "month, opening, granted", [("2019-12", 3, 0), ("2020-01", 0, 3), ("2020-12", 0, 3), ("2021-01", 0, 0)]
)
def test_a_year_begins_with_its_first_month_and_ends_with_its_last(month, opening, granted):
    counted = flow([Entry(month, "EMS", Move(Cause.GRANTED, None, IN), 3)], IN, "2020-01", "2020-12")
    assert (counted.opening, counted.entered.get(Cause.GRANTED, 0)) == (opening, granted)


told = st.sampled_from(KINDS).flatmap(
    lambda kind: st.builds(
        Told,
        st.just(kind),
        was=st.sampled_from(["in_force", "suspended"]),
        previous_was=st.sampled_from(["in_force", "suspended"]),
        previous_becomes=st.sampled_from(["replaced", "expired"]),
        status=st.sampled_from([None, "in_force", "suspended"]),
    )
)
months = st.integers(1, 36).map(lambda n: f"{2019 + (n - 1) // 12}-{(n - 1) % 12 + 1:02}")
ledgers = st.lists(st.tuples(months, told, st.integers(1, 9)), max_size=30).map(
    lambda rows: [Entry(month, "QMS", move, count) for month, one, count in rows for move in moves(one)]
)


@pytest.mark.slow
@given(ledgers)
def test_every_month_opens_as_the_one_before_it_closed_and_the_year_is_its_months(entries):
    year = [f"2020-{n:02}" for n in range(1, 13)]
    for stock in Stock:
        by_month = [flow(entries, stock, month, month) for month in year]
        whole = flow(entries, stock, year[0], year[-1])
        assert all(a.closing == b.opening for a, b in itertools.pairwise(by_month))
        assert (whole.opening, whole.closing) == (by_month[0].opening, by_month[-1].closing)
        for cause in Cause:
            assert whole.entered.get(cause, 0) == sum(one.entered.get(cause, 0) for one in by_month)


@given(ledgers)
def test_the_sum_of_the_schemes_is_the_total(entries):
    halves = [entries[::2], entries[1::2]]
    rows = [regulators_row(half, "2020-01", "2020-12") for half in halves]
    whole = regulators_row(entries, "2020-01", "2020-12")
    assert all(whole[column] == sum(row[column] for row in rows) for column in Column)
    assert happened(entries, Cause.MAINTAINED, "2020-01", "2020-12") == whole[Column.SURVEILLANCE]


@pytest.mark.parametrize(
    "on, is_frozen, unplaced, codes",
    [
        (date(2021, 1, 1), False, 0, []),
        (date(2020, 12, 31), False, 0, ["report.year-not-over"]),
        (date(2021, 1, 1), True, 3, ["report.year-frozen", "report.log-behind"]),
    ],
)
def test_a_year_is_frozen_once_after_its_end_from_a_whole_log(on, is_frozen, unplaced, codes):
    found = objections_to_freezing(2020, on=on, is_frozen=is_frozen, unplaced=unplaced)
    assert [one.code for one in found] == codes
