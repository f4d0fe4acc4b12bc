"""Reading who may audit what."""

from datetime import date, timedelta

from django.db.models import Count, Exists, Min, OuterRef, QuerySet, Subquery

from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import READERS
from mingzheng.office.record.actors import Actor
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.standards import Standard

from .models import Competence

EXPIRING_DAYS = 90  # a registration that ends within so many days is to be renewed now


def people_for(by: Actor, on: date) -> QuerySet[Person]:
    """Everyone, for those whose business persons are: each with `in_QMS` and so on (registered for it today), `next_end`
    (the day the first of the registrations ends), `areas` (how many technical areas), `is_expiring` and
    `is_registered_only` (without competence)."""
    own = {"person": OuterRef("pk")}
    valid = Registration.objects.filter(**own, valid_from__lte=on, valid_until__gte=on)
    held = Competence.objects.filter(**own, ended_on=None, evaluated_on__lte=on)
    of_person = valid.order_by().values("person")
    people = Person.objects.annotate(
        next_end=Subquery(of_person.annotate(end=Min("valid_until")).values("end")),
        areas=Subquery(held.order_by().values("person").annotate(n=Count("pk")).values("n")),
        is_expiring=Exists(valid.filter(valid_until__lte=on + timedelta(days=EXPIRING_DAYS))),
        is_registered_only=Exists(valid) & ~Exists(Competence.objects.filter(**own, ended_on=None)),
        **{f"in_{standard}": Exists(valid.filter(standard=standard)) for standard in Standard},
    )
    return people if any(by.holds(role) for role in READERS) else people.none()


def standards_of(person: Person) -> list[Standard]:
    """The standards a person of `people_for` is registered for."""
    return [standard for standard in Standard if getattr(person, f"in_{standard}")]
