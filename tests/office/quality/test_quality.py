"""Inspections, penalties, internal audits, management reviews, events, and what may be called none."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.office.impartiality.actions.declare_gift import declare_gift
from mingzheng.office.people.models import Person
from mingzheng.office.quality import queries
from mingzheng.office.quality.actions.answer_inspection import answer_inspection
from mingzheng.office.quality.actions.close_internal_finding import close_internal_finding
from mingzheng.office.quality.actions.conclude_inspection import conclude_inspection
from mingzheng.office.quality.actions.confirm_register import confirm_register
from mingzheng.office.quality.actions.declare_event import declare_event
from mingzheng.office.quality.actions.end_event import end_event
from mingzheng.office.quality.actions.finish_review_action import finish_review_action
from mingzheng.office.quality.actions.hold_internal_audit import hold_internal_audit
from mingzheng.office.quality.actions.hold_management_review import hold_management_review
from mingzheng.office.quality.actions.plan_internal_audit import plan_internal_audit
from mingzheng.office.quality.actions.raise_internal_finding import raise_internal_finding
from mingzheng.office.quality.actions.receive_inspection import receive_inspection
from mingzheng.office.quality.actions.record_penalty import record_penalty
from mingzheng.office.quality.models import Inspection
from mingzheng.office.quality.outputs import Output
from mingzheng.office.quality.queues import inspections, internal_audits, internal_findings, review_actions
from mingzheng.rulebook import own_system as rules
from mingzheng.rulebook.own_system import (
    Deviation,
    InspectionKind,
    InspectionResult,
    PenaltyKind,
    Register,
    ReviewInput,
)
from mingzheng.rulebook.verdict import NOT_YOURS
from tests import rows
from tests.office.audits.stage import told
from tests.office.voices import stage
from tests.office.voices.test_cases import refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
FILES, ON_SITE = InspectionKind.FILE_CHECK, InspectionKind.ON_SITE


def inspected(by, kind=FILES, visits=1, result: InspectionResult | None = None) -> Inspection:
    looked_at = [rows.visit("surveillance").number for _ in range(visits)]
    where = {"authority": "市监局", "place": "示例市", "inspected_on": DAY, "visits": looked_at}
    number = receive_inspection(kind, **where, on=DAY, by=by).number
    if result:
        conclude_inspection(number, result=result, evidence="检查记录", answer_due=DAY, on=DAY, by=by)
    return Inspection.objects.get(number=number)


def test_an_inspection_is_entered_concluded_and_answered(cast):
    by = cast["quality"]
    row = inspected(by)
    assert told("inspection.received").facts["visits"] == [row.visits.get().number]
    assert inspections(by, DAY).get() == row
    due = DAY + timedelta(days=15)
    told_ = {"result": InspectionResult.TO_RECTIFY, "evidence": "检查记录", "on": DAY, "by": by}
    refused(lambda: conclude_inspection(row.number, **told_), rules.ANSWER_DUE_MISSING)
    conclude_inspection(row.number, **told_, findings="签到缺日期", answer_due=due)
    refused(lambda: conclude_inspection(row.number, **told_, answer_due=due), rules.CONCLUDED)
    answer_inspection(row.number, answer="已补签并培训", on=DAY, by=by)
    refused(lambda: answer_inspection(row.number, answer="…", on=DAY, by=by), rules.INSPECTION_ANSWERED)
    assert not inspections(by, DAY).exists()
    refused(lambda: inspected(by, visits=0), rules.NO_VISIT)
    refused(lambda: inspected(cast["auditor"]), NOT_YOURS)


def test_all_conforming_is_seen_from_the_register(cast):
    by = cast["quality"]
    inspected(by, FILES, visits=3, result=InspectionResult.CONFORMING)
    inspected(by, ON_SITE, result=InspectionResult.CONFORMING)
    inspected(by, ON_SITE, result=InspectionResult.TO_RECTIFY)
    assert queries.visits_inspected(2026, FILES) == 3 and queries.inspections_in(2026, FILES).count() == 1
    assert queries.inspections_conforming(2026, FILES).count() == 1
    assert (
        queries.inspections_in(2026, ON_SITE).count()
        == 2
        > queries.inspections_conforming(2026, ON_SITE).count()
    )


def test_none_may_be_said_of_a_year_only_after_everybody_confirmed(cast):
    quality, integrity = cast["quality"], cast["integrity"]
    assert not queries.none_in(Register.INTEGRITY, 2025, 0)
    refused(
        lambda: confirm_register(Register.INTEGRITY, 2026, entries=0, on=DAY, by=quality), rules.YEAR_NOT_OVER
    )
    confirm_register(Register.INTEGRITY, 2025, entries=0, on=DAY, by=quality)
    assert not queries.none_in(Register.INTEGRITY, 2025, 0)
    confirm_register(Register.INTEGRITY, 2025, entries=0, on=DAY, by=integrity)
    assert queries.none_in(Register.INTEGRITY, 2025, queries.entries_in(Register.INTEGRITY, 2025))

    late = date(2025, 6, 1)
    declare_gift("auditor", giver="某", what="茶", value=Decimal(1), received_on=late, on=DAY, by=integrity)
    assert not queries.none_in(Register.INTEGRITY, 2025, queries.entries_in(Register.INTEGRITY, 2025))
    refused(
        lambda: confirm_register(Register.PENALTIES, 2025, entries=0, on=DAY, by=integrity), rules.NOT_FOR_YOU
    )


def test_a_penalty_is_counted_in_its_year(cast):
    told_ = {"authority": "市监局", "reason": "上报超期", "imposed_on": DAY, "on": DAY}
    record_penalty(PenaltyKind.WARNING, **told_, by=cast["quality"])
    assert queries.penalties_in(2026).count() == queries.entries_in(Register.PENALTIES, 2026) == 1
    refused(
        lambda: record_penalty(PenaltyKind.WARNING, **{**told_, "reason": ""}, by=cast["quality"]),
        rules.PENALTY_REASON_MISSING,
    )


def internal_audit(by) -> str:
    Person.objects.filter(login="technical").update(department="技术部")
    told_ = {"scope": "年度内审", "departments": ["市场部"], "auditors": ["technical"], "planned_on": DAY}
    return plan_internal_audit(**told_, on=DAY, by=by).number


def test_an_internal_audit_runs_from_plan_to_closed_findings(cast):
    by = cast["quality"]
    assert rules.INTERNAL_AUDIT_LATE in queries.late(DAY)
    number = internal_audit(by)
    assert internal_audits(by, DAY).exists()
    hold_internal_audit(number, held_on=DAY, report="共查 12 项", on=DAY, by=by)
    refused(lambda: hold_internal_audit(number, held_on=DAY, report="…", on=DAY, by=by), rules.AUDIT_HELD)
    finding = {"clause": "9.1.2", "department": "市场部", "statement": "评审缺签名", "owner": "market"}
    raise_internal_finding(number, **finding, due_on=DAY, on=DAY, by=by)
    refused(
        lambda: raise_internal_finding(
            number, **{**finding, "department": "财务部"}, due_on=DAY, on=DAY, by=by
        ),
        rules.NOT_AUDITED,
    )
    assert internal_findings(by, DAY).count() == queries.internal_findings_raised(2026).count() == 1
    close_internal_finding(number, 1, correction="已补签", on=DAY, by=by)
    assert not queries.internal_findings_open().exists()
    assert queries.internal_audits_held(2026).count() == 1 and rules.INTERNAL_AUDIT_LATE not in queries.late(
        DAY
    )


def test_nobody_audits_or_verifies_his_own(cast):
    Person.objects.filter(login="market").update(department="市场部")
    told_ = {"scope": "内审", "departments": ["市场部"], "auditors": ["market"], "planned_on": DAY, "on": DAY}
    refused(lambda: plan_internal_audit(**told_, by=cast["quality"]), rules.OWN_WORK)
    number = internal_audit(cast["quality"])
    finding = {
        "clause": "10",
        "department": "市场部",
        "statement": "…",
        "owner": "quality",
        "due_on": DAY,
        "on": DAY,
    }
    raise_internal_finding(number, **finding, by=cast["quality"])
    refused(
        lambda: close_internal_finding(number, 1, correction="…", on=DAY, by=cast["quality"]),
        rules.OWN_FINDING,
    )


def test_a_management_review_looks_at_everything_and_its_actions_are_followed(cast):
    director = cast["director"]
    inputs = {one.value: "已评审" for one in ReviewInput}
    held = {"held_on": DAY, "present": "管理层、各部门负责人", "on": DAY, "by": director}
    outputs = [Output("增加两名审核员", "competence_evaluator", DAY)]
    refused(lambda: hold_management_review(**held, inputs=inputs, outputs=[]), rules.NO_OUTPUT)
    number = hold_management_review(**held, inputs=inputs, outputs=outputs).number
    assert queries.management_reviews_held(
        2026
    ).count() == 1 and rules.MANAGEMENT_REVIEW_LATE not in queries.late(DAY)
    assert review_actions(director, DAY).count() == 1
    finish_review_action(number, 1, result="已录用", on=DAY, by=cast["quality"])
    assert not review_actions(director, DAY).exists()
    told_ = {"result": "…", "on": DAY, "by": director}
    refused(lambda: finish_review_action(number, 1, **told_), rules.REVIEW_ACTION_FINISHED)


def test_the_body_deviates_only_while_an_event_allows_it(cast):
    by = cast["quality"]
    allowed = [Deviation.REMOTE]
    event = {"name": "疫情", "notice": "某通知", "scope": "全国", "first_day": DAY, "on": DAY, "by": by}
    refused(lambda: declare_event(**event, allowed=[]), rules.NOTHING_ALLOWED)
    number = declare_event(**event, allowed=allowed).number
    assert queries.objections_to(Deviation.REMOTE, DAY) == []
    assert queries.objections_to(Deviation.PROLONGED, DAY) == [rules.OUTSIDE_EVENT]
    end_event(number, last_day=DAY, on=DAY, by=by)
    assert queries.objections_to(Deviation.REMOTE, DAY + timedelta(days=1)) == [rules.OUTSIDE_EVENT]
    assert queries.events_in(2026).count() == 1 and not queries.events_in(2027).exists()
    refused(lambda: end_event(number, last_day=DAY, on=DAY, by=by), rules.EVENT_OVER)


def test_reports_of_corruption_stand_in_the_integrity_register():
    stage.received(stage.CaseKind.REPORT, stage.Topic.INTEGRITY)
    assert queries.entries_in(Register.INTEGRITY, 2026) == 1
