"""Reading persons."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Prefetch, Q, QuerySet, Subquery

from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

from ..record.actors import Actor
from .models import Competence, Person, Registration

READERS = (
    Role.COMPETENCE_EVALUATOR,
    Role.PROGRAMME_MANAGER,
    Role.QUALITY,
    Role.DIRECTOR,
    Role.ADMINISTRATOR,
)
EXPIRING_DAYS = 90  # a registration that ends within so many days is to be renewed now


def holders_of(role: Role) -> list[Person]:
    """Everyone who holds a role and may act. Roles are a short list in one column, so they are picked here."""
    return [person for person in Person.objects.filter(is_active=True) if role in person.roles]


def names_of(logins: Iterable[str]) -> dict[str, str]:
    """The names people know these logins by."""
    return dict(Person.objects.filter(login__in=set(logins)).values_list("login", "name_zh"))


def may_see(by: Actor, login: str) -> bool:
    """May this actor open what is kept of a person? Everyone opens his own."""
    return by.login == login or any(by.holds(role) for role in READERS)


def person_for(by: Actor, login: str) -> Person:
    """One person, for whoever may see him. Raises Refused for others and Person.DoesNotExist."""
    if not may_see(by, login):
        raise Refused(NOT_YOURS)
    return Person.objects.get(login=login)


def people_for(by: Actor, on: date) -> QuerySet[Person]:
    """Everyone, for those whose business persons are: each with `valid` registrations, `next_end` (the day the first
    of them ends), `areas` (how many technical areas), `is_expiring` and `is_registered_only` (without competence)."""
    valid = Registration.objects.filter(valid_from__lte=on, valid_until__gte=on)
    held = Q(competences__ended_on=None, competences__evaluated_on__lte=on)
    own = {"person": OuterRef("pk")}
    first_end = valid.filter(**own).order_by().values("person").annotate(end=Min("valid_until")).values("end")
    people = Person.objects.annotate(
        next_end=Subquery(first_end),
        areas=Count("competences", filter=held, distinct=True),
        is_expiring=Exists(valid.filter(**own, valid_until__lte=on + timedelta(days=EXPIRING_DAYS))),
        is_registered_only=Exists(valid.filter(**own))
        & ~Exists(Competence.objects.filter(**own, ended_on=None)),
    ).prefetch_related(Prefetch("registrations", valid, to_attr="valid"))
    return people if any(by.holds(role) for role in READERS) else people.none()


def persons_found(by: Actor, text: str) -> QuerySet[Person]:
    """Persons whose name, login, pinyin or initials contain `text`; a reader without that business finds himself."""
    called = Q(name_zh__contains=text) | Q(login__contains=text.lower()) | Q(pinyin__contains=text.lower())
    found = Person.objects.filter(called).order_by("-is_active", "pinyin")
    return found if any(by.holds(role) for role in READERS) else found.filter(login=by.login)
