"""A draw in strata: the same seed draws the same, every stratum has its share."""

from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import random_draw as rules
from mingzheng.rulebook.random_draw import Unit, drawn, shares

FRAME = [Unit(f"XM2026-{n:04d}", "QMS" if n % 3 else "EMS") for n in range(30)]


def test_the_same_seed_draws_the_same_whatever_the_order_of_the_frame_and_another_seed_differs():
    assert drawn(FRAME, 8, 42) == drawn(FRAME[::-1], 8, 42)
    assert drawn(FRAME, 8, 42) != drawn(FRAME, 8, 43)


def test_a_draw_from_too_few_or_of_none_is_refused():
    assert rules.objections_to_draw(FRAME, 30) == []
    assert rules.objections_to_draw(FRAME, 31) == [rules.TOO_MANY]
    assert rules.objections_to_draw(FRAME, 0) == [rules.NONE_WANTED]


def test_strata_give_in_proportion_and_a_small_one_still_gives_one():
    assert shares({"QMS": 60, "EMS": 30, "OHSMS": 10}, 10) == {"QMS": 6, "EMS": 3, "OHSMS": 1}
    assert shares({"QMS": 98, "EMS": 1, "OHSMS": 1}, 4) == {"QMS": 2, "EMS": 1, "OHSMS": 1}


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 40), min_size=1), st.data())
def test_shares_add_up_and_no_stratum_gives_more_than_it_has(sizes, data):
    count = data.draw(st.integers(1, sum(sizes.values())))
    given_ = shares(sizes, count)
    assert sum(given_.values()) == count
    assert all(0 <= given_[stratum] <= size for stratum, size in sizes.items())
    if count >= len(sizes):
        assert all(given_.values())
