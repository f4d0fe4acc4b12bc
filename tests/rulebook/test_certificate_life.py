"""The life of a certificate, act by act and as a whole."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import certificate_life as life
from mingzheng.rulebook.certificate_life import ENDED, LIFE, Act, CertificateFacts, Status
from mingzheng.rulebook.reason_codes import ReplaceReason, SuspendReason, WithdrawReason
from mingzheng.rulebook.roles import Role
from mingzheng.words import WORDS, say

ISSUED, EXPIRES, TODAY = date(2024, 5, 13), date(2027, 5, 12), date(2026, 3, 2)
REASON = {
    Act.SUSPEND: SuspendReason.CLIENT_ASKED,
    Act.WITHDRAW: WithdrawReason.AUDIT_FAILED,
    Act.REPLACE: ReplaceReason.DATA_CHANGED,
}
days = st.dates(date(2023, 1, 1), date(2029, 12, 31))


def facts(status=Status.IN_FORCE, **more):
    return CertificateFacts(**{"status": status, "issued_on": ISSUED, "expires_on": EXPIRES, **more})


def codes(act, certificate, *, decided=True, on=TODAY, reason=None):
    reason = reason or REASON.get(act)
    return [o.code for o in life.objections_to(act, certificate, decided=decided, on=on, reason=reason)]


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("act", Act)
def test_an_act_is_open_exactly_where_the_table_has_it(status, act):
    on = EXPIRES + timedelta(days=1) if act is Act.EXPIRE else TODAY
    found = codes(act, facts(status, cancellation_asked_on=TODAY, taken_over_on=TODAY), on=on)
    assert (not found) == ((status, act) in LIFE)


def test_every_state_is_reached_from_in_force_and_none_but_the_ended_ones_is_a_dead_end():
    reached, frontier = {Status.IN_FORCE}, {Status.IN_FORCE}
    while frontier := {after for (before, _), after in LIFE.items() if before in frontier} - reached:
        reached |= frontier
    assert reached == set(Status)
    assert {Status.WITHDRAWN, Status.CANCELLED, Status.EXPIRED, Status.REPLACED} == ENDED


@pytest.mark.slow
@given(
    status=st.sampled_from(sorted(set(Status) - ENDED)),
    on=days,
    until=st.none() | days,
    latest=st.none() | days,
)
def test_no_living_certificate_is_ever_stuck(status, on, until, latest):
    certificate = facts(status, suspended_until=until, surveillance_latest=latest)
    if on >= ISSUED:
        exits = [act for act in (Act.WITHDRAW, Act.EXPIRE) if not codes(act, certificate, on=on)]
        assert exits


@given(status=st.sampled_from(sorted(ENDED)), act=st.sampled_from(Act), on=days)
def test_an_ended_certificate_stays_ended(status, act, on):
    assert codes(act, facts(status, cancellation_asked_on=ISSUED), on=on)


@given(status=st.sampled_from(Status), on=days)
def test_expiring_and_every_other_act_are_never_open_on_the_same_day(status, on):
    opened = {
        a
        for a, found in life.open_acts(facts(status, cancellation_asked_on=ISSUED), on=on).items()
        if not found
    }
    assert Act.EXPIRE not in opened or opened == {Act.EXPIRE}


def test_a_certificate_expires_only_after_its_last_day():
    assert codes(Act.EXPIRE, facts(), on=EXPIRES) == ["certificate.not-past-expiry"]
    assert codes(Act.EXPIRE, facts(), on=EXPIRES + timedelta(days=1)) == []


def test_a_suspended_certificate_expires_too():
    assert codes(Act.EXPIRE, facts(Status.SUSPENDED), on=EXPIRES + timedelta(days=1)) == []


def test_after_the_expiry_day_nothing_is_restored():
    certificate = facts(Status.SUSPENDED)
    assert codes(Act.RESTORE, certificate, on=EXPIRES) == []
    assert codes(Act.RESTORE, certificate, on=EXPIRES + timedelta(days=1)) == ["certificate.past-expiry"]


def test_nothing_is_restored_after_the_suspension_ran_out_but_withdrawn():
    certificate = facts(Status.SUSPENDED, suspended_until=TODAY)
    assert codes(Act.RESTORE, certificate) == []
    assert codes(Act.RESTORE, certificate, on=TODAY + timedelta(days=1)) == ["certificate.suspension-ran-out"]
    ran_out = WithdrawReason.SUSPENSION_RAN_OUT
    assert codes(Act.WITHDRAW, certificate, reason=ran_out) == ["certificate.suspension-still-runs"]
    assert codes(Act.WITHDRAW, certificate, reason=ran_out, on=TODAY + timedelta(days=1)) == []


def test_nothing_is_restored_while_the_surveillance_is_still_overdue():
    overdue = facts(Status.SUSPENDED, surveillance_latest=TODAY - timedelta(days=1))
    assert codes(Act.RESTORE, overdue) == ["certificate.surveillance-still-overdue"]
    assert codes(Act.RESTORE, facts(Status.SUSPENDED, surveillance_latest=TODAY)) == []


def test_only_the_client_can_have_a_certificate_cancelled():
    assert codes(Act.CANCEL, facts()) == ["certificate.client-did-not-ask"]
    assert codes(Act.CANCEL, facts(cancellation_asked_on=TODAY + timedelta(days=1))) == [
        "certificate.client-did-not-ask"
    ]
    assert codes(Act.CANCEL, facts(cancellation_asked_on=TODAY), decided=False) == []


def test_a_certificate_goes_to_another_body_once_that_has_taken_it_over_and_never_while_suspended():
    assert codes(Act.TRANSFER, facts()) == ["certificate.not-taken-over"]
    assert codes(Act.TRANSFER, facts(taken_over_on=TODAY + timedelta(days=1))) == [
        "certificate.not-taken-over"
    ]
    assert codes(Act.TRANSFER, facts(taken_over_on=TODAY), decided=False) == []
    assert codes(Act.TRANSFER, facts(Status.SUSPENDED, taken_over_on=TODAY)) == ["transfer.suspended"]
    assert LIFE[Status.IN_FORCE, Act.TRANSFER] is Status.REPLACED


DECIDED_BY = {
    Act.SUSPEND: Role.DECISION_MAKER,
    Act.RESTORE: Role.DECISION_MAKER,
    Act.WITHDRAW: Role.DECISION_MAKER,
    Act.EXTEND_SCOPE: Role.DECISION_MAKER,
    Act.REDUCE_SCOPE: Role.DECISION_MAKER,
}


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
def test_an_act_goes_through_the_hands_of_those_who_decide_it_and_carry_it_out_and_no_others(act, role):
    clerk = Role.CLOCK if act is Act.EXPIRE else Role.CERTIFICATE_CLERK
    found = life.objections_to_hands(act, role)
    assert (not found) == (role in (DECIDED_BY.get(act), clerk))
    assert all(o.details["needed"] == DECIDED_BY.get(act, clerk) for o in found)


@pytest.mark.parametrize("act", [Act.SUSPEND, Act.WITHDRAW, Act.EXTEND_SCOPE, Act.REDUCE_SCOPE])
def test_what_the_standard_calls_a_decision_needs_one(act):
    assert codes(act, facts(), decided=False) == ["certificate.no-decision"]


def test_a_replacement_needs_a_decision_unless_only_data_changed():
    assert codes(Act.REPLACE, facts(), decided=False) == []
    recertified = ReplaceReason.RECERTIFICATION
    assert codes(Act.REPLACE, facts(), decided=False, reason=recertified) == ["certificate.no-decision"]


@pytest.mark.parametrize("act", REASON)
def test_an_act_that_is_reported_with_a_reason_needs_one_of_its_own(act):
    assert life.objections_to(act, facts(), decided=True, on=TODAY) == [life.NO_REASON]
    assert life.objections_to(act, facts(), decided=True, on=TODAY, reason="9999") == [life.UNKNOWN_REASON]
    assert all(code in life.REASONS[act] for code in [REASON[act]])


@pytest.mark.parametrize("reason", [WithdrawReason.REPLACED, WithdrawReason.GIVEN_UP])
def test_a_replaced_or_given_up_certificate_is_not_withdrawn(reason):
    assert codes(Act.WITHDRAW, facts(), reason=reason) == ["certificate.unknown-reason"]


def test_nothing_is_done_to_a_certificate_before_it_is_issued():
    assert codes(Act.SUSPEND, facts(), on=ISSUED - timedelta(days=1)) == ["certificate.not-issued-yet"]
    assert codes(Act.SUSPEND, facts(), on=ISSUED) == []


def test_the_page_sees_what_is_open_and_why_the_rest_is_not():
    shown = life.open_acts(facts(Status.SUSPENDED, cancellation_asked_on=TODAY), on=TODAY)
    assert [act for act, found in shown.items() if not found] == [
        Act.RESTORE,
        Act.WITHDRAW,
        Act.CANCEL,
        Act.REDUCE_SCOPE,
    ]
    assert shown[Act.SUSPEND] == [life.SUSPENDED]
    undecided = life.open_acts(facts(), on=TODAY, decided=[Act.SUSPEND])
    assert undecided[Act.SUSPEND] == [] and undecided[Act.WITHDRAW] == [life.NO_DECISION]


@pytest.mark.parametrize(
    ("on", "until"),
    [
        (date(2026, 2, 10), date(2026, 8, 10)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2023, 8, 31), date(2024, 2, 29)),
    ],
)
def test_a_suspension_lasts_six_months_and_clamps_at_the_end_of_the_month(on, until):
    assert life.suspension_ends_by(on) == until


def test_every_state_has_the_regulators_code():
    assert [life.STATUS_CODES[s] for s in Status] == ["01", "02", "03", "04", "05", "03"]


def test_every_state_act_reason_and_objection_has_words():
    for code in [f"certificate.status.{s}" for s in Status] + [f"certificate.act.{a}" for a in Act]:
        assert code in WORDS
    for prefix, reasons in [
        ("suspend", SuspendReason),
        ("withdraw", WithdrawReason),
        ("replace", ReplaceReason),
    ]:
        assert all(f"{prefix}-reason.{reason}" in WORDS for reason in reasons)
    for certificate in (facts(s, suspended_until=ISSUED, surveillance_latest=ISSUED) for s in Status):
        for act in Act:
            for on in (ISSUED - timedelta(days=1), TODAY, EXPIRES + timedelta(days=1)):
                for reason in (None, "9999", WithdrawReason.SUSPENSION_RAN_OUT):
                    for o in life.objections_to(act, certificate, decided=False, on=on, reason=reason):
                        assert say(o.code, "zh-hans", **o.details) != say(o.code, "en", **o.details)
