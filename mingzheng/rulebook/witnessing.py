"""Seeing auditors at work: witnessed audits, and the review of what the body found (ISO/IEC 17021-1:2015 7.1.3, 7.2.10-11).

The standard asks for it from time to time and on site at times; how often is the body's own number.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from .accounts import NO_BASIS, OWN_COMPETENCE
from .calendar import add_months
from .competence import Authorisation, AuthorisationKind
from .dated_numbers import number
from .verdict import Objection

OWN_AUDIT = Objection("witnessing.own-audit", "ISO/IEC 17021-1:2015 7.2.10")
NOT_A_WITNESS = Objection("witnessing.not-a-witness", "ISO/IEC 17021-1:2015 7.2.10")
NOT_REGISTERED = Objection("witnessing.not-registered", "ISO/IEC 17021-1:2015 7.2.10")
PLANNED_ALREADY = Objection("witnessing.planned-already", "ISO/IEC 17021-1:2015 7.2.10")
NOT_PLANNED = Objection("witnessing.not-planned", "ISO/IEC 17021-1:2015 7.2.10")
NOT_THE_WITNESS = Objection("witnessing.not-the-witness", "ISO/IEC 17021-1:2015 7.2.10")
NOT_YET = Objection("witnessing.not-yet", "ISO/IEC 17021-1:2015 7.2.10")
NOTHING_SEEN = Objection("witnessing.nothing-seen", "ISO/IEC 17021-1:2015 7.2.10")
NOTHING_TO_REVIEW = Objection("competence.nothing-to-review", "ISO/IEC 17021-1:2015 7.1.3")


class Outcome(StrEnum):
    """What the witness found."""

    PASSED = "passed"  # 合格
    TO_IMPROVE = "to_improve"  # 基本合格，需改进
    FAILED = "failed"  # 不合格


def witness_by(seen: date) -> date:
    """The last day by which an auditor is to be seen at work again."""
    return add_months(seen, number("witnessing_months"))


def review_by(evaluated: date) -> date:
    """The last day by which competence is to be reviewed."""
    return add_months(evaluated, number("competence_review_months"))


def confirm_by(confirmed: date) -> date:
    """The last day by which an authorisation is to be confirmed."""
    return add_months(confirmed, number("authorisation_months"))


def objections_to_witnessing(
    auditor: str,
    witness: str,
    authorisations: Iterable[Authorisation],
    day: date,
    *,
    registered: bool,
    planned: bool,
) -> list[Objection]:
    """May `witness`, who holds these authorisations, see `auditor` at work on this day?

    `registered`: the auditor is for the standard, as a trainee at least; `planned`: a witnessed audit for it waits already.
    """
    may = any(a.kind is AuthorisationKind.WITNESS and a.holds(day) for a in authorisations)
    return [
        objection
        for objection, stands in [
            (OWN_AUDIT, auditor == witness),
            (NOT_A_WITNESS, not may),
            (NOT_REGISTERED, not registered),
            (PLANNED_ALREADY, planned),
        ]
        if stands
    ]


def objections_to_result(witness: str, by: str, held: date, on: date, remarks: str) -> list[Objection]:
    """The witness himself reports what he saw, on the day or after it."""
    return [
        objection
        for objection, stands in [
            (NOT_THE_WITNESS, by != witness),
            (NOT_YET.because(day=held), held > on),
            (NOTHING_SEEN, not remarks.strip()),
        ]
        if stands
    ]


def objections_to_review(codes: int, basis: str, *, own: bool) -> list[Objection]:
    """`codes`: how many technical areas are held; nobody reviews his own."""
    return [
        objection
        for objection, stands in [
            (NOTHING_TO_REVIEW, not codes),
            (NO_BASIS, not basis.strip()),
            (OWN_COMPETENCE, own),
        ]
        if stands
    ]
