"""外部检查: the register, one inspection, and the package of a case for the inspector."""

from typing import Any

from django.db.models import Case, CharField, Q, QuerySet, Value, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header

from mingzheng.doors.dossier import packed
from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, joined, language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.quality.actions.answer_inspection import answer_inspection
from mingzheng.office.quality.actions.conclude_inspection import conclude_inspection
from mingzheng.office.quality.actions.receive_inspection import receive_inspection
from mingzheng.office.quality.queries import KEEPERS, inspections_seen_by
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.own_system import (
    CONCLUDED,
    InspectionKind,
    InspectionResult,
    objections_to_inspection_answer,
)

from ..asking import asked
from ..recorded import Act, Fact, Recorded, Table, shown
from ..rights import StaffRequest, staff_page
from .accesses import accesses_of
from .forms import AnswerForm, InspectionForm, ResultForm

keepers = staff_page(*KEEPERS)
TONES = {"open": "wait", "to_answer": "busy", "done": "good"}


def with_state(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Inspections with `state`: no result yet, to answer, done."""
    return rows.annotate(
        state=Case(
            When(concluded_on=None, then=Value("open")),
            When(~Q(result=InspectionResult.CONFORMING) & Q(answered_on=None), then=Value("to_answer")),
            default=Value("done"),
            output_field=CharField(),
        )
    )


class InspectionsListing(Listing):
    name, title = "inspections", t("外部检查", "Inspections received")
    template = "staff/quality/inspections.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="inspection-kind", sort="kind"),
        Column("authority", t("检查部门", "Authority"), sort="authority"),
        Column("place", t("地点", "Place"), sort="place"),
        Column("inspected_on", t("日期", "Day"), Kind.DAY, sort="inspected_on"),
        Column("result", t("结果", "Result"), value=lambda row: say_lazy(f"inspection-result.{row.result}") if row.result else ""),
        Column("state", t("状态", "State"), Kind.STATUS, words="inspection-state", tones=TONES, sort="state"),
        Column("answer_due", t("答复期限", "Answer due"), Kind.DEADLINE, value=lambda row: None if row.answered_on else row.answer_due,
               sort="answer_due", export=lambda row: row.answer_due),
    )  # fmt: skip
    search = ("number", "authority", "place")
    search_hint = t("编号、部门、地点", "Number, authority, place")
    filters = (
        Choice(
            "kind",
            t("类别", "Kind"),
            [(kind, say_lazy(f"inspection-kind.{kind}")) for kind in InspectionKind],
        ),
        Choice(
            "result",
            t("结果", "Result"),
            [(one, say_lazy(f"inspection-result.{one}")) for one in InspectionResult],
        ),
        Days("inspected_on", t("检查日期", "Inspected")),
    )
    tabs = (
        Tab("open", t("未办结", "Open"), ~Q(state="done")),
        Tab("done", t("办结", "Done"), Q(state="done")),
        EVERYTHING,
    )
    order = ("-inspected_on", "-number")

    def link(self, row: Any) -> str:
        return reverse("staff:inspection", args=[row.number])


@keepers
def inspections(request: StaffRequest) -> HttpResponse:
    return InspectionsListing(request, with_state(inspections_seen_by(request.user))).response()


@keepers
def receive(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        InspectionForm(request.POST or None, initial={"inspected_on": today()}),
        lambda said: receive_inspection(said.pop("kind"), **said, on=today(), by=request.user),
        heading=t("登记外部检查", "Enter an inspection"),
        back=reverse("staff:inspections"),
        done=t("已登记。", "Entered."),
    )


@keepers
def inspection(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(with_state(inspections_seen_by(request.user)), number=number)
    entry = Recorded(
        subject=f"inspection:{number}",
        heading=f"{say_lazy(f'inspection-kind.{row.kind}')} {number}",
        register=(InspectionsListing.title, reverse("staff:inspections")),
        state=pill(say_lazy(f"inspection-state.{row.state}"), TONES[row.state]),
        facts=facts(row),
        acts=acts(row),
        tables=[visits_of(row), accesses_of(row, request.user)],
    )
    return shown(request, entry)


def facts(row: Any) -> list[Fact]:
    result = say_lazy(f"inspection-result.{row.result}") if row.result else ""
    return [
        Fact(t("检查部门", "Authority"), row.authority),
        Fact(t("地点", "Place"), row.place),
        Fact(t("检查日期", "Inspected on"), row.inspected_on),
        Fact(t("依据（通知、任务）", "Notice or task"), row.basis),
        Fact(t("结果", "Result"), result),
        Fact(t("答复期限", "Answer due"), row.answer_due),
        Fact(t("已答复", "Answered"), row.answered_on),
        Fact(t("证据（检查记录、文书编号）", "Evidence (record, document number)"), row.evidence, long=True),
        Fact(t("发现的问题", "What was found"), row.findings, long=True),
        Fact(t("整改情况和答复", "What was put right, and the answer"), row.answer, long=True),
    ]


def acts(row: Any) -> list[Act]:
    at, open_ = [row.number], row.concluded_on is None
    answerable = objections_to_inspection_answer(row.result, answered=row.answered_on is not None, answer=".")
    return [
        Act(t("登记结果", "Enter the result"), reverse("staff:conclude-inspection", args=at), "check",
            [] if open_ else [CONCLUDED], "primary" if open_ else "plain"),
        Act(t("整改答复", "Answer"), reverse("staff:answer-inspection", args=at), "mail", answerable,
            "plain" if open_ else "primary"),
        Act(t("开放查阅", "Open an access"), reverse("staff:open-access", args=at), "key"),
    ]  # fmt: skip


def visits_of(row: Any) -> Table:
    """What was looked at, with its team, and the package to hand over."""
    visits = list(row.visits.select_related("client"))
    teams: dict[int, list[str]] = {}
    for member in Assignment.objects.filter(visit__in=visits).select_related("person"):
        teams.setdefault(member.visit_id, []).append(called(member.person))
    rows = [
        (
            reverse("staff:inspection-package", args=[row.number, visit.number]),
            [
                f"{visit.number}.zip",
                called(visit.client),
                say_lazy(visit.name),
                visit.held_on,
                joined(teams.get(visit.pk, [])),
            ],
        )
        for visit in visits
    ]
    heads = [
        t("资料包", "Package"),
        t("客户", "Client"),
        t("审核", "Audit"),
        t("审核完成", "Held"),
        t("审核组", "Team"),
    ]
    return Table(t("被抽查的项目", "Visits looked at"), heads, rows)


@keepers
def conclude(request: StaffRequest, number: str) -> HttpResponse:
    return asked(
        request,
        ResultForm(request.POST or None),
        lambda said: conclude_inspection(number, **said, on=today(), by=request.user),
        heading=t("检查结果 {n}", "Result of {n}", n=number),
        back=reverse("staff:inspection", args=[number]),
        done=t("已登记。", "Entered."),
    )


@keepers
def answer(request: StaffRequest, number: str) -> HttpResponse:
    return asked(
        request,
        AnswerForm(request.POST or None),
        lambda said: answer_inspection(number, **said, on=today(), by=request.user),
        heading=t("整改答复 {n}", "Answer to {n}", n=number),
        back=reverse("staff:inspection", args=[number]),
        done=t("已登记答复。", "Entered."),
    )


@keepers
def package(request: StaffRequest, number: str, visit: str) -> HttpResponse:
    """Everything the body has on paper about one visit, in one file with an index."""
    row = get_object_or_404(inspections_seen_by(request.user), number=number)
    content = packed(
        get_object_or_404(row.visits.select_related("client", "contract"), number=visit),
        request.user,
        language(),
    )
    name = content_disposition_header(True, f"{number}_{visit}.zip") or "attachment"
    return HttpResponse(content, content_type="application/zip", headers={"Content-Disposition": name})
