"""Enter a policy that covers a person while he is out 登记保险 — ISO/IEC 17021-1:2015 7.4."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook import engagement as rules
from mingzheng.rulebook.engagement import InsuranceKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Insurance
from ..queries import locked_person


@dataclass(frozen=True)
class PersonInsured(Happened, kind="person.insured"):
    login: str
    insurance: InsuranceKind
    number: str
    first_day: date
    last_day: date


@action(Role.COMPETENCE_EVALUATOR, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 7.4")
def insure_person(
    login: str,
    kind: InsuranceKind,
    *,
    insurer: str,
    number: str,
    first_day: date,
    last_day: date,
    on: date,
    by: Actor,
) -> PersonInsured:
    person = locked_person(login)
    held = _held(person=person.pk, number=number, first_day=first_day)
    refuse_if(rules.objections_to_insuring(first_day, last_day, held=bool(held)))
    Insurance.objects.create(
        person=person, kind=kind, insurer=insurer, number=number, first_day=first_day, last_day=last_day
    )
    return PersonInsured(login, kind, number, first_day, last_day)


@Prepared
def _held(*, person: int, number: str, first_day: date) -> QuerySet[Any, int]:
    rows = Insurance.objects.filter(person=person, number=number, first_day=first_day)
    return rows.values_list("pk", flat=True)
