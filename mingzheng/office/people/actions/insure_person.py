"""Enter a policy that covers a person while he is out 登记保险 — ISO/IEC 17021-1:2015 7.4."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import engagement as rules
from mingzheng.rulebook.engagement import InsuranceKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Insurance, Person


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
    person = Person.objects.select_for_update().get(login=login)
    held = person.policies.filter(number=number, first_day=first_day).exists()
    refuse_if(rules.objections_to_insuring(first_day, last_day, held=held))
    Insurance.objects.create(
        person=person, kind=kind, insurer=insurer, number=number, first_day=first_day, last_day=last_day
    )
    return PersonInsured(login, kind, number, first_day, last_day)
