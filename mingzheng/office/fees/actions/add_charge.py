"""Enter a fee of a contract that its lines do not hold 登记应收费用 (ISO/IEC 17021-1:2015 5.1.2)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.contracts.models import Contract
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import NOT_SIGNED, objections_to_amount, split
from mingzheng.rulebook.prices import IncomeKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Charge
from ..queries import days_by_standard


@dataclass(frozen=True)
class ChargeAdded(Happened, kind="contract.charge-added"):
    contract: str
    what: str
    amount: Decimal
    due_on: date


@action(Role.FINANCE, Role.MARKET, clause="ISO/IEC 17021-1:2015 5.1.2")
def add_charge(
    contract_number: str, *, what: str, amount: Decimal, due_on: date, on: date, by: Actor
) -> ChargeAdded:
    """Of a contract carried over, a recertification, a special audit; cut by the standards of the contract."""
    contract = Contract.objects.select_related("application").get(number=contract_number)
    agreed = contract.signed_on or not contract.offered_on  # one carried over was signed elsewhere
    refuse_if(objections_to_amount(amount) + ([] if agreed else [NOT_SIGNED]))
    weights = days_by_standard(contract)
    parts = split(amount, list(weights.values()))
    Charge.objects.bulk_create(
        Charge(
            contract=contract,
            kind=IncomeKind.CERTIFICATION,
            what=what,
            scheme=scheme,
            amount=part,
            due_on=due_on,
        )
        for scheme, part in zip(weights, parts, strict=True)
    )
    return ChargeAdded(contract_number, what, amount, due_on)
