"""The two things an extraordinary event allows on the page of a certificate."""

from datetime import date

import pytest
from django.urls import reverse

from mingzheng.doors import today
from mingzheng.office.quality.models import SpecialEvent
from mingzheng.rulebook.roles import Role
from tests.certified import certificate

pytestmark = pytest.mark.django_db
ISSUED, DAY = date(2019, 3, 4), date(2020, 2, 10)  # under the rule of 2016
PAGES = {
    "put-off-surveillance": (Role.PROGRAMME_MANAGER, date(2020, 6, 1), "surveillance_due_on"),
    "prolong": (Role.DECISION_MAKER, date(2022, 6, 1), "expires_on"),
}


@pytest.fixture(params=PAGES)
def page(request, client, person, monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)
    role, until, field = PAGES[request.param]
    client.force_login(person("wang", role))
    return client, request.param, until, field


def event() -> None:
    SpecialEvent.objects.create(
        number="TX2020-0001", name="疫情", notice="通知", scope="全国", first_day=DAY,
        allowed=["postponed", "prolonged"],
    )  # fmt: skip


def test_in_an_event_the_day_is_moved_and_the_page_says_from_which(page):
    client, name, until, field = page
    held = certificate(on=ISSUED)
    original = getattr(held, field)
    event()
    where = reverse(f"staff:{name}", args=[held.number])

    assert where in client.get(reverse("staff:certificate", args=[held.number])).content.decode()
    assert f"{original}" in client.get(where).content.decode()
    client.post(where, {"until": until.isoformat(), "reason": "疫情期间无法到现场"})

    held.refresh_from_db()
    assert getattr(held, field) == until
    shown = client.get(reverse("staff:certificate", args=[held.number])).content.decode()
    assert "特殊事件" in shown and f"{original}" in shown


def test_without_an_event_it_is_refused(page):
    client, name, until, field = page
    held = certificate(on=ISSUED)

    answer = client.post(reverse(f"staff:{name}", args=[held.number]), {"until": until, "reason": "想晚一点"})

    assert answer.status_code == 409 and "特殊事件" in answer.content.decode()
    held.refresh_from_db()
    assert getattr(held, field) < until
