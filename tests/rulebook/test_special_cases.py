"""Special cases of EMS: never a number without a reason."""

import pytest

from mingzheng.rulebook.special_cases import SpecialCase, objections_to_special_case, special_case_steps
from mingzheng.rulebook.standards import Standard
from tests.rulebook.derivations import told_in_both_languages


@pytest.mark.parametrize("case", SpecialCase)
def test_a_special_case_is_refused_without_a_reason_and_told_with_one(case):
    (missing,) = objections_to_special_case(Standard.EMS, case, "  ")
    assert (missing.code, missing.details["field"]) == ("special-case.reason-missing", "special_reason")
    assert objections_to_special_case(Standard.EMS, case, "reviewed") == []
    told = special_case_steps(case, "reviewed")
    assert [step.value for step in told] == ["", "reviewed"] and told[1].confidence == "body"
    assert all(told_in_both_languages(step) for step in told)


@pytest.mark.parametrize("standard", [Standard.QMS, Standard.OHSMS])
def test_only_ems_has_special_cases(standard):
    (only,) = objections_to_special_case(standard, SpecialCase.NUCLEAR, "reviewed")
    assert (only.code, only.details["field"]) == ("special-case.only-ems", "special_case")


@pytest.mark.parametrize("standard", Standard)
def test_an_ordinary_case_needs_nothing(standard):
    assert objections_to_special_case(standard, None, "") == []
    assert special_case_steps(None, "") == ()
