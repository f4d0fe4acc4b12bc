"""行业开发 and 行业标签: a sector is opened and developed on its pages, clients are tagged, listed and let go, in two languages."""

from datetime import date

import pytest
from django.urls import reverse

from mingzheng.office.clients.models import Sector
from tests import rows

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
CARE = {"name_zh": "养老", "name_en": "Elderly care", "purpose": "服务养老机构"}


@pytest.fixture
def market(client, cast, it_is):
    it_is(DAY)
    client.force_login(cast["market"])
    return client


@pytest.fixture
def sector(market):
    market.post(reverse("staff:sectors") + "new/", CARE)
    return Sector.objects.get()


def test_a_sector_is_opened_and_what_was_done_is_recorded(market, sector):
    page = reverse("staff:sector", args=[sector.number])
    step = {"step": "training", "done_on": DAY, "what": "两名专职审核员"}
    way = f"{page}record-sector-step/"
    assert market.post(way, {**step, "what": ""}).status_code != 302
    assert market.post(way, step).url == page
    assert "两名专职审核员" in market.get(page).text


def test_a_client_is_tagged_listed_and_let_go(market, sector):
    one, other = rows.client(), rows.client()
    pages = {
        name: reverse(f"staff:{name}", args=[one.uscc]) for name in ("client", "tag-client", "untag-client")
    }
    said = {"sector": sector.number}
    assert market.post(pages["untag-client"], said).status_code != 302, "it carries no tag to take off"
    assert market.post(pages["tag-client"], said).url == pages["client"]
    listed = market.get(reverse("staff:clients") + f"?sector={sector.number}").text
    assert one.uscc in listed and other.uscc not in listed
    assert one.name_zh in market.get(reverse("staff:sector", args=[sector.number])).text
    assert market.post(pages["untag-client"], said).url == pages["client"]
    assert one.uscc not in market.get(reverse("staff:clients") + f"?sector={sector.number}").text


@pytest.mark.parametrize("language, name", [("zh-hans", "养老"), ("en", "Elderly care")])
def test_a_sector_is_called_by_its_name_in_the_readers_language(market, sector, language, name):
    market.cookies["django_language"] = language
    assert f"<h1>{name}" in market.get(reverse("staff:sector", args=[sector.number])).text
    assert f">{name}</option>" in market.get(reverse("staff:tag-client", args=[rows.client().uscc])).text


def test_who_neither_sells_nor_plans_tags_nobody(client, cast):
    client.force_login(cast["reviewer"])
    assert client.get(reverse("staff:tag-client", args=[rows.client().uscc])).status_code == 403
