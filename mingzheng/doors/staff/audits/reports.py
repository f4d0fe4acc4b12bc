"""Concluding, reporting, and handing in the file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.audits.actions.conclude import conclude
from mingzheng.office.audits.actions.correct_report import correct_report
from mingzheng.office.audits.actions.hand_in_file import hand_in_file
from mingzheng.office.audits.actions.report_audit import report_audit
from mingzheng.rulebook.standards import Standard

from ..asking import asked
from ..rights import StaffRequest
from .case import Case, auditors_page
from .forms import ConclusionForm, CorrectReportForm, ReportForm


@auditors_page
def conclude_one(request: StaffRequest, number: str, standard: str) -> HttpResponse:
    case = Case(request, number)
    if standard not in case.standards:
        raise Http404
    form = ConclusionForm(request.POST or None, is_stage1=case.is_stage1)

    def act(said: dict[str, str]) -> None:
        told: dict[str, Any] = {"recommended": said["recommended"] == "yes", "text": said["text"]}
        conclude(number, standard=Standard(standard), **told, on=today(), by=request.user)

    heading = t("审核结论：{s}", "Conclusion: {s}", s=say_lazy(f"standard.{standard}"))
    done = t("结论已记录", "The conclusion is recorded")
    return asked(request, form, act, heading=heading, back=case.url("audit-report"), done=done)


@auditors_page
def make(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)

    def act(said: dict[str, str]) -> None:
        report_audit(number, **said, on=today(), by=request.user)

    heading, done = t("完成审核报告", "Report the audit"), t("审核报告已完成", "The audit is reported")
    form = ReportForm(request.POST or None)
    return asked(request, form, act, heading=heading, back=case.url("audit-report"), done=done)


@auditors_page
def correct(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)

    def act(said: dict[str, str]) -> None:
        correct_report(number, **said, on=today(), by=request.user)

    form = CorrectReportForm(request.POST or None, initial={"summary": case.opened.summary})
    heading, done = t("更正审核报告", "Correct the report"), t("已更正", "Corrected")
    return asked(request, form, act, heading=heading, back=case.url("audit-report"), done=done)


@auditors_page
@require_POST
def hand_in(request: StaffRequest, number: str) -> HttpResponse:
    hand_in_file(number, on=today(), by=request.user)
    messages.success(request, t("资料已交，进入评定", "The file is handed in and goes to review"))
    return redirect("staff:audit-file", number)
