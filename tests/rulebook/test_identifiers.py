import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzheng.rulebook import identifiers as subject
from mingzheng.rulebook.identifiers import (
    CREDIT_ALPHABET,
    complete_organisation_code,
    complete_social_credit_code,
    normalise_organisation_code,
    normalise_social_credit_code,
    objections_to_organisation_code,
    objections_to_social_credit_code,
)
from mingzheng.rulebook.verdict import Refused
from mingzheng.words import say
from tests.rulebook.derivations import told_in_both_languages

# By hand: 12345678 with weights 3 7 9 10 5 8 4 2 gives 201 = 18·11 + 3, so 11 - 3 = 8; then 91110000123456788 with
# weights 1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28 gives 971 = 31·31 + 10, and 31 - 10 = 21 is M.
VALID = "91110000123456788M"


def _codes(objections):
    return [(o.code, o.details.get("position")) for o in objections]


@pytest.mark.parametrize(
    "first_8, check", [("12345678", "8"), ("D2143569", "X"), ("00000000", "0"), ("10000001", "6")]
)
def test_the_check_digit_of_an_organisation_code(first_8, check):
    code = complete_organisation_code(first_8)
    assert code == first_8 + check
    assert objections_to_organisation_code(code) == []


def test_a_wrong_check_digit_of_an_organisation_code_is_named():
    (objection,) = objections_to_organisation_code("D2143569" + "1")
    assert objection == subject.ORGANISATION_CODE_CHECK
    assert (objection.details["position"], objection.details["expected"], objection.details["found"]) == (
        9,
        "X",
        "1",
    )
    assert told_in_both_languages(objection)


@pytest.mark.parametrize("code", ["", "D2143569", "D2143569-X", "d2143569X", "D2143569XX", "Ｄ2143569X"])
def test_an_organisation_code_of_another_form_is_refused(code):
    (objection,) = objections_to_organisation_code(code)
    assert objection == subject.ORGANISATION_CODE_FORM
    assert told_in_both_languages(objection)


@pytest.mark.parametrize("first_8", ["1234567", "123456789", "1234567-"])
def test_no_check_digit_is_made_for_what_is_no_organisation_code(first_8):
    with pytest.raises(Refused):
        complete_organisation_code(first_8)


def test_an_organisation_code_is_written_without_its_hyphen():
    mended = normalise_organisation_code("d2143569-x")
    assert mended.text == "D2143569X"
    assert mended.notes == ("identifier.mended-case", "identifier.mended-hyphens")


def test_a_right_social_credit_code_is_taken():
    assert objections_to_social_credit_code(VALID) == []
    assert complete_social_credit_code(VALID[:17]) == VALID


@pytest.mark.parametrize("code", ["", VALID[:17], VALID + "0"])
def test_the_length_is_named(code):
    (objection,) = objections_to_social_credit_code(code)
    assert objection == subject.CREDIT_CODE_LENGTH_WRONG
    assert (objection.details["length"], objection.details["expected"]) == (len(code), 18)
    assert told_in_both_languages(objection)


@pytest.mark.parametrize("character", list("IOSVZ") + ["a", "-", "９"])
@pytest.mark.parametrize("position", [1, 2, 9, 17, 18])
def test_a_character_outside_the_alphabet_is_named_with_its_position(character, position):
    code = VALID[: position - 1] + character + VALID[position:]
    (objection,) = objections_to_social_credit_code(code)
    assert objection == subject.CREDIT_CODE_CHARACTER
    assert (objection.details["position"], objection.details["character"]) == (position, character)
    assert told_in_both_languages(objection)


@pytest.mark.parametrize(("position", "objects"), [(2, False), (3, True), (8, True), (9, False)])
def test_only_the_region_must_be_digits(position, objects):
    code = VALID[: position - 1] + "A" + VALID[position:]
    assert (subject.CREDIT_CODE_CHARACTER in objections_to_social_credit_code(code)) is objects


def test_every_strange_character_is_named():
    code = "I" + VALID[1:9] + "S" + VALID[10:]
    assert [o.details["position"] for o in objections_to_social_credit_code(code)] == [1, 10]


def test_the_two_check_digits_are_two_objections_telling_the_expected_digit():
    (outer,) = objections_to_social_credit_code(VALID[:17] + "6")
    assert outer == subject.CREDIT_CODE_CHECK
    assert (outer.details["position"], outer.details["expected"], outer.details["found"]) == (18, "M", "6")
    assert "第 18 位应为 M，现为 6" in say(outer.code, **outer.details)
    both = objections_to_social_credit_code(VALID[:16] + "7" + VALID[17])
    assert _codes(both) == [(subject.INNER_CODE_CHECK.code, 17), (subject.CREDIT_CODE_CHECK.code, 18)]
    assert both[0].details["expected"] == "8"
    assert all(told_in_both_languages(o) and o.details["field"] == "social_credit_code" for o in both)


@pytest.mark.parametrize(
    "first_17", [VALID[:16], VALID, "I" + VALID[1:17], VALID[:16] + "7", VALID[:2] + "A" + VALID[3:17]]
)
def test_a_code_is_not_completed_when_it_could_not_be_valid(first_17):
    with pytest.raises(Refused):
        complete_social_credit_code(first_17)


@pytest.mark.parametrize(
    ("typed", "notes"),
    [
        (VALID, ()),
        ("９１１１００００１２３４５６７８８Ｍ", ("full-width",)),
        (" 9111 0000 1234\u300056788M\t", ("full-width", "blanks")),
        ("91110000-123456788M\u200b", ("blanks", "hyphens")),
        ("9111OO00123456788M", ("o-for-zero",)),
        ("9lll0000123456788M".replace("l", "I"), ("i-for-one",)),
        ("9i110000123456788M", ("case", "i-for-one")),
    ],
)
def test_a_sloppy_code_is_mended_and_each_mending_noted(typed, notes):
    mended = normalise_social_credit_code(typed)
    assert mended.text == VALID
    assert mended.notes == tuple(f"identifier.mended-{note}" for note in notes)
    assert all(say(note, "zh-hans") != say(note, "en") for note in mended.notes)


seventeen = st.builds(
    lambda head, region, body: head + region + complete_organisation_code(body),
    st.text(CREDIT_ALPHABET, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(CREDIT_ALPHABET, min_size=8, max_size=8),
)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(seventeen, st.integers(0, 17), st.sampled_from(CREDIT_ALPHABET))
def test_one_wrong_character_never_passes(first_17, place, character):
    code = complete_social_credit_code(first_17)
    assert objections_to_social_credit_code(code) == []
    assert normalise_social_credit_code(code).text == code
    wrong = code[:place] + character + code[place + 1 :]
    assert bool(objections_to_social_credit_code(wrong)) is (wrong != code)
