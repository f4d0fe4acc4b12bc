"""Laws and standards in force, evaluated, withdrawn; the share of own standards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import laws as rules
from mingzheng.rulebook.laws import Branch, Compliance, LawEntry, LawKind, Level, NormEntry
from mingzheng.words import WORDS

DAY, EARLIER, LATER = date(2026, 3, 2), date(2020, 1, 1), date(2026, 6, 1)
LAW = {
    "name": "某条例",
    "document": "第 1 号",
    "kind": LawKind.REGULATION,
    "issuer": "某部门",
    "applies_to": "受理",
}
NORM = {"code": "GB/T 1-2020", "level": Level.NATIONAL, "branch": Branch.GENERAL_GUIDES, "title_zh": "某标准"}


def codes(found):
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("more", "known", "found"),
    [
        ({}, False, []),
        ({}, True, [rules.KNOWN_ALREADY]),
        ({"name": " "}, False, [rules.NAME_MISSING]),
        ({"applies_to": ""}, False, [rules.NOTHING_APPLIES]),
        ({"issued_on": DAY}, False, [rules.IN_FORCE_BEFORE_ISSUED]),
        ({"repealed_on": EARLIER}, False, [rules.REPEALED_EARLY]),
    ],
)
def test_a_law_is_entered_once_with_what_it_bears_on(more, known, found):
    entry = LawEntry(**{**LAW, "in_force_from": EARLIER, **more})
    assert rules.objections_to_law(entry, known=known) == found


@pytest.mark.parametrize(
    ("repealed", "repeals", "found"),
    [(None, DAY, []), (EARLIER, DAY, [rules.REPEALED_ALREADY]), (None, EARLIER, [rules.REPEALED_EARLY])],
)
def test_a_law_is_repealed_once_after_it_came_into_force(repealed, repeals, found):
    assert rules.objections_to_repeal(EARLIER, repealed, repeals) == found


@pytest.mark.parametrize(
    ("laws", "in_force", "said", "findings", "found"),
    [
        (2, 2, Compliance.MET, "", []),
        (0, 0, Compliance.MET, "", [rules.NONE_TO_EVALUATE]),
        (2, 1, Compliance.MET, "", [rules.NOT_IN_FORCE]),
        (1, 1, Compliance.NOT_MET, " ", [rules.FINDINGS_MISSING]),
        (1, 1, Compliance.NOT_MET, "超期上报", []),
    ],
)
def test_what_is_not_met_is_said(laws, in_force, said, findings, found):
    assert rules.objections_to_evaluation(laws, in_force, said, findings) == found


@pytest.mark.parametrize(
    ("more", "known", "found"),
    [
        ({}, False, []),
        ({}, True, [rules.CODE_KNOWN]),
        ({"title_zh": ""}, False, [rules.CODE_MISSING]),
        ({"withdrawn_on": EARLIER}, False, [rules.WITHDRAWN_EARLY]),
    ],
)
def test_one_edition_of_a_standard_is_one_entry(more, known, found):
    assert (
        rules.objections_to_norm(NormEntry(**{**NORM, "in_force_from": EARLIER, **more}), known=known)
        == found
    )


@pytest.mark.parametrize(
    ("withdrawn", "withdraws", "by", "found"),
    [
        (None, DAY, "GB/T 1-2026", []),
        (DAY, DAY, "", [rules.WITHDRAWN_ALREADY]),
        (None, EARLIER, "GB/T 1-2020", [rules.WITHDRAWN_EARLY, rules.REPLACES_ITSELF]),
    ],
)
def test_a_standard_is_withdrawn_once_and_replaced_by_another(withdrawn, withdraws, by, found):
    assert rules.objections_to_withdrawal("GB/T 1-2020", EARLIER, withdrawn, withdraws, by) == found


def test_a_withdrawn_criterion_is_called_out_with_what_replaces_it():
    (found,) = rules.withdrawn_criteria(["GB/T 1-2020", "GB/T 2-2020"], [("GB/T 1-2020", "GB/T 1-2026")])
    assert found == rules.CRITERION_WITHDRAWN and found.details == {
        "code": "GB/T 1-2020",
        "by": "GB/T 1-2026",
    }


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(121, 199, 61), (1, 8, 13), (0, 5, 0), (5, 5, 100), (0, 0, None)]
)
def test_a_share_is_rounded_half_up(part, whole, share):
    assert rules.share(part, whole) == share


@given(st.integers(1, 10_000), st.data())
def test_a_share_is_within_half_a_per_cent_of_the_truth(whole, data):
    part = data.draw(st.integers(0, whole))
    share = rules.share(part, whole)
    assert abs(share * whole - 100 * part) * 2 <= whole


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_what_is_due_is_what_was_not_looked_at_since(last):
    due = rules.evaluation_due(last)
    assert rules.evaluated_since(due) <= due and (due - last).days in (365, 366)


def test_every_branch_and_level_has_words_and_its_system():
    assert rules.SYSTEMS == ("general", "support", "service")
    for branch in Branch:
        assert all(WORDS[f"branch.{branch}"]) and all(WORDS[f"system.{branch.system}"])
    for level in [*Level, "own"]:
        assert all(WORDS[f"level.{level}"])
