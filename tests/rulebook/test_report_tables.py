"""Tables that add up, and those that do not with their difference."""

from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.report_tables import Difference, columns_against_total, rows_that_do_not_close


def test_a_column_that_does_not_make_its_total_is_told():
    assert columns_against_total([[1, 2], [3, 4]], [4, 6]) == []
    (found,) = columns_against_total([[1, 2], [3, 4]], [4, 7])
    assert found == Difference(1, 7, 6) and found.by == 1


def test_a_row_that_does_not_close_is_told():
    assert rows_that_do_not_close([[10, 3, 2, 11]], (1, 1, -1)) == []
    assert rows_that_do_not_close([[10, 3, 2, 11], [25, 14, 38]], (1, 1)) == [
        Difference(0, 11, 13),
        Difference(1, 38, 39),
    ]


rows = st.lists(st.lists(st.integers(-99, 99), min_size=3, max_size=3), max_size=6)


@given(rows, st.integers(0, 2), st.integers(1, 9))
def test_a_total_made_by_adding_up_differs_from_nothing_and_a_changed_one_there_only(table, column, more):
    total = [sum(row[n] for row in table) for n in range(3)]
    assert columns_against_total(table, total) == []
    total[column] += more
    assert [(one.where, one.by) for one in columns_against_total(table, total)] == [(column, more)]
