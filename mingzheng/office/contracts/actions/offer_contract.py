"""Offer a contract 报价并拟定合同 — ISO/IEC 17021-1:2015 5.1.2, 9.1.2."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Subquery

from mingzheng.office.clients.models import Client
from mingzheng.office.library.models import Body
from mingzheng.office.prices.queries import allowed, floors
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.contract_review import (
    DISCOUNT_BY_DIRECTOR,
    DISCOUNT_OUT_OF_RANGE,
    DISCOUNT_WITHOUT_REASON,
    NOT_ACCEPTED,
    SIGNED_ALREADY,
    ApplicationStatus,
)
from mingzheng.rulebook.prices import objections_to_price
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.transfer import objections_to_mixing
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Application, Contract
from ..pricing import priced
from ..queries import locked, sorted_times


@dataclass(frozen=True)
class ContractOffered(Happened, kind="contract.offered"):
    number: str
    client: str
    application: str
    standards: list[str]
    total: Decimal  # CNY, tax included
    discount: Decimal


def objections(application: Application, times: Sequence[Any] | None = None) -> list[Objection]:
    """Why no contract can be offered on this application; `times`: the rows of `sorted_times`, where there already."""
    if application.status != ApplicationStatus.ACCEPTED:
        return [NOT_ACCEPTED]
    contract = _offered(application)
    if contract and contract.signed_on:
        return [SIGNED_ALREADY]
    times = sorted_times(application) if times is None else times
    reviewed = [time.standard for time in times if time.held_elsewhere is not None]
    return objections_to_mixing(application.standards, reviewed)


@action(Role.MARKET, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.1.2")
def offer_contract(
    application_number: str,
    *,
    discount: Decimal = Decimal(0),
    discount_reason: str = "",
    on: date,
    by: Actor,
) -> ContractOffered:
    """`discount` in CNY, granted by a director, for a reason. Offered again before it is signed, the new price counts.

    Money may be taken off; auditor-days never are.
    """
    application = locked(application_number, by)
    times = sorted_times(application)
    refuse_if(objections(application, times))
    body: Any = Body.objects.annotate(
        floor=Subquery(floors(on)[:1]), allowed=Subquery(allowed(application_number)[:1])
    ).get()
    lines = priced(application, body, discount, times)
    refuse_if(_objections_to_discount(discount, discount_reason, lines.total, by))
    refuse_if(objections_to_price(lines.for_audits, lines.days, body.floor, body.allowed))
    contract = _offered(application) or _draft(application, on)
    contract.lines, contract.total = lines.as_kept(), lines.total
    contract.discount_reason, contract.offered_on = discount_reason.strip(), on
    contract.save()
    return ContractOffered(
        contract.number, application.uscc, application_number, application.standards, contract.total, discount
    )


def _offered(application: Application) -> Contract | None:
    return getattr(application, "contract", None)


def _draft(application: Application, on: date) -> Contract:
    return Contract(
        number=next_number(Contract, "HT", on.year),
        client=Client.objects.get(uscc=application.uscc),
        application=application,
        standards=application.standards,
    )


def _objections_to_discount(discount: Decimal, reason: str, total: Decimal, by: Actor) -> list[Objection]:
    if not discount.is_finite() or discount < 0 or total < 0:
        return [DISCOUNT_OUT_OF_RANGE]
    if not discount:
        return []
    return [
        *([] if reason.strip() else [DISCOUNT_WITHOUT_REASON]),
        *([] if by.holds(Role.DIRECTOR) else [DISCOUNT_BY_DIRECTOR]),
    ]
