"""Who may apply, and whom the body may accept."""

from dataclasses import replace
from datetime import date

import pytest

from mingzheng.rulebook import application
from mingzheng.rulebook.application import (
    ApplicationFacts,
    EarlierCertificate,
    StandardAsked,
    SubmissionFacts,
    ban_ends,
)
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.editions import edition_in_force
from mingzheng.rulebook.impartiality import Advice, Adviser
from mingzheng.rulebook.standards import Standard
from mingzheng.words import say

TODAY = date(2026, 4, 1)
CODE = "17.10.02"
QMS = StandardAsked(Standard.QMS, frozenset({CODE}), frozenset({"17", "28"}), {CODE: 2})
GOOD = ApplicationFacts(
    asked=(QMS,),
    personnel=85,
    legal_status_shown=True,
    operating_since=date(2026, 1, 1),
    internal_audit_on=date(2026, 3, 1),
    management_review_on=TODAY,
)
WITHDRAWN = EarlierCertificate(Standard.QMS, Status.WITHDRAWN, date(2025, 9, 10), date(2026, 3, 10))
COMPLETE = SubmissionFacts(
    name="甲公司",
    credit_code_valid=True,
    address="某市某路 1 号",
    contact="某人",
    phone="000",
    standards=1,
    scope="紧固件的生产",
    sites=1,
    personnel=85,
    certificates_declared=True,
    consultancy_declared=True,
    incidents_declared=True,
    stop_declared=True,
    legal_status_attached=True,
)


def refused(on=TODAY, **changes):
    return application.objections_to_accepting(replace(GOOD, **changes), on)


def codes(objections):
    return [o.code for o in objections]


def asked(**changes):
    return (replace(QMS, **changes),)


def test_a_good_application_is_accepted():
    assert refused() == []


@pytest.mark.parametrize(
    ("changes", "code", "clause"),
    [
        ({"asked": ()}, "application.no-standard", "ISO/IEC 17021-1:2015 9.1.1"),
        ({"personnel": 0}, "application.no-personnel", "IAF MD 5:2019 2.3.1"),
        ({"legal_status_shown": False}, "application.no-legal-status", "CNCA-QMS-01:2025 5.1.2"),
        ({"operating_since": None}, "application.not-run-long-enough", "CNCA-QMS-01:2025 5.1.2"),
        ({"operating_since": date(2026, 1, 2)}, "application.not-run-long-enough", "CNCA-QMS-01:2025 5.1.2"),
        ({"internal_audit_on": None}, "application.no-internal-audit", "CNCA-QMS-01:2025 5.1.2"),
        ({"internal_audit_on": date(2026, 4, 2)}, "application.no-internal-audit", "CNCA-QMS-01:2025 5.1.2"),
        ({"management_review_on": None}, "application.no-management-review", "CNCA-QMS-01:2025 5.1.2"),
        ({"permits_missing": ("排污许可证",)}, "application.permit-missing", "CNCA-QMS-01:2025 5.1.2"),
        ({"untrustworthy": True}, "application.untrustworthy", "CNCA-QMS-01:2025 5.1.2"),
        ({"earlier": (WITHDRAWN,)}, "application.banned", "CNCA-QMS-01:2025 5.1.2"),
        ({"advice": (Advice(Adviser.RELATED_BODY),)}, "impartiality.related_body", "ISO/IEC 17021-1:2015 5.2.7"),
        ({"asked": asked(codes=frozenset())}, "application.no-code", "ISO/IEC 17021-1:2015 9.1.2.2"),
        ({"asked": asked(accredited=frozenset({"1", "28"}))}, "application.outside-scope", "ISO/IEC 17021-1:2015 9.1.2.1"),
        ({"asked": asked(auditors={CODE: 1})}, "application.too-few-auditors", "CNCA-QMS-01:2025"),
        ({"asked": asked(auditors={})}, "application.too-few-auditors", "CNCA-QMS-01:2025"),
    ],
)  # fmt: skip
def test_an_application_is_refused_with_its_clause(changes, code, clause):
    objections = refused(**changes)
    assert [(o.code, o.clause) for o in objections] == [(code, clause)]
    details = objections[0].details
    assert say(code, "zh-hans", **details) != say(code, "en", **details)


def test_before_2026_one_competent_auditor_was_enough_and_none_never():
    then = {"operating_since": date(2024, 1, 1), "internal_audit_on": date(2025, 1, 1)}
    then |= {"management_review_on": date(2025, 2, 1), "on": date(2025, 12, 31)}
    assert refused(asked=asked(auditors={CODE: 1}), **then) == []
    objections = refused(asked=asked(auditors={CODE: 0}), **then)
    assert [(o.code, o.clause) for o in objections] == [
        ("application.too-few-auditors", "ISO/IEC 17021-1:2015 9.1.2.1")
    ]


def test_every_reason_is_told_at_once():
    assert (
        len(refused(legal_status_shown=False, untrustworthy=True, asked=asked(accredited=frozenset()))) == 3
    )


@pytest.mark.parametrize(
    ("status", "suspended", "withdrawn", "standard", "free_on"),
    [
        (Status.WITHDRAWN, "2026-02-10", "2026-08-10", Standard.QMS, "2027-02-10"),
        (Status.WITHDRAWN, "2026-02-10", "2026-08-09", Standard.QMS, "2027-08-09"),
        (Status.WITHDRAWN, None, "2026-08-10", Standard.EMS, "2027-08-10"),
        (Status.SUSPENDED, "2024-02-29", None, Standard.QMS, "2025-02-28"),
        (Status.CANCELLED, None, "2026-08-10", Standard.OHSMS, "2027-08-10"),
        (Status.CANCELLED, None, "2026-08-10", Standard.QMS, None),
        (Status.EXPIRED, None, "2026-08-10", Standard.QMS, None),
        (Status.IN_FORCE, "2026-02-10", None, Standard.QMS, None),
    ],
)
def test_reapplication(status, suspended, withdrawn, standard, free_on):
    days = [text and date.fromisoformat(text) for text in (suspended, withdrawn)]
    earlier = EarlierCertificate(standard, status, *days)
    assert ban_ends(earlier, edition_in_force(standard, date(2026, 9, 1))) == (
        free_on and date.fromisoformat(free_on)
    )
    assert ban_ends(earlier, edition_in_force(standard, date(2025, 12, 31))) is None, "no ban before 2026"


def test_the_ban_ends_on_its_day():
    ban = {"earlier": (WITHDRAWN,), "operating_since": date(2025, 1, 1)}
    assert codes(refused(on=date(2026, 9, 9), **ban)) == ["application.banned"]
    assert refused(on=date(2026, 9, 10), **ban) == []


@pytest.mark.parametrize(
    "earlier",
    [
        replace(WITHDRAWN, own_fault=False),
        replace(WITHDRAWN, standard=Standard.EMS),
        replace(WITHDRAWN, own_fault=False, body_lost_approval=True, ended=date(2026, 1, 1)),
    ],
)
def test_no_ban_without_fault_nor_for_another_standard(earlier):
    assert refused(earlier=(earlier,)) == []


def test_three_months_when_the_earlier_body_lost_its_approval():
    lost = replace(WITHDRAWN, own_fault=False, body_lost_approval=True, ended=date(2026, 1, 2))
    assert codes(refused(earlier=(lost,))) == ["application.banned"]
    assert ban_ends(lost, edition_in_force(Standard.QMS, TODAY)) == date(2026, 4, 2)
    assert ban_ends(replace(lost, ended=None), edition_in_force(Standard.QMS, TODAY)) is None


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"ordered_to_stop": True}, "application.ordered-to-stop"),
        ({"accident_on": date(2025, 4, 2)}, "application.accident-too-recent"),
        ({"sampling_failed_on": date(2025, 4, 2)}, "application.sampling-too-recent"),
    ],
)
def test_an_applicant_with_something_grave_against_it_waits(facts, code):
    (found,) = refused(**facts)
    assert found.code == code and say(code, **found.details) != say(code, "en", **found.details)
    if day := found.details.get("free_on"):
        assert day == date(2026, 4, 2)
        assert refused(on=day, **facts) == [], "a year later it is free"


def test_a_complete_application_can_be_handed_in():
    assert application.objections_to_submitting(COMPLETE) == []


@pytest.mark.parametrize("name", vars(COMPLETE))
def test_each_missing_fact_is_named(name):
    value = vars(COMPLETE)[name]
    empty = "  " if isinstance(value, str) else type(value)(0)
    objections = application.objections_to_submitting(replace(COMPLETE, **{name: empty}))
    assert codes(objections) == [f"application.missing.{name}"]
    assert say(objections[0].code) != say(objections[0].code, "en")
