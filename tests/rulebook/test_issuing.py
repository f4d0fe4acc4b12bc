"""When a certificate may be issued, renewed and replaced, and the days printed on it."""

from datetime import date, timedelta

import pytest

from mingzheng.rulebook import issuing
from mingzheng.rulebook.audit_cycle import Outcome
from mingzheng.rulebook.certificate_life import Act, CertificateFacts, Status
from mingzheng.rulebook.issuing import (
    DecisionFacts,
    days_when_issued,
    objections_to_issuing,
    objections_to_maintaining,
    objections_to_new_version,
    objections_to_renewing,
    objections_to_subs,
    recertified,
    replacement_reasons,
    surveillance_latest,
)
from mingzheng.rulebook.reason_codes import ReplaceReason
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection
from mingzheng.words import WORDS, say

DECIDED, ISSUED, EXPIRES = date(2026, 3, 2), date(2026, 3, 5), date(2029, 3, 4)


def decision(**more):
    return DecisionFacts(**{"fits": True, "decided_on": DECIDED, "executed": False, **more})


def certificate(status=Status.IN_FORCE, **more):
    return CertificateFacts(**{"status": status, "issued_on": ISSUED, "expires_on": EXPIRES, **more})


def codes(objections):
    return [o.code for o in objections]


@pytest.mark.parametrize(
    ("facts", "on", "code"),
    [
        (decision(fits=False), ISSUED, "certificate.decision-not-for-this"),
        (decision(executed=True), ISSUED, "certificate.decision-used"),
        (decision(), DECIDED - timedelta(days=1), "certificate.before-decision"),
    ],
)
def test_a_certificate_needs_an_unused_decision_not_later_than_itself(facts, on, code):
    assert codes(objections_to_issuing(facts, None, on=on)) == [code]
    assert codes(objections_to_renewing(facts, None, None, on=on))[0] == code
    assert codes(objections_to_maintaining(facts, DECIDED, on=on)) == [code]


def test_a_decision_is_good_on_its_own_day():
    assert objections_to_issuing(decision(), None, on=DECIDED) == []


@pytest.mark.parametrize("status", Status)
def test_a_certification_gets_its_first_certificate_once(status):
    found = codes(objections_to_issuing(decision(), certificate(status), on=ISSUED))
    living = status in (Status.IN_FORCE, Status.SUSPENDED)
    assert found == ["certificate.still-living" if living else "certificate.certified-before"]


def test_a_certificate_lasts_three_years_less_a_day_with_surveillance_within_twelve_months_of_issue():
    days = days_when_issued(Standard.QMS, decided=DECIDED, issued=ISSUED)
    assert (days.expires, days.surveillance_latest) == (EXPIRES, date(2027, 3, 5))


def test_before_the_chinese_rule_the_surveillance_after_recertification_was_due_within_fifteen_months():
    days = days_when_issued(
        Standard.QMS, decided=date(2025, 3, 3), issued=date(2025, 3, 10), renewed_until=date(2028, 3, 31)
    )
    assert (days.expires, days.surveillance_latest) == (date(2028, 3, 31), date(2026, 6, 3))


def renewing(latest, *, on_site_ended, decided, on=None, standard=Standard.QMS):
    outcome = recertified(standard, expires=EXPIRES, on_site_ended=on_site_ended, decided=decided)
    found = objections_to_renewing(decision(decided_on=decided), latest, outcome, on=on or decided)
    return outcome, codes(found)


def test_in_time_the_new_validity_is_reckoned_from_the_old():
    early = EXPIRES - timedelta(days=30)
    outcome, found = renewing(certificate(), on_site_ended=early, decided=early)
    assert (outcome.outcome, outcome.expires, found) == (Outcome.RENEWED, date(2032, 3, 4), [])


def test_within_six_months_the_expired_certification_is_restored_if_the_audit_was_over_in_time():
    late = date(2029, 8, 1)
    outcome, found = renewing(certificate(Status.EXPIRED), on_site_ended=EXPIRES, decided=late)
    assert (outcome.outcome, outcome.expires, found) == (Outcome.RESTORED, date(2032, 3, 4), [])


def test_an_audit_after_expiry_is_an_initial_one_under_the_chinese_rule():
    late = EXPIRES + timedelta(days=10)
    _, found = renewing(certificate(Status.EXPIRED), on_site_ended=late, decided=late)
    assert found == ["certificate.recertify-as-initial"]


def test_under_the_old_edition_an_audit_after_expiry_still_restored_within_six_months():
    expired = CertificateFacts(Status.EXPIRED, date(2022, 6, 1), date(2025, 5, 31))
    for decided, wanted in [
        (date(2025, 11, 30), []),
        (date(2025, 12, 1), ["certificate.recertify-stage-2"]),
    ]:
        outcome = recertified(
            Standard.QMS, expires=expired.expires_on, on_site_ended=date(2025, 9, 1), decided=decided
        )
        found = objections_to_renewing(decision(decided_on=decided), expired, outcome, on=decided)
        assert codes(found) == wanted


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (Status.SUSPENDED, "certificate.suspended"),
        (Status.WITHDRAWN, "certificate.ended.withdrawn"),
        (Status.CANCELLED, "certificate.ended.cancelled"),
    ],
)
def test_what_is_not_in_force_is_not_renewed(status, code):
    early = EXPIRES - timedelta(days=30)
    assert renewing(certificate(status), on_site_ended=early, decided=early)[1] == [code]


def test_a_living_certificate_past_its_last_day_expires_before_it_is_renewed():
    early, late = EXPIRES - timedelta(days=5), EXPIRES + timedelta(days=1)
    assert renewing(certificate(), on_site_ended=early, decided=early, on=late)[1] == [
        "certificate.past-expiry"
    ]


@pytest.mark.parametrize(
    ("audited", "latest"),
    [
        (date(2027, 2, 20), date(2028, 2, 20)),
        (date(2028, 2, 10), None),  # the next would fall into the recertification's six months
        (date(2027, 6, 1), date(2028, 6, 1)),
    ],
)
def test_the_next_surveillance_is_due_twelve_months_on_until_recertification_takes_its_place(audited, latest):
    assert surveillance_latest(Standard.QMS, audited=audited, expires=EXPIRES) == latest


def test_only_a_surveillance_audit_moves_the_next_one():
    assert objections_to_maintaining(decision(), DECIDED, on=ISSUED) == []
    assert codes(objections_to_maintaining(decision(), None, on=ISSUED)) == ["certificate.not-audited"]


def version(act, *, reason, current=False, status=Status.IN_FORCE):
    return codes(
        objections_to_new_version(
            act, certificate(status), reason=reason, is_printed_as_it_stands=current, on=ISSUED
        )
    )


def test_a_new_version_shows_something_new():
    assert version(Act.REPLACE, reason=ReplaceReason.DATA_CHANGED) == []
    assert version(Act.REPLACE, reason=ReplaceReason.DATA_CHANGED, current=True) == [
        "certificate.nothing-changed"
    ]
    assert version(Act.EXTEND_SCOPE, reason=ReplaceReason.SURVEILLANCE, current=True) == []


def test_a_new_version_has_a_reason_of_its_own():
    assert version(Act.REPLACE, reason=None) == ["certificate.no-reason"]
    assert version(Act.EXTEND_SCOPE, reason=None) == ["certificate.no-reason"]
    assert version(Act.EXTEND_SCOPE, reason=ReplaceReason.RECERTIFICATION) == ["certificate.unknown-reason"]
    assert version(Act.REPLACE, reason=ReplaceReason.SURVEILLANCE) == ["certificate.no-decision"]
    for scope_changes, act in ((False, Act.REPLACE), (True, Act.EXTEND_SCOPE)):
        for reason in replacement_reasons(scope_changes=scope_changes):
            assert version(act, reason=reason) == []


def test_a_suspended_certificate_is_reduced_but_neither_extended_nor_reprinted():
    reason = ReplaceReason.DATA_CHANGED
    assert version(Act.REDUCE_SCOPE, reason=reason, status=Status.SUSPENDED) == []
    for act in (Act.EXTEND_SCOPE, Act.REPLACE):
        assert version(act, reason=reason, status=Status.SUSPENDED) == ["certificate.suspended"]


@pytest.mark.parametrize(
    ("chosen", "sites", "against"),
    [
        ((), 0, []),
        ((), 1, []),
        ((1,), 1, ["sub-of-one-site"]),
        ((2,), 2, []),
        ((1, 2), 2, []),
        ((0,), 2, ["no-such-site"]),
        ((1, 3, 4), 2, ["no-such-site", "no-such-site"]),
    ],
)
def test_of_several_sites_any_that_the_annex_lists_may_have_a_sub_certificate(chosen, sites, against):
    found = objections_to_subs(chosen, sites)
    assert [one.code for one in found] == [f"certificate.{code}" for code in against]


def test_every_objection_has_words_in_both_languages():
    facts = {"decided_on": DECIDED, "expires_on": EXPIRES, "line": 3}
    fixed = [thing.code for thing in vars(issuing).values() if isinstance(thing, Objection)]
    for code in [*fixed, *issuing.TOO_LATE_TO_RENEW.values()]:
        assert code in WORDS
        assert say(code, "zh", **{"reason": "0101", **facts}) != say(
            code, "en", **{"reason": "0101", **facts}
        )
