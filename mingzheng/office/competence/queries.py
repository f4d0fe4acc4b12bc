"""Reading who may audit what."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery

from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import READERS
from mingzheng.office.record.actors import Actor
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook import competence as rules
from mingzheng.rulebook.competence import AuthorisationKind, RegistrationGrade
from mingzheng.rulebook.engagement import soon
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from mingzheng.rulebook.witnessing import NOT_PLANNED

from .models import Authorisation, Competence, Development, Request, Witnessing


def people_for(by: Actor, on: date) -> QuerySet[Person]:
    """Everyone, for those whose business persons are, qualified as they are today."""
    people = qualified(Person.objects.all(), on)
    return people if any(by.holds(role) for role in READERS) else people.none()


def qualified(people: QuerySet[Person], on: date) -> QuerySet[Any]:
    """Persons, each with `in_QMS` and so on (registered for it today), `next_end` (the day the first of the registrations
    ends), `areas` (how many technical areas), `is_expiring`, `is_trainee` and `is_registered_only` (without competence)."""
    own = {"person": OuterRef("pk")}
    valid = Registration.objects.filter(**own, valid_from__lte=on, valid_until__gte=on)
    held = Competence.objects.filter(**own, ended_on=None, evaluated_on__lte=on)
    of_person = valid.order_by().values("person")
    return people.annotate(
        next_end=Subquery(of_person.annotate(end=Min("valid_until")).values("end")),
        areas=Subquery(held.order_by().values("person").annotate(n=Count("pk")).values("n")),
        is_expiring=Exists(valid.filter(valid_until__lte=soon(on))),
        is_trainee=Exists(valid.filter(grade=RegistrationGrade.TRAINEE)),
        is_registered_only=Exists(valid) & ~Exists(Competence.objects.filter(**own, ended_on=None)),
        **{f"in_{standard}": Exists(valid.filter(standard=standard)) for standard in Standard},
    )


def standards_of(person: Person) -> list[Standard]:
    """The standards a person of `people_for` is registered for."""
    return [standard for standard in Standard if getattr(person, f"in_{standard}")]


def authorisations_of(person: Person) -> list[rules.Authorisation]:
    """What a person is or was authorised for, as the rulebook judges it."""
    rows = Authorisation.objects.filter(person=person).values_list("kind", "since", "ended_on")
    return [rules.Authorisation(AuthorisationKind(kind), since, ended) for kind, since, ended in rows]


def witnesses(on: date) -> QuerySet[Person]:
    """Who may see auditors at work today."""
    held = Authorisation.objects.filter(kind=AuthorisationKind.WITNESS, ended_on=None, since__lte=on)
    return Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by("pinyin")


def locked_witnessing(login: str, standard: str) -> Witnessing:
    """The witnessed audit that waits, held until the action is over. Raises Refused when there is none."""
    waiting = Witnessing.objects.select_for_update(of=("self",)).select_related("person", "witness")
    found = waiting.filter(person__login=login, standard=standard, held_on=None, cancelled_on=None).first()
    if found is None:
        raise Refused(NOT_PLANNED)
    return found


def is_competent(person: Person, standard: str, code: str) -> bool:
    """Is a competence recognised that contains this code?"""
    held = Competence.objects.filter(person=person, standard=standard, ended_on=None)
    return any(rules.covers(own, code) for own in held.values_list("code", flat=True))


PLANNERS = (Role.TECHNICAL, *READERS)


def development_seen_by(by: Actor) -> QuerySet[Development]:
    """The whole plan for those whose business persons are; everybody else his own entries."""
    rows = Development.objects.select_related("person")
    return rows if any(map(by.holds, PLANNERS)) else rows.filter(person__login=by.login)


def development_by_year() -> QuerySet[Any]:
    """Of each year how many entries were `planned`, are `done` and were `dropped`; the others have no result."""
    rows = Development.objects.order_by().values("year")
    counted = rows.annotate(
        planned=Count("pk"),
        done=Count("pk", filter=Q(achieved=True)),
        dropped=Count("pk", filter=Q(achieved=False)),
    )
    return counted.order_by("-year")


def requests_seen_by(by: Actor) -> QuerySet[Request]:
    """All of them for those whose business persons are; everybody else his own."""
    rows = Request.objects.select_related("person")
    return rows if any(map(by.holds, READERS)) else rows.filter(person__login=by.login)
