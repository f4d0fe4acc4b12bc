"""The figure of papers: what is kept as a file and not on paper."""

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import footprint as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Paper


@figure(means.PAPERS_FILED, shows=("name", "subject", "filed_on"))
def papers_filed(period: Period) -> QuerySet[Paper]:
    return Paper.objects.filter(filed_on__range=period.days)
