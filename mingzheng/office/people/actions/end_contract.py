"""End a person's contract before its last day 解除合同 — ISO/IEC 17021-1:2015 7.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import engagement as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused, refuse_if

from ..models import Employment


@dataclass(frozen=True)
class ContractEnded(Happened, kind="person.contract-ended"):
    login: str
    number: str
    last_day: date
    reason: str


@action(Role.COMPETENCE_EVALUATOR, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 7.3")
def end_contract(
    login: str, number: str, *, last_day: date, reason: str, on: date, by: Actor
) -> ContractEnded:
    """`last_day` is its last day from now on. The account is closed by the administrator."""
    held = Employment.objects.select_for_update().filter(person__login=login, number=number)
    if (contract := held.order_by("first_day").last()) is None:
        raise Refused(rules.NO_CONTRACT)
    refuse_if(rules.objections_to_leaving(contract.first_day, contract.last_day, last_day))
    contract.last_day, contract.leaves = last_day, True
    contract.save(update_fields=["last_day", "leaves"])
    return ContractEnded(login, number, last_day, reason)
