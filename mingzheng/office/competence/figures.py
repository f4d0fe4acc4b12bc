"""The figures of witnessing and of the development plan. Of the plan and of requests none names who is meant: the registers say it
to those who may know."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import people as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Development, Request, Witnessing

ENTRY: dict[str, Any] = {
    "shows": ("number", "standard", "code", "due_on", "concluded_on"),
    "opens": "development:number",
    "by": "standard",
}
ASKED: dict[str, Any] = {
    "shows": ("number", "standard", "asked_on", "answered_on"),
    "opens": "step-request:number",
    "by": "kind|request-kind",
}


@figure(
    means.WITNESSINGS,
    shows=("person__name_zh", "standard", "held_on", "outcome|witnessing"),
    opens="person:person__login",
    by="standard",
)
def witnessings(period: Period) -> QuerySet[Witnessing]:
    return Witnessing.objects.filter(held_on__range=period.days)


@figure(means.DEVELOPMENT_PLANNED, **ENTRY)
def development_planned(period: Period) -> QuerySet[Development]:
    return Development.objects.filter(due_on__range=period.days)


@figure(means.DEVELOPMENT_ACHIEVED, **ENTRY)
def development_achieved(period: Period) -> QuerySet[Development]:
    return development_planned(period).filter(achieved=True)


@figure(means.DEVELOPMENT_UNFINISHED, **ENTRY)
def development_unfinished(period: Period) -> QuerySet[Development]:
    return development_planned(period).filter(concluded_on=None)


@figure(means.REQUESTS, **ASKED)
def requests(period: Period) -> QuerySet[Request]:
    return Request.objects.filter(asked_on__range=period.days)


@figure(means.REQUESTS_ANSWERED, **ASKED)
def requests_answered(period: Period) -> QuerySet[Request]:
    return requests(period).filter(answered_on__isnull=False)
