"""What the rules of the catalogue answer, case by case: the value, what stands against it, and what the steps say."""

from datetime import date

import pytest

from mingzheng.rulebook.catalogue import ask, objection
from mingzheng.rulebook.transfer import Point

TODAY = date(2026, 11, 22)
ALL_POINTS = [str(point) for point in Point]

CASES = [
    ("effective-personnel", {"full_time": 10}, {"personnel": 10}, []),
    ("effective-personnel", {"part_time": [{"count": 30, "hours": 4}]}, {"personnel": 15}, []),
    ("effective-personnel", {"repetitive": [{"count": 100}]}, {"personnel": 100}, []),
    ("effective-personnel", {"repetitive": [{"count": 100, "share_percent": 50, "reason": "x"}]}, {"personnel": 50}, []),
    ("effective-personnel", {"temporary": [{"count": 10, "hours": 4}]}, {"personnel": 5}, []),
    ("effective-personnel", {"shifts": [{"count": 9, "name": "night"}]}, {"personnel": 9}, []),
    ("integrated-time", {"days": [7, 6]}, {"days": 13}, []),
    ("multi-site-sample", {"strata": [{"name": "a", "sites": 4}, {"name": "b", "sites": 27}]}, {"sites": 8, "random_at_least": 3}, []),
    ("multi-site-sample", {"sites": 11, "sampling_allowed": False, "kind": "surveillance"}, {"sites": 4, "random_at_least": 0}, []),
    ("multi-site-sample", {"sites": 25, "kind": "recertification"}, {"sites": 5}, []),
    ("multi-site-sample", {"sites": 25, "kind": "recertification", "effective_system": True}, {"sites": 4}, []),
    ("multi-site-sample", {}, None, ["sampling.no-sites"]),
    ("multi-site-draw", {"names": ["a", "b"], "count": 1, "seed": "s", "visited": ["a"]}, {"drawn": ["b"], "seed": "s"}, []),
    ("site-time", {"table_days": 6}, {"days": 6}, []),
    ("first-surveillance", {"decided": "2026-02-25", "issued": "2026-03-01", "recertified": True}, {"earliest": "2026-12-01", "latest": "2027-03-01"}, []),
    ("next-surveillance", {"last_ended": "2026-04-01"}, {"latest": "2027-04-01", "in_time": None, "must": None}, []),
    ("next-surveillance", {"last_ended": "2026-04-01", "planned": "2027-04-01"}, {"in_time": True, "must": None}, []),
    ("next-surveillance", {"last_ended": "2026-04-01", "planned": "2027-04-02"}, {"in_time": False, "must": "suspend"}, ["cycle.too-late"]),
    ("next-surveillance", {"last_ended": "2026-04-01", "planned": "2026-05-01"}, {"in_time": True, "must": None}, ["cycle.too-early"]),
    ("recertification", {"expires": "2026-08-15", "decided": "2026-09-01"}, {"outcome": "initial", "effective": None, "expires": None}, ["recertification.not-completed"]),
    ("recertification", {"expires": "2026-08-15", "on_site_ended": "2026-07-15", "decided": "2026-07-14", "activities_completed": True}, {"outcome": "stage-2", "expires": None}, ["recertification.decided-before-audit"]),
    ("recertification", {"expires": "2026-08-15", "on_site_ended": "2026-07-15", "decided": "2026-07-15", "activities_completed": True}, {"outcome": "renewed", "expires": "2029-08-15"}, []),
    ("recertification", {"expires": "2023-08-15", "decided": "2023-09-01", "on_site_ended": "2023-08-20"}, {"outcome": "stage-2", "expires": None}, ["recertification.not-completed"]),
    ("stage2-window", {"stage1_ended": "2026-08-31"}, {"earliest": "2026-09-01", "latest": "2027-02-28"}, []),
    ("extraordinary-event", {"surveillance_latest": "2020-03-10"}, {"surveillance_latest": "2020-09-10", "valid_until": None, "restore_until": None, "decide_by": None}, []),
    ("extraordinary-event", {"expires": "2020-03-31", "lifted": "2020-06-01"}, {"surveillance_latest": None, "valid_until": "2020-09-30", "restore_until": "2021-03-30", "decide_by": "2020-09-01"}, []),
    ("extraordinary-event", {"expires": "2026-03-31", "lifted": "2026-06-01"}, {"valid_until": "2026-03-31", "restore_until": "2026-09-30", "decide_by": None}, []),
    ("certificate-acts", {"status": "in_force", "decisions": []}, {"open": ["replace"]}, []),
    ("certificate-acts", {"status": "in_force", "cancellation_asked": "2026-11-01"}, {"open": ["suspend", "withdraw", "cancel", "replace", "extend_scope", "reduce_scope"]}, []),
    ("certificate-acts", {"status": "suspended", "suspended_until": "2026-10-01"}, {"open": ["withdraw", "reduce_scope"]}, []),
    ("certificate-acts", {"status": "suspended", "surveillance_latest": "2026-10-01"}, {"open": ["withdraw", "reduce_scope"]}, []),
    ("certificate-acts", {"status": "in_force", "issued": "2020-01-01", "expires": "2022-12-31"}, {"open": ["expire"]}, []),
    ("certificate-acts", {"status": "withdrawn"}, {"open": []}, []),
    ("certificate-acts", {"status": "in_force", "taken_over": "2026-11-22"}, {"open": ["suspend", "withdraw", "replace", "extend_scope", "reduce_scope", "transfer"]}, []),
    ("certificate-acts", {"status": "in_force", "actor": "clock"}, {"open": []}, []),
    ("certificate-acts", {"status": "in_force", "actor": "decision_maker"}, {"open": ["suspend", "withdraw", "extend_scope", "reduce_scope"]}, []),
    ("certificate-acts", {"status": "suspended", "actor": "auditor"}, {"open": []}, []),
    ("certificate-acts", {"status": "withdrawn"}, {"acts": []}, []),
    ("suspension", {"suspended": "2019-08-31", "permit_expired": True}, {"by": None}, []),
    ("suspension", {"suspended": "2026-08-31", "permit_expired": True}, {"by": "2027-02-28"}, []),
    ("application-entry", {"operating_since": "2026-08-22"}, {"may": True}, []),
    ("application-entry", {"operating_since": "2026-08-23"}, {"may": False, "may_apply_from": "2026-11-23"}, ["application.not-run-long-enough"]),
    ("application-entry", {"operating_since": "2025-01-01", "internal_audit_on": "2026-11-23", "management_review_on": "2026-11-23"}, {"may": False}, ["application.no-internal-audit", "application.no-management-review"]),
    ("application-entry", {"operating_since": "2025-01-01", "legal_status_shown": False, "permits_missing": ["食品经营许可"], "untrustworthy": True, "ordered_to_stop": True}, {"may": False}, ["application.no-legal-status", "application.permit-missing", "application.untrustworthy", "application.ordered-to-stop"]),
    ("application-entry", {"operating_since": "2025-01-01", "accident_on": "2025-11-23", "sampling_failed_on": "2025-11-22"}, {"may": False}, ["application.accident-too-recent"]),
    ("application-entry", {"operating_since": "2025-01-01", "earlier": [{"status": "withdrawn", "withdrawn": "2025-11-23"}]}, {"may": False}, ["application.banned"]),
    ("application-entry", {"operating_since": "2025-01-01", "earlier": [{"status": "cancelled", "withdrawn": "2025-11-23"}, {"status": "withdrawn", "withdrawn": "2025-11-23", "own_fault": False}]}, {"may": True}, []),
    ("reapplication", {"status": "suspended", "suspended": "2026-02-28"}, {"from": "2027-02-28"}, []),
    ("reapplication", {"status": "cancelled", "withdrawn": "2026-02-28"}, {"from": None}, []),
    ("reapplication", {"status": "cancelled", "withdrawn": "2026-02-28", "standard": "OHSMS"}, {"from": "2027-02-28"}, []),
    ("reapplication", {"status": "withdrawn", "withdrawn": "2026-02-28", "own_fault": False}, {"from": None}, []),
    ("reapplication", {"status": "withdrawn", "withdrawn": "2026-02-28", "body_lost_approval": True}, {"from": "2026-05-28"}, []),
    ("suspension", {"suspended": "2026-08-31"}, {"by": "2027-02-28"}, []),
    ("act-on-ground", {"verified": "2026-03-02"}, {"by": "2026-03-09"}, []),
    ("records-kept", {"expires": "2026-08-31", "ended": "2028-12-31"}, {"until": "2030-12-31"}, []),
    ("transfer", {"status": "in_force", "expires": "2028-05-31"}, {"may": False, "complete_by": "2028-05-31", "cycle_continues": False}, ["transfer.not-reviewed"] * 8),
    ("transfer", {"status": "suspended", "expires": "2028-05-31", "reviewed": ALL_POINTS}, {"may": False}, ["transfer.suspended"]),
    ("transfer", {"status": "in_force", "expires": "2028-05-31", "reviewed": ALL_POINTS, "issuer_lost_accreditation": "2026-08-31"}, {"may": True, "complete_by": "2027-02-28"}, []),
    ("transfer", {"status": "in_force", "expires": "2028-05-31", "reviewed": ALL_POINTS, "accredited": False, "majors_open": 2}, {"may": False}, ["transfer.not-accredited", "transfer.major-open"]),
    ("overdue", {"number": "1", "status": "in_force", "issued": "2025-01-10", "expires": "2028-01-09"}, {"overdue": [{"what": "surveillance", "by": "2026-01-10", "days": 316, "must": "suspend", "clause": "CNCA-QMS-01:2025 5.4.1.4"}]}, []),
    ("certificate-number", {"number": "03410Q10286ROS"}, {"valid": True, "normalised": "03410Q10286R0S", "year": 2010, "branch": None}, []),
    ("certificate-number", {"number": "?"}, {"valid": False, "normalised": None, "body": None}, ["identifier.certificate-number-unreadable"]),
    ("plan-number-prefix", {"approval": "CNCA-R-2003-117", "branch": "2"}, None, ["identifier.branch-wrong"]),
    ("organisation-code", {"code": "M000100Y-5"}, {"valid": False, "normalised": "M000100Y5"}, ["identifier.organisation-code-check"]),
    ("working-day", {"date": "2026-03-02"}, {"working": True}, []),
    ("working-days-after", {"date": "2026-03-02", "days": -1}, {"by": "2026-02-28"}, []),
    ("region-code", {"code": "999999"}, {"valid": False, "name": None, "within": []}, ["code.region-unknown"]),
    ("industry-code", {"code": "C"}, {"valid": True, "name": "制造业", "within": []}, []),
    ("industry-code", {"code": "Z9"}, {"valid": False}, ["code.industry-unknown"]),
    ("technical-area", {"code": "17"}, {"valid": True, "name": "基础金属及金属制品", "within": []}, []),
    ("technical-area", {"code": "99"}, {"valid": False}, ["code.area-unknown"]),
    ("application-entry", {"operating_since": "2025-11-30"}, {"may_apply_from": "2026-02-28"}, []),
    ("application-entry", {"operating_since": "2025-11-30", "client": "甲", "payer": "甲"}, {"may_apply_from": "2026-02-28"}, []),
    ("application-entry", {"operating_since": "2025-11-30", "client": "甲", "payer": "乙"}, {}, ["duty.fee-by-third-party"]),
    ("record-set", {"kind": "change", "present": [2, 7, 10, 37, 50, 51, 53, 54, 56, 57], "applicable": [3]}, {"complete": False, "missing": [3, 15, 58]}, ["record-set.missing"] * 3),
    ("record-set", {"kind": "change", "present": [2, 7, 37, 50, 51, 53, 54, 56, 57, 58, 60, 8]}, {"complete": False}, None),
    ("paper-order", {"papers": [{"paper": "contract", "on": "2026-03-17"}, {"paper": "opening", "on": "2026-03-16"}]}, {"possible": False}, ["case-paper.too-early"]),
    ("paper-consistency", {"papers": [{"paper": "a", "address": "x"}, {"paper": "b", "address": "y"}]}, {"consistent": False}, ["case-paper.other-address"]),
    ("finding-clock", {"grade": "minor", "raised": "2026-11-01", "stage2_ended": "2026-11-01"}, {"response_by": "2026-12-31", "verify_by": None, "days_left": None}, []),
    ("finding-clock", {"grade": "observation", "raised": "2026-11-01"}, {"response_by": None, "verify_by": None}, []),
    ("finding-clock", {"grade": "major", "raised": "2026-11-01"}, {"response_by": "2026-12-01", "verify_by": None}, []),
    ("finding-clock", {"grade": "major", "raised": "2026-11-01", "stage2_ended": "2026-11-02"}, {"verify_by": "2027-05-02", "days_left": 161}, []),
    ("finding-clock", {"grade": "major", "raised": "2025-11-01", "stage2_ended": "2025-11-02"}, {"days_left": -204}, ["finding.another-stage-2"]),
    ("finding-clock", {"grade": "major", "raised": "2025-11-01", "stage2_ended": "2025-11-02", "verified": "2026-05-02"}, {"days_left": -204}, []),
    ("auditor-competence", {"standard": "QMS", "codes": ["17.10"]}, {"may_audit": False, "covers": [], "uncovered": ["17.10"]}, ["team.not-registered", "team.code-not-covered"]),
    ("impartiality", {"ties": [{"kind": "consultancy", "ended": "2024-11-22"}]}, {"free": True}, []),
    ("impartiality", {"ties": [{"kind": "consultancy", "ended": "2024-11-23"}]}, {"free": False}, ["impartiality.consultancy"]),
    ("impartiality", {"advice": [{"adviser": "related_body"}]}, {"free": False}, ["impartiality.related_body"]),
    ("impartiality", {}, {"free": True}, []),
    ("auditor-load", {}, {"may": True, "days_left": 180, "certificates_left": 50}, []),
    ("auditor-load", {"certificates": 50, "planned_certificates": 1}, {"may": False, "certificates_left": -1}, ["workload.too-many-certificates"]),
    ("rotation", {"leader": "wang"}, {"may": True, "in_a_row": 0}, []),
    ("rotation", {"leader": "w", "audits": [{"ended": f"202{n}-05-01", "leader": "w"} for n in range(3)]}, {"may": False, "in_a_row": 3}, ["workload.rotate"]),
    ("professional-auditors", {"areas": {"17": 2, "18": 1, "19": 0}}, {"may_offer": ["17"], "may_not": ["18", "19"]}, ["application.too-few-auditors"] * 2),
    ("decision-maker", {"decider": "wang", "team": ["wang"]}, {"may": False}, ["decision.was-on-team"]),
    ("decision-maker", {"decider": "wang", "team": ["wang"], "bond": "none"}, {"may": False}, ["decision.was-on-team", "decision.outsourced"]),
    ("decision-maker", {"decider": "chen", "team": ["wang"], "bond": "controlled-entity"}, {"may": True}, []),
    ("auditor-promotion", {"education": "college", "work_years": 8, "field_years": 5, "audit_days": 20, "on_site_days": 10}, {"may": False}, ["registration.too-little.field_years"]),
    ("re-registration", {"valid_until": "2027-02-22", "cpd_hours": 20, "cpd_field_hours": 4, "audit_days": 10}, {"may": True, "apply_by": "2026-11-22"}, []),
    ("re-registration", {"valid_until": "2027-02-21", "cpd_hours": 20, "cpd_field_hours": 4, "audit_days": 9}, {"may": False, "apply_by": "2026-11-21"}, ["registration.too-little.audit_days", "registration.apply-earlier"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "asked", "expected", "codes"), CASES)
def test_the_answer_and_what_stands_against_it(name, asked, expected, codes):
    found = ask(name, asked, today=TODAY)
    told = found.to_json("en")
    if expected is None:
        assert told["answer"] is None
    else:
        assert {key: told["answer"][key] for key in expected} == expected
    assert codes is None or [o.code for o in found.objections] == codes
    assert all("{" not in one["reason"] for one in told["objections"])


STEPS = [
    ("first-surveillance", {"decided": "2026-02-25", "issued": "2026-03-01"}, ["rule.judged-by=CNCA-QMS-01:2025", "cycle.decided=2026-02-25", "cycle.issued=2026-03-01", "cycle.latest=2027-03-01"]),
    ("next-surveillance", {"last_ended": "2026-04-01", "planned": "2027-04-20"}, ["rule.judged-by=CNCA-QMS-01:2025", "cycle.last-ended=2026-04-01", "cycle.latest=2027-04-01", "cycle.must-suspend=19"]),
    ("recertification", {"expires": "2023-08-15", "on_site_ended": "2023-08-02", "decided": "2023-11-01", "activities_completed": True}, ["rule.judged-by=CNCA 2016 No.20", "cycle.expires=2023-08-15", "cycle.on-site-ended=2023-08-02", "cycle.decided=2023-11-01", "recertification.restored=", "cycle.new-expiry=2026-08-15"]),
    ("multi-site-sample", {"sites": 30}, ["sampling.stratum=30", "sampling.root=6", "sampling.random=2", "sampling.total=6", "sampling.central-function=1"]),
    ("suspension", {"suspended": "2019-08-31", "permit_expired": True}, ["rule.judged-by=CNCA 2016 No.20", "reapplication.suspended=2019-08-31", "certificate.suspended-until-permit="]),
    ("suspension", {"suspended": "2019-08-31"}, ["rule.judged-by=CNCA 2016 No.20", "reapplication.suspended=2019-08-31", "certificate.suspended-until=2020-02-29"]),
    ("multi-site-sample", {"sites": 1}, ["sampling.stratum=1", "sampling.root=1", "sampling.random=1", "sampling.nothing-to-sample=1", "sampling.total=1", "sampling.central-function=1"]),
    ("multi-site-sample", {"strata": [{"name": "a", "sites": 1}, {"name": "b", "sites": 1}], "sampling_allowed": False}, ["sampling.stratum=1", "sampling.all-sites=1", "sampling.stratum=1", "sampling.all-sites=1", "sampling.total=2", "sampling.central-function=1"]),
    ("reapplication", {"status": "withdrawn", "suspended": "2026-02-10", "withdrawn": "2026-08-10"}, ["rule.judged-by=CNCA-QMS-01:2025", "reapplication.suspended=2026-02-10", "reapplication.withdrawn=2026-08-10", "reapplication.from=2027-02-10"]),
    ("reapplication", {"status": "cancelled"}, ["rule.judged-by=CNCA-QMS-01:2025", "reapplication.at-once="]),
    ("application-entry", {"operating_since": "2025-11-30", "payer": "x", "client": "x"}, ["application.may-apply-from=2026-02-28", "application.payer=x"]),
    ("auditor-load", {"planned_days": 2}, ["rule.judged-by=CNCA-QMS-01:2025", "workload.on_site_days_a_year=178", "workload.certificates_a_year=50"]),
    ("auditor-competence", {"standard": "QMS"}, ["competence.registered.no=2026-11-22"]),
    ("impartiality", {"ties": [{"kind": "kinship"}, {"kind": "employment", "ended": "2025-02-28"}]}, ["impartiality.free-from=2027-02-28"]),
    ("social-credit-code", {"code": "91350100m000100y43"}, ["identifier.mended-case=91350100M000100Y43", "identifier.read-as=91350100M000100Y43"]),
    ("region-code", {"code": "310115"}, ["code.found=上海市 / 市辖区 / 浦东新区"]),
    ("decision-maker", {"decider": "a", "team": ["b"]}, ["decision-maker.apart=a"]),
    ("extraordinary-event", {"expires": "2020-03-31", "lifted": "2020-06-01"}, ["rule.judged-by=CNCA 2016 No.20", "extraordinary.valid_until=2020-09-30", "extraordinary.restore_until=2021-03-30", "extraordinary.decide_by=2020-09-01"]),
    ("paper-order", {"papers": [{"paper": "opening", "on": "2026-03-16"}, {"paper": "contract", "on": "2026-03-02"}]}, ["case-paper.contract=2026-03-02", "case-paper.opening=2026-03-16"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "asked", "steps"), STEPS)
def test_the_steps_tell_how_it_came_about(name, asked, steps):
    assert [f"{step.what}={step.value}" for step in ask(name, asked, today=TODAY).steps] == steps


@pytest.mark.parametrize(
    ("lost", "clause"), [("2026-08-31", "IAF MD 2:2017 2.1.3"), (None, "IAF MD 2:2017 2.1.2")]
)
def test_a_transfer_names_the_clause_that_sets_its_last_day(lost, clause):
    asked = {"status": "in_force", "expires": "2028-05-31", "issuer_lost_accreditation": lost}
    assert [step.clause for step in ask("transfer", asked, today=TODAY).steps] == [clause]


def test_words_of_choices_and_papers_are_said_in_the_readers_language():
    order = {"papers": [{"paper": "contract", "on": "2026-03-17"}, {"paper": "opening", "on": "2026-03-16"}]}
    for language, words in (
        ("en", "Opening meeting (2026-03-16) cannot come before Contract (2026-03-17)"),
        ("zh-hans", "首次会议（2026-03-16）早于合同（2026-03-17），时间逻辑不成立"),
    ):
        (told,) = ask("paper-order", order, today=TODAY).to_json(language)["objections"]
        assert told["reason"] == words
    missing = ask("record-set", {"kind": "change"}, today=TODAY)
    assert (
        missing.to_json("en")["objections"][0]["reason"]
        == "Paper 2 is missing: Evidence of legal status and public credit record"
    )
    assert missing.to_json()["objections"][0]["reason"] == "缺第 2 项：法律地位证明及信用公示查询"


def test_a_step_tells_its_edition_and_where_it_is_from():
    step = ask("audit-time", {"personnel": 85}, today=TODAY).to_json("en")["steps"][0]
    assert step == {
        "what": "Effective number of personnel",
        "value": "85",
        "clause": "IAF MD 5:2019 2.3",
        "edition": "IAF MD 5:2019 (2020-05-07 – )",
        "source": "CNAS-CC105:2020, two public copies compared cell by cell",
        "confidence": "S",
    }
    cell = ask("audit-time", {"personnel": 85}, today=TODAY).to_json("en")["steps"][3]
    assert cell["source"] == "CNAS-CC105:2020; two public copies, 23 of 23 cells equal"
    old = ask("first-surveillance", {"decided": "2019-05-10", "issued": "2019-05-13"}, today=TODAY).to_json()[
        "steps"
    ][0]
    assert (old["edition"], old["source"]) == (
        "CNCA 2016 No.20 (2016-10-01 – 2025-12-31)",
        "国家认监委 2016 年第 20 号公告",
    )


def test_what_a_door_finds_wrong_has_a_clause_even_without_a_rule():
    assert objection("input.not-json").clause == "own procedure"
    assert objection("input.not-json", "GB 32100-2015", field="input").clause == "GB 32100-2015"
