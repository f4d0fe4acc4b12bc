"""Many certificates at once, only for who knows whose they are; and nobody asks faster than a person reads."""

import json
import re

import pytest

from mingzheng.doors import today
from mingzheng.doors.frame import pace
from mingzheng.office.publication.actions.withhold_certificate import withhold_certificate
from tests.certified import body, certificate
from tests.published import on_show, on_show_suspended
from tests.rows import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)


def ask(client, *pairs, status=200):
    asked = {"certificates": [{"number": number, "who": who} for number, who in pairs]}
    answer = client.post("/verify/batch", json.dumps(asked), content_type="application/json")
    assert answer.status_code == status
    return answer.json()


def test_each_is_answered_in_its_place(client):
    first, second = on_show(), on_show_suspended("EMS")
    told = ask(
        client,
        (second.number, second.name_zh),
        ("06426Q99999R0M", "x"),
        (first.number, first.certification.client.uscc),
    )
    assert [one["verdict"] for one in told["certificates"]] == ["suspended", "unknown", "in_force"]
    assert told["certificates"][2]["valid_until"] == "2029-03-01" and "/C/" in told["certificates"][2]["page"]
    assert told["as_of"] == "2026-03-02"


def test_a_wrong_name_an_unknown_number_and_one_not_public_are_the_same_answer(client, cast):
    held, hidden, strange = on_show(), certificate("EMS"), "06426Q99999R0M"
    told = ask(
        client, (held.number, "别的公司"), (hidden.number, hidden.name_zh), (strange, "x"), (held.number, "")
    )
    assert [{**one, "number": ""} for one in told["certificates"]] == [
        {"number": "", "verdict": "unknown"}
    ] * 4
    withhold_certificate(held.number, reason="客户书面申请", on=DAY, by=cast["director"])
    assert ask(client, (held.number, held.name_zh))["certificates"][0]["verdict"] == "in_force"


def test_two_thousand_at_most_and_in_few_questions_of_the_database(client, django_assert_max_num_queries):
    held = on_show()
    with django_assert_max_num_queries(2):
        told = ask(client, *[(held.number, held.name_zh)] * 2000)
    assert len(told["certificates"]) == 2000
    ask(client, *[(held.number, held.name_zh)] * 2001, status=400)
    for broken in ("", "[]", '{"certificates": 3}', '{"certificates": [{"number": 3, "who": "x"}]}'):
        assert client.post("/verify/batch", broken, content_type="application/json").status_code == 400
    assert client.get("/verify/batch").status_code == 405


def test_unknown_and_hidden_are_the_same_page(client):
    body()
    hidden = certificate()
    answers = [client.get(f"/c/{number}/") for number in (hidden.number, "06426Q00009R0M")]
    said = [re.sub(r"\w{64}", "", one.content.decode()) for one in answers]
    assert said[0].replace(hidden.number, "") == said[1].replace("06426Q00009R0M", "")
    assert [one.status_code for one in answers] == [404, 404]


def test_beyond_sixty_a_minute_an_address_waits_and_others_do_not(client, monkeypatch):
    held = on_show()
    answers = [client.get(f"/c/{held.number}/").status_code for _ in range(61)]
    assert answers == [200] * 60 + [429]
    assert client.get(f"/c/{held.number}/")["Retry-After"] == "60"
    assert client.get(f"/c/{held.number}/", REMOTE_ADDR="10.0.0.9").status_code == 200
    monkeypatch.setattr(pace.time, "monotonic", lambda: 1e9)
    assert client.get(f"/c/{held.number}/").status_code == 200


def test_behind_a_proxy_the_address_it_names_last_counts(rf, settings):
    request = rf.get("/", headers={"X-Forwarded-For": "1.1.1.1, 2.2.2.2"})
    assert pace.address_of(request.META) == "127.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert pace.address_of(request.META) == "2.2.2.2"
