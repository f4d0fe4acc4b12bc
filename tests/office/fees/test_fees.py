"""What clients owe and pay."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.contracts.actions.sign_contract import sign_contract
from mingzheng.office.contracts.models import Contract
from mingzheng.office.fees.actions.add_charge import add_charge
from mingzheng.office.fees.actions.credit_invoice import credit_invoice
from mingzheng.office.fees.actions.decide_relief import decide_relief
from mingzheng.office.fees.actions.deliver_service import deliver_service
from mingzheng.office.fees.actions.enter_source import enter_source
from mingzheng.office.fees.actions.invoice_order import invoice_order
from mingzheng.office.fees.actions.issue_invoice import issue_invoice
from mingzheng.office.fees.actions.plan_fees import plan_fees
from mingzheng.office.fees.actions.quote_service import quote_service
from mingzheng.office.fees.actions.receive_payment import receive_payment
from mingzheng.office.fees.actions.reconcile_income import reconcile_income
from mingzheng.office.fees.actions.refund_payment import refund_payment
from mingzheng.office.fees.actions.request_relief import request_relief
from mingzheng.office.fees.actions.withdraw_order import withdraw_order
from mingzheng.office.fees.models import Charge, Invoice, Relief, ServiceOrder
from mingzheng.office.fees.queries import clients_by_source, income, overdue
from mingzheng.office.people.models import Tie
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.fees import Source
from mingzheng.rulebook.prices import ImpartialityClass
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.office.contracts import cases, test_contract
from tests.office.prices import test_prices as prices
from tests.rows import DAY

from . import stage

pytestmark = pytest.mark.django_db


def waits(queue, by):
    return list(QUEUES[queue].waiting(by, DAY))


def pay(cast, number, amount, reference="B1", **more):
    payer = more.pop("payer", Invoice.objects.get(number=number).payer)
    told = {
        "amount": Decimal(amount),
        "payer": payer,
        "bank_reference": reference,
        "received_on": DAY,
        **more,
    }
    return receive_payment(number, **told, on=DAY, by=cast["finance"])


def test_a_signed_contract_makes_its_fees_due_cut_by_standard(cast):
    contract = cases.offered(cast)
    with pytest.raises(Refused, match="fee.not-signed"):
        plan_fees(contract.number, on=DAY, by=cast["finance"])
    test_contract.file_signed(contract, cast["market"])
    signed = {"client_signatory": "甲", "body_signatory": "乙"}
    sign_contract(contract.number, **signed, on=DAY, by=cast["market"])
    catch_up(at=timezone.now())
    catch_up(at=timezone.now())
    charges = Charge.objects.filter(contract=contract)
    assert sum(charge.amount for charge in charges) == contract.total == Decimal(70500)
    assert {charge.scheme for charge in charges} == {"QMS", "EMS"}
    assert Event.objects.filter(kind="contract.fees-planned").count() == 1
    with pytest.raises(Refused, match="fee.planned-already"):
        plan_fees(contract.number, on=DAY, by=cast["finance"])
    assert [row.due for row in waits("fees.to-invoice", cast["finance"])] == [Decimal(43500)]


def test_what_is_due_is_invoiced_paid_in_parts_and_then_settled(cast):
    contract = stage.contract(cast)
    stage.charge(cast, contract, 500, DAY + timedelta(days=400))
    with pytest.raises(Refused, match="fee.number-missing"):
        issue_invoice(contract.number, fiscal_number=" ", until=DAY, on=DAY, by=cast["finance"])
    told = issue_invoice(contract.number, fiscal_number="2531", until=DAY, on=DAY, by=cast["finance"])
    assert told.amount == 1000 and not waits("fees.to-invoice", cast["finance"])
    with pytest.raises(Refused, match="fee.nothing-due"):
        issue_invoice(contract.number, fiscal_number="2532", until=DAY, on=DAY, by=cast["finance"])
    pay(cast, told.number, 400)
    with pytest.raises(Refused, match="fee.reference-used"):
        pay(cast, told.number, 100)
    with pytest.raises(Refused, match="fee.more-than-open"):
        pay(cast, told.number, 601, "B2")
    with pytest.raises(Refused, match="duty.fee-by-third-party"):
        pay(cast, told.number, 600, "B2", payer="某咨询公司")
    assert [row.still_open for row in overdue(date(2026, 4, 2))] == [600] and not overdue(date(2026, 4, 1))
    pay(cast, told.number, 600, "B2")
    assert not overdue(date(2027, 1, 1))
    assert Event.objects.filter(subject=f"invoice:{told.number}").count() == 3


def test_a_credit_takes_back_by_scheme_and_what_was_paid_too_much_is_paid_back(cast):
    number = stage.invoiced(cast)
    pay(cast, number, 1000)
    told = {"amount": Decimal(300), "reason": "减少一个场所", "on": DAY, "by": cast["finance"]}
    credit = credit_invoice(number, fiscal_number="2599", **told).credit
    assert [row.number for row in waits("fees.to-pay-back", cast["finance"])] == [number]
    assert income(DAY, DAY) == [
        ("certification", "EMS", Decimal(350)),
        ("certification", "QMS", Decimal(350)),
    ]
    with pytest.raises(Refused, match="fee.credit-of-credit"):
        credit_invoice(credit, fiscal_number="2600", **told)
    with pytest.raises(Refused, match="fee.number-used"):
        credit_invoice(number, fiscal_number="2599", **told)
    with pytest.raises(Refused, match="fee.more-than-paid"):
        refund_payment(number, amount=Decimal(1001), bank_reference="R1", on=DAY, by=cast["finance"])
    refund_payment(number, amount=Decimal(300), bank_reference="R1", on=DAY, by=cast["finance"])
    assert not waits("fees.to-pay-back", cast["finance"])


def test_relief_comes_off_the_next_invoice_and_below_the_floor_a_director_grants_it(cast):
    prices.floor(cast, 1)
    contract = stage.contract(cast)  # carried over: nobody knows its days
    told = {"amount": Decimal(200), "reason": "疫情期间停产"}
    number = request_relief(contract.number, **told, on=DAY, by=cast["market"]).number
    assert Relief.objects.get().below_floor
    assert not waits("fees.relief", cast["finance"])
    assert [row.number for row in waits("fees.relief", cast["director"])] == [number]
    with pytest.raises(Refused, match="fee.relief-by-director"):
        decide_relief(number, granted=True, remark="", on=DAY, by=cast["finance"])
    decide_relief(number, granted=True, remark="", on=DAY, by=cast["director"])
    invoice = issue_invoice(contract.number, fiscal_number="2531", until=DAY, on=DAY, by=cast["finance"])
    assert invoice.amount == 800
    with pytest.raises(Refused, match="fee.relief-too-large"):
        request_relief(contract.number, **told, on=DAY, by=cast["market"])
    assert not waits("fees.relief", cast["director"])


def test_relief_that_was_asked_for_and_then_invoiced_away_is_not_granted(cast):
    contract = stage.contract(cast)
    told = {"amount": Decimal(200), "reason": "疫情"}
    number = request_relief(contract.number, **told, on=DAY, by=cast["market"]).number
    assert not Relief.objects.get().below_floor  # there is no floor
    issue_invoice(contract.number, fiscal_number="2531", until=DAY, on=DAY, by=cast["finance"])
    with pytest.raises(Refused, match="fee.relief-too-large"):
        decide_relief(number, granted=True, remark="", on=DAY, by=cast["finance"])
    decide_relief(number, granted=False, remark="已开票", on=DAY, by=cast["finance"])


def test_only_services_with_a_class_that_is_not_forbidden_are_quoted(cast):
    for held, code in ((None, "service.unclassified"), (ImpartialityClass.FORBIDDEN, "service.forbidden")):
        service = prices.service(cast, as_class=held)
        told = {"uscc": cases.USCC, "customer": "某公司", "amount": Decimal(1)}
        with pytest.raises(Refused, match=code):
            quote_service(service, **told, on=DAY, by=cast["market"])


def test_who_trains_an_organisation_keeps_away_from_its_audits(cast):
    number = stage.ordered(cast)
    assert [row.number for row in waits("fees.to-deliver", cast["market"])] == [number]
    told = {"held_on": DAY, "people": 12, "on": DAY, "by": cast["market"]}
    with pytest.raises(Refused, match="fee.trainer-missing"):
        deliver_service(number, **told)
    deliver_service(number, **told, trainer="auditor")
    catch_up(at=timezone.now())
    catch_up(at=timezone.now())
    tie = Tie.objects.get()
    assert (tie.person.login, tie.uscc, tie.kind, tie.ended_on) == ("auditor", cases.USCC, "training", DAY)
    assert [row.number for row in waits("fees.orders-to-invoice", cast["finance"])] == [number]
    invoice_order(number, fiscal_number="2531", on=DAY, by=cast["finance"])
    with pytest.raises(Refused, match="fee.invoiced"):
        invoice_order(number, fiscal_number="2532", on=DAY, by=cast["finance"])
    assert income(DAY, DAY) == [("training", "", Decimal(8000))]


def test_a_public_course_ties_nobody_and_an_order_may_be_withdrawn(cast):
    open_one = stage.delivered(cast, as_class=ImpartialityClass.OPEN)
    catch_up(at=timezone.now())
    assert not Tie.objects.exists()
    with pytest.raises(Refused, match="fee.delivered"):
        withdraw_order(open_one, reason="取消", on=DAY, by=cast["market"])
    number = stage.ordered(cast)
    with pytest.raises(Refused, match="fee.not-delivered"):
        invoice_order(number, fiscal_number="1", on=DAY, by=cast["finance"])
    withdraw_order(number, reason="客户改期", on=DAY, by=cast["market"])
    assert ServiceOrder.objects.get(number=number).withdrawn_on == DAY


def test_every_client_has_one_source_and_the_shares_are_of_all(cast):
    one, other = rows.client(), rows.client()
    assert len(waits("fees.no-source", cast["market"])) == 2
    enter_source(one.uscc, source=Source.OWN, name="", on=DAY, by=cast["market"])
    with pytest.raises(Refused, match="fee.agent-unnamed"):
        enter_source(other.uscc, source=Source.AGENT, name="", on=DAY, by=cast["market"])
    enter_source(other.uscc, source=Source.AGENT, name="某代理", on=DAY, by=cast["market"])
    enter_source(other.uscc, source=Source.PARTNER, name="某院", on=DAY, by=cast["market"])
    assert clients_by_source() == {Source.OWN: 1, Source.AGENT: 0, Source.PARTNER: 1}
    assert not waits("fees.no-source", cast["market"])


def test_a_year_is_held_against_the_accounts_to_the_fen(cast):
    stage.invoiced(cast)
    by, later = cast["finance"], date(2027, 1, 10)
    with pytest.raises(Refused, match="fee.year-not-over"):
        reconcile_income(2026, booked=Decimal(1000), explanation="", on=DAY, by=by)
    with pytest.raises(Refused, match="fee.difference-unexplained"):
        reconcile_income(2026, booked=Decimal("999.99"), explanation="", on=later, by=by)
    told = reconcile_income(2026, booked=Decimal(1000), explanation="", on=later, by=by)
    assert (told.number, told.invoiced) == ("HD2026", 1000)
    with pytest.raises(Refused, match="fee.reconciled"):
        reconcile_income(2026, booked=Decimal(1000), explanation="", on=later, by=by)


def test_a_fee_is_entered_of_a_signed_contract_only(cast):
    contract = rows.contract(signed_on=None)
    with pytest.raises(Refused, match="fee.not-signed"):
        add_charge(contract.number, what="other", amount=Decimal(1), due_on=DAY, on=DAY, by=cast["market"])


@pytest.mark.broken_books
def test_an_invoice_that_is_not_its_charges_or_payments_is_found(cast):
    number = stage.invoiced(cast)
    Charge.objects.update(amount=1)
    Invoice.objects.filter(number=number).update(paid=5)
    found = check_the_books()
    assert {"an invoice is the sum of its charges"} < found.keys()
    assert "what is paid and taken back of an invoice are its payments and its credits" in found
    assert Contract.objects.count() == 1
