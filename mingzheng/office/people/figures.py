"""The figures of the people of the body."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.engagement import DeclarationKind
from mingzheng.rulebook.indicators import people as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Person, UnionMember
from .queries import declared_on, memberships_on, people_on, under_contract_on

PERSON: dict[str, Any] = {"shows": ("name_zh", "department"), "opens": "person:login", "by": "department"}


@figure(means.PEOPLE, **PERSON)
def people(period: Period) -> QuerySet[Person]:
    return people_on(period.last)


@figure(means.CONFIDENTIALITY_SIGNED, **PERSON)
def confidentiality_signed(period: Period) -> QuerySet[Person]:
    return declared_on(DeclarationKind.CONFIDENTIALITY, period.last)


@figure(means.IMPARTIALITY_SIGNED, **PERSON)
def impartiality_signed(period: Period) -> QuerySet[Person]:
    return declared_on(DeclarationKind.IMPARTIALITY, period.last)


@figure(means.INTEGRITY_SIGNED, **PERSON)
def integrity_signed(period: Period) -> QuerySet[Person]:
    return declared_on(DeclarationKind.INTEGRITY, period.last)


@figure(means.CONDUCT_SIGNED, **PERSON)
def conduct_signed(period: Period) -> QuerySet[Person]:
    return declared_on(DeclarationKind.CONDUCT, period.last)


@figure(means.UNDER_CONTRACT, **PERSON)
def under_contract(period: Period) -> QuerySet[Person]:
    return under_contract_on(period.last)


@figure(means.UNION_MEMBERS, shows=("number", "joined_on"), opens="union-member:number")
def union_members(period: Period) -> QuerySet[UnionMember]:
    """Without names: who is a member is for him, the union and the general office to see."""
    return memberships_on(period.last)
