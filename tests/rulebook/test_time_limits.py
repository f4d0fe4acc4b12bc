"""One test for each row of tables/time_limits.toml, named after it; the table and the rules agree."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mingzheng.rulebook import application, appointments, audit_cycle, duties, findings, impartiality, on_site
from mingzheng.rulebook.audit_cycle import (
    Outcome,
    expiry,
    first_surveillance,
    next_surveillance,
    recertification_outcome,
    recertification_window,
)
from mingzheng.rulebook.audit_time import AuditKind
from mingzheng.rulebook.certificate_life import (
    LONGEST_SUSPENSION_MONTHS,
    Act,
    Status,
    suspension_ends,
    suspension_ends_by,
)
from mingzheng.rulebook.dated_numbers import NUMBERS, PARAMETERS, TIME_LIMITS, last_day, number
from mingzheng.rulebook.decisions import (
    WAS_ON_TEAM,
    CaseFacts,
    DecisionAct,
    OfficerFacts,
    objections_to_deciding,
)
from mingzheng.rulebook.documents import DOCUMENTS, document_of
from mingzheng.rulebook.editions import EDITIONS, ISO, edition_in_force, edition_named
from mingzheng.rulebook.extraordinary import put_off
from mingzheng.rulebook.register_check import Line, Overdue, overdue_of
from mingzheng.rulebook.sampling import Stratum, sample_of_sites
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import Point, TransferFacts, complete_by, objections_to_transfer
from mingzheng.rulebook.workload import Load, left_of_year, objections_to_load
from mingzheng.words import WORDS

CN2016 = edition_named("CN2016", Standard.QMS)
CN2025 = edition_named("CN2025", Standard.QMS)


def d(text):
    return date.fromisoformat(text)


def codes(objections):
    return [o.code for o in objections]


@pytest.mark.parametrize("key", TIME_LIMITS)
def test_every_time_limit_has_a_test_of_its_name(key):
    assert re.search(rf"^def test_{key}\b", Path(__file__).read_text(), re.M)


@pytest.mark.parametrize("key", NUMBERS)
def test_every_number_says_who_says_so_and_how_sure_that_is(key):
    row = NUMBERS[key]
    assert row.zh != row.en and row.source and row.confidence in ("S", "M", "m", "body")
    assert row.valid_from <= (row.valid_to or date.max)
    assert (row.value is None) == (row.unit == "")


def test_documents_do_not_overlap_themselves_and_every_edition_is_one():
    for edition in EDITIONS:
        assert document_of(edition.document).name in DOCUMENTS
        for limit in edition.limits.values():
            assert document_of(limit.clause).confidence
    with pytest.raises(KeyError):
        document_of("ISO 1:2016 3")


def test_the_numbers_of_the_editions_are_those_of_the_table():
    assert number("cycle_start") == audit_cycle.CERTIFICATE_YEARS
    for key in ("cooling_consultancy", "cooling_cb_internal_audit", "cooling_related_body"):
        assert impartiality.COOLING_MONTHS == number(key) == 24
    assert CN2025.number("on_site_days_a_year") == number("cn_auditor_days") == 180
    assert CN2025.number("certificates_a_year") == number("cn_auditor_certs") == 50
    for edition in EDITIONS:
        for limit, key in (("ban_own_fault", "cn_apply_ban_own"), ("ban_body_lost", "cn_apply_ban_cb")):
            assert edition.number(limit) == (number(key) if edition.key in ("CN2025", "CN2026") else 0)
        assert edition.number("suspension") == number("suspension_iso")
    assert CN2025.number("professional_auditors") == number("cn_prof_auditors") == 2
    assert (ISO.number("restoring"), ISO.number("postponing")) == (
        number("recert_restore"),
        number("extraordinary_surv"),
    )


def test_the_bodys_own_parameters():
    assert {key: row.value for key, row in PARAMETERS.items() if row.confidence == "body"} == {
        "response_major": 30,
        "response_minor": 60,
        "rotation_audits": 3,
        "stage_one_share": 30,
        "due_soon": 90,
        "surveillance_opens": 3,
        "recertification_opens": 6,
        "team_objection": 3,
        "hand_in": 25,
        "hand_in_with_findings": 40,
        "renew_soon": 90,
        "declaration_months": 12,
        "handling_apart": 5,
        "witnessing_months": 36,
        "competence_review_months": 36,
        "authorisation_months": 12,
        "senior_leaderships": 15,
        "answer_application": 15,
        "send_contract": 7,
        "await_signature": 30,
        "offer_stands": 60,
        "appeal": 30,
        "review_file": 10,
        "answer_return": 10,
        "decide": 10,
        "suspension_notice": 30,
        "renewal_notice": 90,
        "opening_notice": 7,
        "case_acknowledge": 5,
        "complaint_answer": 60,
        "appeal_answer": 60,
        "case_longest_limit": 180,
        "survey_smallest_cut": 5,
        "risk_high": 15,
        "risk_review_every": 12,
        "committee_every": 12,
        "notice_read_share": 90,
        "demand_answer": 30,
        "request_answer": 30,
        "threat_review": 10,
        "days_out_a_month": 20,
        "days_out_in_a_row": 6,
        "hazard_review_every": 12,
        "incoming_mail": 1,
        "remote_share": 30,
        "material_from": 12,
        "membership_notice": 60,
        "meeting_notice": 14,
        "seat_notice": 60,
        "objective_notice": 30,
        "pact_check": 12,
        "commitment_look": 12,
        "notice_read_within": 7,
        "pay_invoice": 30,
        "surveillance_fee_every": 12,
        "yearly_report_due": 90,
        "law_evaluation_every": 12,
        "document_review_every": 12,
        "read_within": 30,
    }
    assert (appointments.OBJECTION_WORKING_DAYS, on_site.HAND_IN_DAYS) == (3, 25)
    assert findings.RESPONSE_DAYS == {"major": 30, "minor": 60} and LONGEST_SUSPENSION_MONTHS == 6


def test_a_period_ends_on_its_last_day_and_only_days_are_counted_as_days():
    assert last_day("appeal", d("2026-02-15")) == d("2026-03-17")
    with pytest.raises(AssertionError):
        last_day("suspension_iso", d("2026-02-15"))


def test_cycle_start():
    assert expiry(d("2020-02-29")) == d("2023-02-27")
    late = first_surveillance(decided=d("2019-05-10"), issued=d("2019-07-01"), edition=ISO)
    assert late.latest == d("2020-05-10"), "from the decision, not from the day of issue"


def test_surv_freq_iso():
    window = next_surveillance(last_ended=d("2024-01-05"), edition=ISO)
    assert (window.latest, window.clause) == (d("2025-12-31"), TIME_LIMITS["surv_freq_iso"].clause)


def test_surv_first_iso():
    window = first_surveillance(decided=d("2019-05-10"), issued=d("2019-05-13"), edition=ISO)
    assert (window.latest, window.clause) == (d("2020-05-10"), TIME_LIMITS["surv_first_iso"].clause)


def test_surv_first_cn2016():
    window = first_surveillance(decided=d("2019-05-10"), issued=d("2019-05-13"), edition=CN2016)
    assert (window.latest, window.clause) == (d("2020-05-13"), TIME_LIMITS["surv_first_cn2016"].clause)
    assert next_surveillance(last_ended=d("2024-03-31"), edition=CN2016).latest == d("2025-06-30")
    assert edition_in_force(Standard.QMS, d("2025-12-31")) is CN2016


def test_surv_cn2025():
    issued = {"decided": d("2026-02-25"), "issued": d("2026-03-01"), "edition": CN2025}
    assert first_surveillance(**issued).latest == d("2027-03-01")
    assert first_surveillance(**issued, recertified=True).latest == d("2027-03-01")
    assert next_surveillance(last_ended=d("2028-02-29"), edition=CN2025).latest == d("2029-02-28")
    assert edition_in_force(Standard.QMS, d("2026-01-01")) is CN2025
    line = Line("1", Standard.QMS, Status.IN_FORCE, d("2026-03-01"), d("2029-02-28"))
    assert list(overdue_of(line, d("2027-03-01"))) == []
    (found,) = overdue_of(line, d("2027-03-02"))
    assert (found.what, found.must, found.days) == (Overdue.SURVEILLANCE, Act.SUSPEND, 1)
    suspended = Line(
        "1", Standard.QMS, Status.SUSPENDED, d("2026-03-01"), d("2029-02-28"), suspended=d("2027-03-02")
    )
    assert list(overdue_of(suspended, d("2027-09-02"))) == []
    (found,) = overdue_of(suspended, d("2027-09-03"))
    assert (found.what, found.must) == (Overdue.SUSPENSION, Act.WITHDRAW)


@pytest.mark.parametrize("standard", [Standard.EMS, Standard.OHSMS])
def test_surv_cn2026_ems_ohs(standard):
    assert edition_in_force(standard, d("2026-02-28")).key == "CN2016"
    edition = edition_in_force(standard, d("2026-03-01"))
    assert edition.key == "CN2026" and edition.confidence == "m"
    assert next_surveillance(last_ended=d("2026-04-01"), edition=edition).latest == d("2027-04-01")


def test_stage2_major_nc():
    clock = findings.six_month_clock(d("2026-08-31"), d("2027-02-28"))
    assert (clock.until, clock.run_out) == (d("2027-02-28"), False)
    assert findings.six_month_clock(d("2026-08-31"), d("2027-03-01")).run_out


def test_stage1_stage2_gap():
    window = audit_cycle.stage2_window(d("2026-08-31"))
    assert (window.latest, window.confidence) == (d("2027-02-28"), "body")


def recertified(edition, on_site, decided, completed=True, extraordinary=False):
    return recertification_outcome(
        expires=d("2023-08-15"),
        on_site_ended=d(on_site),
        decided=d(decided),
        activities_completed=completed,
        edition=edition,
        extraordinary=extraordinary,
    )


def test_recert_before_expiry():
    assert recertification_window(expires=d("2023-08-15"), edition=ISO).latest == d("2023-08-15")
    assert recertified(ISO, "2023-08-02", "2023-08-15").outcome is Outcome.RENEWED
    assert recertified(ISO, "2023-08-02", "2023-08-16").outcome is not Outcome.RENEWED


def test_recert_expiry_basis():
    assert recertified(ISO, "2023-06-02", "2023-06-20").expires == d("2026-08-15")


def test_recert_fail():
    failed = recertified(ISO, "2023-08-02", "2023-08-10", completed=False)
    assert (failed.outcome, failed.expires) == (Outcome.STAGE_2, None)


def test_recert_restore():
    assert recertified(CN2016, "2023-10-20", "2024-02-15").outcome is Outcome.RESTORED
    restored = recertified(ISO, "2023-08-02", "2023-11-01")
    assert (restored.effective, restored.expires) == (d("2023-11-01"), d("2026-08-15"))
    assert recertified(ISO, "2023-08-02", "2024-02-16").outcome is Outcome.STAGE_2


def test_recert_cn2025():
    assert recertified(CN2025, "2023-08-15", "2023-11-01").outcome is Outcome.RESTORED
    assert recertified(CN2025, "2023-08-16", "2023-11-01").outcome is Outcome.INITIAL


def test_suspension_iso():
    assert suspension_ends_by(d("2026-08-31")) == d("2027-02-28")


def test_suspension_cn2016():
    assert suspension_ends_by(d("2019-08-31")) == d("2020-02-29")
    assert suspension_ends(d("2019-08-31"), CN2016) == d("2020-02-29")
    assert suspension_ends(d("2019-08-31"), CN2016, permit_expired=True) is None
    assert suspension_ends(d("2026-08-31"), CN2025, permit_expired=True) == d("2027-02-28")
    permit = Line(
        "1",
        Standard.QMS,
        Status.SUSPENDED,
        d("2019-01-01"),
        d("2021-12-31"),
        suspended=d("2019-08-31"),
        suspended_until=d("2020-10-31"),
    )
    assert list(overdue_of(permit, d("2020-10-31"))) == [], "until the permit is decided"


def test_act_on_info_cn2016():
    assert duties.act_by(d("2026-04-30")) == d("2026-05-11"), "a holiday of five days and a Saturday worked"


def test_cooling_consultancy():
    tie = impartiality.Tie(impartiality.TieKind.CONSULTANCY, d("2024-02-29"))
    assert impartiality.free_from(tie.ended) == d("2026-02-28")
    assert impartiality.objections_to_ties("x", [tie], d("2026-02-27"))
    assert not impartiality.objections_to_ties("x", [tie], d("2026-02-28"))


@pytest.mark.parametrize("day, free", [("2026-02-27", False), ("2026-02-28", True)])
def test_cooling_cb_internal_audit(day, free):
    advice = impartiality.Advice(impartiality.Adviser.BODY_INTERNAL_AUDIT, d("2024-02-29"))
    assert (impartiality.objections_to_advice([advice], d(day)) == []) is free


def test_cooling_related_body():
    advice = impartiality.Advice(impartiality.Adviser.RELATED_BODY, d("2024-06-30"))
    assert impartiality.objections_to_advice([advice], d("2026-06-29"))
    assert not impartiality.objections_to_advice([advice], d("2026-06-30"))


def test_decision_maker():
    case = CaseFacts(Standard.QMS, team=frozenset({"wang"}), handed_in=True, reviewed=True, recommended=True)
    objections = objections_to_deciding(
        DecisionAct.GRANT, case, OfficerFacts("wang", "Wang"), d("2026-03-02")
    )
    assert WAS_ON_TEAM in objections
    assert not objections_to_deciding(DecisionAct.GRANT, case, OfficerFacts("chen", "Chen"), d("2026-03-02"))


def test_records():
    assert duties.records_kept_until(d("2026-08-31")) == d("2029-08-31")


def test_records_cn():
    assert duties.records_kept_until(d("2026-08-31"), d("2024-01-10")) == d("2029-08-31")
    assert duties.records_kept_until(d("2026-08-31"), d("2028-12-31")) == d("2030-12-31")


def test_transfer_lost_accreditation():
    lost = TransferFacts(Status.IN_FORCE, d("2027-12-31"), True, d("2026-08-31"), reviewed=tuple(Point))
    assert complete_by(lost) == d("2027-02-28")
    assert not objections_to_transfer(lost, d("2027-02-28"))
    assert codes(objections_to_transfer(lost, d("2027-03-01"))) == ["transfer.too-late"]
    ending = TransferFacts(Status.IN_FORCE, d("2026-10-15"), True, d("2026-08-31"), reviewed=tuple(Point))
    assert complete_by(ending) == d("2026-10-15"), "expiry comes first"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (Status.SUSPENDED, "transfer.suspended"),
        (Status.WITHDRAWN, "transfer.not-valid"),
        (Status.IN_FORCE, None),
    ],
)
def test_transfer_only_valid(status, code):
    facts = TransferFacts(status, d("2027-12-31"), True, reviewed=tuple(Point))
    assert codes(objections_to_transfer(facts, d("2026-08-31"))) == ([code] if code else [])


def test_extraordinary_surv():
    moved = first_surveillance(
        decided=d("2019-05-10"), issued=d("2019-05-13"), edition=ISO, extraordinary=True
    )
    assert moved.latest == d("2020-11-10")
    assert put_off(
        CN2016, surveillance_latest=d("2020-05-13"), expires=None, lifted=None
    ).surveillance_latest == d("2020-11-13")
    assert put_off(
        CN2025, surveillance_latest=d("2026-05-13"), expires=None, lifted=None
    ).surveillance_latest == d("2026-05-13")


def test_extraordinary_recert():
    moved = put_off(CN2016, surveillance_latest=None, expires=d("2020-03-31"), lifted=None)
    assert (moved.valid_until, moved.restore_until) == (d("2020-09-30"), d("2021-03-30"))
    assert (moved.surveillance_latest, moved.decide_by) == (None, None)
    renewed = recertified(CN2016, "2023-08-02", "2024-02-15", extraordinary=True)
    assert (renewed.outcome, renewed.expires) == (Outcome.RENEWED, d("2026-08-15"))
    assert put_off(CN2025, surveillance_latest=None, expires=d("2026-03-31"), lifted=None).valid_until == d(
        "2026-03-31"
    )


def test_extraordinary_recert_decision():
    lifted = put_off(CN2016, surveillance_latest=None, expires=d("2020-03-31"), lifted=d("2020-11-30"))
    assert lifted.decide_by == d("2021-02-28")
    assert put_off(CN2025, surveillance_latest=None, expires=None, lifted=d("2026-11-30")).decide_by is None


def test_cn_apply_run():
    assert application.running_from(d("2025-11-30")) == d("2026-02-28")


def test_cn_apply_ban_own():
    def free(status, suspended, ended, standard=Standard.QMS):
        earlier = application.EarlierCertificate(standard, status, suspended and d(suspended), d(ended))
        return application.ban_ends(earlier, edition_in_force(standard, d("2026-11-01")))

    assert free(Status.WITHDRAWN, "2026-02-10", "2026-08-10") == d("2027-02-10")
    assert free(Status.WITHDRAWN, "2026-02-10", "2026-05-10") == d("2027-05-10")
    assert free(Status.CANCELLED, None, "2026-05-10") is None
    assert free(Status.CANCELLED, None, "2026-05-10", Standard.OHSMS) == d("2027-05-10")


def test_cn_apply_ban_cb():
    earlier = application.EarlierCertificate(
        Standard.QMS, Status.WITHDRAWN, ended=d("2026-05-31"), body_lost_approval=True
    )
    assert application.ban_ends(earlier, CN2025) == d("2026-08-31")
    assert application.ban_ends(earlier, ISO) is None


def test_cn_short_notice():
    assert audit_cycle.short_notice_by(d("2026-05-06")) == d("2026-06-05")


def load(**more):
    return Load(
        **{
            "on_site_days": Decimal(0),
            "planned_days": Decimal(0),
            "certificates": 0,
            "planned_certificates": 0,
            **more,
        }
    )


def test_cn_auditor_days():
    full = load(on_site_days=Decimal(170), planned_days=Decimal(10))
    assert objections_to_load(full, CN2025) == [] and left_of_year(full, CN2025).days == 0
    over = load(on_site_days=Decimal(170), planned_days=Decimal("10.5"))
    (objection,) = objections_to_load(over, CN2025)
    assert (objection.code, objection.clause) == ("workload.too-many-days", "CNCA-QMS-01:2025 3.9")
    assert objection.details == {"field": "planned_days", "days": "180.5", "most": 180}
    assert objections_to_load(over, CN2016) == [] and left_of_year(over, CN2016).days is None


def test_cn_auditor_certs():
    assert objections_to_load(load(certificates=49, planned_certificates=1), CN2025) == []
    (objection,) = objections_to_load(load(certificates=49, planned_certificates=2), CN2025)
    assert (objection.code, objection.clause) == ("workload.too-many-certificates", "CNCA-QMS-01:2025 3.10")
    assert objection.details["certificates"] == 51
    assert left_of_year(load(), CN2016).certificates is None


def test_cn_prof_auditors():
    assert (CN2025.number("professional_auditors"), CN2016.number("professional_auditors")) == (2, 1)


def test_cn_fee():
    assert duties.objections_to_payment("甲公司", " 甲公司") == []
    assert codes(duties.objections_to_payment("甲公司", "乙咨询公司")) == ["duty.fee-by-third-party"]


@pytest.mark.parametrize("happened, by", [("2026-09-01", "2026-10-10"), ("2026-12-31", "2027-01-10")])
def test_cn_monthly_report(happened, by):
    assert audit_cycle.report_by(d(happened)) == d(by), "10 October 2026 is a holiday; the day does not shift"


def test_cn_annual_report():
    assert len(duties.ATTACHMENTS) == number("cn_annual_report")
    assert duties.missing_attachments(["legal_person", "full_time_staff"]) == [
        "financial_audit",
        "social_responsibility",
    ]


def test_cn_foreign_accr():
    assert duties.foreign_accreditation_report_by(d("2026-02-25")) == d("2026-03-07")


def test_certsearch():
    assert duties.next_upload_by(d("2026-01-31")) == d("2026-02-28")
    assert duties.upload_reminder(d("2026-02-14")) == d("2026-02-21")
    assert duties.upload_reminder(d("2026-12-01")) == d("2026-12-24")


@pytest.mark.parametrize("sites, visited", [(1, 1), (3, 1), (4, 2), (10, 3), (11, 4)])
def test_nonsampled_multisite_surv(sites, visited):
    sample = sample_of_sites([Stratum("", sites)], AuditKind.SURVEILLANCE, sampling_allowed=False)
    assert (sample.value.sites, sample.value.central_function) == (visited, True)


def test_every_unit_has_words():
    assert {row.unit for row in NUMBERS.values() if row.unit and f"unit.{row.unit}" not in WORDS} == set()
