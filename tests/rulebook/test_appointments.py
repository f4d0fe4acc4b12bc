from datetime import date

import pytest

from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.audit_cycle import TOO_EARLY, VisitKind
from mingzheng.rulebook.programme import VISIT_BEGUN, VISIT_DROPPED, VisitState
from mingzheng.rulebook.standards import Standard


def d(day: str) -> date:
    return date.fromisoformat(day)


CLAUSE = "CNCA-QMS-01:2025 5.4.1.4"


def dated(kind=VisitKind.SURVEILLANCE, **more) -> rules.Dated:
    return rules.Dated(
        **{
            "kind": kind,
            "standards": (Standard.QMS,),
            "earliest": d("2026-03-10"),
            "latest": d("2026-06-10"),
            "clause": CLAUSE,
            "state": VisitState(),
            **more,
        }
    )


TODAY = d("2026-03-02")


@pytest.mark.parametrize(
    "visit, starts, ends, codes",
    [
        (dated(), "2026-03-10", "2026-03-12", []),
        (dated(), "2026-06-10", "2026-06-10", []),  # the last day is inside
        (dated(), "2026-03-09", "2026-03-10", ["cycle.too-early"]),
        (dated(), "2026-06-10", "2026-06-11", ["cycle.too-late"]),
        (dated(), "2026-03-12", "2026-03-11", ["schedule.ends-before-it-begins"]),
        (dated(earliest=None), "2026-03-01", "2026-03-02", ["schedule.in-the-past"]),
        (dated(latest=None), "2026-03-10", "2026-05-09", ["schedule.too-long"]),
        (dated(state=VisitState(dropped_on=TODAY)), "2026-03-10", "2026-03-10", [VISIT_DROPPED.code]),
        (dated(state=VisitState(begun_on=TODAY)), "2026-03-10", "2026-03-10", [VISIT_BEGUN.code]),
    ],
)
def test_a_visit_is_held_within_its_window(visit, starts, ends, codes):
    assert [o.code for o in rules.objections_to_dating(visit, d(starts), d(ends), TODAY)] == codes


def test_a_day_outside_the_window_names_the_clause_that_set_it():
    [late] = rules.objections_to_dating(dated(), d("2026-06-11"), d("2026-06-11"), TODAY)
    assert (late.clause, late.details) == (CLAUSE, {"latest": d("2026-06-10")})
    assert rules.objections_to_dating(dated(), d("2026-03-03"), d("2026-03-03"), TODAY) == [TOO_EARLY]


def test_an_overdue_surveillance_may_still_be_held():
    today = d("2026-07-01")
    assert rules.objections_to_dating(dated(), d("2026-07-10"), d("2026-07-10"), today) == []


@pytest.mark.parametrize("today, refused", [("2026-07-01", True), ("2020-07-01", False)])
def test_an_overdue_recertification_is_an_initial_certification_where_the_edition_says_so(today, refused):
    visit = dated(VisitKind.RECERTIFICATION, earliest=d("2019-12-10"), latest=d("2020-06-10"))
    assert bool(rules.objections_to_dating(visit, d("2026-07-10"), d("2026-07-10"), d(today))) is refused


@pytest.mark.parametrize("stage1_ends, refused", [(None, True), ("2026-03-12", True), ("2026-03-11", False)])
def test_stage_2_begins_after_stage_1_has_ended(stage1_ends, refused):
    visit = dated(VisitKind.STAGE2, stage1_ends=d(stage1_ends) if stage1_ends else None)
    found = rules.objections_to_dating(visit, d("2026-03-12"), d("2026-03-13"), TODAY)
    assert (found == [rules.STAGE_1_FIRST]) is refused


def test_the_client_may_object_for_three_working_days_but_not_past_the_visit():
    assert rules.object_by(d("2026-03-05"), d("2026-03-20"), {}) == d("2026-03-10")  # a weekend between
    assert rules.object_by(d("2026-03-05"), d("2026-03-06"), {}) == d("2026-03-06")
