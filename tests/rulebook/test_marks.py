"""Where a mark may stand and where not (ISO/IEC 17021-1:2015 8.3)."""

import pytest

from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.marks import Mark, MarkUse, Place, objections_to_use

FINE = [Place.STATIONERY, Place.WEBSITE, Place.ADVERTISING, Place.VEHICLE]


def codes(mark=Mark.BODY, place=Place.WEBSITE, status=Status.IN_FORCE, accredited=True) -> list[str]:
    return [
        found.code.removeprefix("mark.")
        for found in objections_to_use(MarkUse(mark, place, status, accredited))
    ]


@pytest.mark.parametrize("place", FINE)
@pytest.mark.parametrize("mark", list(Mark))
def test_on_paper_and_in_advertising_every_mark_of_a_living_accredited_certificate_may_stand(mark, place):
    assert codes(mark, place) == []


@pytest.mark.parametrize("mark", list(Mark))
def test_on_a_product_and_on_a_report_nothing_may_stand(mark):
    assert codes(mark, Place.PRODUCT) == ["on-a-product"]
    assert codes(mark, Place.REPORT) == ["on-a-report"]


def test_on_packaging_words_may_stand_and_marks_may_not():
    assert codes(Mark.STATEMENT, Place.PACKAGING) == []
    assert codes(Mark.BODY, Place.PACKAGING) == ["no-statement"]


def test_without_accreditation_its_mark_may_not_be_used():
    assert codes(Mark.ACCREDITED, accredited=False) == codes(Mark.MLA, accredited=False) == ["not-accredited"]
    assert codes(Mark.BODY, accredited=False) == []


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.IN_FORCE])
def test_only_a_certificate_in_force_may_be_shown(status):
    assert codes(status=status) == ["not-in-force"]
