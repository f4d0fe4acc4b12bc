"""Impartiality as an organisation (ISO/IEC 17021-1:2015 5.2): risks, the committee, related bodies, gifts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.rulebook import governance as rules
from mingzheng.rulebook.governance import Interest, Panel, RiskKind, Sitting, Threat

DAY = date(2026, 3, 2)
CLIENTS, TRADE, AUTHORITY, BODY = Interest.CLIENTS, Interest.TRADE, Interest.AUTHORITY, Interest.BODY


@pytest.mark.parametrize(
    ("days_on", "held", "called_off", "stands"),
    [
        (-1, False, False, Sitting.PLANNED),
        (0, False, False, Sitting.PLANNED),  # its day is not over
        (1, False, False, Sitting.MISSED),
        (1, True, False, Sitting.HELD),
        (-1, False, True, Sitting.CALLED_OFF),
        (1, False, True, Sitting.CALLED_OFF),
    ],
)
def test_how_a_planned_meeting_stands(days_on, held, called_off, stands):
    assert rules.sitting(DAY, DAY + timedelta(days=days_on), held=held, called_off=called_off) == stands


@pytest.mark.parametrize(
    ("kind", "threat", "source", "likelihood", "refusals"),
    [
        (RiskKind.IMPARTIALITY, Threat.SELF_REVIEW, "上级单位做检测", 2, []),
        (RiskKind.OPERATION, "", "停电", 2, []),
        (RiskKind.IMPARTIALITY, "", "上级单位做检测", 2, [rules.THREAT_MISSING]),
        (RiskKind.OPERATION, "", " ", 0, [rules.SOURCE_MISSING, rules.OFF_THE_SCALE]),
    ],
)
def test_what_a_risk_must_say(kind, threat, source, likelihood, refusals):
    assert rules.objections_to_risk(kind, threat, source, likelihood, 3) == refusals


@pytest.mark.parametrize(
    ("kind", "likelihood", "accepted", "by_direction", "refusals"),
    [
        (RiskKind.IMPARTIALITY, 1, True, False, [rules.ACCEPTED_BY_DIRECTION]),
        (RiskKind.IMPARTIALITY, 1, True, True, []),
        (RiskKind.IMPARTIALITY, 1, False, False, []),
        (RiskKind.OPERATION, 2, True, False, []),
        (RiskKind.OPERATION, 3, True, False, [rules.ACCEPTED_BY_DIRECTION]),
    ],
)
def test_what_remains_of_a_threat_is_accepted_by_top_management(
    kind, likelihood, accepted, by_direction, refusals
):
    told = {"treatment": "隔离", "closed": False, "accepted": accepted, "by_direction": by_direction}
    assert rules.objections_to_risk_review(kind, likelihood=likelihood, impact=5, **told) == refusals


def test_a_risk_is_reviewed_after_a_year():
    assert rules.risk_review_due(date(2025, 2, 28)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("panel", "present", "refusals"),
    [
        (Panel.COMMITTEE, [CLIENTS, TRADE, AUTHORITY], []),
        (Panel.COMMITTEE, [CLIENTS, CLIENTS, TRADE, AUTHORITY], []),
        (Panel.COMMITTEE, [CLIENTS, CLIENTS, TRADE], [rules.PREDOMINATES]),
        (Panel.COMMITTEE, [], [rules.NOBODY_PRESENT]),
        (Panel.BOARD, [BODY, BODY], []),
    ],
)
def test_no_single_interest_predominates_in_the_committee(panel, present, refusals):
    assert rules.objections_to_meeting(panel, present, minutes="…", held_on=DAY, on=DAY) == refusals


def test_a_committee_that_has_not_met_for_twelve_months_is_called_out():
    assert rules.late_meeting(date(2025, 3, 2), DAY) == []
    assert rules.late_meeting(date(2025, 3, 1), DAY) == [rules.NO_MEETING_IN_TIME]
    assert rules.late_meeting(None, DAY) == [rules.NO_MEETING_IN_TIME]


def test_small_refusals():
    assert rules.objections_to_related_body(known=True, analysis=" ") == [
        rules.RELATED_ALREADY,
        rules.ANALYSIS_MISSING,
    ]
    assert rules.objections_to_seat(DAY, DAY, seated=True) == [rules.TERM_BACKWARDS, rules.SEATED_ALREADY]
    late = rules.objections_to_gift(Decimal(-1), date(2026, 3, 3), DAY)
    assert late == [rules.GIFT_VALUE_UNFIT, rules.GIFT_IN_FUTURE]
    minutes = rules.objections_to_meeting(Panel.BOARD, [BODY], minutes="", held_on=date(2026, 3, 3), on=DAY)
    assert minutes == [rules.MINUTES_MISSING, rules.MEETING_IN_FUTURE]
