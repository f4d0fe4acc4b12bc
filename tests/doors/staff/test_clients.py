"""The client's page: who he is, what he has, what happened."""

import pytest
from django.urls import reverse

from mingzheng.doors import today
from mingzheng.office.clients.models import Client
from tests.office.contracts import cases

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: cases.DAY)


@pytest.fixture
def market(client, cast):
    client.force_login(cast["market"])
    return client


def page(name: str, *args: object) -> str:
    return reverse(f"staff:{name}", args=args)


def test_a_client_is_opened_found_and_changed(market):
    market.post(page("open-client"), {"uscc": f" {cases.USCC.lower()}", "name_zh": "重庆长安示例有限公司"})
    assert Client.objects.get().uscc == cases.USCC
    assert cases.USCC in market.get(page("clients") + "?q=cqca").text
    assert cases.USCC not in market.get(page("clients") + "?q=zzzz").text
    market.post(page("change-client", cases.USCC), {"name_zh": "新名有限公司", "address_zh": "示例路"})
    market.post(page("add-contact", cases.USCC), {"name": "李工", "phone": "000"})
    shown = market.get(page("client", cases.USCC)).text
    assert "重庆长安示例有限公司" in shown and "曾用名" in shown and "李工" in shown
    assert cases.USCC in market.get(page("clients") + "?q=cqca").text
    assert "Former name" in market.get(page("client", cases.USCC), headers={"Accept-Language": "en"}).text


def test_a_client_known_already_is_not_opened_again(market, cast):
    cases.accepted(cast)
    refused = market.post(page("open-client"), {"uscc": cases.USCC, "name_zh": "别名"})
    assert refused.status_code == 409 and "已建立客户档案" in refused.text


def test_an_accepted_applicant_has_a_page_with_his_contract(market, cast):
    contract = cases.offered(cast)
    shown = market.get(page("client", cases.USCC)).text
    assert contract.number in shown and contract.application.number in shown and "何经理" in shown
    listed = market.get(page("contracts")).text
    assert contract.number in listed and "¥70,500.00" in listed
    assert (
        "Total, tax included"
        in market.get(page("contract", contract.number), headers={"Accept-Language": "en"}).text
    )


def test_whoever_may_not_change_a_client_sees_no_button_and_is_refused(client, cast):
    cases.accepted(cast)
    client.force_login(cast["quality"])
    assert page("change-client", cases.USCC) not in client.get(page("client", cases.USCC)).text
    assert client.post(page("change-client", cases.USCC), {"name_zh": "x"}).status_code == 403
