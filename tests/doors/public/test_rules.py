"""The public pages of the rules, and the same over HTTP for programs; nobody logs in."""

import json
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from mingzheng.doors import today
from mingzheng.rulebook.catalogue import RULES
from mingzheng.rulebook.dated_numbers import NUMBERS
from mingzheng.words import WORDS, pick

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: date(2026, 11, 22))


def page(client, path, language="zh-hans", **query):
    response = client.get(path, query, headers={"Accept-Language": language})
    assert response.status_code == 200
    return unescape(response.content.decode())


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_list_shows_every_rule_number_and_edition(client, language):
    shown = page(client, "/rules/", language)
    for name in RULES:
        assert pick(*WORDS[f"rule.{name}"], language) in shown and f"/rules/{name}/" in shown
    assert "CNCA-QMS-01:2025" in shown and "2025-12-31" in shown
    assert all(number.clause in shown for number in NUMBERS.values())


@pytest.mark.slow
@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_form_and_answers_its_example_with_a_proof(client, name):
    empty = page(client, f"/rules/{name}/")
    for field in RULES[name].input_schema["properties"]:
        assert f'name="{field}"' in empty or f'id="rows-{field}"' in empty, field
    for language in ("zh-hans", "en"):
        shown = page(client, f"/rules/{name}/", language, example="1")
        assert pick("推导", "Derivation", language) in shown and 'class="sheet proof"' in shown


AUDIT_TIME = {
    "personnel": "85",
    "standard": "QMS",
    "complexity": "medium",
    "kind": "initial",
    "factors-7-reason": "体系成熟",
    "factors-7-percent": "-10",
    "factors-3-reason": "",
    "factors-3-percent": "",
}


def test_anyone_computes_auditor_days_and_prints_the_proof(client):
    shown = page(client, "/rules/audit-time/", "en", **AUDIT_TIME)
    answer = shown[shown.index('id="answer"') :]
    assert (
        "<dt>Days</dt><dd><div>5.5</div>" in answer
        and "<dt>On site at least</dt><dd><div>4.5</div>" in answer
    )
    assert "Factor: 体系成熟" in answer and "IAF MD 5:2019 2.1.2" in answer and "CNAS-CC105:2020" in answer
    assert "data-print" in shown


def test_a_doubtful_cell_is_marked_in_the_proof(client):
    shown = page(
        client, "/rules/audit-time/", personnel="700", standard="EMS", complexity="limited", kind="initial"
    )
    assert 'class="doubtful"' in shown and "待核实" in shown


@pytest.mark.parametrize(
    ("more", "field", "words"),
    [
        ({"personnel": ""}, "personnel", "必填项缺失"),
        ({"personnel": "many"}, "personnel", "many 不是整数"),
        ({"standard": "EMS", "complexity": ""}, "complexity", "没有所选的复杂程度"),
        ({"factors-7-reason": ""}, "factors-7-reason", "必填项缺失"),
        ({"factors-7-percent": "ten"}, "factors-7-percent", "ten 不是数字"),
    ],
)
def test_what_is_wrong_stands_next_to_its_field(client, more, field, words):
    shown = page(client, "/rules/audit-time/", **{**AUDIT_TIME, **more})
    error = shown.index(f'id="id_{field}_error"')
    assert words in shown[error : error + 400] and "IAF MD 5" in shown[error : error + 400]
    assert 'id="answer"' not in shown


def test_rows_come_and_go(client):
    assert 'name="factors-' in page(client, "/rules/audit-time/row/factors/")
    added = page(client, "/rules/audit-time/", **AUDIT_TIME, add="factors")
    assert 'value="体系成熟"' in added and 'id="answer"' not in added
    assert 'value="体系成熟"' not in page(client, "/rules/audit-time/", **AUDIT_TIME, drop="factors-7")
    assert client.get("/rules/audit-time/row/personnel/").status_code == 404


def test_lists_maps_ticks_and_choices_reach_the_rule(client):
    shown = page(client, "/rules/professional-auditors/", "en", areas="17.10=2\n18.01=1", standard="QMS")
    assert (
        "<dt>Areas that may be offered</dt><dd><div>17.10</div>" in shown
        and "at least 2 are required" in shown
    )
    shown = page(client, "/rules/multi-site-draw/", names="a\nb，c", count="2", seed="x")
    assert 'id="answer"' in shown
    shown = page(client, "/rules/integration-reduction/", **{"standards": ["QMS", "EMS"], "team-1-standards": ["QMS", "EMS"], "integration_percent": "80", "table-1-integration": "80", "table-1-ability": "100", "table-1-percent": "15"})  # fmt: skip
    assert "<div>15</div>" in shown
    thirds = {
        "personnel": "300",
        "kind": "surveillance",
        "standard": "QMS",
        "factors-1-reason": "x",
        "factors-1-percent": "40",
    }
    for floors, days in (("", "5"), ("true", "5"), ("false", "4.5")):
        shown = page(client, "/rules/audit-time/", "en", **thirds, not_less_than=floors)
        assert f"<dt>Days</dt><dd><div>{days}</div>" in shown


def test_an_unticked_box_is_no(client):
    ticked = {"sites": "10", "kind": "initial", "standard": "QMS"}
    shown = page(client, "/rules/multi-site-sample/", **ticked)
    assert "不允许抽样：全部场所" in shown
    assert "不允许抽样" not in page(client, "/rules/multi-site-sample/", **ticked, sampling_allowed="on")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_two_editions_are_compared_on_one_case(client, language):
    asked = {
        "last_ended": "2025-06-10",
        "planned": "2026-07-01",
        "standard": "QMS",
        "edition": "CN2016",
        "edition2": "CN2025",
    }
    shown = page(client, "/rules/next-surveillance/compare/", language, **asked)
    assert (
        "2026-09-10" in shown and "2026-06-10" in shown and pick("有变化", "What changes", language) in shown
    )
    assert shown.count('class="differs"') == 4
    same = page(client, "/rules/expiry/compare/", language, issued="2026-01-01")
    assert pick("没有变化", "Nothing changes", language) in same
    wrong = page(client, "/rules/expiry/compare/", language, issued="")
    assert pick("必填项缺失", "This field is required", language) in wrong
    assert page(client, "/rules/expiry/compare/", language)


def test_a_day_that_is_none_is_refused_and_an_unknown_rule_is_not_found(client):
    assert client.get("/rules/expiry/", {"issued": "2026-01-01", "on": "soon"}).status_code == 409
    assert client.get("/rules/no-such/").status_code == 404
    unknown = client.get("/rules/expiry/", {"issued": "2026-01-01", "edition": "CN1999"})
    assert unknown.status_code == 200 and "没有名为 CN1999 的规则版本" in unknown.content.decode()


def api(client, path, **more):
    response = client.get(path, **more)
    assert response["Access-Control-Allow-Origin"] == "*"
    return response.status_code, response.json()


def test_programs_get_the_list_and_each_rule_described(client):
    status, listed = api(client, reverse("public:api-rules"))
    assert (status, [one["name"] for one in listed]) == (200, list(RULES))
    assert api(client, "/api/rules/expiry") == (200, RULES["expiry"].describe())


def test_the_list_is_only_read(client):
    assert Client(enforce_csrf_checks=True).post(reverse("public:api-rules")).status_code == 405


def test_programs_ask_by_post_or_by_query(client):
    asked = {"last_ended": "2025-06-10"}
    posted = client.post(
        "/api/rules/next-surveillance?edition=ISO&lang=en", asked, content_type="application/json"
    )
    assert (
        posted.json()["answer"]["latest"] == "2026-12-31"
        and posted.json()["steps"][0]["what"] == "Judged by this edition"
    )
    status, got = api(
        client, "/api/rules/next-surveillance", query_params={"input": json.dumps(asked), "on": "2025-07-01"}
    )
    assert (status, got["answer"]["latest"]) == (200, "2026-09-10")


@pytest.mark.parametrize(
    ("path", "body", "status", "field"),
    [
        ("/api/rules/expiry", "{", 422, "input"),
        ("/api/rules/expiry", "", 422, "issued"),
        ("/api/rules/expiry", "[1]", 422, "input"),
        ("/api/rules/expiry?on=2026-02-30", '{"issued": "2026-01-01"}', 422, "on"),
        ("/api/rules/expiry?edition=X", '{"issued": "2026-01-01"}', 422, "edition"),
        ("/api/rules/no-such", "{}", 404, "name"),
        ("/api/rules/no such.rule/", "{}", 404, "name"),
        ("/api/rules/expiry/", '{"issued": NaN}', 422, "issued"),
        ("/api/rules/expiry", b"\xff\xfe", 422, "input"),
    ],
)
def test_what_a_program_asks_wrongly_is_told(client, path, body, status, field):
    told = client.post(path, body, content_type="application/json")
    assert told.status_code == status
    (objection,) = told.json()["objections"]
    assert objection["field"] == field and objection["reason"] and told.json()["answer"] is None
