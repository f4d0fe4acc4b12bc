from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.rulebook.consultancy import Phrase
from mingzheng.rulebook.on_site import Point
from mingzheng.rulebook.review import FindingDays, ReadFacts, checks, failing
from mingzheng.words import WORDS

DAY = date(2026, 3, 2)
NEXT = DAY + timedelta(days=1)
BEFORE = DAY - timedelta(days=1)
SOUND = ReadFacts(
    opened_on=DAY,
    closed_on=NEXT,
    reported_on=NEXT,
    handed_in_on=NEXT,
    first_day=DAY,
    last_day=NEXT,
    said=list(Point),
    said_first=list(Point),
    contract_signed_on=BEFORE,
    announced_on=BEFORE,
    plan_sent_on=BEFORE,
    stage1_ended_on=BEFORE,
    days_planned=Decimal("4.0"),
    days_spent=Decimal("4.0"),
    records_on=[DAY, NEXT],
    findings=[FindingDays(DAY, NEXT, NEXT)],
)


def test_a_sound_file_passes_every_check_and_each_has_words():
    assert failing(checks(SOUND)) == []
    assert all(f"review-check.{check.code}" in WORDS and check.clause for check in checks(SOUND))


@pytest.mark.parametrize(
    "change, failed",
    [
        ({"contract_signed_on": NEXT}, "contract"),
        ({"announced_on": None}, "announced"),
        ({"uncovered_codes": ["17.10.02"]}, "codes"),
        ({"days_spent": Decimal("3.5")}, "days"),
        ({"plan_sent_on": NEXT}, "plan"),
        ({"stage1_ended_on": DAY}, "stage1"),
        ({"last_day": DAY}, "appointed"),
        ({"said_first": []}, "confidentiality"),
        ({"said": [Point.CONFIDENTIALITY]}, "complaints"),
        ({"records_on": [BEFORE]}, "recorded"),
        ({"clauses_without_record": 2}, "clauses"),
        ({"findings": [FindingDays(BEFORE, None, None)]}, "raised"),
        ({"findings": [FindingDays(NEXT, DAY, DAY)]}, "verified"),
        ({"findings": [FindingDays(DAY, None, NEXT)]}, "verified"),
        ({"reported_on": DAY}, "reported"),
        ({"consultancy": [Phrase("offer", "增值服务")]}, "consultancy"),
        ({"handed_in_on": NEXT + timedelta(days=41)}, "handed-in"),
    ],
)
def test_what_contradicts_itself_is_found(change, failed):
    assert [check.code for check in failing(checks(replace(SOUND, **change)))] == [failed]


def test_a_file_without_stage_1_has_no_check_for_it():
    assert "stage1" not in {check.code for check in checks(replace(SOUND, stage1_ended_on=None))}
