"""Take an order for an evaluation, with its contract 受理产品、服务或社会责任认证 (ISO/IEC 17065:2012 7.2-7.3)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from mingzheng.office.clients.models import Client
from mingzheng.office.contracts.models import Contract
from mingzheng.office.contracts.pricing import Line, Price
from mingzheng.office.library.models import Scheme
from mingzheng.office.library.selling import facts_of
from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import highest_number, number_after
from mingzheng.rulebook.evaluations import Purpose, objections_to_ordering
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import objections_to_using
from mingzheng.rulebook.verdict import refuse_if

from ..models import Evaluation
from ..queries import standard_of


@dataclass(frozen=True)
class EvaluationOrdered(Happened, kind="evaluation.ordered", begins=True):
    number: str
    contract: str
    client: str  # its code
    scheme: str
    amount: Decimal  # CNY


@action(Role.MARKET, Role.DIRECTOR, clause="ISO/IEC 17065:2012 7.3")
def order_evaluation(
    scheme_number: str,
    uscc: str,
    *,
    scope_zh: str,
    scope_en: str = "",
    amount: Decimal,
    client_signatory: str,
    body_signatory: str,
    on: date,
    by: Actor,
) -> EvaluationOrdered:
    """The scheme is live, its rule filed and its category approved; the client is known."""
    scheme = Scheme.objects.get(number=scheme_number)
    standard = standard_of(scheme)
    held = Certification.objects.filter(client=OuterRef("pk"), standard=standard or "", ended_on=None)
    client: Any = Client.objects.annotate(
        held=Exists(held),
        last_contract=Subquery(highest_number(Contract, "HT", on.year)[:1]),
        last_evaluation=Subquery(highest_number(Evaluation, "PJ", on.year)[:1]),
    ).get(uscc=uscc)
    signed = bool(client_signatory.strip() and body_signatory.strip())
    ordered = objections_to_ordering(
        standard, scope=scope_zh, amount=amount > 0, signed=signed, certified=client.held
    )
    refuse_if([*ordered, *objections_to_using(facts_of([scheme], on)[scheme.pk])])
    assert standard

    contract = Contract.objects.create(
        number=number_after(client.last_contract, "HT", on.year),
        client=client,
        standards=[standard],
        lines=Price((Line("price.evaluation", Decimal(1), amount),), Decimal(0)).as_kept(),
        total=amount,
        offered_on=on,
        signed_on=on,
        client_signatory=client_signatory.strip(),
        body_signatory=body_signatory.strip(),
    )
    evaluation = Evaluation.objects.create(
        number=number_after(client.last_evaluation, "PJ", on.year),
        contract=contract,
        scheme=scheme,
        standard=standard,
        purpose=Purpose.INITIAL,
        scope_zh=scope_zh.strip(),
        scope_en=scope_en.strip(),
        ordered_on=on,
    )
    return EvaluationOrdered(evaluation.number, contract.number, uscc, scheme.number, amount)
