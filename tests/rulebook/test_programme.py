from datetime import date
from decimal import Decimal

import pytest

from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.standards import Standard

Q, E = Standard.QMS, Standard.EMS
DAY = date(2026, 3, 2)


def agreed(**more) -> rules.Agreed:
    return rules.Agreed(**{"standards": [Q, E], "timed": [Q, E], "signed_on": DAY, "ended_on": None, **more})


@pytest.mark.parametrize(
    "more, objections",
    [
        ({}, []),
        ({"signed_on": None}, [rules.NOT_SIGNED]),
        ({"ended_on": DAY}, [rules.CONTRACT_ENDED]),
        ({"ended_on": date(2026, 3, 3)}, []),
        ({"opened": True}, [rules.ALREADY_OPENED]),
        ({"timed": [Q]}, [rules.NO_AUDIT_TIME]),
        ({"certified_until": {Q: None}}, [rules.ALREADY_CERTIFIED]),  # initial certification under way
        ({"certified_until": {Q: DAY}}, [rules.ALREADY_CERTIFIED]),  # the last day is inside
        ({"certified_until": {Q: date(2026, 3, 1)}}, []),
    ],
)
def test_a_programme_is_opened_for_a_signed_contract_with_its_auditor_days(more, objections):
    assert rules.objections_to_opening(agreed(**more), DAY) == objections


@pytest.mark.parametrize(
    "state, changing, ending",
    [
        (rules.VisitState(), [], [rules.VISIT_NOT_BEGUN]),
        (rules.VisitState(begun_on=DAY), [rules.VISIT_BEGUN], []),
        (rules.VisitState(begun_on=DAY, held_on=DAY), [rules.VISIT_BEGUN], [rules.VISIT_HELD]),
        (rules.VisitState(dropped_on=DAY), [rules.VISIT_DROPPED], [rules.VISIT_NOT_BEGUN]),
    ],
)
def test_a_visit_is_changed_before_and_ended_after_it_began(state, changing, ending):
    assert rules.objections_to_changing(state) == changing
    assert rules.objections_to_ending(state) == ending


@pytest.mark.parametrize(
    "days, refused", [("0.5", False), ("4", False), ("0", True), ("-1", True), ("1.3", True)]
)
def test_auditor_days_are_half_days(days, refused):
    assert bool(rules.objections_to_days([Decimal(days)])) is refused
