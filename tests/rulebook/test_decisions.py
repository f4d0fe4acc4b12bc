"""Who may review and decide, and on what."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import decisions
from mingzheng.rulebook.audit_cycle import Outcome, Recertification
from mingzheng.rulebook.certificate_life import CertificateFacts, Status
from mingzheng.rulebook.decisions import CERTIFICATE_ACTS, FAVOURABLE, CaseFacts, DecisionAct, OfficerFacts
from mingzheng.rulebook.findings import FindingFacts, Grade
from mingzheng.rulebook.impartiality import Tie, TieKind
from mingzheng.rulebook.standards import Standard
from mingzheng.words import WORDS, say

TODAY = date(2026, 6, 1)
OFFICER = OfficerFacts("wang", "王")
LIVING = CertificateFacts(Status.IN_FORCE, date(2024, 1, 1), date(2026, 12, 31))
SUSPENDED = replace(LIVING, status=Status.SUSPENDED, suspended_until=date(2026, 8, 1))
HANDED_IN = CaseFacts(
    Standard.QMS, team=frozenset({"li", "zhao"}), handed_in=True, stage2_ended=date(2026, 4, 1)
)
PASSED = replace(HANDED_IN, reviewed=True, recommended=True)
OPEN_MAJOR = FindingFacts(2, Grade.MAJOR, True, True, True, accepted_on=TODAY)
GRANT, REFUSE = DecisionAct.GRANT, DecisionAct.REFUSE


def case_for(act):
    """A case in which this decision is in order."""
    if act in (GRANT, REFUSE):
        return PASSED
    return replace(PASSED, certificate=SUSPENDED if act is DecisionAct.RESTORE else LIVING)


def told(objections):
    for o in objections:
        assert say(o.code, "zh-hans", **o.details) != say(o.code, "en", **o.details)
    return [o.code for o in objections]


def deciding(act, case, officer=OFFICER, on=TODAY, reasoned=True):
    return told(decisions.objections_to_deciding(act, case, officer, on, reasoned=reasoned))


def reviewing(case, officer=OFFICER):
    return told(decisions.objections_to_reviewing(case, officer, TODAY))


def test_a_file_that_was_handed_in_is_reviewed_by_someone_who_did_not_audit():
    assert reviewing(HANDED_IN) == []
    assert reviewing(HANDED_IN, OfficerFacts("li", "李")) == ["decision.was-on-team"]
    assert reviewing(replace(HANDED_IN, handed_in=False)) == ["decision.not-handed-in"]


def test_a_file_sent_back_is_read_again_and_one_that_passed_is_not():
    assert reviewing(replace(HANDED_IN, reviewed=False)) == []
    assert reviewing(PASSED) == ["decision.reviewed-already"]


@pytest.mark.parametrize("act", DecisionAct)
def test_what_a_site_visited_apart_shows_is_waited_for_unless_it_goes_against_the_client(act):
    waiting = replace(case_for(act), waits_for="XM2026-0009")
    favourable = act in decisions.FAVOURABLE
    assert deciding(act, waiting) == (["decision.site-outstanding"] if favourable else [])
    assert reviewing(replace(HANDED_IN, waits_for="XM2026-0009")) == ["decision.site-outstanding"]
    assert decisions.SITE_OUTSTANDING.clause == "ISO/IEC 17021-1:2015 9.5.2"


@pytest.mark.parametrize("act", DecisionAct)
def test_every_decision_can_be_made_on_a_good_file(act):
    assert deciding(act, case_for(act)) == []


@pytest.mark.parametrize("act", DecisionAct)
def test_nobody_decides_what_he_audited(act):
    (found,) = decisions.objections_to_deciding(
        act, case_for(act), OfficerFacts("zhao", "赵"), TODAY, reasoned=True
    )
    assert (found.code, found.clause) == ("decision.was-on-team", "ISO/IEC 17021-1:2015 9.5.1.1")


@pytest.mark.parametrize("act", DecisionAct)
def test_nobody_decides_or_reviews_who_is_tied_to_the_client(act):
    tied = replace(OFFICER, ties=(Tie(TieKind.EMPLOYMENT, date(2025, 1, 1)),))
    assert deciding(act, case_for(act), tied) == ["impartiality.employment"]
    assert reviewing(HANDED_IN, tied) == ["impartiality.employment"]


@pytest.mark.parametrize("act", DecisionAct)
def test_a_decision_against_the_client_needs_reasons(act):
    expected = [] if act in FAVOURABLE else ["decision.no-reasons"]
    assert deciding(act, case_for(act), reasoned=False) == expected


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reviewed": None}, "decision.not-reviewed"),
        ({"reviewed": False}, "decision.sent-back"),
        ({"recommended": False}, "decision.not-recommended"),
        ({"recommended": None}, "decision.not-recommended"),
        ({"findings": (OPEN_MAJOR,)}, "finding.not.verified"),
    ],
)
@pytest.mark.parametrize("act", sorted(FAVOURABLE))
def test_nothing_favourable_is_decided_on_a_file_that_is_not_ready(act, change, code):
    assert deciding(act, replace(case_for(act), **change)) == [code]


def test_a_refusal_needs_the_file_read_not_passed():
    bad = replace(PASSED, reviewed=False, recommended=False, findings=(OPEN_MAJOR,))
    assert deciding(REFUSE, bad) == []
    assert deciding(REFUSE, replace(bad, reviewed=None)) == ["decision.not-reviewed"]


def test_a_combined_audit_may_be_decided_for_one_standard_and_sent_back_for_another():
    environmental = replace(PASSED, standard=Standard.EMS, reviewed=False)
    assert deciding(GRANT, PASSED) == []
    assert deciding(GRANT, environmental) == ["decision.sent-back"]


def test_after_six_months_an_initial_audit_with_a_major_finding_needs_another_stage_2():
    late = replace(OPEN_MAJOR, verified_on=date(2026, 10, 2))
    on = date(2026, 10, 3)
    assert deciding(GRANT, replace(PASSED, findings=(late,)), on=on) == ["finding.another-stage-2"]
    in_time = replace(OPEN_MAJOR, verified_on=date(2026, 10, 1))
    assert deciding(GRANT, replace(PASSED, findings=(in_time,)), on=on) == []


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.RENEWED, []),
        (Outcome.RESTORED, []),
        (Outcome.STAGE_2, ["decision.renewal-needs-stage-2"]),
        (Outcome.INITIAL, ["decision.renewal-needs-initial"]),
    ],
)
def test_a_recertification_that_came_too_late_renews_nothing(outcome, expected):
    expired = replace(LIVING, status=Status.EXPIRED, expires_on=date(2026, 5, 1))
    case = replace(PASSED, certificate=expired, recertification=Recertification(outcome, "5.8.2"))
    assert deciding(DecisionAct.RENEW, case) == expected


def test_without_an_audit_a_certificate_is_suspended_withdrawn_restored_or_reduced_but_nothing_else():
    for act in DecisionAct:
        case = replace(case_for(act), audited=False, reviewed=None, recommended=None, team=frozenset())
        may = act in set(CERTIFICATE_ACTS) - {DecisionAct.EXTEND}
        assert deciding(act, case) == ([] if may else ["decision.not-audited"])


@pytest.mark.parametrize("act", sorted(set(DecisionAct) - {GRANT, REFUSE}))
def test_where_there_is_no_certificate_nothing_is_maintained_or_changed(act):
    assert deciding(act, PASSED) == ["decision.no-certificate"]


def test_who_holds_a_certificate_is_not_granted_a_second_one():
    assert deciding(GRANT, replace(PASSED, certificate=LIVING)) == ["decision.certified-already"]
    assert deciding(GRANT, replace(PASSED, certificate=SUSPENDED)) == ["decision.certified-already"]
    withdrawn = replace(LIVING, status=Status.WITHDRAWN)
    assert deciding(GRANT, replace(PASSED, certificate=withdrawn)) == []


def test_the_life_of_the_certificate_decides_what_can_be_decided():
    suspended = replace(PASSED, certificate=SUSPENDED)
    assert deciding(DecisionAct.SUSPEND, suspended) == ["certificate.suspended"]
    assert deciding(DecisionAct.RESTORE, suspended, on=date(2026, 8, 2)) == ["certificate.suspension-ran-out"]
    assert deciding(DecisionAct.MAINTAIN, suspended) == []
    replaced = replace(PASSED, certificate=replace(LIVING, status=Status.REPLACED))
    assert deciding(DecisionAct.MAINTAIN, replaced) == ["certificate.ended.replaced"]
    assert deciding(DecisionAct.RENEW, replaced) == ["certificate.ended.replaced"]
    expired = replace(PASSED, certificate=replace(LIVING, status=Status.EXPIRED))
    assert deciding(DecisionAct.MAINTAIN, expired) == ["certificate.ended.expired"]


@pytest.mark.slow
@given(
    st.sampled_from(DecisionAct), st.none() | st.booleans(), st.none() | st.booleans(), st.integers(0, 900)
)
def test_no_review_no_favour(act, reviewed, recommended, days):
    case = replace(case_for(act), reviewed=reviewed, recommended=recommended)
    found = deciding(act, case, on=TODAY + timedelta(days=days))
    assert found or act not in FAVOURABLE or (reviewed and recommended)


def test_every_act_has_words_and_fits_its_column():
    assert all(f"decision.act.{act}" in WORDS and len(act) <= 12 for act in DecisionAct)


@pytest.mark.parametrize("bond", decisions.Bond)
def test_deciding_is_for_the_bodys_own_people_and_not_for_the_team(bond):
    outsourced = ["decision.outsourced"] if bond is decisions.Bond.NONE else []
    assert [o.code for o in decisions.objections_to_decider("chen", ["wang"], bond)] == outsourced
    on_team = decisions.objections_to_decider("wang", ["wang"], bond)
    assert [o.code for o in on_team] == ["decision.was-on-team", *outsourced]
