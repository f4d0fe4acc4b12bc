"""The figures of complaints, surveys and call-backs."""

from typing import Any

from django.db.models import Case as Switch
from django.db.models import CharField, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import footprint
from mingzheng.rulebook.indicators import voices as means
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.questionnaires import SATISFIED, SCALE, CallOutcome
from mingzheng.rulebook.voices import VALID, CaseKind

from .models import CallBack, Case, Survey

CASE: dict[str, Any] = {"opens": "case:number"}
SURVEY: dict[str, Any] = {
    "shows": ("visit__number", "visit__kind|visit-kind", "sent_on", "answered_on"),
    "opens": "survey:visit__number",
}
CALL: dict[str, Any] = {"shows": ("visit__number", "draw__number", "called_on")}


def received(period: Period, kind: CaseKind) -> QuerySet[Case]:
    return Case.objects.filter(kind=kind, received_on__range=period.days)


@figure(means.COMPLAINTS, shows=("number", "received_on", "closed_on"), **CASE)
def complaints(period: Period) -> QuerySet[Case]:
    return received(period, CaseKind.COMPLAINT)


@figure(means.APPEALS, shows=("number", "received_on", "closed_on"), **CASE)
def appeals(period: Period) -> QuerySet[Case]:
    return received(period, CaseKind.APPEAL)


@figure(means.REPORTS_OF_MISCONDUCT, shows=("number", "received_on", "closed_on"), **CASE)
def reports_of_misconduct(period: Period) -> QuerySet[Case]:
    return received(period, CaseKind.REPORT)


@figure(means.INTEGRITY_CASES, shows=("number", "received_on", "closed_on"), **CASE)
def integrity_cases(period: Period) -> QuerySet[Case]:
    return Case.objects.filter(topic="integrity", received_on__range=period.days)


@figure(means.CASES_CLOSED, shows=("number", "received_on", "closed_on"), by="kind|case-kind", **CASE)
def cases_closed(period: Period) -> QuerySet[Case]:
    return Case.objects.filter(closed_on__range=period.days)


@figure(means.CASES_UPHELD, shows=("number", "received_on", "decided_on"), by="kind|case-kind", **CASE)
def cases_upheld(period: Period) -> QuerySet[Case]:
    return Case.objects.filter(decided_on__range=period.days, outcome__in=VALID)


@figure(means.CASES_LATE, shows=("number", "answer_by", "answered_on"), by="kind|case-kind", **CASE)
def cases_late(period: Period) -> QuerySet[Case]:
    return Case.objects.filter(answered_on__range=period.days, answered_on__gt=F("answer_by"))


@figure(means.CASES_OPEN, shows=("number", "received_on", "answer_by"), by="kind|case-kind", **CASE)
def cases_open(period: Period) -> QuerySet[Case]:
    still = Q(closed_on=None) | Q(closed_on__gt=period.last)
    return Case.objects.filter(still, received_on__lte=period.last)


def sent(period: Period) -> QuerySet[Any]:
    """With `lowest`: the lowest mark an answered one gives."""
    marks = [When(said__regex=rf": ?{mark}\s*[,}}]", then=Value(str(mark))) for mark in SCALE]
    lowest = Switch(*marks, default=Value(""), output_field=CharField())
    rows = Survey.objects.filter(sent_on__range=period.days).annotate(said=Cast("answers", TextField()))
    return rows.annotate(lowest=lowest)


@figure(means.SURVEYS_SENT, by="visit__kind|visit-kind", **SURVEY)
def surveys_sent(period: Period) -> QuerySet[Any]:
    return sent(period)


@figure(means.SURVEYS_ANSWERED, by="lowest|lowest-mark", **SURVEY)
def surveys_answered(period: Period) -> QuerySet[Any]:
    return sent(period).exclude(answered_on=None)


@figure(footprint.SURVEYS_ONLINE, **SURVEY)
def surveys_online(period: Period) -> QuerySet[Any]:
    """Answered by the client's link, and not typed in from a paper form."""
    return surveys_answered(period).filter(entered_by="")


@figure(means.SURVEYS_SATISFIED, **SURVEY)
def surveys_satisfied(period: Period) -> QuerySet[Any]:
    return surveys_answered(period).filter(lowest__gte=str(SATISFIED))


@figure(means.CALL_BACKS, **CALL)
def call_backs(period: Period) -> QuerySet[CallBack]:
    return CallBack.objects.filter(outcome=CallOutcome.COMPLETED, called_on__range=period.days)


@figure(means.CALL_BACKS_GOOD, **CALL)
def call_backs_good(period: Period) -> QuerySet[CallBack]:
    return call_backs(period).filter(unexpected=[])
