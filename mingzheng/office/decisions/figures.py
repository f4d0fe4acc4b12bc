"""The figures of decisions and of the reviews before them."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import certificates as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Decision, Review

REVIEW: dict[str, Any] = {
    "shows": ("audit__visit__number", "audit__visit__client__name_zh", "standard", "reviewed_on"),
    "opens": "audit:audit__visit__number",
    "by": "standard",
}


@figure(
    means.DECISIONS,
    shows=(
        "number",
        "certification__client__name_zh",
        "certification__standard",
        "act|decision.act",
        "decided_on",
    ),
    opens="decision:number",
    by="act|decision.act",
)
def decisions(period: Period) -> QuerySet[Decision]:
    return Decision.objects.filter(decided_on__range=period.days, carried=False)


@figure(means.REVIEWS, **REVIEW)
def reviews(period: Period) -> QuerySet[Review]:
    return Review.objects.filter(reviewed_on__range=period.days)


@figure(means.REVIEWS_RETURNED, **REVIEW)
def reviews_returned(period: Period) -> QuerySet[Review]:
    return reviews(period).filter(passed=False)
