"""The list of audits, and the tabs of one: 会议 记录 不符合 报告 资料."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.audits.actions import (
    close_audit,
    conclude,
    correct_report,
    hand_in_file,
    open_audit,
    report_audit,
)
from mingzheng.office.audits.minutes import minutes_in
from mingzheng.office.audits.queries import STANDS, audit_rows, objections_to_writing
from mingzheng.office.decisions.queries import reviews_of
from mingzheng.office.documents.queries import instructions_for
from mingzheng.office.people.models import Person
from mingzheng.office.record.queries import timeline
from mingzheng.office.schedule.members import needs
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.on_site import POINTS, Meeting, hand_in_by

from ..links import page_of
from ..rights import StaffRequest
from .case import Case, audit_page
from .scans import scans_of

TONES = {"planned": "wait", "open": "busy", "closed": "wait", "reported": "wait", "handed-in": "good"}


def _due(row: Any) -> Any:
    """What is next due: to begin, to end, to hand in."""
    if row.stands == "planned":
        return row.starts_on
    if row.stands == "open":
        return row.ends_on
    return (
        hand_in_by(row.closed_on, findings=row.has_findings) if row.stands in ("closed", "reported") else None
    )


class AuditsListing(Listing):
    name, title = "audits", t("审核任务", "Audits")
    columns = (
        Column("number", t("项目编号", "Number"), Kind.CODE, sort="number"),
        Column(
            "client", t("受审核方", "Client"), value=lambda row: called(row.client), sort="client__name_zh"
        ),
        Column("kind", t("审核类型", "Kind"), Kind.STATUS, sort="kind", words="visit-kind", tones={}),
        Column("standards", t("体系", "Systems"), Kind.STANDARDS),
        Column("starts_on", t("开始", "From"), Kind.DAY, sort="starts_on"),
        Column("ends_on", t("结束", "To"), Kind.DAY, sort="ends_on"),
        Column("leader", t("组长", "Leader"), sort="leader"),
        Column("stands", t("状态", "State"), Kind.STATUS, words="audit-state", tones=TONES),
        Column("due", t("期限", "Due"), Kind.DEADLINE, value=_due),
    )
    search = ("number", "client__name_zh", "client__pinyin")
    search_hint = t("项目编号、客户名称或拼音首字母", "Number, client or initials")
    filters = (Choice("kind", t("审核类型", "Kind"), [(k, say_lazy(f"visit-kind.{k}")) for k in VisitKind]),)
    tabs = (
        *(Tab(state, say_lazy(f"audit-state.{state}"), condition) for state, condition in STANDS.items()),
        EVERYTHING,
    )
    order = ("-starts_on", "number")
    most = 1000

    def link(self, row: Any) -> str:
        return page_of(f"audit:{row.number}")


@audit_page
def audits(request: StaffRequest) -> HttpResponse:
    return AuditsListing(request, audit_rows(request.user)).response()


@audit_page
def meetings(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)
    on, by, audit = today(), request.user, case.audit
    context = case.drawn(
        "meetings",
        to_open=None if audit else open_audit.objections(case.visit, on=on, by=by),
        to_close=close_audit.objections(audit, on=on, by=by) if audit and not audit.closed_on else None,
        opening=minutes_in(audit.opening) if audit and audit.opening else None,
        closing=minutes_in(audit.closing) if audit and audit.closing else None,
        points={str(meeting): list(points) for meeting, points in POINTS.items()},
        names={member.person.login: called(member.person) for member in case.team},
        both=[Meeting.OPENING, Meeting.CLOSING],
    )
    return render(request, "staff/audits/meetings.html", context)


@audit_page
def records(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)
    rows = list(case.audit.records.order_by("standard", "clause", "number")) if case.audit else []
    barred = objections_to_writing(case.audit, request.user) if case.audit else []
    instructions, _ = instructions_for(needs(case.visit).codes, today())
    context = case.drawn("records", rows=rows, barred=barred, instructions=instructions)
    return render(request, "staff/audits/records.html", context)


@audit_page
def findings(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)
    rows = list(case.audit.findings.order_by("number")) if case.audit else []
    barred = objections_to_writing(case.audit, request.user) if case.audit else []
    context = case.drawn("findings", rows=rows, barred=barred, today=today())
    return render(request, "staff/audits/findings.html", context)


@audit_page
def report(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)
    audit, by = case.audit, request.user
    reached = {c.standard: c for c in audit.conclusions.all()} if audit else {}
    context = case.drawn(
        "report",
        family="readiness" if case.is_stage1 else "recommendation",
        conclusions=[(standard, reached.get(standard)) for standard in case.standards],
        to_conclude=conclude.objections(audit, by=by) if audit else [],
        to_report=report_audit.objections(audit, by=by) if audit and not audit.reported_on else None,
        to_correct=correct_report.objections(audit, by=by) if audit and audit.reported_on else None,
    )
    return render(request, "staff/audits/report.html", context)


@audit_page
def file(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)
    audit, by = case.audit, request.user
    reviews = {s: list(reviews_of(audit, s)) for s in case.standards} if audit else {}
    context = case.drawn(
        "file",
        missing=hand_in_file.objections(audit, by=by) if audit and not audit.handed_in_on else [],
        due=_file_due(case),
        reviews=reviews,
        scans=scans_of(number, by),
        events=timeline(f"audit:{number}"),
        names=dict(Person.objects.values_list("login", "name_zh")),
        today=today(),
    )
    return render(request, "staff/audits/file.html", context)


def _file_due(case: Case) -> date | None:
    """By when the file goes to the reviewers, once the audit is closed."""
    if case.audit is None or case.audit.closed_on is None:
        return None
    return hand_in_by(case.audit.closed_on, findings=case.visit.has_findings)
