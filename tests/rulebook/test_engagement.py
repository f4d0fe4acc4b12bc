"""Contracts, available days, insurance and declarations (ISO/IEC 17021-1:2015 5.2.13, 7.3, 7.4, 8.4)."""

from datetime import date

import pytest

from mingzheng.rulebook.engagement import (
    declared_until,
    lately,
    objections_to_availability,
    objections_to_contract,
    objections_to_home,
    objections_to_insuring,
    objections_to_leaving,
    objections_to_signing,
    soon,
)

d = date.fromisoformat
YEAR = (d("2026-01-01"), d("2026-12-31"))


def codes(objections) -> list[str]:
    return [o.code.rpartition(".")[2] for o in objections]


def test_what_ends_within_ninety_days_is_soon_and_what_ended_within_them_is_late():
    assert (soon(d("2026-03-02")), lately(d("2026-03-02"))) == (d("2026-05-31"), d("2025-12-02"))


def test_a_declaration_counts_for_a_year_less_a_day():
    assert (declared_until(d("2026-03-02")), declared_until(d("2024-02-29"))) == (
        d("2027-03-01"),
        d("2025-02-27"),
    )


@pytest.mark.parametrize(
    "own, held_until, on, expected",
    [
        (True, None, "2026-03-02", []),
        (True, "2026-05-31", "2026-03-02", []),
        (True, "2026-06-01", "2026-03-02", ["signed-already"]),
        (False, None, "2026-03-02", ["not-yours"]),
    ],
)
def test_a_declaration_is_signed_by_its_maker_and_again_when_it_ends_soon(own, held_until, on, expected):
    assert codes(objections_to_signing(own, held_until and d(held_until), d(on))) == expected


@pytest.mark.parametrize(
    "first, last, expected",
    [
        ("2027-01-01", None, []),
        ("2025-01-01", "2025-12-31", []),
        ("2026-12-31", None, ["contracts-overlap"]),
        ("2025-01-01", "2026-01-01", ["contracts-overlap"]),
        ("2025-01-01", None, ["contracts-overlap"]),
        ("2027-02-01", "2027-01-31", ["ends-before-it-begins"]),
        ("2027-01-01", "2027-01-01", []),
    ],
)
def test_contracts_of_one_person_follow_one_another(first, last, expected):
    found = objections_to_contract(
        d(first), last and d(last), full_time=True, main_employer="", others=[YEAR]
    )
    assert codes(found) == expected


def test_a_contract_without_a_term_leaves_room_for_none_after_it():
    open_end = [(d("2020-01-01"), None)]
    assert codes(objections_to_contract(*YEAR, full_time=True, main_employer="", others=open_end)) == [
        "contracts-overlap"
    ]


def test_the_main_employer_of_a_part_timer_is_named():
    for employer, expected in [(" ", ["no-main-employer"]), ("示例大学", [])]:
        assert (
            codes(objections_to_contract(*YEAR, full_time=False, main_employer=employer, others=[]))
            == expected
        )


@pytest.mark.parametrize(
    "ends, expected",
    [
        ("2026-06-30", []),
        ("2026-12-31", []),
        ("2027-01-01", ["ends-later"]),
        ("2026-01-01", []),
        ("2025-12-31", ["ends-before-it-begins"]),
    ],
)
def test_a_contract_is_cut_short_not_drawn_out(ends, expected):
    assert codes(objections_to_leaving(*YEAR, d(ends))) == expected


def test_a_contract_without_a_term_ends_any_day():
    assert objections_to_leaving(YEAR[0], None, d("2040-01-01")) == []


def test_a_policy_has_days_and_is_entered_once():
    assert codes(objections_to_insuring(*YEAR, held=False)) == []
    assert codes(objections_to_insuring(YEAR[1], YEAR[0], held=True)) == [
        "ends-before-it-begins",
        "policy-held",
    ]
    assert codes(objections_to_insuring(YEAR[0], YEAR[0], held=False)) == []


@pytest.mark.parametrize(
    "weekdays, days, expected",
    [
        ([], None, []),
        ([0, 6], 366, []),
        ([7], None, ["no-such-weekday"]),
        ([-1], 367, ["no-such-weekday", "too-many-days"]),
    ],
)
def test_days_are_days_of_a_week_and_of_a_year(weekdays, days, expected):
    assert codes(objections_to_availability(weekdays, days)) == expected


def test_a_home_town_is_known_or_not_said():
    assert objections_to_home("") == objections_to_home("310113") == []
    assert codes(objections_to_home("999999")) == ["region-unknown"]
