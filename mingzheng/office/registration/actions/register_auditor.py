"""Enter a person's registration as auditor for one standard — ISO/IEC 17021-1:2015 7.2.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.queries import locked_person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..entering import entered
from ..models import Registration


@dataclass(frozen=True)
class Registered(Happened, kind="person.registered"):
    login: str
    standard: Standard
    grade: RegistrationGrade
    number: str
    valid_from: date
    valid_until: date
    green: bool = False


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.2.1")
def register_auditor(
    login: str,
    standard: Standard,
    *,
    grade: RegistrationGrade,
    number: str,
    valid_from: date,
    valid_until: date,
    green: bool = False,
    on: date,
    by: Actor,
) -> Registered:
    """`green`: as inspector of green products, for the product scheme."""
    person = locked_person(login)
    held = Registration.objects.filter(person=person, standard=standard)
    periods = held.values_list("valid_from", "valid_until")
    refuse_if(
        rules.objections_to_registration(valid_from, valid_until, others=list(periods))
        + rules.objections_to_green(standard, green=green)
    )
    made = entered(
        person=person,
        standard=standard,
        grade=grade,
        number=number,
        valid_from=valid_from,
        valid_until=valid_until,
        on=on,
    )
    made.save()
    if green:
        made.green.create(first_day=valid_from)
    return Registered(login, standard, grade, number, valid_from, valid_until, green)
