"""Access for inspectors (ISO/IEC 17021-1:2015 8.4): when one may be opened, entered and closed."""

from datetime import date, timedelta

import pytest

from mingzheng.rulebook import inspectors as rules
from mingzheng.rulebook.inspectors import Named, Term

DAY = date(2026, 3, 2)
NEXT, BEFORE = DAY + timedelta(days=1), DAY - timedelta(days=1)
ZHANG = Named("张科长", "310-0001")


@pytest.mark.parametrize(
    ("changed", "refusals"),
    [
        ({}, []),
        ({"inspectors": []}, [rules.NOBODY]),
        ({"inspectors": [ZHANG, Named("李", " ")]}, [rules.INSPECTOR_INCOMPLETE]),
        ({"inspectors": [Named("张" * 61, "310-0001")]}, [rules.INSPECTOR_TOO_LONG]),
        ({"inspectors": [Named("张" * 60, "3" * 41)]}, [rules.INSPECTOR_TOO_LONG]),
        ({"inspectors": [Named("张" * 60, "3" * 40)]}, []),
        ({"unknown": ["nobody"]}, [rules.UNKNOWN]),
        ({"term": Term(NEXT, DAY)}, [rules.BACKWARDS]),
        ({"term": Term(BEFORE, BEFORE)}, [rules.PAST]),
        ({"scope": 0}, [rules.NO_SCOPE]),
        ({"reason": " "}, [rules.REASON_MISSING]),
    ],
)
def test_an_access_names_its_inspectors_days_scope_and_reason(changed, refusals):
    told = {
        "inspectors": [ZHANG],
        "term": Term(DAY, DAY),
        "scope": 1,
        "reason": "双随机",
        "on": DAY,
        **changed,
    }
    assert rules.objections_to_access(told.pop("inspectors"), told.pop("term"), **told) == refusals


@pytest.mark.parametrize(
    ("term", "refusals"),
    [
        (Term(DAY, DAY), []),
        (Term(NEXT, NEXT), [rules.NOT_BEGUN]),
        (Term(BEFORE, BEFORE), [rules.OVER]),
        (Term(BEFORE, NEXT, closed_on=DAY), [rules.CLOSED]),
    ],
)
def test_an_access_is_entered_from_its_first_day_to_its_last_unless_it_was_closed(term, refusals):
    assert rules.objections_to_entering(term, DAY) == refusals


def test_an_access_is_closed_once_with_a_reason_even_before_it_begins():
    assert rules.objections_to_closing(Term(NEXT, NEXT), reason="检查取消", on=DAY) == []
    assert rules.objections_to_closing(Term(DAY, DAY), reason="", on=DAY) == [rules.REASON_MISSING]
    assert rules.objections_to_closing(Term(BEFORE, BEFORE), reason="…", on=DAY) == [rules.OVER]
    closed = Term(DAY, NEXT, closed_on=DAY)
    assert rules.objections_to_closing(closed, reason="…", on=DAY) == [rules.CLOSED]
