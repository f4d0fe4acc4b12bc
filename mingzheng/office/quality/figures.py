"""The figures of inspections, penalties, own audits and extraordinary events."""

from typing import Any

from django.db.models import Q, QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import governance as means
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.own_system import InspectionKind, InspectionResult

from .models import Inspection, InternalAudit, InternalFinding, ManagementReview, Penalty, SpecialEvent

ON_SITE: dict[str, Any] = {
    "shows": ("number", "authority", "place", "inspected_on", "result|inspection-result"),
    "opens": "inspection:number",
    "by": "result|inspection-result",
}
FILES: dict[str, Any] = {
    "shows": (
        "visit__number",
        "inspection__number",
        "inspection__authority",
        "inspection__inspected_on",
        "inspection__result|inspection-result",
    ),
    "opens": "inspection:inspection__number",
    "by": "inspection__result|inspection-result",
}


@figure(means.INSPECTIONS_ON_SITE, **ON_SITE)
def inspections_on_site(period: Period) -> QuerySet[Inspection]:
    return Inspection.objects.filter(kind=InspectionKind.ON_SITE, inspected_on__range=period.days)


@figure(means.INSPECTIONS_ON_SITE_GOOD, **ON_SITE)
def inspections_on_site_good(period: Period) -> QuerySet[Inspection]:
    return inspections_on_site(period).filter(result=InspectionResult.CONFORMING)


@figure(means.FILES_CHECKED, **FILES)
def files_checked(period: Period) -> QuerySet[Any]:
    checked = Q(inspection__kind=InspectionKind.FILE_CHECK, inspection__inspected_on__range=period.days)
    return Inspection.visits.through.objects.filter(checked)


@figure(means.FILES_CHECKED_GOOD, **FILES)
def files_checked_good(period: Period) -> QuerySet[Any]:
    return files_checked(period).filter(inspection__result=InspectionResult.CONFORMING)


@figure(
    means.PENALTIES,
    shows=("number", "authority", "imposed_on", "kind|penalty-kind", "reason"),
    by="kind|penalty-kind",
)
def penalties(period: Period) -> QuerySet[Penalty]:
    return Penalty.objects.filter(imposed_on__range=period.days)


@figure(means.INTERNAL_AUDITS, shows=("number", "scope", "held_on"), opens="internal-audit:number")
def internal_audits(period: Period) -> QuerySet[InternalAudit]:
    return InternalAudit.objects.filter(held_on__range=period.days)


@figure(
    means.INTERNAL_FINDINGS,
    shows=("audit__number", "clause", "department", "statement", "closed_on"),
    opens="internal-audit:audit__number",
    by="department",
)
def internal_findings(period: Period) -> QuerySet[InternalFinding]:
    return InternalFinding.objects.filter(audit__held_on__range=period.days)


@figure(means.MANAGEMENT_REVIEWS, shows=("number", "held_on"), opens="management-review:number")
def management_reviews(period: Period) -> QuerySet[ManagementReview]:
    return ManagementReview.objects.filter(held_on__range=period.days)


@figure(means.SPECIAL_EVENTS, shows=("number", "name", "notice", "first_day", "last_day"))
def special_events(period: Period) -> QuerySet[SpecialEvent]:
    return SpecialEvent.objects.filter(first_day__range=period.days)
