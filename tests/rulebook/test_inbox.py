"""Mail to the body's address: its day to deal with it, and why it may not be dealt with."""

from datetime import date

import pytest

from mingzheng.rulebook import inbox as rules
from mingzheng.rulebook.inbox import Aside, deal_by


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 3, 2), date(2026, 3, 3)),
        (date(2026, 3, 6), date(2026, 3, 9)),  # a Friday: Monday
        (date(2026, 9, 30), date(2026, 10, 8)),  # before the National Day
        (date(2031, 3, 7), date(2031, 3, 10)),  # a year whose holidays nobody knows yet
    ],
)
def test_a_mail_is_dealt_with_the_next_day_that_is_worked(received, due):
    assert deal_by(received) == due


@pytest.mark.parametrize(
    ("why", "note", "settled", "refusals"),
    [
        (Aside.JUNK, "", False, []),
        (Aside.ANSWERED, "电话答复", False, []),
        (Aside.PASSED_ON, " ", False, [rules.NOTE_MISSING]),
        (Aside.JUNK, "", True, [rules.SETTLED]),
    ],
)
def test_a_mail_is_set_aside_once_with_a_reason(why, note, settled, refusals):
    assert rules.objections_to_setting_aside(why, note, settled=settled) == refusals
