"""The last day inside and the first outside, the least number that counts, the longest text: where rules turn over.

Each row here was written against a fault that the other tests let pass (bench/mutants.py).
"""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import pytest

from mingzheng.rulebook import audit_cycle, code_lists, integration, registration, review, scope
from mingzheng.rulebook.application import ApplicationFacts, objections_to_accepting
from mingzheng.rulebook.appointments import Dated, objections_to_dating
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.audit_plan import Line as PlanLine
from mingzheng.rulebook.audit_plan import Planned, objections_to_plan
from mingzheng.rulebook.audit_time import AuditKind, Band, Complexity, Factor, audit_time, integrated_time
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.catalogue import RULES, ask
from mingzheng.rulebook.certificate_life import CertificateFacts, Status
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.documents import document_of
from mingzheng.rulebook.editions import edition_named
from mingzheng.rulebook.effective_personnel import PersonnelGroup, effective_personnel
from mingzheng.rulebook.half_days import plain
from mingzheng.rulebook.issuing import DecisionFacts, objections_to_renewing, surveillance_latest
from mingzheng.rulebook.on_site import Held, Meeting, objections_to_meeting
from mingzheng.rulebook.programme import VisitState, objections_to_beginning
from mingzheng.rulebook.register_check import Line, Overdue, line_of, overdue_of, surveillance_window
from mingzheng.rulebook.review import FindingDays
from mingzheng.rulebook.sampling import site_time
from mingzheng.rulebook.shared_days import combined_days
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests.rulebook.derivations import steps_named
from tests.rulebook.test_review import SOUND

TODAY = date(2026, 11, 22)
QMS, EMS = Standard.QMS, Standard.EMS
CN2025 = edition_named("CN2025", QMS)
d = date.fromisoformat


def days(text):
    return [Decimal(one) for one in text.split()]


# --- audit time -------------------------------------------------------------------------------------------------------
def whats(derived):
    return [step.what for step in derived.steps]


@pytest.mark.parametrize(
    ("personnel", "percent", "expected"),
    [(8501, -23, "26"), (276, -30, "10.5"), (276, -29, "10.5"), (8501, -30, "24")],
)
def test_a_reduction_is_of_the_hundred(personnel, percent, expected):
    time_ = audit_time(EMS, personnel, Complexity.HIGH, AuditKind.INITIAL, [Factor("x", percent)])
    assert time_.value.days == Decimal(expected)


def test_a_cap_that_costs_nothing_is_no_step():
    at_cap = audit_time(
        QMS, 30, None, AuditKind.INITIAL, [Factor("x", -30)]
    )  # 4 days: 2.8, rounded 3, at least 3
    assert at_cap.value.days == 3 and "audit-time.raised-to-cap" not in whats(at_cap)
    raised = audit_time(
        QMS, 20, None, AuditKind.INITIAL, [Factor("x", -30)]
    )  # 3 days: 2.1, rounded 2, at least 2.5
    assert raised.value.days == Decimal("2.5") and "audit-time.raised-to-cap" in whats(raised)


def test_a_day_is_no_shorter_than_a_day():
    exactly = audit_time(QMS, 20, None, AuditKind.SURVEILLANCE)  # a third of 3
    assert exactly.value.days == 1 and "audit-time.at-least-a-day" not in whats(exactly)
    shorter = audit_time(QMS, 1, None, AuditKind.SURVEILLANCE)  # a third of 1.5
    assert shorter.value.days == 1 and "audit-time.at-least-a-day" in whats(shorter)


def test_the_stages_are_told_as_they_are_shared():
    told = steps_named(audit_time(QMS, 85, None, AuditKind.INITIAL, stage_one_percent=25))  # 1.5 of 6
    assert (told["audit-time.stage-one"].value, told["audit-time.stage-two"].value) == ("1.5", "4.5")
    told = steps_named(audit_time(QMS, 50, None, AuditKind.INITIAL, stage_one_percent=25))  # 1.25 of 5, a tie
    assert told["audit-time.stage-one"].value == "1.5"


@pytest.mark.parametrize(
    ("of", "percent", "expected"),
    [("47 47", 19, "76"), ("2.5 2.5", 20, "4"), ("7 6 6", 20, "15.5"), ("5 5", 25, "8")],
)
def test_integration_takes_its_percent_of_the_hundred(of, percent, expected):
    assert integrated_time(days(of), percent).value == Decimal(expected)


def test_integration_says_why_whose_days_and_when_it_was_capped():
    with_reason, at_cap = (
        integrated_time(days("7 6"), 10, "integrated manual"),
        integrated_time(days("7 6"), 20),
    )
    assert "audit-time.integration-because" in whats(with_reason)
    assert "audit-time.integration" in whats(at_cap) and "audit-time.integration-because" not in whats(at_cap)
    assert "audit-time.integration-capped" not in whats(at_cap)
    assert "audit-time.integration-capped" in whats(integrated_time(days("7 6"), 21))
    numbers = [s.details["number"] for s in at_cap.steps if s.what == "audit-time.system-days"]
    assert numbers == [1, 2]


def test_the_bodys_progression_may_stay_level():
    level = [Band(12_000, Decimal(22)), Band(14_000, Decimal(22))]
    assert audit_time(QMS, 13_000, None, AuditKind.INITIAL, progression=level).value.table_days == 22


def test_two_standards_are_integrated_and_one_is_not():
    assert combined_days(days("4 4"), 20) == days("3.5 3")
    assert combined_days(days("4"), 20) == days("4")


def test_only_those_in_shifts_are_told_by_shift():
    steps = effective_personnel([PersonnelGroup(5), PersonnelGroup(5, shift="night")]).steps
    assert [s.value for s in steps if s.what == "personnel.shift"] == ["night"]


@pytest.mark.parametrize(
    ("table", "percent", "expected"),
    [(34, -23, "26"), (34, -50, "17"), (34, -70, "17"), (10, -50, "5"), ("0.5", 0, "0.5"), ("1.1", -50, "1")],
)
def test_a_sites_time_is_reduced_by_half_at_most(table, percent, expected):
    assert site_time(Decimal(table), [Factor("x", percent)] if percent else []).value == Decimal(expected)


@pytest.mark.parametrize("table", [0, -1])
def test_a_sites_time_is_some_time(table):
    with pytest.raises(Refused):
        site_time(Decimal(table), [])


def test_the_share_of_the_root_is_told_as_it_is():
    for kind, share in (("initial", "1"), ("surveillance", "0.6")):
        (told,) = [s for s in ask("multi-site-sample", {"sites": 30, "kind": kind}, today=TODAY).steps if s.what == "sampling.root"]  # fmt: skip
        assert told.details["share"] == share
    unsampled = {"sites": 340, "sampling_allowed": False, "kind": "surveillance"}
    assert ask("multi-site-sample", unsampled, today=TODAY).value.sites == 102  # 30 of the hundred
    many = ask("multi-site-sample", {"sites": 4000}, today=TODAY).value
    assert (many.sites, many.random_at_least) == (64, 16)


def test_the_teams_ability_is_told_with_its_sum():
    (step,) = integration.ability_percent([QMS, EMS], [[QMS, EMS], [QMS]]).steps
    assert step.details == {"sum": 1, "auditors": 2, "standards": 2}


# --- days -------------------------------------------------------------------------------------------------------------
def test_where_both_rules_end_on_one_day_the_stricter_document_is_named():
    window = audit_cycle.next_surveillance(last_ended=d("2025-12-31"), edition=CN2025)
    assert (window.latest, window.clause) == (d("2026-12-31"), "CNCA-QMS-01:2025 5.4.1.4")


def test_the_cycle_of_an_initial_certification_is_not_one_of_a_recertification():
    dates = {"decided": d("2019-03-10"), "issued": d("2019-03-12"), "expires": d("2022-03-11")}
    first, *_ = audit_cycle.cycle_windows(**dates, edition=edition_named("CN2016", QMS))
    assert first.latest == d("2020-03-12")
    again, *_ = audit_cycle.cycle_windows(**dates, edition=edition_named("CN2016", QMS), recertified=True)
    assert again.latest == d("2020-06-10")


VISIT = Dated(
    kind=VisitKind.SURVEILLANCE,
    standards=(QMS,),
    earliest=d("2026-03-10"),
    latest=d("2026-06-10"),
    clause="CNCA-QMS-01:2025 5.4.1.4",
    state=VisitState(),
)


def test_a_visit_may_begin_today_and_is_late_until_its_window_has_closed():
    assert objections_to_dating(VISIT, d("2026-03-10"), d("2026-03-10"), d("2026-03-10")) == []
    on_the_last_day = objections_to_dating(VISIT, d("2026-06-11"), d("2026-06-11"), d("2026-06-10"))
    assert [o.code for o in on_the_last_day] == ["cycle.too-late"]
    assert objections_to_dating(VISIT, d("2026-06-11"), d("2026-06-11"), d("2026-06-11")) == []


def test_a_visit_in_order_may_begin():
    assert objections_to_beginning(VisitState()) == []
    assert [o.code for o in objections_to_beginning(VisitState(begun_on=TODAY))] == ["programme.visit-begun"]


def test_lines_of_a_plan_may_follow_one_another_and_noon_is_afternoon():
    afternoon = frozenset({HalfDay(TODAY, Half.AFTERNOON)})
    team = {"wang": Planned("王", TeamRole.LEADER, frozenset({QMS}), afternoon)}

    def line(first, last):
        return PlanLine(TODAY, time(first), time(last), ("wang",), "生产部", (QMS,), "8.1")

    plan = [line(12, 14), line(14, 16)]
    assert objections_to_plan(plan, team, [QMS], first=TODAY, last=TODAY) == []
    assert plan[0].half_days == afternoon
    assert objections_to_plan(plan[::-1], team, [QMS], first=TODAY, last=TODAY) == []
    assert [line(11, 13).half_days, line(11, 14).half_days] == [
        {HalfDay(TODAY, Half.MORNING)},
        {HalfDay(TODAY, Half.MORNING), HalfDay(TODAY, Half.AFTERNOON)},
    ]
    overlapping = objections_to_plan([line(13, 15), line(14, 16)], team, [QMS], first=TODAY, last=TODAY)
    assert [o.code for o in overlapping] == ["plan.two-places"]


@pytest.mark.parametrize(("audited", "latest"), [("2027-01-10", "2028-01-10"), ("2027-07-09", None), ("2027-07-10", None)])  # fmt: skip
def test_no_surveillance_in_the_months_of_the_recertification(audited, latest):
    assert surveillance_latest(QMS, audited=d(audited), expires=d("2029-01-09")) == (latest and d(latest))


def test_a_meeting_is_held_on_the_last_day_too():
    held = Held(Meeting.CLOSING, TODAY, leader_there=True, of_client=1, said=[])
    found = {o.code for o in objections_to_meeting(held, first=TODAY, last=TODAY, on=TODAY)}
    assert not {code for code in found if "appointed" in code}


def certificate(**changes):
    line = Line("1", QMS, "in_force", d("2026-01-10"), d("2029-01-09"))
    return replace(line, **changes)


def test_a_certificate_expires_after_its_last_day_not_on_it():
    recent = certificate(issued=d("2023-11-23"), expires=TODAY, last_audit_ended=d("2026-05-01"))
    line = line_of({"number": "1", "status": "01", "issued": "2023-11-23", "expires": "2026-11-22"})
    assert Overdue.EXPIRY not in [found.what for found in overdue_of(line, recent.expires)]
    assert [found.what for found in overdue_of(line, d("2026-11-23"))] == [Overdue.EXPIRY]


def test_where_the_recertification_opens_no_surveillance_is_due():
    opens = certificate(issued=d("2024-07-09"), expires=d("2027-07-08"), last_audit_ended=d("2026-01-08"))
    assert surveillance_window(opens, TODAY) is None
    before = replace(opens, last_audit_ended=d("2026-01-07"))
    assert surveillance_window(before, TODAY).latest == d("2027-01-07")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"issued": "1990-01-01", "expires": "1990-01-01"}, None),
        ({"issued": "1989-12-31", "expires": "1990-01-01"}, ("issued", "1989-12-31")),
        ({"issued": "2026-01-02", "expires": "2026-01-01"}, ("expires", "2026-01-01")),
        ({"issued": "x" * 50, "expires": "2026-01-01"}, ("issued", "x" * 40)),
    ],
)
def test_a_row_of_a_register_is_read_to_its_edges(row, fault):
    whole = {"number": "1", "status": "01", **row}
    if fault is None:
        assert line_of(whole).issued == d(row["issued"])
        return
    with pytest.raises(Refused) as refused:
        line_of(whole)
    (objection,) = refused.value.objections
    assert (objection.details["field"], objection.details["value"]) == fault


@pytest.mark.parametrize(
    ("by", "day"),
    [(review.review_by, "2026-12-02"), (review.answer_by, "2026-12-02"), (review.decide_by, "2026-12-02")],
)
def test_a_file_is_read_answered_and_decided_within_ten_days(by, day):
    assert by(TODAY) == d(day)


def test_a_sound_file_may_use_the_whole_of_its_time():
    day = SOUND.opened_on
    on_the_day = replace(
        SOUND,
        contract_signed_on=day,
        announced_on=day,
        plan_sent_on=day,
        findings=[FindingDays(day, day, day)],
        handed_in_on=review.hand_in_by(SOUND.closed_on, findings=True),
    )
    failed = [check.code for check in review.failing(review.checks(on_the_day))]
    assert failed == []


@pytest.mark.parametrize("missing", [{"latest": None}, {"outcome": None}])
def test_what_there_is_no_certificate_or_no_recertification_for_is_not_renewed(missing):
    latest = CertificateFacts(Status.EXPIRED, d("2023-01-01"), d("2025-12-31"))
    outcome = audit_cycle.Recertification(audit_cycle.Outcome.RENEWED, "9.6.3")
    given = {"latest": latest, "outcome": outcome, **missing}
    found = objections_to_renewing(DecisionFacts(True, TODAY, False), **given, on=TODAY)
    assert [o.code for o in found] == ["certificate.nothing-to-renew"]


def test_a_registration_is_confirmed_on_its_last_day_too_and_audits_add_up():
    assert registration.confirm_by(d("2025-01-01"), d("2026-01-01"), d("2025-06-01")) == d("2026-01-01")
    assert registration.confirm_by(d("2025-01-01"), d("2025-12-31"), d("2025-06-01")) is None
    one = registration.AuditLog(Decimal(2), Decimal(1), led=1, audits=1)
    assert one + one == registration.AuditLog(Decimal(4), Decimal(2), led=2, audits=2)


@pytest.mark.parametrize(
    ("audit_days", "on_site_days", "found"),
    [("0.5", "0", []), ("0.5", "0.5", []), ("0", "0", ["no-days"]), ("2", "-1", ["no-days"]), ("2", "2.5", ["more-on-site"])],
)  # fmt: skip
def test_an_earlier_audit_took_some_days_and_no_more_on_site(audit_days, on_site_days, found):
    days_ = Decimal(audit_days), Decimal(on_site_days)
    objections = registration.objections_to_experience(TODAY, TODAY, *days_, "letter", TODAY, counted=False)
    assert [o.code.rpartition(".")[2] for o in objections] == found


# --- what is read and told --------------------------------------------------------------------------------------------
def test_one_person_is_enough_to_apply():
    facts = ApplicationFacts((), 1, True, d("2025-01-01"), TODAY, TODAY)
    assert [o.code for o in objections_to_accepting(facts, TODAY)] == ["application.no-standard"]
    none = objections_to_accepting(replace(facts, personnel=0), TODAY)
    assert [o.code for o in none] == ["application.no-standard", "application.no-personnel"]


@pytest.mark.parametrize(
    ("name", "asked", "told"),
    [
        ("x" * 61, {}, 60),
        ("audit-time", {"personnel": "x" * 41}, 40),
        ("audit-time", {"personnel": Decimal("0." + "1" * 50)}, 40),
        ("audit-time", {"personnel": Decimal("123456.7" + "0" * 50)}, 40),
        ("audit-time", {"personnel": 5, "standard": "x" * 41}, 40),
        ("expiry", {"issued": "x" * 41}, 40),
        ("region-code", {"code": "9" * 41}, 40),
    ],
)
def test_a_wrong_value_is_repeated_only_so_far(name, asked, told):
    (objection,) = ask(name, asked, today=TODAY).objections
    assert len(str(objection.details["value"])) == told


@pytest.mark.parametrize(
    ("name", "asked", "field"),
    [
        ("audit-time", {"personnel": 5, "x" * 61: 1}, "x" * 60),
        ("professional-auditors", {"areas": {"x" * 61: "many"}}, "areas." + "x" * 60),
    ],
)
def test_a_wrong_field_is_repeated_only_so_far(name, asked, field):
    (objection,) = ask(name, asked, today=TODAY).objections
    assert objection.details["field"] == field


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("audit-time", {"personnel": 5, "special_reason": "x" * 2000}),
        ("audit-time", {"personnel": 5, "factors": [{"reason": "x", "percent": 0}] * 1000}),
        ("audit-time", {"personnel": 5, "factors": [{"reason": "x", "percent": Decimal("0.000001")}]}),
        ("professional-auditors", {"areas": {str(n): 2 for n in range(1000)}}),
        ("expiry", {"issued": "1990-01-01"}),
        ("report-deadline", {"happened": "2199-12-31"}),
        ("site-time", {"table_days": 1.5}),
    ],
)
def test_what_lies_on_the_edge_is_read(name, asked):
    assert ask(name, asked, today=TODAY).value is not None


@pytest.mark.parametrize(
    ("name", "asked", "code"),
    [
        ("professional-auditors", {"areas": {str(n): 2 for n in range(1001)}}, "input.too-many"),
        ("audit-time", {"personnel": 5, "factors": [{"reason": "x", "percent": Decimal("0.0000001")}]}, "input.not-a-number"),
        ("audit-time", {"personnel": Decimal("1E20")}, "input.not-a-whole-number"),
        ("audit-time", {"personnel": Decimal("1E19")}, "input.out-of-range"),
        ("site-time", {"table_days": float("inf")}, "input.not-a-number"),
    ],
)  # fmt: skip
def test_what_lies_beyond_the_edge_is_not(name, asked, code):
    assert [o.code for o in ask(name, asked, today=TODAY).objections] == [code]


def test_a_rule_tells_that_nothing_else_may_be_asked_and_by_which_day_it_judges():
    told = RULES["first-surveillance"].describe()
    assert told["input"]["additionalProperties"] is False and told["judged_on"] == ["issued"]
    assert RULES["suspension"].describe()["judged_on"] == ["suspended"]
    assert RULES["audit-time"].describe()["judged_on"] == ["today"]


def test_the_acts_of_a_state_are_told_with_where_they_lead():
    acts = ask("certificate-acts", {"status": "suspended"}, today=TODAY).to_json("en")["answer"]["acts"]
    restore, withdraw = acts[:2]
    assert restore == {
        "act": "restore",
        "leads_to": "in_force",
        "decided_by": "decision_maker",
        "carried_out_by": "certificate_clerk",
        "reasons": [],
        "clause": "ISO/IEC 17021-1:2015 9.6.5.4",
    }
    assert withdraw["reasons"][0] == "0101" and "0122" not in withdraw["reasons"]


@pytest.mark.parametrize(("lost", "months"), [(True, 3), (False, 12)])
def test_a_ban_is_told_with_its_months(lost, months):
    asked = {"status": "withdrawn", "withdrawn": "2026-08-10", "body_lost_approval": lost}
    assert ask("reapplication", asked, today=TODAY).steps[-1].details["months"] == months


@pytest.mark.parametrize(
    ("day", "what"), [("2026-11-23", "calendar.working"), ("2026-11-22", "calendar.off")]
)
def test_a_day_is_told_as_worked_or_off(day, what):
    assert [step.what for step in ask("working-day", {"date": day}, today=TODAY).steps] == [what]


def test_competence_without_a_registration_covers_nothing():
    asked = {"standard": "QMS", "codes": ["17.10"], "competences": [{"standard": "QMS", "code": "17", "since": "2025-01-01"}]}  # fmt: skip
    assert ask("auditor-competence", asked, today=TODAY).value.uncovered == ("17.10",)
    registered = {
        "registrations": [{"standard": "QMS", "valid_from": "2025-01-01", "valid_until": "2027-12-31"}]
    }
    assert ask("auditor-competence", {**asked, **registered}, today=TODAY).value.covers == ("17.10",)


def test_a_paper_is_compared_with_the_first_that_says_it():
    asked = {"papers": [{"paper": "a", "name": "x"}, {"paper": "b", "name": "y"}]}
    (other,) = ask("paper-consistency", asked, today=TODAY).objections
    assert (other.details["other"], other.details["expected"], other.details["paper"]) == ("a", "x", "b")


def test_an_industry_is_found_by_its_letter_its_digits_and_both():
    found = [code_lists.industry(code) for code in ("C", "33", "C33")]
    assert [one.zh for one in found] == ["制造业", "金属制品业", "金属制品业"]


def test_a_document_that_ended_says_when():
    assert document_of("CNCA 2016 No.20 6.5").edition == "CNCA 2016 No.20 (2016-10-01 – 2025-12-31)"
    assert document_of("GB/T 2260").edition == "GB/T 2260 (2023-01-01 – )"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"prefix": "12"}, ["body.prefix-unfit"]),
        ({"prefix": "12a"}, ["body.prefix-unfit"]),
        ({"day_rate": None}, ["body.rate-unfit"]),
        ({"day_rate": Decimal(0)}, ["body.rate-unfit"]),
        ({"day_rate": Decimal("0.5")}, []),
        ({"uscc": "91350100M000100Y44"}, ["identifier.credit-code-check"]),
    ],
)
def test_a_body_has_a_code_a_prefix_and_a_rate(changes, found):
    own = {"uscc": "91350100M000100Y43", "prefix": "123", "day_rate": Decimal(3000), **changes}
    assert [o.code for o in scope.objections_to_body(**own)] == found


@pytest.mark.parametrize(
    ("group", "until", "held", "found"),
    [
        ("01", None, False, []),
        ("39", "2026-11-22", False, []),
        ("39", "2026-11-21", False, ["scope.ends-before-it-begins"]),
        ("00", None, False, ["scope.group-unfit"]),
        ("40", None, False, ["scope.group-unfit"]),
        ("17", None, True, ["scope.group-held"]),
    ],
)
def test_a_group_is_accredited_once_and_ends_after_it_begins(group, until, held, found):
    objections = scope.objections_to_scope(group, TODAY, until and d(until), held=held)
    assert [o.code for o in objections] == found


def test_fractions_are_printed_to_two_places():
    assert [plain(Fraction(1, 3)), plain(Fraction(2, 3)), plain(Fraction(5, 2))] == ["0.33", "0.67", "2.5"]
