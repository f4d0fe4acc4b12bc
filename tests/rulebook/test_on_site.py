from dataclasses import replace
from datetime import date, timedelta

import pytest

from mingzheng.rulebook import on_site
from mingzheng.rulebook.findings import FindingFacts, Grade
from mingzheng.rulebook.on_site import POINTS, FileFacts, Held, Meeting, objections_to_meeting
from mingzheng.rulebook.standards import Standard
from mingzheng.seal.facts.audit import CLOSING_POINTS, OPENING_POINTS
from mingzheng.words import WORDS

DAY = date(2026, 3, 2)
TWO_DAYS = {"first": DAY, "last": DAY + timedelta(days=1), "on": DAY}
HELD = Held(Meeting.CLOSING, DAY, leader_there=True, of_client=3, said=list(POINTS[Meeting.CLOSING]))


def test_a_meeting_with_all_that_must_be_said_is_in_order():
    assert objections_to_meeting(HELD, **TWO_DAYS) == []


@pytest.mark.parametrize("meeting", list(Meeting))
def test_confidentiality_is_restated_and_complaint_channels_explained_at_both_meetings(meeting):
    held = replace(HELD, meeting=meeting, said=[])
    said = {o.code for o in objections_to_meeting(held, **TWO_DAYS)}

    assert {"audit.not-said.confidentiality", "audit.not-said.complaints"} <= said
    assert len(said) == len(POINTS[meeting]) and said <= WORDS.keys()


@pytest.mark.parametrize(
    "change, objection",
    [
        ({"on": DAY - timedelta(days=1)}, on_site.BEFORE_APPOINTED),
        ({"on": DAY + timedelta(days=2)}, on_site.AFTER_APPOINTED),
        ({"on": DAY + timedelta(days=1)}, on_site.IN_FUTURE),
        ({"leader_there": False}, on_site.LEADER_ABSENT),
        ({"of_client": 0}, on_site.CLIENT_ABSENT),
    ],
)
def test_a_meeting_is_refused(change, objection):
    assert objection in objections_to_meeting(replace(HELD, **change), **TWO_DAYS)


def test_the_printed_record_of_a_meeting_lists_the_points_the_rule_asks_for():
    assert set(OPENING_POINTS) == set(POINTS[Meeting.OPENING])
    assert set(CLOSING_POINTS) == set(POINTS[Meeting.CLOSING])


def test_what_a_file_lacks_is_said_one_by_one():
    facts = FileFacts(
        [Standard.QMS, Standard.EMS],
        closed=False,
        recorded=[Standard.QMS],
        gaps=[(Standard.QMS, "8.5")],
        findings=[FindingFacts(2, Grade.MINOR, cause=True, correction=True, corrective_action=True)],
        concluded=[Standard.QMS],
    )

    missing = on_site.missing_from_file(facts)

    assert [(o.code, *o.details.values()) for o in missing] == [
        ("audit.not-closed",),
        ("audit.standard-without-record", Standard.EMS),
        ("audit.clause-without-record", Standard.QMS, "8.5"),
        ("finding.not.accepted", 2),
        ("audit.no-conclusion", Standard.EMS),
        ("audit.no-report",),
    ]


def test_a_complete_file_lacks_nothing():
    both = [Standard.QMS, Standard.EMS]
    facts = FileFacts(both, closed=True, recorded=both, concluded=both, reported=True)

    assert on_site.missing_from_file(facts) == []


def test_a_file_is_due_after_25_days_and_after_40_when_there_are_findings():
    assert on_site.hand_in_by(DAY, findings=False) == date(2026, 3, 27)
    assert on_site.hand_in_by(DAY, findings=True) == date(2026, 4, 11)
