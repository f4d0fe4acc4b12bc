"""Enter the contract a person works under 签订劳动合同或聘用协议 — ISO/IEC 17021-1:2015 7.3, 7.4."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import engagement as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Employment
from ..queries import locked_person


@dataclass(frozen=True)
class ContractSigned(Happened, kind="person.contract-signed"):
    login: str
    number: str
    full_time: bool
    first_day: date
    last_day: date | None


@action(Role.COMPETENCE_EVALUATOR, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 7.3")
def sign_contract(
    login: str,
    *,
    number: str,
    full_time: bool,
    main_employer: str = "",
    first_day: date,
    last_day: date | None = None,
    on: date,
    by: Actor,
) -> ContractSigned:
    """From its first day the person is engaged full time or, with a main employer elsewhere, part time."""
    person = locked_person(login)
    others = list(person.employments.values_list("first_day", "last_day"))
    refuse_if(
        rules.objections_to_contract(
            first_day, last_day, full_time=full_time, main_employer=main_employer, others=others
        )
    )
    Employment.objects.create(
        person=person, number=number, full_time=full_time, first_day=first_day, last_day=last_day
    )
    if all(begun < first_day for begun, _ in others):
        person.full_time, person.main_employer = full_time, "" if full_time else main_employer
        person.save(update_fields=["full_time", "main_employer"])
    return ContractSigned(login, number, full_time, first_day, last_day)
