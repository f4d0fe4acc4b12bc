"""Certifications that another body began: which are taken over, and what is still to come of their cycles (IAF MD 2)."""

from collections.abc import Iterable, Mapping
from datetime import date

from mingzheng.office.contracts.models import TransferReview
from mingzheng.rulebook.audit_cycle import VisitKind, Window
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import objections_to_transfer, windows_to_come

from .models import Cycle

Place = tuple[VisitKind, int]  # kind and ordinal of a visit
Ahead = dict[Place, dict[str, Window]]  # what is still to come of a cycle taken over; empty: none is


def still_taken_over(reviewed: Iterable[int], on: date) -> dict[str, TransferReview]:
    """The reviews with these keys, by standard; none when a certificate has run out since: that client is a new one."""
    keys = list(reviewed)
    found = list(TransferReview.objects.filter(pk__in=keys)) if keys else []
    if any(objections_to_transfer(review.facts, on) for review in found):
        return {}
    return {review.standard: review for review in found}


def to_come(reviews: Mapping[str, TransferReview], on: date) -> Ahead:
    """The visits still to be held, in the order of the cycle, each with the window of every standard it is for."""
    found: Ahead = {}
    for standard, review in reviews.items():
        for place, window in windows_to_come(Standard(standard), review.found, on):
            found.setdefault(place, {})[standard] = window
    return dict(sorted(found.items(), key=lambda one: (one[0][0] == VisitKind.RECERTIFICATION, one[0][1])))


def first_elsewhere(cycle: Cycle) -> date | None:
    """The last day of the first surveillance of this cycle where the other body held it."""
    review = cycle.certification.transfer
    if review is None or review.cycle_number != cycle.number or review.surveillances != 1:
        return None
    return review.last_audit_on
