"""What a body brings along when it moves in: certificates, clients, auditors, and what cannot be true of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mingzheng.rulebook import carried_auditors, carried_clients, carried_in
from mingzheng.rulebook.carried_auditors import CarriedAuditor
from mingzheng.rulebook.carried_clients import CarriedClient
from mingzheng.rulebook.carried_in import CarriedCertificate, Main
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.standards import Standard
from mingzheng.words import say

ON = date(2026, 11, 22)
USCC = "91350100M000100Y43"
OWN = {"approval": "CNCA-R-2003-123", "prefix": "123"}
d = date.fromisoformat

GOOD = CarriedCertificate(
    number="12326Q20456R0M",
    client_code=USCC,
    name_zh="甲公司",
    standard=Standard.QMS,
    address_zh="某市某路 1 号",
    scope_zh="螺栓的生产",
    issued_on=d("2026-01-10"),
    expires_on=d("2029-01-09"),
    status=Status.IN_FORCE,
    personnel=85,
)
SUSPENDED = replace(
    GOOD,
    status=Status.SUSPENDED,
    suspended_on=d("2026-09-01"),
    suspended_until=d("2027-03-01"),
    reason_code="0116",
)
WITHDRAWN = replace(GOOD, status=Status.WITHDRAWN, ended_on=d("2026-09-01"), reason_code="0111")
EXPIRED = replace(GOOD, status=Status.EXPIRED, issued_on=d("2023-11-22"), expires_on=d("2026-11-21"), ended_on=d("2026-11-22"))  # fmt: skip


def told(entry):
    found = list(carried_in.objections_to(entry, **OWN, on=ON))
    assert all(say(o.code, "en", **o.details) != say(o.code, **o.details) for o in found)
    return [(o.details["field"], o.code.partition(".")[2]) for o in found]


@pytest.mark.parametrize("entry", [GOOD, SUSPENDED, WITHDRAWN, EXPIRED])
def test_a_certificate_in_order_is_taken(entry):
    assert told(entry) == []


@pytest.mark.parametrize(
    ("entry", "changes", "found"),
    [
        (GOOD, {"number": "?"}, ("number", "certificate-number-unreadable")),
        (GOOD, {"number": "12426Q20456R0M"}, ("number", "other-prefix")),
        (GOOD, {"number": "12326E20456R0M"}, ("standard", "other-standard")),
        (GOOD, {"approval": "CNCA-R-2003-124"}, ("approval", "other-body")),
        (GOOD, {"client_code": "91350100M000100Y44"}, ("client_code", "credit-code-check")),
        (GOOD, {"first_issued_on": d("2026-01-11")}, ("first_issued_on", "first-after-issue")),
        (GOOD, {"decided_on": d("2026-01-11")}, ("decided_on", "decided-after-issue")),
        (GOOD, {"audit_began": d("2025-12-02"), "audit_ended": d("2025-12-01")}, ("audit_ended", "audit-backwards")),
        (GOOD, {"audit_ended": d("2026-11-23")}, ("audit_ended", "in-future")),
        (GOOD, {"audit_days": Decimal(1000)}, ("audit_days", "too-many")),
        (GOOD, {"base_days": Decimal(1000)}, ("base_days", "too-many")),
        (GOOD, {"personnel": 0}, ("personnel", "no-personnel")),
        (GOOD, {"personnel": 10701}, ("audit_days", "no-auditor-days")),
        (GOOD, {"surveillances": 1}, ("audit_ended", "no-surveillance-day")),
        (GOOD, {"surveillances": 1, "activity": "01", "audit_ended": d("2026-10-01")}, ("audit_ended", "no-surveillance-day")),
        (GOOD, {"issued_on": d("2023-11-21"), "expires_on": d("2026-11-21")}, ("status", "past-expiry")),
        (EXPIRED, {"expires_on": ON}, ("status", "not-past-expiry")),
        (SUSPENDED, {"suspended_on": None}, ("suspended_on", "no-day")),
        (SUSPENDED, {"suspended_until": None}, ("suspended_until", "no-day")),
        (SUSPENDED, {"suspended_on": d("2026-01-09")}, ("suspended_on", "before-issue")),
        (SUSPENDED, {"suspended_until": d("2026-08-31")}, ("suspended_until", "suspension-backwards")),
        (SUSPENDED, {"suspended_on": d("2026-11-23")}, ("suspended_on", "in-future")),
        (SUSPENDED, {"reason_code": ""}, ("reason_code", "no-reason")),
        (SUSPENDED, {"reason_code": "0122"}, ("reason_code", "unknown-reason")),
        (WITHDRAWN, {"reason_code": "0122"}, ("reason_code", "unknown-reason")),
        (WITHDRAWN, {"ended_on": None}, ("ended_on", "no-day")),
        (WITHDRAWN, {"ended_on": d("2026-01-09")}, ("ended_on", "before-issue")),
        (WITHDRAWN, {"ended_on": d("2026-11-23")}, ("ended_on", "in-future")),
    ],
)  # fmt: skip
def test_what_cannot_be_true_of_a_certificate_is_named_with_its_field(entry, changes, found):
    assert told(replace(entry, **changes)) == [found]


@pytest.mark.parametrize(
    ("entry", "changes"),
    [
        (GOOD, {"approval": OWN["approval"]}),
        (GOOD, {"first_issued_on": GOOD.issued_on, "decided_on": GOOD.issued_on}),
        (GOOD, {"audit_began": d("2025-12-01"), "audit_ended": d("2025-12-01")}),
        (GOOD, {"audit_began": d("2025-12-01")}),
        (GOOD, {"audit_ended": ON}),
        (GOOD, {"audit_days": Decimal(999), "base_days": Decimal(999)}),
        (GOOD, {"surveillances": 9, "audit_ended": d("2026-10-01")}),
        (GOOD, {"issued_on": d("2023-11-23"), "expires_on": ON}),
        (GOOD, {"personnel": 1}),
        (GOOD, {"foreign": True, "client_code": "HRB 1234"}),
        (GOOD, {"personnel": 10701, "base_days": Decimal(22)}),
        (EXPIRED, {"ended_on": d("2026-12-01")}),
        (SUSPENDED, {"suspended_on": SUSPENDED.issued_on}),
        (SUSPENDED, {"suspended_until": SUSPENDED.suspended_on}),
        (WITHDRAWN, {"ended_on": WITHDRAWN.issued_on}),
        (WITHDRAWN, {"personnel": 0, "surveillances": 1}),
    ],
)
def test_what_lies_on_the_edge_is_taken(entry, changes):
    assert told(replace(entry, **changes)) == []


SUB = replace(GOOD, number="12326Q20456R0M-1", main="12326Q20456R0M")


def test_a_sub_certificate_needs_no_programme_of_its_own():
    assert told(replace(SUB, personnel=0)) == []


@pytest.mark.parametrize(
    ("entry", "main", "found"),
    [
        (SUB, Main(GOOD.standard, lives=True), []),
        (SUB, None, ["carried.main-unknown"]),
        (SUB, Main(Standard.EMS, lives=True), ["carried.main-of-other-standard"]),
        (SUB, Main(GOOD.standard, lives=False), ["carried.main-ended"]),
        (replace(SUB, status=Status.CANCELLED), Main(GOOD.standard, lives=False), []),
        (replace(SUB, status=Status.CANCELLED), Main(GOOD.standard, lives=True), []),
    ],
)
def test_a_sub_certificate_stands_with_its_main_certificate(entry, main, found):
    assert [one.code for one in carried_in.objections_to_sub(entry, main)] == found


def test_a_certificate_that_ends_before_its_issue_is_named():
    assert ("expires_on", "ends-before-issue") in told(replace(GOOD, expires_on=d("2026-01-09")))
    assert ("expires_on", "ends-before-issue") not in told(replace(GOOD, expires_on=d("2026-01-10")))
    assert ("surveillances", "too-many") in told(replace(GOOD, surveillances=10))


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({}, ("2", "4")),
        ({"audit_days": Decimal("1.5"), "activity": "03"}, ("1.5", "3")),
        ({"audit_days": Decimal(6), "activity": "02"}, ("3", "6")),
        ({"audit_days": Decimal(7), "activity": "01"}, ("2.5", "5")),
        ({"audit_days": Decimal(7), "activity": "04", "base_days": Decimal(9)}, ("3", "6")),
        ({"audit_days": Decimal(1), "activity": "01"}, ("1", "1")),
        ({"standard": Standard.EMS}, ("2.5", "5")),
    ],
)
def test_later_audits_take_their_share_of_what_the_last_one_took(changes, days):
    entry = replace(GOOD, **{"personnel": 66, **changes})
    assert carried_in.later_days(entry) == tuple(map(Decimal, days))


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({}, "2027-01-10"),
        ({"decided_on": d("2026-01-05")}, "2027-01-10"),
        ({"surveillances": 1, "audit_ended": d("2026-10-01")}, "2027-10-01"),
        ({"surveillances": 1, "activity": "03", "audit_ended": d("2026-10-01")}, "2027-10-01"),
        ({"expires_on": d("2026-12-31")}, "2026-12-31"),
        ({"cycle_number": 1}, "2027-01-10"),
        ({"issued_on": d("2019-03-10"), "expires_on": d("2022-03-09")}, "2020-03-10"),
        ({"issued_on": d("2019-03-10"), "expires_on": d("2022-03-09"), "cycle_number": 1}, "2020-06-10"),
    ],
)
def test_the_next_surveillance_follows_from_what_the_register_tells(changes, due):
    assert carried_in.surveillance_due(replace(GOOD, **changes)) == d(due)


@pytest.mark.parametrize(
    ("changes", "latest"),
    [
        ({}, ["2027-01-10", "2028-01-10", "2029-01-09"]),
        ({"surveillances": 1, "audit_ended": d("2026-10-01")}, ["2027-01-10", "2027-10-01", "2029-01-09"]),
        ({"surveillances": 2, "audit_ended": d("2026-10-01")}, ["2027-01-10", "2028-01-10", "2029-01-09"]),
        ({"cycle_number": 1}, ["2027-01-10", "2028-01-10", "2029-01-09"]),
    ],
)
def test_the_three_visits_of_the_cycle_to_come(changes, latest):
    entry = replace(GOOD, **changes)
    windows = carried_in.windows_to_come(entry, decided=entry.decided, issued=entry.issued_on, on=ON)
    assert [str(window.latest) for window in windows] == latest


def test_a_recertified_cycle_of_2020_goes_by_the_calendar_year():
    old = replace(GOOD, issued_on=d("2019-03-10"), expires_on=d("2022-03-09"))
    for number, latest in ((0, "2020-03-10"), (1, "2020-06-10")):
        entry = replace(old, cycle_number=number)
        windows = carried_in.windows_to_come(entry, decided=entry.decided, issued=entry.issued_on, on=d("2020-01-01"))  # fmt: skip
        assert str(windows[0].latest) == latest


def test_a_certificate_that_expired_lately_may_still_be_restored():
    assert carried_in.may_still_be_restored(EXPIRED, d("2027-05-21"))
    assert not carried_in.may_still_be_restored(EXPIRED, d("2027-05-22"))
    assert not carried_in.may_still_be_restored(replace(EXPIRED, status=Status.WITHDRAWN), ON)


CLIENT = CarriedClient(USCC, "甲公司")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"uscc": "M000100Y4"}, []),
        ({"uscc": "M000100Y5"}, ["uscc"]),
        ({"uscc": "91350100M000100Y44"}, ["uscc"]),
        ({"uscc": "HRB 1234", "foreign": True}, []),
        ({"contact": "李"}, ["contact"]),
        ({"contact": "李", "phone": "1"}, []),
        ({"contact": "李", "email": "a@b.c"}, []),
        ({"phone": "1"}, []),
    ],
)
def test_a_client_is_known_by_a_right_code_and_its_contact_can_be_reached(changes, found):
    objections = carried_clients.objections_to(replace(CLIENT, **changes))
    assert [o.details["field"] for o in objections] == found


AUDITOR = CarriedAuditor(
    "li",
    "李明",
    Standard.QMS,
    RegistrationGrade.AUDITOR,
    "2025-N1QMS-1",
    d("2025-01-01"),
    d("2027-12-31"),
    technical_codes=("17.10",),
    basis="工作经历",
)


@pytest.mark.parametrize(
    ("changes", "given", "found"),
    [
        ({}, {}, []),
        ({}, {"known_as": "李明"}, []),
        ({}, {"known_as": "李名"}, [("login", "carried.name-differs")]),
        ({"login": "L"}, {}, [("login", "account.login-unfit")]),
        ({"valid_until": d("2024-12-31")}, {}, [("valid_until", "person.ends-before-it-begins")]),
        ({}, {"registered": [(d("2024-01-01"), d("2025-01-01"))]}, [("valid_until", "person.registrations-overlap")]),
        ({"evaluated_on": d("2026-11-23")}, {}, [("evaluated_on", "carried.in-future")]),
        ({"evaluated_on": ON}, {}, []),
        ({"technical_codes": ("17.1",)}, {}, [("technical_codes", "person.code-unfit")]),
        ({"basis": ""}, {}, [("technical_codes", "person.no-basis")]),
        ({}, {"by": "li"}, [("technical_codes", "person.own-competence")]),
    ],
)  # fmt: skip
def test_an_auditor_comes_with_one_name_one_registration_and_competence_another_evaluated(
    changes, given, found
):
    asked = {"known_as": None, "registered": [], "by": "chen", "on": ON, **given}
    objections = carried_auditors.objections_to(replace(AUDITOR, **changes), **asked)
    assert [(o.details["field"], o.code) for o in objections] == found
