"""到期事项: whatever ends for a person within ninety days, or has ended, in one list (one query)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    DecimalField,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from mingzheng.office.people.models import Declaration, Employment, Insurance, Person
from mingzheng.office.registration.models import Registration, Training
from mingzheng.office.registration.queries import learned
from mingzheng.rulebook.competence import AUDITING_GRADES
from mingzheng.rulebook.dated_numbers import number
from mingzheng.rulebook.engagement import DeclarationKind, lately, soon

from .models import Authorisation, Competence

WHAT = (
    "registration",
    "confirmation",
    "witnessing",
    "review",
    "authorisation",
    "contract",
    "insurance",
    *(kind.value for kind in DeclarationKind),
)
"""What can end, in the order it is shown."""


def expiring(on: date, login: str = "") -> QuerySet[Any]:
    """Rows of `who` (a login), `name`, `what` (one of WHAT), `of_what` (a standard, an authorisation) and `until`, its last
    day; the first to end first. `login`: of this person only. What a person should have and has not is due today."""
    first, *others = _parts(on, login)
    return first.union(*others, all=True).order_by("until", "who", "what")


def to_sign(on: date, login: str) -> QuerySet[Any]:
    """The same of the declarations of one person alone: he signs them himself."""
    first, *others = _declarations(_persons(login), on)
    return first.union(*others, all=True).order_by("until", "what")


def not_declared(on: date, login: str) -> QuerySet[Any]:
    """The same of everything else that ends for one person."""
    first, *others = _held(on, login)
    return first.union(*others, all=True).order_by("until", "what")


def short_of_hours(on: date, login: str = "") -> QuerySet[Any]:
    """Registrations as auditor that end within ninety days without the hours of continuing education that registering
    again takes (CCAA-101): too few in all since they began, or too few in the field."""
    counted = learned(OuterRef("person"), OuterRef("standard"), OuterRef("valid_from"), on)
    of_field = counted.filter(standard=OuterRef("standard"))
    known = {"person__is_active": True, **({"person__login": login} if login else {})}
    ending = _last_registrations(on).filter(**known, valid_until__range=(on, soon(on)))
    held = ending.filter(grade__in=AUDITING_GRADES).select_related("person").annotate(
        hours=_hours(counted), field_hours=_hours(of_field)
    )  # fmt: skip
    little = Q(hours__lt=number("ccaa_cpd_hours")) | Q(field_hours__lt=number("ccaa_cpd_field_hours"))
    return held.filter(little).order_by("valid_until", "pk")


def _hours(of: QuerySet[Training]) -> Combinable:
    summed = of.order_by().values("person").annotate(n=Sum("hours")).values("n")
    return Coalesce(Subquery(summed), Value(Decimal(0)), output_field=DecimalField())


def _persons(login: str) -> QuerySet[Person]:
    return Person.objects.filter(is_active=True, **({"login": login} if login else {}))


def _parts(on: date, login: str) -> Iterator[QuerySet[Any]]:
    yield from _held(on, login)
    yield from _declarations(_persons(login), on)


def _declarations(persons: QuerySet[Person], on: date) -> Iterator[QuerySet[Any]]:
    for kind in DeclarationKind:
        yield _lacking(persons, kind, Declaration.objects.filter(kind=kind), "valid_until", on)


def _held(on: date, login: str) -> Iterator[QuerySet[Any]]:
    by, persons = soon(on), _persons(login)
    known = Q(person__is_active=True, **({"person__login": login} if login else {}))
    held = Registration.objects.filter(known, valid_until__gte=on)
    yield _rows(
        _last_registrations(on).filter(known, valid_until__lte=by), "registration", "standard", "valid_until"
    )
    yield _rows(held.filter(confirm_by__lte=by), "confirmation", "standard", "confirm_by")
    yield _rows(held.filter(witness_by__lte=by, valid_from__lte=on), "witnessing", "standard", "witness_by")
    codes = Competence.objects.filter(known, ended_on=None, review_by__lte=by)
    yield _rows(
        codes.values("person", "standard").annotate(first=Min("review_by")), "review", "standard", "first"
    )
    authorised = Authorisation.objects.filter(known, ended_on=None, confirm_by__lte=by)
    yield _rows(authorised, "authorisation", "kind", "confirm_by")
    yield _lacking(persons, "contract", Employment.objects.all(), "last_day", on)
    auditors = persons.filter(Exists(Registration.objects.filter(person=OuterRef("pk"), valid_until__gte=on)))
    yield _lacking(auditors, "insurance", Insurance.objects.all(), "last_day", on)


def _last_registrations(on: date) -> QuerySet[Registration]:
    """The last registration of each person for each standard, if it holds or ended lately."""
    later = Registration.objects.filter(
        person=OuterRef("person"), standard=OuterRef("standard"), valid_until__gt=OuterRef("valid_until")
    )
    return Registration.objects.filter(~Exists(later), valid_until__gte=lately(on))


def _rows(of: QuerySet[Any], what: str, of_what: str, due: str) -> QuerySet[Any]:
    return _told(of, F("person__login"), F("person__name_zh"), Value(what), F(of_what), F(due))


def _lacking(persons: QuerySet[Person], what: str, of: QuerySet[Any], until: str, on: date) -> QuerySet[Any]:
    """Persons whose last one ends soon, and those who have none. What has no last day never ends."""
    own = of.filter(person=OuterRef("pk"))
    lasting = own.filter(Q(**{f"{until}__gt": soon(on)}) | Q(**{until: None}))
    last = Coalesce(Subquery(own.order_by(f"-{until}").values(until)[:1]), Value(on))
    return _told(persons.filter(~Exists(lasting)), F("login"), F("name_zh"), Value(what), Value(""), last)


def _told(of: QuerySet[Any], *columns: Combinable) -> QuerySet[Any]:
    *texts, due = columns
    names = ("who", "name", "what", "of_what")
    cast = {name: Cast(text, TextField()) for name, text in zip(names, texts, strict=True)}
    return of.order_by().annotate(**cast, until=due).values(*names, "until")
