"""The figures of applications and contracts."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.contract_review import ApplicationStatus
from mingzheng.rulebook.indicators import certificates as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Application, Contract

APPLICATION: dict[str, Any] = {"opens": "application:number"}


@figure(means.APPLICATIONS, shows=("number", "name_zh", "submitted_on"), **APPLICATION)
def applications(period: Period) -> QuerySet[Application]:
    return Application.objects.filter(submitted_on__range=period.days)


@figure(means.APPLICATIONS_ACCEPTED, shows=("number", "name_zh", "concluded_on"), **APPLICATION)
def applications_accepted(period: Period) -> QuerySet[Application]:
    return Application.objects.filter(status=ApplicationStatus.ACCEPTED, concluded_on__range=period.days)


@figure(
    means.APPLICATIONS_REFUSED, shows=("number", "name_zh", "concluded_on", "refusal_reason"), **APPLICATION
)
def applications_refused(period: Period) -> QuerySet[Application]:
    return Application.objects.filter(status=ApplicationStatus.REFUSED, concluded_on__range=period.days)


@figure(
    means.CONTRACTS_SIGNED, shows=("number", "client__name_zh", "signed_on", "total"), opens="contract:number"
)
def contracts_signed(period: Period) -> QuerySet[Contract]:
    return Contract.objects.filter(signed_on__range=period.days)
