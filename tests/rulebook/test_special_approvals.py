"""Limits of the body's own that a visit goes beyond only with a reason a director approved."""

from datetime import date, timedelta

import pytest

from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.special_approvals import (
    Limit,
    objections_to_asking,
    objections_to_days_out,
    objections_to_deciding,
    objections_to_remote_share,
    remote_share,
)

MON = date(2026, 3, 2)


def out(first: date, days: int, halves=(Half.MORNING, Half.AFTERNOON)) -> frozenset[HalfDay]:
    return frozenset(HalfDay(first + timedelta(n), half) for n in range(days) for half in halves)


def codes(found) -> list[str]:
    return [one.code.removeprefix("approval.") for one in found]


@pytest.mark.parametrize(
    ("share", "allowed", "why"),
    [
        (0, 0, []),
        (30, 0, []),
        (31, 0, ["remote-above-limit"]),
        (60, 60, []),
        (61, 60, ["remote-above-limit"]),
        (20, 10, []),
        (101, 100, ["share-out-of-range"]),
        (-1, 0, ["share-out-of-range"]),
    ],
)
def test_more_from_afar_than_the_limit_needs_approval(share, allowed, why):
    assert codes(objections_to_remote_share(share, allowed)) == why


def test_what_a_client_wishes_from_afar_is_planned_up_to_the_limit_or_what_was_approved():
    assert [remote_share(20), remote_share(80), remote_share(80, 50), remote_share(80, 90)] == [
        20,
        30,
        50,
        80,
    ]


@pytest.mark.parametrize(
    ("added", "booked", "why"),
    [
        (out(MON, 6), (), []),  # Monday to Saturday
        (out(MON, 7), (), ["too-long-in-a-row", "no-rest-day"]),
        (
            out(MON + timedelta(3), 7),
            (),
            ["too-long-in-a-row"],
        ),  # Thursday to Wednesday: each week has a free day
        (out(MON + timedelta(4), 1), out(MON, 4), []),
        (out(MON + timedelta(7), 5), out(MON, 5), []),  # a weekend between
        (out(MON + timedelta(5), 2), out(MON, 5), ["too-long-in-a-row", "no-rest-day"]),
        (out(MON, 1), out(date(2026, 4, 6), 7), []),  # what was too much already is not its fault
    ],
)
def test_days_out_in_a_row_and_a_week_without_a_free_day_are_objected_to(added, booked, why):
    assert codes(objections_to_days_out("王", added, booked)) == why


def test_a_month_holds_twenty_days_out_half_days_counted_as_halves():
    first, other = date(2026, 3, 1), date(2026, 3, 30)
    booked = [*out(first, 26, (Half.MORNING,)), *out(first, 13, (Half.AFTERNOON,))]  # 19.5 days
    half, day = out(other, 1, (Half.MORNING,)), out(other, 1)
    assert "too-many-a-month" not in codes(objections_to_days_out("王", half, booked))
    (found,) = (o for o in objections_to_days_out("王", day, booked) if o.code.endswith("a-month"))
    assert found.details == {"person": "王", "month": "2026-03", "days": "20.5", "most": 20}
    assert codes(objections_to_days_out("王", out(date(2026, 4, 1), 1), booked)) == []


def test_whoever_need_not_travel_is_not_out_but_his_week_still_has_a_free_day():
    near = out(MON + timedelta(6), 1)
    assert codes(objections_to_days_out("王", near, out(MON, 6), near=near)) == ["no-rest-day"]
    assert (
        codes(objections_to_days_out("王", out(MON + timedelta(7), 6), near | out(MON, 6), near=near)) == []
    )
    morning = out(MON + timedelta(6), 1, (Half.MORNING,))
    found = objections_to_days_out("王", near, out(MON, 6), near=morning)
    assert codes(found) == ["too-long-in-a-row", "no-rest-day"]
    month = out(date(2026, 3, 1), 20)
    assert codes(objections_to_days_out("王", out(date(2026, 3, 30), 1), month, near=out(MON, 1))) == []


def test_it_is_asked_for_with_a_reason_and_decided_once_by_another():
    asked = {"named": True, "dated": True, "asked": False}
    assert codes(objections_to_asking(Limit.REMOTE, "疫情", 60, **asked)) == []
    assert codes(objections_to_asking(Limit.REMOTE, " ", 30, **asked)) == ["no-reason", "not-above-limit"]
    assert codes(objections_to_asking(Limit.DAYS_OUT, "抢修", 0, named=False, dated=False, asked=True)) == [
        "asked-already",
        "no-person",
        "no-days",
    ]
    decide = {"granted": True, "decided": False, "own": False}
    assert codes(objections_to_deciding("", **decide)) == []
    assert codes(objections_to_deciding("", **{**decide, "granted": False})) == ["no-reason"]
    assert codes(objections_to_deciding("", **{**decide, "own": True})) == ["own-request"]
    assert codes(objections_to_deciding("", **{**decide, "decided": True})) == ["decided-already"]
