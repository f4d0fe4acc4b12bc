"""What follows for fees: a signed contract makes its fees due; whoever trained an organisation keeps away from its audits."""

from collections.abc import Callable
from datetime import date
from typing import Any

from mingzheng.office.contracts.models import Contract
from mingzheng.office.fees.actions.plan_fees import plan_fees
from mingzheng.office.fees.queries import is_planned
from mingzheng.office.people.actions.declare_tie import declare_tie
from mingzheng.office.people.models import Tie
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.rulebook.impartiality import TieKind


def signed(event: Event) -> None:
    """Once, however often the event is heard; a contract without lines has no fees to plan."""
    number = event.facts.get("contract") or event.facts["number"]  # an order for an evaluation names its own
    if Contract.objects.exclude(lines=[]).filter(number=number).exists() and not is_planned(number):
        plan_fees(number, on=event.on, by=CLOCK)


def delivered(event: Event) -> None:
    """Of a service for one organisation; the tie ends with the day it was held."""
    told = event.facts
    if not told["guarded"]:
        return
    tie: dict[str, Any] = {"kind": TieKind.TRAINING, "ended_on": date.fromisoformat(told["held_on"])}
    if not Tie.objects.filter(person__login=told["trainer"], uscc=told["uscc"], **tie).exists():
        declare_tie(
            told["trainer"], told["uscc"], organisation=told["customer"], **tie, on=event.on, by=CLOCK
        )


FOLLOWS: dict[str, Callable[[Event], None]] = {
    "contract.signed": signed,
    "evaluation.ordered": signed,
    "order.delivered": delivered,
}
