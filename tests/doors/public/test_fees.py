"""Anybody reckons the price by the published rates: what a quotation would say, line by line, and it binds nobody."""

from decimal import Decimal

import pytest
from django.urls import reverse

from mingzheng.office.contracts.actions.accept_application import accept_application
from mingzheng.office.contracts.actions.offer_contract import offer_contract
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.contracts.pricing import Price, agreed_lines
from mingzheng.office.record.models import Event
from tests.office.contracts import cases
from tests.rows import DAY

pytestmark = pytest.mark.django_db
ONE_KIND = [{"kind": "full_time", "count": 85, "hours": "8", "shift": "", "note": ""}]


def asked(client, **said) -> Price:
    return client.get(reverse("public:fees"), said).context["price"]


def test_the_public_reckons_what_the_quotation_says(client, cast):
    cases.equip()
    application = cases.reviewed(
        cases.submitted(personnel=ONE_KIND, standards=["QMS", "EMS"]), cast, factors={}
    )
    accept_application(application.number, on=DAY, by=cast["market"])
    number = offer_contract(application.number, on=DAY, by=cast["market"]).number
    quoted = Contract.objects.get(number=number)
    price = asked(client, people=85, QMS="medium", EMS="medium")
    assert list(price.lines) == agreed_lines(quoted) and price.total == quoted.total


def test_it_follows_the_published_rates_and_leaves_no_trace(client, cast):
    cases.equip()
    before = Event.objects.count()
    price = asked(client, people=85, QMS="medium")
    days = next(line for line in price.lines if line.what == "price.initial")
    assert days.price == Decimal(3000) and days.quantity > 0
    assert asked(client, people=85, EMS="high").total > asked(client, people=85, EMS="low").total
    assert Event.objects.count() == before and not Application.objects.exists()


@pytest.mark.parametrize(
    "language, binding, none",
    [("zh-hans", "没有约束力", "请至少选择一个标准"), ("en", "binds nobody", "Choose at least one standard")],
)
def test_the_page_says_that_it_binds_nobody_and_what_is_missing(client, cast, language, binding, none):
    cases.equip()
    client.cookies["django_language"] = language
    page = client.get(reverse("public:fees"))
    assert page.status_code == 200 and binding in page.text and page.context["price"] is None
    assert none in client.get(reverse("public:fees"), {"people": 85}).text
    assert asked(client, people=0, QMS="medium") is None
    assert reverse("public:fees") in client.get(reverse("public:home")).text


def test_a_body_that_has_published_nothing_reckons_nothing(client, db):
    assert asked(client, people=85, QMS="medium") is None
