"""Running numbers go on without a gap and without giving one twice, however many a year needs."""

from datetime import date

import pytest

from mingzheng.office.letters.models import Letter
from mingzheng.office.record.numbers import highest_number, next_number, next_numbers

pytestmark = pytest.mark.django_db


def keep(*numbers):
    told = {"kind": "x", "to": "a@example.org", "written_on": date(2026, 3, 2)}
    Letter.objects.bulk_create(Letter(number=number, cause=number, **told) for number in numbers)


def test_numbers_go_on_beyond_their_width():
    for n in range(1, 122):
        number = next_number(Letter, "XH", 2026, width=1)
        assert number == f"XH2026-{n}"
        keep(number)


@pytest.mark.parametrize("last", [1, 9998, 9999, 10_000, 19_999, 99_989, 99_990, 99_999, 100_000, 999_990])
def test_the_number_after_any_is_the_next(last):
    keep(*(f"XH2026-{n:04d}" for n in range(1, 12)))
    keep(*(f"XH2026-{n:04d}" for n in {9999, 99_999, 10_000, last - 1, last} if 11 < n <= last))
    assert next_number(Letter, "XH", 2026) == f"XH2026-{max(last, 11) + 1:04d}"


@pytest.mark.parametrize(
    ("kept", "count", "given"),
    [
        (["9998", "10000"], 2, ["10001", "10002"]),
        (["2000", "10003"], 1, ["2001"]),  # free, and found by an index
        (["9998", "10003"], 2, ["10004", "10005"]),
        (["99998", "100000"], 2, ["100001", "100002"]),
        (["0012", "5"], 1, ["0013"]),
    ],
)
def test_no_number_is_given_twice_where_some_are_missing_or_were_carried_in_unpadded(kept, count, given):
    keep(*(f"XH2026-{digits}" for digits in kept))
    assert next_numbers(Letter, "XH", 2026, count) == [f"XH2026-{digits}" for digits in given]


def test_another_year_and_another_prefix_have_numbers_of_their_own():
    keep("XH2025-0044", "XH2026-0007", "XH2027-0001", "XA2026-0099", "XHA2026-0098", "Y2026-0001")
    assert next_numbers(Letter, "XH", 2026, 2) == ["XH2026-0008", "XH2026-0009"]
    assert (next_number(Letter, "XH", 2024), next_number(Letter, "X", 2026)) == ("XH2024-0001", "X2026-0001")
    assert [*highest_number(Letter, "XH", 2026)] == [{"number": "XH2026-0007"}]


def test_the_next_number_is_looked_up_and_not_counted(django_assert_num_queries):
    keep("XH2026-0007")
    next_number(Letter, "XH", 2026)
    with django_assert_num_queries(1) as asked:
        next_number(Letter, "XH", 2026)
    assert "LENGTH" not in asked[0]["sql"]
