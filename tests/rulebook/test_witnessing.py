"""Auditors seen at work, competence reviewed, authorisations confirmed (ISO/IEC 17021-1:2015 7.1.3, 7.2.10)."""

from datetime import date

import pytest

from mingzheng.rulebook.competence import Authorisation, AuthorisationKind
from mingzheng.rulebook.witnessing import (
    confirm_by,
    objections_to_result,
    objections_to_review,
    objections_to_witnessing,
    review_by,
    witness_by,
)

d = date.fromisoformat
DAY = d("2026-03-02")
WITNESS = Authorisation(AuthorisationKind.WITNESS, DAY)


def codes(objections) -> list[str]:
    return [o.code.rpartition(".")[2] for o in objections]


def test_intervals_are_the_bodys_own_and_counted_in_months():
    assert (witness_by(DAY), review_by(DAY), confirm_by(DAY)) == (
        d("2029-03-02"),
        d("2029-03-02"),
        d("2027-03-02"),
    )


@pytest.mark.parametrize(
    "more, expected",
    [
        ({}, []),
        ({"witness": "chen"}, ["own-audit"]),
        ({"authorisations": []}, ["not-a-witness"]),
        ({"authorisations": [Authorisation(AuthorisationKind.LEADER, DAY)]}, ["not-a-witness"]),
        ({"authorisations": [Authorisation(AuthorisationKind.WITNESS, d("2026-03-03"))]}, ["not-a-witness"]),
        (
            {"authorisations": [Authorisation(AuthorisationKind.WITNESS, d("2025-01-01"), DAY)]},
            ["not-a-witness"],
        ),
        ({"registered": False, "planned": True}, ["not-registered", "planned-already"]),
    ],
)
def test_a_witness_is_authorised_on_the_day_and_somebody_else(more, expected):
    told = {"witness": "liu", "authorisations": [WITNESS], "registered": True, "planned": False, **more}
    witness, held = told.pop("witness"), told.pop("authorisations")
    assert codes(objections_to_witnessing("chen", witness, held, DAY, **told)) == expected


@pytest.mark.parametrize(
    "by, held, remarks, expected",
    [
        ("liu", "2026-03-02", "好", []),
        ("liu", "2026-03-03", "好", ["not-yet"]),
        ("chen", "2026-03-02", " ", ["not-the-witness", "nothing-seen"]),
    ],
)
def test_the_witness_himself_reports_afterwards(by, held, remarks, expected):
    assert codes(objections_to_result("liu", by, d(held), DAY, remarks)) == expected


def test_a_review_has_something_to_review_a_basis_and_another_person():
    assert objections_to_review(1, "审核表现", own=False) == []
    assert codes(objections_to_review(0, " ", own=True)) == [
        "nothing-to-review",
        "no-basis",
        "own-competence",
    ]
