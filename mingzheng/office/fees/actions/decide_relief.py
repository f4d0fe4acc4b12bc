"""Decide whether a client is let off 审批费用减免 (own procedure)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import (
    RELIEF,
    Decided,
    objections_to_deciding_relief,
    objections_to_relief,
    split,
)
from mingzheng.rulebook.prices import IncomeKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Charge, Relief
from ..queries import uninvoiced


@dataclass(frozen=True)
class ReliefDecided(Happened, kind="relief.decided"):
    number: str
    contract: str
    amount: Decimal
    outcome: Decided


@action(Role.FINANCE, Role.DIRECTOR, clause="own procedure")
def decide_relief(number: str, *, granted: bool, remark: str, on: date, by: Actor) -> ReliefDecided:
    """Below the floor by a director alone. What is granted comes off the next invoice of the contract."""
    row = Relief.objects.select_for_update(of=("self",)).select_related("contract").get(number=number)
    found = objections_to_deciding_relief(
        row.state,
        own=row.asked_by == by.login,
        below_floor=row.below_floor,
        directs=by.holds(Role.DIRECTOR),
        granted=granted,
        remark=remark,
    )
    refuse_if(found)
    if granted:
        _take_off(row)
    row.state = Decided.GRANTED if granted else Decided.REFUSED
    row.remark, row.decided_on, row.decided_by = remark.strip(), on, by.login
    row.save(update_fields=["state", "remark", "decided_on", "decided_by"])
    return ReliefDecided(number, row.contract.number, row.amount, Decided(row.state))


def _take_off(row: Relief) -> None:
    """Negative charges beside those not invoiced yet, in proportion; they may have become fewer since it was asked."""
    waiting = list(uninvoiced(row.contract).order_by("due_on", "pk"))
    held: dict[str, Decimal] = defaultdict(Decimal)
    for charge in waiting:
        held[charge.scheme] += charge.amount
    refuse_if(objections_to_relief(row.amount, sum(held.values(), Decimal(0)), row.reason))
    Charge.objects.bulk_create(
        Charge(
            contract=row.contract,
            kind=IncomeKind.CERTIFICATION,
            what=RELIEF,
            scheme=scheme,
            amount=-part,
            due_on=waiting[0].due_on,
        )
        for scheme, part in zip(held, split(row.amount, list(held.values())), strict=True)
        if part
    )
