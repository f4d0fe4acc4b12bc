"""Ask that a client be let off part of its fees 申请费用减免 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.contracts.models import Contract
from mingzheng.office.prices.queries import floors
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.fees import objections_to_relief, relief_is_below_floor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Relief
from ..queries import audits_of, total, uninvoiced


@dataclass(frozen=True)
class ReliefAsked(Happened, kind="relief.asked", begins=True):
    number: str
    contract: str
    amount: Decimal
    below_floor: bool


@action(Role.MARKET, Role.FINANCE, clause="own procedure")
def request_relief(contract_number: str, *, amount: Decimal, reason: str, on: date, by: Actor) -> ReliefAsked:
    """Of fees that stand on no invoice yet; says whether the auditor-days would then cost less than the floor."""
    contract = Contract.objects.select_related("application").get(number=contract_number)
    refuse_if(objections_to_relief(amount, total(uninvoiced(contract)), reason))
    charged, days = audits_of(contract)
    below = relief_is_below_floor(charged - amount, days, floors(on).first())
    row = Relief.objects.create(
        number=next_number(Relief, "JM", on.year),
        contract=contract,
        amount=amount,
        reason=reason.strip(),
        below_floor=below,
        asked_by=by.login,
        asked_on=on,
    )
    return ReliefAsked(row.number, contract_number, amount, below)
