"""The figures of witnessing."""

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import people as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Witnessing


@figure(
    means.WITNESSINGS,
    shows=("person__name_zh", "standard", "held_on", "outcome|witnessing"),
    opens="person:person__login",
    by="standard",
)
def witnessings(period: Period) -> QuerySet[Witnessing]:
    return Witnessing.objects.filter(held_on__range=period.days)
