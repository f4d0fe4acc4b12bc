"""内部审核: the programme of the own system's audits, each with its findings."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Days, Tab
from mingzheng.doors.frame.formats import deadline, pill
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, joined, t
from mingzheng.doors.today import today
from mingzheng.office.people.queries import names_of
from mingzheng.office.quality.actions.close_internal_finding import close_internal_finding
from mingzheng.office.quality.actions.hold_internal_audit import hold_internal_audit
from mingzheng.office.quality.actions.plan_internal_audit import plan_internal_audit
from mingzheng.office.quality.actions.raise_internal_finding import raise_internal_finding
from mingzheng.office.quality.models import InternalAudit
from mingzheng.office.quality.queries import KEEPERS
from mingzheng.rulebook.own_system import AUDIT_HELD

from ..asking import asked
from ..recorded import Act, Fact, Recorded, Table, shown
from ..rights import StaffRequest, staff_page
from .forms import CorrectionForm, FindingForm, HeldForm, PlanForm

keepers = staff_page(*KEEPERS)


def rows() -> QuerySet[Any]:
    """Internal audits with how many findings are open."""
    return InternalAudit.objects.annotate(
        n=Count("findings"), n_open=Count("findings", filter=Q(findings__closed_on=None))
    )


class AuditsListing(Listing):
    name, title = "internal-audits", t("内部审核", "Internal audits")
    template = "staff/quality/register.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("scope", t("范围", "Scope"), sort="scope"),
        Column("departments", t("受审核部门", "Departments audited"), value=lambda row: joined(row.departments)),
        Column("planned_on", t("计划日期", "Planned for"), Kind.DEADLINE, value=lambda row: None if row.held_on else row.planned_on,
               sort="planned_on", export=lambda row: row.planned_on),
        Column("held_on", t("实施日期", "Held on"), Kind.DAY, sort="held_on"),
        Column("n", t("不符合", "Findings"), Kind.NUMBER, sort="n"),
        Column("n_open", t("未关闭", "Open"), Kind.NUMBER, sort="n_open"),
    )  # fmt: skip
    search = ("number", "scope")
    filters = (Days("planned_on", t("计划日期", "Planned")),)
    tabs = (
        Tab("open", t("未办结", "Open"), Q(held_on=None) | Q(n_open__gt=0)),
        Tab("held", t("已实施", "Held"), Q(held_on__isnull=False)),
        EVERYTHING,
    )
    order = ("-planned_on",)

    def link(self, row: Any) -> str:
        return reverse("staff:internal-audit", args=[row.number])


@keepers
def audits(request: StaffRequest) -> HttpResponse:
    enter = t("制订内审计划", "Plan an internal audit")
    return AuditsListing(request, rows()).response(
        enter=enter, enter_url=reverse("staff:plan-internal-audit")
    )


@keepers
def plan(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        PlanForm(request.POST or None),
        lambda said: plan_internal_audit(**said, on=today(), by=request.user),
        heading=t("制订内审计划", "Plan an internal audit"),
        back=reverse("staff:internal-audits"),
        done=t("已制订。", "Planned."),
    )


@keepers
def audit(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(rows(), number=number)
    done = row.held_on and not row.n_open
    entry = Recorded(
        subject=f"internal-audit:{number}",
        heading=t("内部审核 {n}", "Internal audit {n}", n=number),
        register=(AuditsListing.title, reverse("staff:internal-audits")),
        state=pill(t("办结", "Done"), "good") if done else pill(t("未办结", "Open"), "busy"),
        facts=facts(row),
        acts=acts(row),
        tables=[findings_of(row)],
    )
    return shown(request, entry)


def facts(row: Any) -> list[Fact]:
    names = names_of(row.auditors)
    return [
        Fact(t("范围", "Scope"), row.scope),
        Fact(t("受审核部门", "Departments audited"), joined(row.departments)),
        Fact(t("内审员", "Auditors"), joined(names.get(login, login) for login in row.auditors)),
        Fact(t("计划日期", "Planned for"), row.planned_on),
        Fact(t("实施日期", "Held on"), row.held_on),
        Fact(t("内审报告摘要", "Summary of the report"), row.report, long=True),
    ]


def acts(row: Any) -> list[Act]:
    at, barred = [row.number], [AUDIT_HELD] if row.held_on else []
    look = "plain" if row.held_on else "primary"
    return [
        Act(
            t("登记实施", "Enter as held"),
            reverse("staff:hold-internal-audit", args=at),
            "check",
            barred,
            look,
        ),
        Act(t("开具不符合", "Raise a finding"), reverse("staff:raise-internal-finding", args=at), "plus"),
    ]


def findings_of(row: Any) -> Table:
    heads = [
        t("条款", "Clause"),
        t("部门", "Department"),
        t("事实", "What was found"),
        t("责任人", "To be put right by"),
        t("期限", "Due"),
        t("整改", "Correction"),
    ]
    found = [
        (
            "" if one.closed_on else reverse("staff:close-internal-finding", args=[row.number, one.number]),
            [f"{one.number}. {one.clause}", one.department, one.statement, called(one.owner),
             one.due_on if one.closed_on else deadline(one.due_on, today()), one.correction or "--"],
        )
        for one in row.findings.select_related("owner").order_by("number")
    ]  # fmt: skip
    return Table(t("内审不符合", "Internal findings"), heads, found)


@keepers
def hold(request: StaffRequest, number: str) -> HttpResponse:
    return asked(
        request,
        HeldForm(request.POST or None, initial={"held_on": today()}),
        lambda said: hold_internal_audit(number, **said, on=today(), by=request.user),
        heading=t("登记内审实施 {n}", "Internal audit {n} held", n=number),
        back=reverse("staff:internal-audit", args=[number]),
        done=t("已登记。", "Entered."),
    )


@keepers
def find(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(InternalAudit, number=number)
    return asked(
        request,
        FindingForm(request.POST or None, row.departments),
        lambda said: raise_internal_finding(number, **said, on=today(), by=request.user),
        heading=t("开具不符合 {n}", "Raise a finding of {n}", n=number),
        back=reverse("staff:internal-audit", args=[number]),
        done=t("已开具。", "Raised."),
    )


@keepers
def close(request: StaffRequest, number: str, finding: int) -> HttpResponse:
    return asked(
        request,
        CorrectionForm(request.POST or None),
        lambda said: close_internal_finding(number, finding, **said, on=today(), by=request.user),
        heading=t("关闭不符合 {n} 第 {f} 项", "Close finding {f} of {n}", n=number, f=finding),
        back=reverse("staff:internal-audit", args=[number]),
        done=t("已关闭。", "Closed."),
    )
