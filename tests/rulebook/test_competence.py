"""Registration and technical codes."""

from datetime import date

import pytest

from mingzheng.rulebook import competence
from mingzheng.rulebook.competence import Registration, RegistrationGrade, TeamRole, TechnicalCompetence
from mingzheng.rulebook.standards import Standard
from mingzheng.words import WORDS

FROM, UNTIL = date(2024, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("granted", "asked", "yes"),
    [
        ("17", "17.10.02", True),
        ("17.10", "17.10.02", True),
        ("17.10.02", "17.10.02", True),
        ("17.10.02", "17.10", False),
        ("1", "17.10.02", False),
        ("17.1", "17.10", False),
    ],
)
def test_a_group_of_codes_covers_the_codes_in_it_and_no_others(granted, asked, yes):
    assert competence.covers(granted, asked) is yes


def test_what_nobody_covers_is_listed_once():
    assert competence.uncovered(["28.01", "17.10.02", "28.01"], ["17"]) == ["28.01"]


@pytest.mark.parametrize("grade", RegistrationGrade)
def test_everyone_registered_but_a_trainee_is_an_auditor(grade):
    held = [Registration(Standard.QMS, grade, FROM, UNTIL)]
    assert competence.registered(held, Standard.QMS, FROM) is (grade is not RegistrationGrade.TRAINEE)
    assert not competence.registered(held, Standard.EMS, FROM)


@pytest.mark.parametrize(
    ("on", "yes"), [(date(2023, 12, 31), False), (FROM, True), (UNTIL, True), (date(2027, 1, 1), False)]
)
def test_a_registration_holds_from_its_first_to_its_last_day(on, yes):
    held = [Registration(Standard.QMS, RegistrationGrade.AUDITOR, FROM, UNTIL)]
    assert competence.registered(held, Standard.QMS, on) is yes


@pytest.mark.parametrize(
    ("on", "codes"),
    [(date(2023, 12, 31), set()), (FROM, {"17"}), (date(2026, 12, 30), {"17"}), (UNTIL, set())],
)
def test_competence_holds_from_its_evaluation_to_the_day_before_it_ended(on, codes):
    held = [TechnicalCompetence(Standard.QMS, "17", FROM, UNTIL)]
    assert competence.codes_held(held, Standard.QMS, on) == codes
    assert competence.codes_held(held, Standard.EMS, on) == set()


def test_grades_and_roles_have_words_and_fit_their_columns():
    assert all(f"registration-grade.{g}" in WORDS and len(g) <= 12 for g in RegistrationGrade)
    assert all(f"team-role.{r}" in WORDS and len(r) <= 10 for r in TeamRole)
