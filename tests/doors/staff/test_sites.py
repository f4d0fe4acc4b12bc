"""The pages of sites, and of the visits to them."""

from datetime import date

import pytest

from mingzheng.office.clients.models import Site
from mingzheng.office.programmes.models import Visit
from mingzheng.rulebook.roles import Role
from tests import rows

pytestmark = pytest.mark.django_db
CHENGDU = "510100"
FACTS = {"kind": "permanent", "name_zh": "成都厂", "address_zh": "示例路2号", "district": CHENGDU}


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("mingzheng.doors.today.clock", lambda: date(2026, 3, 2))


@pytest.fixture
def visit(db):
    contract = rows.contract(["QMS", "EMS"])
    return rows.visit("surveillance", [rows.certification(s, contract=contract) for s in ("QMS", "EMS")])


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_sites_and_visits_to_them_have_their_pages(client, person, visit, language):
    client.force_login(person("zhou", Role.PROGRAMME_MANAGER))
    client.cookies["django_language"] = language
    card = f"/staff/clients/{visit.client.uscc}/"
    assert client.post(f"{card}sites/new/", FACTS).status_code == 302
    site = Site.objects.get()
    assert "成都厂" in client.get(card).content.decode()
    assert client.post(f"{card}sites/{site.pk}/", {**FACTS, "district": "1"}).status_code == 409
    assert client.post(f"{card}sites/{site.pk}/", {**FACTS, "address_zh": "示例路3号"}).status_code == 302
    assert (
        client.post(f"{card}change/", {"name_zh": visit.client.name_zh, "district": CHENGDU}).status_code
        == 302
    )
    here = f"/staff/programmes/visits/{visit.number}"
    assert "成都厂" in client.get(f"{here}/site/").content.decode()
    assert client.post(f"{here}/site/", {"site": site.pk}).status_code == 302
    assert "成都厂" in client.get(f"/staff/schedule/{visit.number}/").content.decode()
    assert client.get(f"{here}/apart/").status_code == 200
    assert client.post(f"{here}/apart/", {"site": site.pk, "QMS": "1"}).status_code == 302
    assert Visit.objects.filter(kind="special", site=site).exists()


def test_sites_are_not_the_auditors_to_change(client, person, visit):
    client.force_login(person("a", Role.AUDITOR))
    assert client.get(f"/staff/clients/{visit.client.uscc}/sites/new/").status_code == 403
    assert client.get(f"/staff/clients/{visit.client.uscc}/sites/1/").status_code == 403
    assert client.get(f"/staff/programmes/visits/{visit.number}/site/").status_code == 403
    assert client.get(f"/staff/programmes/visits/{visit.number}/apart/").status_code == 403
