"""What clients owe: when fees fall due, and what may be invoiced, received, credited and let off."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import fees as rules
from mingzheng.rulebook.duties import FEE_BY_THIRD_PARTY
from mingzheng.rulebook.fees import Source
from mingzheng.rulebook.prices import IncomeKind

DAY = date(2026, 3, 2)
D = Decimal
LINES = [
    ("price.application", D(2000)),
    ("price.initial", D(37500)),
    ("price.certificate", D(4000)),
    ("price.surveillance-1", D(13500)),
    ("price.surveillance-2", D(13500)),
]
fen = st.decimals(min_value=0, max_value=10**7, places=2)
weights = st.lists(st.decimals(min_value="0.5", max_value=50, places=1), min_size=1, max_size=5)


@given(fen, weights)
def test_the_parts_of_an_amount_make_it_to_the_fen(amount, many):
    parts = rules.split(amount, many)
    assert sum(parts) == amount and all(part >= 0 for part in parts)
    assert all(
        abs(p - amount * w / sum(many)) < D("0.01") * len(many) for p, w in zip(parts, many, strict=True)
    )


def test_a_contract_falls_due_at_signing_and_with_each_surveillance():
    found = rules.owed(LINES, {"QMS": D(9), "EMS": D(12)}, DAY)
    assert sum(one.amount for one in found) == 70500
    assert [(one.what, one.scheme, one.amount, one.due_on) for one in found[2:4] + found[-2:]] == [
        ("initial", "QMS", D("16071.43"), DAY),
        ("initial", "EMS", D("21428.57"), DAY),
        ("surveillance-2", "QMS", D("5785.72"), date(2028, 3, 2)),
        ("surveillance-2", "EMS", D("7714.28"), date(2028, 3, 2)),
    ]


@given(st.decimals(min_value=0, max_value=70500, places=2), weights)
def test_a_discount_comes_off_the_first_fees_and_nothing_is_lost(discount, many):
    days = {f"S{n}": days for n, days in enumerate(many)}
    found = rules.owed([*LINES, (rules.DISCOUNT, -discount)], days, DAY)
    assert sum(one.amount for one in found) == 70500 - discount
    assert all(one.amount > 0 for one in found)


def test_an_invoice_is_paid_within_thirty_days():
    assert rules.pay_by(date(2026, 1, 1)) == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("signed", "planned", "lines", "expected"),
    [
        (True, False, 5, []),
        (False, False, 5, [rules.NOT_SIGNED]),
        (True, True, 5, [rules.PLANNED_ALREADY]),
        (True, False, 0, [rules.NOTHING_TO_PLAN]),
    ],
)
def test_fees_are_planned_once_after_signing(signed, planned, lines, expected):
    assert rules.objections_to_planning(signed=signed, planned=planned, lines=lines) == expected


@pytest.mark.parametrize(
    ("amount", "number", "used", "expected"),
    [
        (100, "25312000", False, []),
        (0, "25312000", False, [rules.NOTHING_DUE]),
        (100, " ", False, [rules.NUMBER_MISSING]),
        (100, "25312000", True, [rules.NUMBER_USED]),
    ],
)
def test_an_invoice_has_an_amount_and_a_number_of_its_own(amount, number, used, expected):
    assert rules.objections_to_invoice(D(amount), number, used=used) == expected


@pytest.mark.parametrize(
    ("amount", "creditable", "reason", "credit", "expected"),
    [
        (50, 100, "开错", False, []),
        (100, 100, "开错", False, []),
        ("100.01", 100, "开错", False, [rules.MORE_THAN_OPEN]),
        (0, 100, "开错", False, [rules.AMOUNT_NOT_POSITIVE]),
        (50, 100, " ", False, [rules.REASON_MISSING]),
        (50, 100, "开错", True, [rules.CREDIT_OF_CREDIT]),
    ],
)
def test_no_more_is_taken_back_than_was_invoiced(amount, creditable, reason, credit, expected):
    assert rules.objections_to_credit(D(amount), D(creditable), reason, credit=credit) == expected


@pytest.mark.parametrize(
    ("amount", "still_open", "reference", "received", "used", "expected"),
    [
        (50, 100, "B1", DAY, False, []),
        (100, 100, "B1", DAY, False, []),
        ("100.01", 100, "B1", DAY, False, [rules.MORE_THAN_OPEN]),
        (-1, 100, "B1", DAY, False, [rules.AMOUNT_NOT_POSITIVE]),
        (50, 100, "", DAY, False, [rules.REFERENCE_MISSING]),
        (50, 100, "B1", DAY, True, [rules.REFERENCE_USED]),
        (50, 100, "B1", DAY + timedelta(days=1), False, [rules.RECEIVED_IN_FUTURE]),
    ],
)
def test_a_payment_is_part_of_what_is_open_and_has_its_bank_reference(
    amount, still_open, reference, received, used, expected
):
    assert (
        rules.objections_to_receipt(D(amount), D(still_open), reference, received, DAY, used=used) == expected
    )


@pytest.mark.parametrize(
    ("kind", "payer", "received", "expected"),
    [
        (IncomeKind.CERTIFICATION, "甲公司", DAY, []),
        (IncomeKind.CERTIFICATION, "乙咨询", DAY, [FEE_BY_THIRD_PARTY]),
        (IncomeKind.CERTIFICATION, "乙咨询", date(2025, 12, 31), []),  # before the rule
        (IncomeKind.TRAINING, "乙咨询", DAY, []),
    ],
)
def test_certification_is_paid_by_the_client_itself(kind, payer, received, expected):
    assert rules.objections_to_payer(kind, "甲公司", payer, received) == expected


def test_no_more_is_paid_back_than_was_paid():
    assert rules.objections_to_refund(D(10), D(10), "B2", used=False) == []
    assert rules.objections_to_refund(D(11), D(10), "B2", used=False) == [rules.MORE_THAN_PAID]
    assert rules.objections_to_refund(D(10), D(10), " ", used=False) == [rules.REFERENCE_MISSING]


def test_relief_is_of_fees_not_invoiced_and_has_a_reason():
    assert rules.objections_to_relief(D(10), D(10), "疫情") == []
    assert rules.objections_to_relief(D(11), D(10), "疫情") == [rules.RELIEF_TOO_LARGE]
    assert rules.objections_to_relief(D(10), D(10), " ") == [rules.REASON_MISSING]


@pytest.mark.parametrize(
    ("charged", "days", "floor", "below"),
    [(24000, 8, 3000, False), (23999, 8, 3000, True), (24000, None, 3000, True), (1, 8, None, False)],
)
def test_unknown_days_count_as_below_the_floor(charged, days, floor, below):
    known = None if days is None else D(days)
    assert rules.relief_is_below_floor(D(charged), known, None if floor is None else D(floor)) is below


@pytest.mark.parametrize(
    ("state", "own", "below", "directs", "granted", "remark", "expected"),
    [
        ("asked", False, False, False, True, "", []),
        ("asked", False, True, True, True, "", []),
        ("asked", False, True, False, True, "", [rules.RELIEF_BY_DIRECTOR]),
        ("asked", False, True, False, False, "不符合条件", []),
        ("asked", True, False, True, True, "", [rules.OWN_RELIEF]),
        ("asked", False, False, False, False, " ", [rules.REASON_MISSING]),
        ("granted", False, False, True, True, "", [rules.RELIEF_DECIDED]),
    ],
)
def test_relief_below_the_floor_is_granted_by_a_director_alone(
    state, own, below, directs, granted, remark, expected
):
    known = {"own": own, "below_floor": below, "directs": directs, "granted": granted, "remark": remark}
    assert rules.objections_to_deciding_relief(state, **known) == expected


def test_an_agent_is_named():
    assert rules.objections_to_source(Source.OWN, "") == []
    assert rules.objections_to_source(Source.AGENT, " ") == [rules.AGENT_UNNAMED]
    assert rules.objections_to_source(Source.PARTNER, "某院") == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, []),
        ({"delivered": True}, [rules.DELIVERED]),
        ({"people": 0}, [rules.NOBODY_TRAINED]),
        ({"held": DAY + timedelta(days=1)}, [rules.DELIVERED_IN_FUTURE]),
        ({"guarded": True}, [rules.TRAINER_MISSING]),
        ({"guarded": True, "trainer": "li"}, []),
    ],
)
def test_who_delivered_a_guarded_service_is_known(more, expected):
    known = {"delivered": False, "people": 3, "held": DAY, "on": DAY, "guarded": False, "trainer": ""}
    assert rules.objections_to_delivery(**{**known, **more}) == expected


@pytest.mark.parametrize(
    ("year", "booked", "explanation", "done", "expected"),
    [
        (2025, 100, "", False, []),
        (2026, 100, "", False, [rules.YEAR_NOT_OVER]),
        (2025, 99, "", False, [rules.DIFFERENCE_UNEXPLAINED]),
        (2025, 99, "跨年冲红", False, []),
        (2025, 100, "", True, [rules.RECONCILED]),
    ],
)
def test_a_difference_from_the_accounts_is_explained(year, booked, explanation, done, expected):
    assert rules.objections_to_reconciling(year, DAY, D(100), D(booked), explanation, done=done) == expected
