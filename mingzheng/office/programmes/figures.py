"""The figures of visits."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import certificates as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Visit, VisitPart

VISIT: dict[str, Any] = {
    "shows": ("number", "client__name_zh", "kind|visit-kind", "begun_on", "held_on"),
    "opens": "visit:number",
    "by": "kind|visit-kind",
}


@figure(means.VISITS, **VISIT)
def visits(period: Period) -> QuerySet[Visit]:
    return Visit.objects.filter(begun_on__range=period.days)


@figure(means.COMBINED_VISITS, **VISIT)
def combined_visits(period: Period) -> QuerySet[Visit]:
    several = VisitPart.objects.filter(visit__begun_on__range=period.days).values("visit")
    return visits(period).filter(pk__in=several.annotate(n=Count("pk")).filter(Q(n__gt=1)).values("visit"))


@figure(
    means.VISIT_DAYS,
    shows=("visit__number", "certification__standard", "visit__begun_on", "days"),
    opens="visit:visit__number",
    amount="days",
    by="certification__standard",
)
def visit_days(period: Period) -> QuerySet[VisitPart]:
    return VisitPart.objects.filter(visit__begun_on__range=period.days)
