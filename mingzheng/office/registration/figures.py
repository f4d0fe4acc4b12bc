"""The figures of registered auditors and what they learned."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from mingzheng.office.people.models import Employment, Person
from mingzheng.office.people.queries import people_on
from mingzheng.office.record.figure import figure
from mingzheng.rulebook.competence import AUDITING_GRADES, RegistrationGrade
from mingzheng.rulebook.indicators import people as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Confirmation, Registration, Training
from .queries import green, valid

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


@figure(means.GREEN_INSPECTORS, shows=("name_zh", "department"), opens="person:login")
def green_inspectors(period: Period) -> QuerySet[Person]:
    """Everybody once; trainees are none yet."""
    held = valid(period.last).filter(
        grade__in=AUDITING_GRADES, pk__in=green(period.last).values("registration")
    )
    return people_on(period.last).filter(Exists(held.filter(person=OuterRef("pk"))))


@figure(means.REGISTRATIONS_BEGUN, **REGISTRATION)
def registrations_begun(period: Period) -> QuerySet[Registration]:
    return Registration.objects.filter(valid_from__range=period.days)


@figure(means.TRAINEES_HIRED, **REGISTRATION)
def trainees_hired(period: Period) -> QuerySet[Registration]:
    """The registration that made a trainee an auditor, his first in an auditing grade, so that everybody counts once;
    with a contract that begins by the end of that year and was not over on that day."""
    others = Registration.objects.filter(person=OuterRef("person"))
    earlier = Q(valid_from__lt=OuterRef("valid_from"))
    same_day = Q(valid_from=OuterRef("valid_from"), pk__lt=OuterRef("pk"))
    contracts = Employment.objects.filter(person=OuterRef("person"), first_day__year__lte=period.last.year)
    return registrations_begun(period).filter(
        Exists(others.filter(earlier, grade=RegistrationGrade.TRAINEE)),
        ~Exists(others.filter(earlier | same_day, grade__in=AUDITING_GRADES)),
        Exists(contracts.exclude(last_day__lt=OuterRef("valid_from"))),
        grade__in=AUDITING_GRADES,
    )


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
