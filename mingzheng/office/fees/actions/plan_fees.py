"""Plan what a signed contract makes due 制订收费计划 (ISO/IEC 17021-1:2015 5.1.2)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.contracts.models import Contract
from mingzheng.office.contracts.pricing import agreed_lines
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import objections_to_planning, owed
from mingzheng.rulebook.prices import IncomeKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Charge
from ..queries import days_by_standard, is_planned


@dataclass(frozen=True)
class FeesPlanned(Happened, kind="contract.fees-planned"):
    contract: str
    charges: int
    amount: Decimal


@action(Role.CLOCK, Role.FINANCE, clause="ISO/IEC 17021-1:2015 5.1.2")
def plan_fees(contract_number: str, *, on: date, by: Actor) -> FeesPlanned:
    """Once, when it is signed: what its lines cost, cut by the auditor-days of its standards."""
    contract = Contract.objects.select_related("application").get(number=contract_number)
    lines = [(line.what, line.amount) for line in agreed_lines(contract)]
    signed, planned = contract.signed_on, is_planned(contract_number)
    refuse_if(objections_to_planning(signed=bool(signed), planned=planned, lines=len(lines)))
    fees = owed(lines, days_by_standard(contract), signed or on)
    Charge.objects.bulk_create(
        Charge(
            contract=contract,
            kind=IncomeKind.CERTIFICATION,
            what=fee.what,
            scheme=fee.scheme,
            amount=fee.amount,
            due_on=fee.due_on,
        )
        for fee in fees
    )
    return FeesPlanned(contract_number, len(fees), sum((fee.amount for fee in fees), Decimal(0)))
