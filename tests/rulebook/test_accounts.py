"""Accounts, roles, registrations, competence and leave: what stands against each, and nothing else."""

from datetime import date

import pytest

from mingzheng.rulebook import accounts
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role

DAY = date(2026, 3, 2)
ADMINISTRATOR = Role.ADMINISTRATOR


def codes(objections):
    return [o.code.partition(".")[2] for o in objections]


@pytest.mark.parametrize(
    ("login", "fits"),
    [
        ("li", True),
        ("li.wei-2_x", True),
        ("a" * 40, True),
        ("a" * 41, False),
        ("l", False),
        ("2li", False),
        ("Li", False),
        ("li wei", False),
        ("", False),
    ],
)
def test_a_login_is_short_and_typed_anywhere(login, fits):
    assert codes(accounts.objections_to_login(login, taken=False)) == ([] if fits else ["login-unfit"])


def test_a_login_is_given_once():
    assert codes(accounts.objections_to_login("li", taken=True)) == ["login-taken"]
    assert codes(accounts.objections_to_login("L", taken=True)) == ["login-unfit", "login-taken"]


@pytest.mark.parametrize("role", Role)
def test_a_role_is_granted_once_and_only_one_persons_hold(role):
    if role in HELD_BY_PERSONS:
        assert codes(accounts.objections_to_granting(role, held=[])) == []
        assert codes(accounts.objections_to_granting(role, held=[role])) == ["role-held"]
    else:
        assert codes(accounts.objections_to_granting(role, held=[])) == ["not-a-persons-role"]


@pytest.mark.parametrize(
    ("role", "held", "others", "found"),
    [
        (Role.MARKET, [Role.MARKET], 0, []),
        (Role.MARKET, [], 5, ["role-not-held"]),
        (ADMINISTRATOR, [ADMINISTRATOR], 1, []),
        (ADMINISTRATOR, [ADMINISTRATOR], 0, ["last-administrator"]),
    ],
)
def test_the_last_administrator_keeps_the_role(role, held, others, found):
    assert codes(accounts.objections_to_revoking(role, held=held, others=others)) == found


@pytest.mark.parametrize(
    ("open_now", "roles", "others", "found"),
    [
        (True, [], 0, []),
        (True, [Role.MARKET], 0, []),
        (True, [ADMINISTRATOR], 1, []),
        (True, [ADMINISTRATOR], 0, ["last-administrator"]),
        (False, [ADMINISTRATOR], 0, ["already-closed"]),
    ],
)
def test_the_last_administrators_account_stays_open(open_now, roles, others, found):
    assert codes(accounts.objections_to_closing(open_now=open_now, roles=roles, others=others)) == found


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2025-01-01", "2025-12-31", []),
        ("2025-01-01", "2026-01-01", ["registrations-overlap"]),
        ("2027-01-01", "2027-12-31", []),
        ("2026-12-31", "2027-12-31", ["registrations-overlap"]),
        ("2026-05-01", "2026-05-01", ["registrations-overlap"]),
        ("2028-01-02", "2028-01-01", ["ends-before-it-begins"]),
    ],
)
def test_registrations_for_one_standard_follow_one_another(first, last, found):
    held = [(date(2026, 1, 1), date(2026, 12, 31))]
    days = map(date.fromisoformat, (first, last))
    assert codes(accounts.objections_to_registration(*days, others=held)) == found


@pytest.mark.parametrize(("code", "fits"), [("17", True), ("17.10", True), ("17.10.02", True), ("1", False), ("17.1", False), ("17.10.02.03", False), ("", False)])  # fmt: skip
def test_competence_is_for_a_technical_code(code, fits):
    found = accounts.objections_to_competence(code, "diploma", held=False, own=False)
    assert codes(found) == ([] if fits else ["code-unfit"])


def test_competence_is_evaluated_once_by_another_on_a_basis():
    assert codes(accounts.objections_to_competence("17", " ", held=False, own=False)) == ["no-basis"]
    assert codes(accounts.objections_to_competence("17", "x", held=True, own=False)) == ["competence-held"]
    assert codes(accounts.objections_to_competence("17", "x", held=False, own=True)) == ["own-competence"]


def test_nobody_is_authorised_twice_without_a_basis_or_by_himself():
    assert codes(accounts.objections_to_authorising("witnessed", held=False, own=False)) == []
    every = ["no-basis", "authorised-already", "own-competence"]
    assert codes(accounts.objections_to_authorising("", held=True, own=True)) == every


def test_leave_is_entered_by_those_who_may_and_ends_after_it_begins():
    later, earlier = date(2026, 3, 3), date(2026, 3, 1)
    assert codes(accounts.objections_to_leave(DAY, DAY, may=True)) == []
    assert codes(accounts.objections_to_leave(DAY, later, may=True)) == []
    assert codes(accounts.objections_to_leave(DAY, earlier, may=True)) == ["ends-before-it-begins"]
    assert codes(accounts.objections_to_leave(DAY, earlier, may=False)) == ["not-yours"]


@pytest.mark.parametrize(
    ("ends_on", "found"),
    [
        ("2025-12-31", ["ends-before-it-begins"]),
        ("2026-01-01", []),
        ("2026-12-31", []),
        ("2027-01-01", ["ends-later"]),
    ],
)
def test_a_registration_is_cut_short_never_drawn_out(ends_on, found):
    valid = date(2026, 1, 1), date(2026, 12, 31)
    assert codes(accounts.objections_to_registration_end(*valid, date.fromisoformat(ends_on))) == found


def test_what_has_ended_ended_today_or_before():
    assert codes(accounts.objections_to_ending(DAY, DAY)) == []
    assert codes(accounts.objections_to_ending(date(2026, 3, 3), DAY)) == ["not-ended-yet"]


def test_what_concerns_one_person_is_touched_by_those_who_may():
    assert codes(accounts.objections_to_touching(may=True)) == []
    assert codes(accounts.objections_to_touching(may=False)) == ["not-yours"]
