"""Small rules that larger ones rest on: names of standards, who may be asked, what is decided without an audit."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.rulebook.application import ApplicationFacts, StandardAsked, objections_to_accepting
from mingzheng.rulebook.contract_review import ApplicationStatus, objections_to_asking_or_refusing
from mingzheng.rulebook.decisions import ON_AN_AUDIT, WITHOUT_AUDIT, DecisionAct
from mingzheng.rulebook.on_site import objections_to_reason
from mingzheng.rulebook.programme import objections_to_special
from mingzheng.rulebook.standards import Standard, standard_of_letter


@pytest.mark.parametrize(
    ("standard", "letter", "gb", "iso", "item"),
    [
        (Standard.QMS, "Q", "GB/T 19001-2016", "ISO 9001:2015", "A010102"),
        (Standard.EMS, "E", "GB/T 24001-2016", "ISO 14001:2015", "A020102"),
        (Standard.OHSMS, "S", "GB/T 45001-2020", "ISO 45001:2018", None),
    ],
)
def test_a_standard_has_its_names(standard, letter, gb, iso, item):
    assert (standard.letter, standard.gb, standard.iso, standard.cnca_item) == (letter, gb, iso, item)
    assert standard_of_letter(letter) is standard
    assert standard_of_letter("O") is Standard.OHSMS


@pytest.mark.parametrize("status", ApplicationStatus)
def test_an_applicant_is_asked_or_refused_only_while_under_review(status):
    under_review = status in ("submitted", "questions")
    assert (objections_to_asking_or_refusing(status) == []) is under_review


def test_what_is_decided_without_an_audit_needs_none():
    assert set(WITHOUT_AUDIT) == {"suspend", "restore", "withdraw", "reduce"}
    assert set(WITHOUT_AUDIT) | ON_AN_AUDIT == set(DecisionAct)


def test_a_special_visit_is_for_standards_of_the_contract():
    on = date(2026, 3, 2)
    assert objections_to_special({"QMS": Decimal(1)}, ["QMS"], "complaint", on, on) == []
    (outside,) = objections_to_special({"EMS": Decimal(1)}, ["QMS"], "complaint", None, on)
    assert (outside.code, outside.details["standard"]) == ("programme.not-in-contract", "EMS")


@pytest.mark.parametrize(("on", "needed"), [(date(2016, 9, 30), 1), (date(2026, 3, 2), 2)])
def test_an_area_nobody_is_competent_for_has_no_auditors(on, needed):
    asked = StandardAsked(Standard.QMS, frozenset({"17.10"}), frozenset({"17"}))
    facts = ApplicationFacts((asked,), 10, True, date(2016, 1, 1), date(2016, 6, 1), date(2016, 7, 1))
    (short,) = objections_to_accepting(facts, on)
    assert short.code == "application.too-few-auditors"
    assert (short.details["held"], short.details["needed"]) == (0, needed)


def test_a_change_of_a_record_says_why():
    assert objections_to_reason("wrong page") == []
    assert [o.code for o in objections_to_reason("  ")] == ["audit.no-reason"]
