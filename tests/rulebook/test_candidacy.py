"""From trainee to senior, from another body, and registered again (CCAA-101; the body's own numbers)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.candidacy import (
    EVIDENCE,
    CandidacyKind,
    Candidate,
    Outcome,
    Step,
    leaderships_short,
    missing_papers,
    objections_to_candidate,
    objections_to_opening,
    objections_to_outcome,
    objections_to_step,
)
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.registration import (
    AuditLog,
    Education,
    confirm_after,
    confirm_by,
    objections_to_accepting,
    objections_to_confirming,
    objections_to_experience,
    objections_to_mentor,
    objections_to_training,
)
from mingzheng.words import WORDS

d = date.fromisoformat
ON = d("2026-03-02")
TRAINEE, AUDITOR, SENIOR, PRINCIPAL = RegistrationGrade
ENTER, PROMOTE, TRANSFER, RENEW = CandidacyKind


def codes(objections) -> list[str]:
    return [o.code.rpartition(".")[2] for o in objections]


def lacking(kind) -> list[str]:
    return list(EVIDENCE[kind])


@pytest.mark.parametrize(
    "kind, grade, held, expected",
    [
        (ENTER, TRAINEE, None, []),
        (ENTER, AUDITOR, None, ["other-grade"]),
        (ENTER, TRAINEE, AUDITOR, ["registered-already"]),
        (PROMOTE, AUDITOR, TRAINEE, []),
        (PROMOTE, SENIOR, AUDITOR, []),
        (PROMOTE, SENIOR, TRAINEE, ["no-step-up"]),
        (PROMOTE, AUDITOR, None, ["no-step-up"]),
        (PROMOTE, PRINCIPAL, SENIOR, ["no-step-up"]),
        (TRANSFER, AUDITOR, None, []),
        (TRANSFER, AUDITOR, AUDITOR, ["registered-already"]),
        (RENEW, AUDITOR, AUDITOR, []),
        (RENEW, SENIOR, AUDITOR, ["other-grade"]),
        (RENEW, AUDITOR, None, ["not-registered"]),
    ],
)
def test_what_may_be_applied_for(kind, grade, held, expected):
    told = {"former_body": "示例认证公司", "opened": False}
    assert codes(objections_to_opening(kind, grade, held=held, **told)) == expected
    again = objections_to_opening(kind, grade, held=held, **{**told, "opened": True})
    assert codes(again) == ["open-already", *expected]


def test_a_transfer_names_where_somebody_comes_from():
    found = objections_to_opening(TRANSFER, AUDITOR, held=None, former_body=" ", opened=False)
    assert codes(found) == ["no-former-body"]


ENOUGH = {
    "log": AuditLog(Decimal(20), Decimal(10), led=15),
    "work_years": 4,
    "field_years": 2,
    "cpd_hours": Decimal(20),
    "cpd_field_hours": Decimal(4),
    "valid_until": d("2026-12-31"),
}


def candidate(kind, grade, **more) -> Candidate:
    return Candidate(kind, grade, **{**ENOUGH, "papers": frozenset(EVIDENCE[kind]), **more})


@pytest.mark.parametrize(
    "kind, grade, more, expected",
    [
        (ENTER, TRAINEE, {"log": AuditLog()}, []),
        (PROMOTE, AUDITOR, {}, []),
        (PROMOTE, AUDITOR, {"work_years": 3, "field_years": 1}, ["work_years", "field_years"]),
        (PROMOTE, AUDITOR, {"education": Education.COLLEGE}, ["work_years", "field_years"]),
        (PROMOTE, AUDITOR, {"log": AuditLog(Decimal("19.5"), Decimal("9.5"))}, ["audit_days", "on_site_days"]),
        (PROMOTE, SENIOR, {}, []),
        (PROMOTE, SENIOR, {"log": AuditLog(led=14)}, ["leaderships"]),
        (TRANSFER, AUDITOR, {"papers": frozenset({"candidacy_form"})}, ["release"]),
        (RENEW, AUDITOR, {}, []),
        (RENEW, AUDITOR, {"log": AuditLog(Decimal(9))}, ["audit_days"]),
        (RENEW, AUDITOR, {"cpd_hours": Decimal(19), "cpd_field_hours": Decimal(3)}, ["cpd_hours", "cpd_field_hours"]),
        (RENEW, AUDITOR, {"valid_until": d("2026-06-01")}, ["apply-earlier"]),
        (RENEW, AUDITOR, {"unconfirmed": d("2026-01-01"), "papers": frozenset()}, ["confirmation-missing", *lacking(RENEW)]),
    ],
)  # fmt: skip
def test_when_the_evidence_is_complete(kind, grade, more, expected):
    assert codes(objections_to_candidate(candidate(kind, grade, **more), ON)) == expected


@pytest.mark.slow
@given(st.integers(0, 40), st.integers(0, 40))
def test_one_more_audit_led_never_leaves_more_short(led, more):
    assert leaderships_short(led + more) <= leaderships_short(led) == max(0, 15 - led)
    short = objections_to_candidate(candidate(PROMOTE, SENIOR, log=AuditLog(led=led)), ON)
    assert bool(short) is (leaderships_short(led) > 0)
    assert all(o.details["short"] == leaderships_short(led) for o in short)


def test_papers_are_asked_for_in_their_order_and_have_words():
    assert missing_papers(RENEW, {"audit_log"}) == ["candidacy_form", "training_proof"]
    papers = {paper for kind in EVIDENCE.values() for paper in kind}
    assert all(
        f"{family}.{paper}" in WORDS
        for paper in papers
        for family in ("paper-kind", "candidacy.paper-missing")
    )
    assert all(f"candidacy.{kind}" in WORDS for kind in CandidacyKind) and all(
        f"candidacy-step.{step}" in WORDS for step in Step
    )


def test_steps_follow_one_another_and_withdrawing_is_always_possible():
    allowed = {
        (now, wanted)
        for now in list(Step)[:3]
        for wanted in list(Step)[1:]
        if not objections_to_step(now, wanted)
    }
    withdrawn = {(now, Step.WITHDRAWN) for now in list(Step)[:3]}
    assert allowed - withdrawn == {
        (Step.OPENED, Step.COMPLETE),
        (Step.COMPLETE, Step.SUBMITTED),
        (Step.SUBMITTED, Step.GRANTED),
        (Step.SUBMITTED, Step.REFUSED),
    }
    assert withdrawn <= allowed
    assert codes(objections_to_step(Step.OPENED, Step.SUBMITTED)) == ["not-complete"]
    assert codes(objections_to_step(Step.COMPLETE, Step.GRANTED)) == ["not-submitted"]
    assert codes(objections_to_step(Step.SUBMITTED, Step.COMPLETE)) == ["not-at-this-step"]


def test_what_is_granted_has_a_number_and_days_and_what_is_not_a_reason():
    assert objections_to_outcome(Outcome.GRANTED, "N1", ON, d("2029-03-01"), "") == []
    for number, first, last in [(" ", ON, ON), ("N1", None, ON), ("N1", ON, None)]:
        assert codes(objections_to_outcome(Outcome.GRANTED, number, first, last, "")) == ["no-number"]
    assert codes(objections_to_outcome(Outcome.REFUSED, "", None, None, " ")) == ["no-reason"]
    assert objections_to_outcome(Outcome.WITHDRAWN, "", None, None, "本人放弃") == []


@pytest.mark.parametrize(
    "on, expected",
    [
        ("2025-01-01", "2026-01-01"),
        ("2025-12-31", "2026-01-01"),
        ("2026-01-01", "2027-01-01"),
        ("2026-07-01", "2027-01-01"),
        ("2027-01-01", None),
        ("2020-01-01", "2026-01-01"),
    ],
)
def test_a_registration_is_confirmed_on_each_anniversary_but_the_last(on, expected):
    assert confirm_by(d("2025-01-01"), d("2027-12-31"), d(on)) == (expected and d(expected))


def test_after_one_confirmation_comes_the_next_until_the_registration_ends():
    assert confirm_after(d("2026-01-01"), d("2027-12-31")) == d("2027-01-01")
    assert confirm_after(d("2027-01-01"), d("2027-12-31")) is None
    assert confirm_after(d("2027-01-01"), d("2028-01-01")) == d("2028-01-01")


def test_a_confirmation_is_made_in_the_three_months_before_its_day_on_evidence():
    due = d("2026-06-30")
    assert objections_to_confirming(due, "截图", d("2026-03-30")) == []
    assert codes(objections_to_confirming(due, " ", d("2026-03-29"))) == [
        "confirmed-too-early",
        "no-evidence",
    ]
    assert objections_to_confirming(due, "截图", d("2026-09-01")) == [], "late is better than never"


AUDIT = {
    "first_day": ON,
    "last_day": ON,
    "audit_days": Decimal(2),
    "on_site_days": Decimal(2),
    "evidence": "表",
    "on": ON,
}


@pytest.mark.parametrize(
    "more, counted, expected",
    [
        ({}, False, []),
        ({"last_day": d("2026-03-01")}, False, ["ends-before-it-begins"]),
        ({"on": d("2026-03-01")}, False, ["in-future"]),
        ({"audit_days": Decimal(0), "on_site_days": Decimal(0)}, False, ["no-days"]),
        ({"on_site_days": Decimal(-1)}, False, ["no-days"]),
        (
            {"on_site_days": Decimal("2.5"), "evidence": ""},
            True,
            ["more-on-site", "no-evidence", "counted-already"],
        ),
    ],
)
def test_an_earlier_audit_is_over_took_days_and_is_proved(more, counted, expected):
    assert codes(objections_to_experience(**{**AUDIT, **more}, counted=counted)) == expected


def test_education_has_hours_a_day_that_came_and_a_proof():
    assert objections_to_training(Decimal("0.5"), ON, "证书", ON, may=True) == []
    found = objections_to_training(Decimal(0), d("2026-03-03"), "", ON, may=False)
    assert codes(found) == ["not-yours", "no-hours", "in-future", "no-evidence"]


def test_education_is_reviewed_once_by_another_and_refused_with_a_reason():
    assert objections_to_accepting(True, "", own=False, reviewed=False) == []
    assert objections_to_accepting(False, "无关", own=False, reviewed=False) == []
    assert codes(objections_to_accepting(False, " ", own=True, reviewed=True)) == [
        "own-training",
        "reviewed-already",
        "no-reason",
    ]


def test_a_mentor_is_a_registered_auditor_and_another_person():
    assert objections_to_mentor(trainee=True, own=False, mentor_registered=True) == []
    assert codes(objections_to_mentor(trainee=False, own=True, mentor_registered=False)) == [
        "not-a-trainee",
        "own-mentor",
        "mentor-not-registered",
    ]


def test_logs_add_up():
    one = AuditLog(Decimal(2), Decimal(1), 1, 1)
    assert one + replace(one, led=0) == AuditLog(Decimal(4), Decimal(2), 1, 2)
