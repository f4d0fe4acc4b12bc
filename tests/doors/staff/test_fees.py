"""Screens of fees: what contracts owe, invoices, relief, services ordered, sources, income."""

from decimal import Decimal

import pytest
from django.utils import translation

from mingzheng.doors.staff.fees.invoices import payer
from mingzheng.office.clients.models import Client
from mingzheng.office.contracts.models import Contract
from mingzheng.office.fees.models import ClientSource, Invoice, Payment, Reconciliation, Relief, ServiceOrder
from mingzheng.rulebook.prices import ImpartialityClass
from tests.office.contracts.cases import USCC
from tests.office.fees import stage
from tests.office.prices import test_prices as prices
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = "/staff/fees/"


def text(answer) -> str:
    return answer.content.decode()


def test_a_contract_is_invoiced_paid_and_credited(enter, cast):
    contract = stage.contract(cast)
    at = f"{AT}receivables/{contract.number}/"
    finance = enter("finance")
    assert contract.number in text(finance.get(f"{AT}receivables/"))
    assert "其他费用" in text(finance.get(at))
    added = {"what": "special", "amount": "200", "due_on": DAY}
    assert finance.post(f"{at}add-charge/", added).url == at
    assert finance.post(f"{at}issue-invoice/", {"fiscal_number": "2531", "until": DAY}).url == at
    invoice = Invoice.objects.get()
    assert invoice.amount == 1200
    of = f"{AT}invoices/{invoice.number}/"
    assert "¥1,200.00" in text(finance.get(f"{AT}invoices/")) and "待付款" in text(finance.get(of))
    paid = {"amount": "700", "payer": "别家", "bank_reference": "B1", "received_on": DAY}
    assert "认证费" in text(finance.post(f"{of}receive-payment/", paid)) and not Payment.objects.exists()
    assert finance.post(f"{of}receive-payment/", {**paid, "payer": invoice.payer}).url == of
    assert "B1" in text(finance.get(of)) and "B1" in text(finance.get(f"{AT}payments/"))
    payment = Payment.objects.get().number
    received = text(finance.get(f"{AT}payments/{payment}/"))
    assert invoice.number in received and "到账 700.00 元" in received  # the history of its invoice
    listed = text(finance.get(f"{AT}invoices/"))
    assert 'placeholder="编号、付款单位"' in listed
    assert f"登记到账：{invoice.number} · {invoice.payer}" in text(finance.get(f"{of}receive-payment/"))
    credited = {"amount": "900", "fiscal_number": "2599", "reason": "减场所"}
    assert finance.post(f"{of}credit-invoice/", credited).url == of
    assert "待退款" in text(finance.get(of))
    assert finance.post(f"{of}refund-payment/", {"amount": "400", "bank_reference": "R1"}).url == of
    assert "已结清" in text(finance.get(of))
    page = text(finance.get(AT))
    assert "¥300.00" in page and "QMS" in page
    assert enter("auditor").get(AT).status_code == 403 and enter("auditor").get(of).status_code == 403


def test_relief_is_asked_for_by_marketing_and_decided_by_the_direction(enter, cast):
    prices.floor(cast)
    contract = stage.contract(cast)
    market = enter("market")
    asked = {"amount": "100", "reason": "疫情停产"}
    assert market.post(f"{AT}receivables/{contract.number}/request-relief/", asked).status_code == 302
    at = f"{AT}reliefs/{Relief.objects.get().number}/"
    assert "低于底价" in text(market.get(f"{AT}reliefs/"))
    assert enter("finance").post(f"{at}decide-relief/", {"granted": "on"}).status_code == 409
    director = enter("director")
    assert "疫情停产" in text(
        director.get(f"{at}decide-relief/")
    )  # what is decided stands above the decision
    assert director.post(f"{at}decide-relief/", {"granted": "on", "remark": "同意"}).url == at
    assert "已批准" in text(director.get(at))


def test_a_service_from_the_quotation_to_the_invoice(enter, cast):
    service = prices.service(cast, as_class=ImpartialityClass.GUARDED)
    market = enter("market")
    told = {"service": service, "customer": "某公司", "uscc": USCC, "amount": "8000"}
    assert market.post(f"{AT}orders/new/", told).url == f"{AT}orders/"
    number = ServiceOrder.objects.get().number
    at = f"{AT}orders/{number}/"
    assert number in text(market.get(f"{AT}orders/"))
    done = {"held_on": DAY, "people": "12", "certificates": "11", "trainer": "auditor"}
    assert market.post(f"{at}deliver-service/", {**done, "trainer": ""}).status_code == 409
    assert market.post(f"{at}deliver-service/", done).url == at
    assert market.post(f"{at}withdraw-order/", {"reason": "晚了"}).status_code == 409
    finance = enter("finance")
    assert finance.post(f"{at}invoice-order/", {"fiscal_number": "2540"}).url == at
    assert "已完成" in text(finance.get(at)) and "培训" in text(finance.get(AT))


def test_a_source_is_entered_and_a_year_held_against_the_accounts(enter, cast):
    client_of = stage.contract(cast).client
    market = enter("market")
    at = f"{AT}sources/{client_of.uscc}/"
    assert client_of.name_zh in text(market.get(f"{AT}sources/"))
    assert market.post(f"{at}enter-source/", {"source": "agent", "name": "某代理"}).url == at
    assert "某代理" in text(market.get(at)) and ClientSource.objects.get().source == "agent"
    finance = enter("finance")
    told = {"year": "2025", "booked": "5", "explanation": ""}
    assert finance.post(f"{AT}reconciliations/new/", told).status_code == 409
    finance.post(f"{AT}reconciliations/new/", {**told, "explanation": "跨年"})
    assert Reconciliation.objects.get().booked == Decimal(5)
    assert "跨年" in text(finance.get(f"{AT}reconciliations/HD2025/"))
    assert "¥5.00" in text(finance.get(f"{AT}reconciliations/?tab=all"))


@pytest.mark.parametrize(
    ("said", "language", "read"),
    [("甲公司", "en", "A Ltd."), ("甲公司", "zh-hans", "甲公司"), ("乙公司", "en", "乙公司")],
)
def test_a_payer_who_is_the_client_is_called_as_the_reader_knows_him(said, language, read):
    client = Client(name_zh="甲公司", name_en="A Ltd.")
    with translation.override(language):
        assert payer(Invoice(contract=Contract(client=client)), said) == read
        assert payer(Invoice(), said) == said
