from mingzheng.rulebook.contract_review import (
    CONFIRMED_ALREADY,
    PARTS_OPEN,
    POINTS,
    POINTS_OPEN,
    SAME_PERSON,
    TIME_NOT_DETERMINED,
    WAITS_FOR_ANSWERS,
    Part,
    objections_to_concluding,
    objections_to_confirming,
    objections_to_reviewing,
)
from mingzheng.words import WORDS


def confirming(part, points=None, *, confirmed=None, reviewer="wang", status="submitted"):
    return objections_to_confirming(
        part,
        POINTS[part] if points is None else points,
        status=status,
        prepared=[],
        confirmed=confirmed or {},
        reviewer=reviewer,
    )


def test_a_part_is_confirmed_whole_or_not_at_all():
    assert confirming(Part.MARKET) == []
    [left] = confirming(Part.MARKET, POINTS[Part.MARKET][:2])
    assert left == POINTS_OPEN and left.details["left"] == len(POINTS[Part.MARKET]) - 2
    assert confirming(Part.MARKET, POINTS[Part.TECHNICAL])[0].details["left"] == len(POINTS[Part.MARKET])


def test_three_parts_are_confirmed_by_three_people():
    assert confirming(Part.TECHNICAL, confirmed={"market": "li"}) == []
    assert confirming(Part.TECHNICAL, confirmed={"market": "wang"}) == [SAME_PERSON]
    assert confirming(Part.MARKET, confirmed={"market": "wang"}) == [CONFIRMED_ALREADY]


def test_an_application_is_concluded_when_nothing_is_open():
    assert objections_to_concluding("submitted", [*Part], ["QMS"], ["QMS"]) == []
    assert objections_to_concluding("questions", ["market"], [], ["QMS"]) == [
        WAITS_FOR_ANSWERS,
        PARTS_OPEN[Part.TECHNICAL],
        PARTS_OPEN[Part.PROGRAMME],
        TIME_NOT_DETERMINED,
    ]
    assert objections_to_reviewing("draft") != []


def test_every_part_and_point_has_words():
    for part, points in POINTS.items():
        assert all(WORDS[f"review-part.{part}"]) and all(WORDS[PARTS_OPEN[part].code])
        assert all(all(WORDS[f"review-point.{point}"]) for point in points)
