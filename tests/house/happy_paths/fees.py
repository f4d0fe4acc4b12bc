"""Charges, invoices, payments, relief, services ordered, sources."""

from datetime import date
from decimal import Decimal

from mingzheng.office.contracts.models import Contract
from mingzheng.rulebook.fees import Source
from tests import rows
from tests.office.contracts import cases
from tests.office.fees import stage
from tests.office.prices import test_prices as prices
from tests.rows import DAY

from . import Call, Cast, call, happy

YUAN = Decimal(100)


@happy("fees.plan_fees")
def _(cast: Cast) -> Call:
    number = cases.offered(cast).number
    Contract.objects.update(signed_on=DAY)
    return call("fees.plan_fees", number, by=cast["finance"])


@happy("fees.add_charge")
def _(cast: Cast) -> Call:
    told = {"what": "other", "amount": YUAN, "due_on": DAY}
    return call("fees.add_charge", rows.contract().number, **told, by=cast["market"])


@happy("fees.issue_invoice")
def _(cast: Cast) -> Call:
    number = stage.contract(cast).number
    return call("fees.issue_invoice", number, fiscal_number="1", until=DAY, by=cast["finance"])


@happy("fees.credit_invoice")
def _(cast: Cast) -> Call:
    told = {"amount": YUAN, "fiscal_number": "2", "reason": "开错"}
    return call("fees.credit_invoice", stage.invoiced(cast), **told, by=cast["finance"])


@happy("fees.receive_payment")
def _(cast: Cast) -> Call:
    number = stage.invoiced(cast)
    payer = Contract.objects.get().client.name_zh
    told = {"amount": YUAN, "payer": payer, "bank_reference": "B1", "received_on": DAY}
    return call("fees.receive_payment", number, **told, by=cast["finance"])


@happy("fees.refund_payment")
def _(cast: Cast) -> Call:
    number = stage.invoiced(cast)
    payer = Contract.objects.get().client.name_zh
    told = {"amount": YUAN, "payer": payer, "bank_reference": "B1", "received_on": DAY}
    call("fees.receive_payment", number, **told, by=cast["finance"])()
    return call("fees.refund_payment", number, amount=YUAN, bank_reference="R1", by=cast["finance"])


@happy("fees.request_relief")
def _(cast: Cast) -> Call:
    prices.floor(cast)
    number = stage.contract(cast).number
    return call("fees.request_relief", number, amount=YUAN, reason="疫情", by=cast["market"])


@happy("fees.decide_relief")
def _(cast: Cast) -> Call:
    asked = call(
        "fees.request_relief", stage.contract(cast).number, amount=YUAN, reason="疫情", by=cast["market"]
    )()
    return call("fees.decide_relief", asked.number, granted=True, remark="", by=cast["director"])


@happy("fees.enter_source")
def _(cast: Cast) -> Call:
    return call("fees.enter_source", rows.client().uscc, source=Source.OWN, name="", by=cast["market"])


@happy("fees.quote_service")
def _(cast: Cast) -> Call:
    told = {"uscc": cases.USCC, "customer": "某公司", "amount": YUAN}
    return call("fees.quote_service", prices.service(cast), **told, by=cast["market"])


@happy("fees.deliver_service")
def _(cast: Cast) -> Call:
    told = {"held_on": DAY, "people": 3, "trainer": "auditor"}
    return call("fees.deliver_service", stage.ordered(cast), **told, by=cast["market"])


@happy("fees.withdraw_order")
def _(cast: Cast) -> Call:
    return call("fees.withdraw_order", stage.ordered(cast), reason="取消", by=cast["market"])


@happy("fees.invoice_order")
def _(cast: Cast) -> Call:
    return call("fees.invoice_order", stage.delivered(cast), fiscal_number="3", by=cast["finance"])


@happy("fees.reconcile_income")
def _(cast: Cast) -> Call:
    told = {"booked": Decimal(0), "explanation": "", "on": date(2027, 1, 5)}
    return call("fees.reconcile_income", 2026, **told, by=cast["finance"])
