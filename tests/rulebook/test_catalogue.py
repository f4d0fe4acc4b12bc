"""The catalogue: names, inputs and answers as promised, the same words in both languages, and never a traceback."""

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzheng.rulebook.catalogue import RULES, SUBJECTS, By, ask, compare, read_json
from mingzheng.rulebook.editions import EDITIONS
from mingzheng.words import WORDS

TODAY = date(2026, 11, 22)


def answer(name, given, **judged):
    return ask(name, given, today=TODAY, **judged).to_json("en")


PROMISED = [
    ("effective-personnel", {"full_time": 10, "part_time": [{"count": 12, "hours": 6}]}, {"personnel": 19}),
    (
        "audit-time",
        {"standard": "QMS", "personnel": 85, "complexity": "medium", "kind": "initial", "factors": [{"reason": "mature", "percent": -10}]},
        {"table_days": 6, "days": 5.5, "on_site_at_least": 4.5},
    ),
    ("integrated-time", {"days": [7, 6, 6], "reduction_percent": 20}, {"days": 15.5}),
    (
        "multi-site-sample",
        {"sites": 30, "kind": "initial", "effective_system": True, "sampling_allowed": True},
        {"sites": 6, "random_at_least": 2, "central_function": True},
    ),
    ("next-surveillance", {"last_ended": "2026-04-01", "planned": "2027-04-20"}, {"latest": "2027-04-01", "in_time": False, "must": "suspend"}),
    ("expiry", {"issued": "2018-09-01"}, {"expires": "2021-08-31"}),
    (
        "recertification",
        {"expires": "2023-08-15", "on_site_ended": "2023-08-02", "decided": "2023-11-01", "activities_completed": True, "extraordinary": False},
        {"outcome": "restored", "effective": "2023-11-01", "expires": "2026-08-15"},
    ),
    ("reapplication", {"status": "withdrawn", "suspended": "2026-02-10", "withdrawn": "2026-08-10"}, {"from": "2027-02-10"}),
    ("short-notice-audit", {"notified": "2026-05-06"}, {"by": "2026-06-05"}),
    ("report-deadline", {"happened": "2026-03-20"}, {"by": "2026-04-10"}),
    (
        "certificate-number",
        {"number": "12319E20456R1M"},
        {"valid": True, "body": "123", "year": 2019, "scheme": "E", "serial": "20456", "recertification": 1, "size": "M"},
    ),
    ("plan-number-prefix", {"approval": "CNCA-R-2003-117", "branch": "02"}, {"prefix": "R011702"}),
    ("social-credit-code", {"code": "91350100m000100y43 "}, {"valid": True, "normalised": "91350100M000100Y43"}),
    ("social-credit-code", {"code": "91350100M000100Y44"}, {"valid": False, "normalised": "91350100M000100Y44"}),
    ("working-day", {"date": "2020-01-31"}, {"working": False}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "asked", "promised"), PROMISED)
def test_each_promised_rule_answers_as_promised(name, asked, promised):
    told = answer(name, asked)
    assert set(told) == {"answer", "steps", "objections"}
    assert {key: told["answer"][key] for key in promised} == promised


def test_the_first_surveillance_is_judged_by_the_edition_asked_for():
    asked = {"decided": "2019-05-10", "issued": "2019-05-13", "extraordinary": False}
    assert answer("first-surveillance", asked, edition="ISO")["answer"]["latest"] == "2020-05-10"
    assert answer("first-surveillance", asked, edition="cn2016")["answer"]["latest"] == "2020-05-13"
    assert answer("first-surveillance", asked, edition="CNCA-QMS-01:2025")["answer"]["latest"] == "2020-05-13"
    later = {**asked, "extraordinary": True}
    assert answer("first-surveillance", later)["answer"]["latest"] == "2020-11-13", (
        "judged on the day of issue"
    )
    assert answer("first-surveillance", later, on=TODAY)["answer"]["latest"] == "2020-05-13"


def test_a_suspended_certificate_may_be_restored_but_not_suspended_again():
    told = answer("certificate-acts", {"status": "suspended"})["answer"]
    assert "restore" in told["open"]
    (objection,) = told["shut"]["suspend"]
    assert objection["code"] == "certificate.suspended" and objection["clause"] and objection["reason"]


@pytest.mark.parametrize("name", RULES)
def test_every_rule_answers_its_own_example_in_both_languages(name):
    rule = RULES[name]
    found = rule.ask(rule.example, today=TODAY)
    zh, en = found.to_json("zh-hans"), found.to_json("en")
    assert zh["answer"] is not None and zh["steps"], name
    assert json.loads(found.encoded("en")) == en
    for told in (zh, en):
        json.dumps(told)
        for step in told["steps"]:
            assert set(step) == {"what", "value", "clause", "edition", "source", "confidence"}
            assert step["edition"] and step["source"] and "{" not in step["what"]
    assert [step["clause"] for step in zh["steps"]] == [step["clause"] for step in en["steps"]]


@pytest.mark.parametrize("name", RULES)
def test_every_rule_says_what_it_takes_and_answers(name):
    told = RULES[name].describe()
    assert told["title"]["zh"] != told["title"]["en"] and told["clause"] and told["source"]
    assert told["confidence"] in ("S", "M", "m", "body") and RULES[name].subject in SUBJECTS
    assert f"rule-subject.{RULES[name].subject}" in WORDS
    found = RULES[name].ask(told["example"], today=TODAY).to_json()
    assert set(found["answer"]) == set(told["output"]["properties"])
    for field, value in found["answer"].items():
        assert _fits(value, told["output"]["properties"][field]), (field, value)
    for schema in (told["input"], told["output"]):
        for field in _fields(schema):
            assert f"rule-field.{field}" in WORDS, field
        for choice in _choices(schema):
            assert f"rule-choice.{choice}" in WORDS, choice


def _fits(value, schema):
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kind = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object", type(None): "null"}[type(value)]  # fmt: skip
    return kind in kinds or (kind == "integer" and "number" in kinds)


def _fields(schema):
    for name, part in schema.get("properties", {}).items():
        yield name
        yield from _fields(part.get("items", part))


def _choices(schema):
    yield from (choice for choice in schema.get("enum", []) if choice)
    for part in [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]:
        yield from _choices(part)


@pytest.mark.parametrize(
    ("asked", "field", "code"),
    [
        ({}, "personnel", "input.missing"),
        ([], "input", "input.not-an-object"),
        (None, "input", "input.not-an-object"),
        ({"personnel": "many"}, "personnel", "input.not-a-whole-number"),
        ({"personnel": True}, "personnel", "input.not-a-whole-number"),
        ({"personnel": Decimal("1.5")}, "personnel", "input.not-a-whole-number"),
        ({"personnel": 10**30}, "personnel", "input.out-of-range"),
        ({"personnel": 0}, "personnel", "audit-time.personnel-not-positive"),
        ({"personnel": 10701}, "personnel", "audit-time.beyond-the-table"),
        ({"personnel": 5, "standard": "XYZ"}, "standard", "input.not-one-of"),
        ({"personnel": 5, "standard": "EMS"}, "complexity", "audit-time.complexity-not-in-table"),
        ({"personnel": 5, "height": 3}, "height", "input.unknown-field"),
        ({"personnel": 5, "factors": [{"reason": "x"}]}, "factors[0].percent", "input.missing"),
        ({"personnel": 5, "factors": [{"reason": "x", "percent": "-1"}]}, "factors[0].percent", "input.not-a-number"),
        ({"personnel": 5, "factors": [{"reason": " ", "percent": -1}]}, "factors[0].reason", "audit-time.reason-missing"),
        ({"personnel": 5, "factors": [{"reason": "x", "percent": Decimal("1E+99999999")}]}, "factors[0].percent", "input.not-a-number"),
        ({"personnel": 5, "factors": [{"reason": "x", "percent": float("nan")}]}, "factors[0].percent", "input.not-a-number"),
        ({"personnel": 5, "factors": {}}, "factors", "input.not-a-list"),
        ({"personnel": 5, "factors": [{"reason": "x", "percent": 1}] * 1001}, "factors", "input.too-many"),
        ({"personnel": 5, "special_reason": "x" * 2001}, "special_reason", "input.too-long"),
        ({"personnel": 5, "special_reason": 5}, "special_reason", "input.not-text"),
        ({"personnel": 5, "not_less_than": 1}, "not_less_than", "input.not-true-or-false"),
    ],
)  # fmt: skip
def test_bad_input_is_told_with_the_field_the_reason_and_the_clause(asked, field, code):
    for language in ("zh-hans", "en"):
        told = ask("audit-time", asked, today=TODAY).to_json(language)
        assert told["answer"] is None
        assert [(o["field"], o["code"]) for o in told["objections"]] == [(field, code)]
        assert all(o["reason"] and "IAF MD 5" in o["clause"] for o in told["objections"])


def test_everything_wrong_is_told_at_once():
    told = answer("audit-time", {"standard": "X", "kind": 1, "weight": 2})
    assert [o["field"] for o in told["objections"]] == ["personnel", "standard", "kind", "weight"]


@pytest.mark.parametrize(
    "day", ["2026-02-30", "20260101", "yesterday", 20260101, "1899-12-31", "9999-12-31", "", None]
)
def test_only_days_that_can_be_are_days(day):
    told = answer("expiry", {"issued": day})
    assert told["answer"] is None and told["objections"][0]["field"] == "issued"


def test_an_unknown_rule_and_an_unknown_edition_are_told():
    assert answer("audit-tim", {})["objections"][0]["code"] == "rule.unknown"
    told = answer("expiry", {"issued": "2026-01-01"}, edition="CN1999")["objections"][0]
    assert (told["field"], told["code"]) == ("edition", "input.unknown-edition") and "CN2025" in told[
        "reason"
    ]
    assert (
        answer(
            "first-surveillance",
            {"decided": "2026-01-01", "issued": "2026-01-01", "standard": "EMS"},
            edition="CN2025",
        )["answer"]
        is None
    )


def test_personnel_objections_name_the_fields_as_they_were_written():
    told = answer("effective-personnel", {"full_time": 3, "temporary": [{"count": 5, "share_percent": 50}]})
    assert [o["field"] for o in told["objections"]] == ["temporary[0].reason"]
    assert answer("effective-personnel", {})["objections"][0]["field"] == "full_time"
    shifts = {
        "shifts": [
            {"count": 30, "name": "night"},
            {"count": 30, "name": "day", "share_percent": 50, "reason": "method 3"},
        ]
    }
    assert answer("effective-personnel", shifts)["answer"] == {"personnel": 45}


def test_the_chinese_editions_make_thirds_floors_and_iso_does_not():
    asked = {"personnel": 300, "kind": "surveillance", "factors": [{"reason": "x", "percent": 40}]}
    assert answer("audit-time", asked)["answer"]["days"] == 5
    assert answer("audit-time", asked, edition="ISO")["answer"]["days"] == 4.5
    assert answer("audit-time", {**asked, "not_less_than": True}, edition="ISO")["answer"]["days"] == 5


def test_a_special_case_needs_a_reason():
    asked = {"personnel": 50, "standard": "EMS", "complexity": "high", "special_case": "nuclear"}
    assert answer("audit-time", asked)["objections"][0]["field"] == "special_reason"
    told = answer("audit-time", {**asked, "special_reason": "reviewed with the specialist"})
    assert told["answer"]["days"] == 8 and told["steps"][1]["value"] == "reviewed with the specialist"
    quality = answer("audit-time", {**asked, "standard": "QMS", "special_reason": "x"})
    assert quality["objections"][0]["code"] == "special-case.only-ems"


def test_a_year_nobody_knows_is_refused_until_the_body_enters_its_days():
    told = answer("working-day", {"date": "2031-05-01"})
    assert told["answer"] is None and (told["objections"][0]["code"], told["objections"][0]["field"]) == (
        "calendar.year-unknown",
        "date",
    )
    entered = [{"date": "2031-05-01", "working": False}]
    assert answer("working-day", {"date": "2031-05-01", "entered": entered})["answer"] == {"working": False}
    assert answer("working-day", {"date": "2031-05-02", "entered": entered})["answer"] == {"working": True}
    later = {"date": "2031-04-30", "days": 1}
    assert answer("working-days-after", {**later, "entered": entered})["answer"] == {"by": "2031-05-02"}


def test_two_editions_are_compared_on_the_same_case():
    asked = {"last_ended": "2025-06-10", "planned": "2026-07-01"}
    changed = compare("next-surveillance", asked, By(edition="CN2016"), By(edition="CN2025"), today=TODAY)
    assert changed.differs == ("earliest", "latest", "in_time", "must")
    told = changed.to_json("en")
    assert (told["before"]["answer"]["latest"], told["after"]["answer"]["latest"]) == (
        "2026-09-10",
        "2026-06-10",
    )
    same = compare("expiry", {"issued": "2026-01-01"}, By(on=date(2020, 1, 1)), By(on=TODAY), today=TODAY)
    assert same.differs == ()
    refused = compare("expiry", {}, By(), By(), today=TODAY)
    assert refused.differs == () and refused.before.value is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"personnel": NaN}', "input.not-a-whole-number"),
        ('{"personnel": -Infinity}', "input.not-a-whole-number"),
        ('{"personnel": 1e400}', "input.not-a-whole-number"),
        ('{"personnel": 1e15}', "input.out-of-range"),
    ],
)
def test_a_number_that_is_none_is_told_with_its_field(text, code):
    (told,) = answer("audit-time", read_json(text))["objections"]
    assert (told["field"], told["code"]) == ("personnel", code)


@pytest.mark.parametrize("text", ["{", "nope", "[" * 100_000, '{"a": 1' + "0" * 5000 + "}"])
def test_what_is_not_json_is_a_value_error(text):
    with pytest.raises(ValueError):
        read_json(text)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["QMS", "2026-02-28", "initial"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.slow
@pytest.mark.parametrize("name", RULES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_no_input_brings_a_rule_down(name, data):
    rule = RULES[name]
    asked = {key: value for key, value in rule.example.items() if data.draw(st.booleans())}
    for key in data.draw(st.lists(st.sampled_from(sorted(rule.input_schema["properties"])), max_size=4)):
        asked[key] = data.draw(json_values)
    edition = data.draw(st.sampled_from([None, *(e.key for e in EDITIONS)]))
    told = rule.ask(
        asked,
        today=TODAY,
        on=data.draw(st.none() | st.dates(date(1990, 1, 1), date(2199, 12, 31))),
        edition=edition,
    )
    for language in ("zh-hans", "en"):
        json.dumps(told.to_json(language))
    assert told.value is not None or told.objections


@pytest.mark.slow
def test_the_rulebook_works_for_a_stranger_who_has_neither_django_nor_anything_else_of_the_house():
    program = """
import doctest, pkgutil, sys
class Block:
    def find_spec(self, name, path=None, target=None):
        root = name.split(".")[0]
        if root not in {*sys.stdlib_module_names, "mingzheng", "holidays", "dateutil", "six"}:
            raise ImportError(f"{name} is not installed here")
        if root == "mingzheng" and name.split(".")[1:2] not in ([], ["rulebook"], ["words"]):
            raise ImportError(f"{name} is not part of the rulebook")
sys.meta_path.insert(0, Block())
import mingzheng.rulebook
for found in pkgutil.walk_packages(mingzheng.rulebook.__path__, "mingzheng.rulebook."):
    __import__(found.name)
print(doctest.testfile("README.md", package="mingzheng.rulebook"))
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "TestResults(failed=0, attempted=10)\n"
