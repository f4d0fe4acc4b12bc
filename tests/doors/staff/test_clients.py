"""The client's page: who he is, what he has, what happened."""

from datetime import date

import pytest
from django.urls import reverse

from mingzheng.doors import today
from mingzheng.office.clients.models import Client, ClientTier
from mingzheng.office.contracts.models import Application
from mingzheng.rulebook.roles import Role
from tests import rows
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


def test_a_tier_is_set_shown_filtered_and_kept_from_whoever_decides(client, market, cast):
    one, other = rows.client(), rows.client()
    assert "尚未分级" in market.get(page("client", one.uscc)).text
    market.post(page("set-tier", one.uscc), {"tier": "premium", "reason": "三体系两个周期"})
    shown = market.get(page("client", one.uscc), headers={"Accept-Language": "en"}).text
    assert "Premium" in shown and "三体系两个周期" in shown
    listed = market.get(page("clients") + "?tier=premium").text
    assert one.uscc in listed and other.uscc not in listed
    again = market.post(page("set-tier", one.uscc), {"tier": "premium", "reason": "x"})
    assert again.status_code == 409 and "客户已是这一等级" in again.text
    for role in ("reviewer", "decision_maker"):
        client.force_login(cast[role])
        assert "三体系" not in client.get(page("client", one.uscc)).text
        hidden = client.get(page("clients") + "?tier=premium").text
        assert one.uscc in hidden and other.uscc in hidden and "优质客户" not in hidden
        assert client.get(page("handling")).status_code == 403


def test_whoever_decides_beside_another_task_sees_no_handling_times(client, person):
    client.force_login(person("both", Role.MARKET, Role.REVIEWER))
    assert client.get(page("handling")).status_code != 200


@pytest.mark.parametrize("language, words", [("zh-hans", "相差过大"), ("en", "Too far apart")])
def test_handling_times_lie_side_by_side_and_those_far_apart_are_called_out(market, language, words):
    market.cookies["django_language"] = language
    assert words not in market.get(page("handling")).text
    one, other = rows.client(), rows.client()
    ClientTier.objects.create(client=one, tier="premium", set_on=date(2026, 1, 1), reason="x", set_by="m")
    for n, (of, days) in enumerate(((one, 1), (other, 7))):
        Application.objects.create(
            number=f"SQ-{n}", token=f"t{n}", status="accepted", uscc=of.uscc, begun_on=cases.DAY,
            submitted_on=date(2026, 1, 5), concluded_on=date(2026, 1, 5 + days),
        )  # fmt: skip
    shown = market.get(page("handling") + "?year=2026").text
    assert words in shown
    assert words not in market.get(page("handling") + "?year=2025").text


def test_who_looks_after_a_client_is_chosen_shown_and_listed_by(client, market, cast):
    one, other = rows.client(), rows.client()
    here = page("client", one.uscc)
    asking = market.get(page("give-account", one.uscc)).text
    assert cast["technical"].name_zh in asking and f"指定客户经理：{one.name_zh}" in asking
    assert '<option value="" selected>--</option>' in asking  # nobody before somebody is chosen
    assert market.post(page("give-account", one.uscc), {"owner": "technical"}).url == here
    assert market.post(page("give-account", one.uscc), {"owner": "technical"}).status_code == 409
    assert page("end-account", one.uscc) in market.get(here).text
    listed = market.get(page("clients") + "?owner=technical").text
    assert one.uscc in listed and other.uscc not in listed
    assert market.post(page("end-account", one.uscc), {"reason": "调岗"}).url == here
    assert page("end-account", one.uscc) not in market.get(here).text
    client.force_login(cast["reviewer"])
    assert client.get(page("give-account", one.uscc)).status_code == 403
