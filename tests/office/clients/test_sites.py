"""Sites of a client: entered, changed, closed, each in its district."""

from datetime import date

import pytest

from mingzheng.office.clients.actions.change_client import change_client
from mingzheng.office.clients.actions.change_site import change_site
from mingzheng.office.clients.actions.enter_site import enter_site
from mingzheng.office.clients.models import Client, Site
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
FACTS = {"kind": "permanent", "name_zh": "成都厂", "address_zh": "示例路2号", "district": "510100"}


@pytest.fixture
def planner(person):
    return person("zhou", Role.PROGRAMME_MANAGER)


@pytest.fixture
def uscc(db) -> str:
    return rows.client().uscc


def codes(caught) -> list[str]:
    return [objection.code for objection in caught.value.objections]


def test_a_site_is_entered_changed_and_closed_once_its_place_is_known(uscc, planner):
    enter_site(uscc, facts=FACTS, on=DAY, by=planner)
    site = Site.objects.get()
    told = change_site(uscc, site.pk, facts={**FACTS, "closed_on": DAY}, on=DAY, by=planner)
    assert told.fields == ["closed_on"]
    with pytest.raises(Refused) as caught:
        change_site(uscc, site.pk, facts={**FACTS, "closed_on": DAY}, on=DAY, by=planner)
    assert codes(caught) == ["client.nothing-changed"]
    with pytest.raises(Refused) as caught:
        enter_site(uscc, facts={**FACTS, "name_zh": " ", "district": "999999"}, on=DAY, by=planner)
    assert codes(caught) == ["client.site-without-name-or-address", "client.unknown-district"]
    assert kinds() == ["client.site-entered", "client.site-changed"]


def test_a_client_lies_in_a_district_that_is_known(uscc, planner):
    change_client(uscc, facts={"district": "510104"}, on=DAY, by=planner)
    assert Client.objects.get().district == "510104"
    with pytest.raises(Refused) as caught:
        change_client(uscc, facts={"district": "5101"}, on=DAY, by=planner)
    assert codes(caught) == ["client.unknown-district"]


@pytest.mark.parametrize("act", [
    lambda uscc, by: enter_site(uscc, facts=FACTS, on=DAY, by=by),
    lambda uscc, by: change_site(uscc, 1, facts=FACTS, on=DAY, by=by),
])  # fmt: skip
def test_sites_are_no_business_of_an_auditor(person, uscc, act):
    with pytest.raises(Refused, match="person.not-yours"):
        act(uscc, person("a", Role.AUDITOR))
