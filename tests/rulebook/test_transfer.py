"""A cycle that another body began goes on as it is: what is still to come of it, and what cannot be so."""

from dataclasses import replace
from datetime import date

import pytest

from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import (
    Found,
    objections_to_found,
    objections_to_mixing,
    surveillance_due,
    windows_to_come,
)

QMS = Standard.QMS
ON = date(2026, 3, 2)
FRESH = Found(
    status=Status.IN_FORCE,
    first_issued=date(2025, 9, 10),
    issued=date(2025, 9, 10),
    expires=date(2028, 9, 9),
    approval="CNCA-R-2003-117",
    accredited=True,
)
SURVEYED = replace(
    FRESH, issued=date(2024, 9, 10), expires=date(2027, 9, 9), first_issued=date(2021, 9, 10), cycle_number=1,
    surveillances=1, last_audit_ended=date(2025, 8, 20),
)  # fmt: skip


def test_of_a_fresh_cycle_all_three_visits_are_to_come_in_the_windows_of_the_body_that_began_it():
    told = [(kind, ordinal, w.latest) for (kind, ordinal), w in windows_to_come(QMS, FRESH, ON)]
    assert told == [
        ("surveillance", 1, date(2026, 9, 10)),
        ("surveillance", 2, date(2027, 9, 10)),
        ("recertification", 1, date(2028, 9, 9)),
    ]
    assert surveillance_due(QMS, FRESH, ON) == date(2026, 9, 10)


def test_the_second_surveillance_counts_from_the_first_that_the_other_body_held():
    told = [(kind, ordinal, w.latest) for (kind, ordinal), w in windows_to_come(QMS, SURVEYED, ON)]
    assert told == [("surveillance", 2, date(2026, 8, 20)), ("recertification", 1, date(2027, 9, 9))]
    assert surveillance_due(QMS, SURVEYED, ON) == date(2026, 8, 20)


def test_a_surveillance_that_falls_to_the_recertification_is_not_due_by_itself():
    late = replace(SURVEYED, last_audit_ended=date(2026, 3, 1), expires=date(2027, 6, 1))
    assert surveillance_due(QMS, late, ON) is None


@pytest.mark.parametrize("held", [2, 3])
def test_after_both_surveillances_only_the_recertification_is_left(held):
    twice = replace(
        SURVEYED, surveillances=held, last_audit_ended=date(2026, 2, 20), expires=date(2027, 3, 9)
    )
    assert [place for place, _ in windows_to_come(QMS, twice, ON)] == [("recertification", 1)]
    assert surveillance_due(QMS, twice, ON) is None


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"first_issued": FRESH.issued, "issued": ON}, []),
        ({"approval": "117"}, [("identifier.approval-unreadable", "approval")]),
        ({"first_issued": date(2025, 9, 11)}, [("transfer.out-of-order", "issued")]),
        ({"issued": date(2026, 3, 3)}, [("transfer.out-of-order", "issued"), ("transfer.out-of-order", "last_audit_ended")]),
        ({"surveillances": 1}, [("transfer.no-audit-day", "last_audit_ended")]),
        ({"surveillances": 1, "last_audit_ended": FRESH.issued}, []),
        ({"surveillances": 1, "last_audit_ended": date(2025, 9, 9)}, [("transfer.out-of-order", "last_audit_ended")]),
        ({"surveillances": 1, "last_audit_ended": ON}, []),
        ({"surveillances": 1, "last_audit_ended": date(2026, 3, 3)}, [("transfer.out-of-order", "last_audit_ended")]),
    ],
)  # fmt: skip
def test_the_days_that_were_found_follow_each_other_and_none_lies_ahead(changes, found):
    objections = objections_to_found(replace(FRESH, **changes), ON)
    assert [(o.code, o.details["field"]) for o in objections] == found


@pytest.mark.parametrize(
    ("reviewed", "left"), [([], []), (["QMS"], ["EMS"]), (["QMS", "EMS"], []), (["EMS"], ["QMS"])]
)
def test_a_contract_takes_over_all_its_certifications_or_none(reviewed, left):
    assert [o.details["standard"] for o in objections_to_mixing(["QMS", "EMS"], reviewed)] == left
