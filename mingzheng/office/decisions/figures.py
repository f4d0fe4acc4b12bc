"""The figures of decisions."""

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import certificates as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Decision


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
