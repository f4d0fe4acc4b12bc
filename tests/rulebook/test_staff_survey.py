"""What may be shown of a survey of the staff."""

from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.questionnaires import SMALLEST_CUT
from mingzheng.rulebook.staff_survey import OTHERS, Group, mean_of, shown_apart, together


def group(name, took, asked=None):
    return Group(name, took, asked or took, {"pay": (took, 0, 0, 0, 0)})


def names(*groups):
    return [(one.name, one.took) for one in shown_apart(groups)]


def test_groups_too_small_are_put_together_until_none_can_be_told_from_the_whole():
    assert names(group("a", 9), group("b", 7)) == [("a", 9), ("b", 7)]
    assert names(group("a", 9), group("b", 3), group("c", 2)) == [("a", 9), (OTHERS, 5)]
    assert names(group("a", 9), group("b", 7), group("c", 2)) == [("a", 9), (OTHERS, 9)]  # c is not 18 - 16
    assert names(group("a", 9), group("c", 2)) == []  # together they are everybody
    assert names(group("a", 9), group("b", 7), group("c", 0, 4)) == [("a", 9), ("b", 7)]


@given(st.lists(st.integers(0, 12), max_size=8))
def test_nothing_shown_or_left_over_is_smaller_than_the_smallest_cut(sizes):
    groups = [group(str(place), took) for place, took in enumerate(sizes)]
    shown = shown_apart(groups)
    assert all(one.took >= SMALLEST_CUT for one in shown) and len(shown) != 1
    left = sum(sizes) - sum(one.took for one in shown)
    assert not shown or left == 0


def test_marks_add_up_and_have_a_mean():
    both = together([group("a", 2), Group("b", 3, 4, {"pay": (0, 0, 0, 1, 2)})])
    assert (both.took, both.asked, both.marks) == (5, 6, {"pay": (2, 0, 0, 1, 2)})
    assert mean_of((2, 0, 0, 1, 2)) == 3.2 and mean_of((0, 0, 0, 0, 0)) is None
