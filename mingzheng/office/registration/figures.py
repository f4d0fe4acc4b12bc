"""The figures of registered auditors and what they learned."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.people.queries import people_on
from mingzheng.office.record.figure import figure
from mingzheng.rulebook.competence import AUDITING_GRADES, RegistrationGrade
from mingzheng.rulebook.indicators import people as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Confirmation, Registration, Training
from .queries import valid

REGISTRATION: dict[str, Any] = {
    "shows": (
        "number",
        "person__name_zh",
        "standard",
        "grade|registration-grade",
        "valid_from",
        "valid_until",
    ),
    "opens": "person:person__login",
    "by": "standard",
}


def held(period: Period) -> QuerySet[Registration]:
    """By those who work for the body on that day."""
    return valid(period.last).filter(person__in=people_on(period.last))


@figure(means.AUDITORS, **REGISTRATION)
def auditors(period: Period) -> QuerySet[Registration]:
    return held(period).filter(grade__in=AUDITING_GRADES)


@figure(means.TRAINEES, **REGISTRATION)
def trainees(period: Period) -> QuerySet[Registration]:
    return held(period).filter(grade=RegistrationGrade.TRAINEE)


@figure(means.REGISTRATIONS_BEGUN, **REGISTRATION)
def registrations_begun(period: Period) -> QuerySet[Registration]:
    return Registration.objects.filter(valid_from__range=period.days)


@figure(
    means.REGISTRATIONS_CONFIRMED,
    shows=("registration__number", "registration__person__name_zh", "registration__standard", "confirmed_on"),
    opens="person:registration__person__login",
    by="registration__standard",
)
def registrations_confirmed(period: Period) -> QuerySet[Confirmation]:
    return Confirmation.objects.filter(confirmed_on__range=period.days)


@figure(
    means.TRAINING_HOURS,
    shows=("person__name_zh", "title", "kind|training", "held_on", "hours"),
    opens="person:person__login",
    amount="hours",
    by="kind|training",
)
def training_hours(period: Period) -> QuerySet[Training]:
    return Training.objects.filter(accepted=True, held_on__range=period.days)
