"""The edition by which an act is judged."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.editions import EDITIONS, ISO, edition_in_force, edition_named
from mingzheng.rulebook.standards import Standard

QMS, EMS, OHSMS = Standard.QMS, Standard.EMS, Standard.OHSMS


@pytest.mark.parametrize(
    ("standard", "on", "document"),
    [
        (QMS, date(2016, 9, 30), "ISO/IEC 17021-1:2015"),
        (QMS, date(2016, 10, 1), "CNCA 2016 No.20"),
        (QMS, date(2025, 12, 31), "CNCA 2016 No.20"),
        (QMS, date(2026, 1, 1), "CNCA-QMS-01:2025"),
        (EMS, date(2026, 2, 28), "CNCA 2016 No.20"),
        (EMS, date(2026, 3, 1), "CNCA-EMS-01:2026"),
        (OHSMS, date(2026, 2, 28), "CNCA 2016 No.20"),
        (OHSMS, date(2026, 3, 1), "CNCA-OHSMS-01:2026"),
    ],
)
def test_an_act_is_judged_by_the_edition_in_force_on_its_day(standard, on, document):
    assert edition_in_force(standard, on).document == document


@given(st.sampled_from(Standard), st.dates(date(2010, 1, 1), date(2040, 1, 1)))
def test_on_no_day_two_national_editions_hold_for_one_standard(standard, on):
    holding = [e for e in EDITIONS if e is not ISO and standard in e.standards and e.in_force(on)]
    assert len(holding) <= 1
    assert edition_in_force(standard, on) is (holding[0] if holding else ISO)


def test_what_a_national_edition_does_not_say_is_taken_from_the_iso_standard_below():
    rule = edition_named("CN2025", QMS)
    assert rule.number("restoring") == ISO.number("restoring") == 6
    assert rule.clause("restoring") == "ISO/IEC 17021-1:2015 9.6.3.2.5"
    assert rule.number("surveillance_interval") == 12 and ISO.limit("surveillance_interval") is None
    assert ISO.clause("surveillance_interval") == ISO.document and ISO.number("surveillance_interval") == 0


def test_the_2026_rules_are_marked_as_less_certain_than_the_2025_one():
    assert edition_named("CN2026", OHSMS).confidence == edition_named("CN2026", EMS).confidence == "m"
    assert edition_named("CN2025", QMS).confidence == "S"


def test_an_unknown_edition_is_told():
    with pytest.raises(KeyError, match="no edition CN2025 for EMS"):
        edition_named("CN2025", EMS)


def test_every_limit_has_its_clause_and_confidence():
    for edition in EDITIONS:
        for limit in edition.limits.values():
            assert limit.clause and limit.confidence in {"S", "M", "m"}
