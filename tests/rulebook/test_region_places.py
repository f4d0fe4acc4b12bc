"""Where a division lies, as far as anybody knows."""

import pytest

from mingzheng.rulebook.region_places import prefectures, region_place


@pytest.mark.parametrize(
    ("code", "seat", "latitude", "longitude"),
    [
        ("310000", "310000", 31.23, 121.47),  # Shanghai
        ("330402", "330402", 30.75, 120.78),  # Nanhu, Jiaxing
        ("130171", "130100", 38.05, 114.51),  # a development zone: Shijiazhuang around it
        ("659999", "650000", 43.79, 87.63),  # no prefecture either: the province
    ],
)
def test_a_division_lies_at_its_seat_or_at_that_of_the_wider_one(code, seat, latitude, longitude):
    place = region_place(code)
    assert place.code == seat
    assert (place.latitude, place.longitude) == pytest.approx((latitude, longitude), abs=0.03)


@pytest.mark.parametrize("code", ["", "31", "000000", "999999", "不详"])
def test_what_is_no_division_lies_nowhere(code):
    assert region_place(code) is None


def test_the_prefectures_show_the_whole_country():
    seats = prefectures()
    assert len(seats) > 330
    assert all(16 < p.latitude < 54 and 73 < p.longitude < 136 for p in seats)
