"""Raising findings, and what becomes of each."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.audits.actions import answer_finding, verify_finding, withdraw_finding
from mingzheng.office.audits.actions.raise_finding import raise_finding
from mingzheng.office.audits.actions.return_answer import return_answer
from mingzheng.office.audits.queries import departments
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.roles import Role

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .case import Case, audit_page, auditors_page
from .forms import AnswerForm, FindingForm, ReasonForm, VerificationForm


@auditors_page
def raise_one(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)
    form = FindingForm(request.POST or None, initial=request.GET.dict(), standards=case.standards)

    def act(said: dict[str, str]) -> None:
        grade = Grade(said["grade"])
        raise_finding(
            number, grade=grade, statement=said["statement"], **form.where, on=today(), by=request.user
        )

    heading, done = t("开具不符合项", "Raise a finding"), t("已开具", "Raised")
    more = case.drawn("findings", departments=departments(case.visit))
    back = case.url("audit-findings")
    return asked(
        request, form, act, heading=heading, back=back, done=done, template="staff/audits/ask.html", **more
    )


@audit_page
def finding(request: StaffRequest, number: str, finding: int) -> HttpResponse:
    """One finding from its statement to its closure."""
    case = Case(request, number)
    row = get_object_or_404(case.opened.findings.select_related("audit__visit"), number=finding)
    context = case.drawn(
        "findings",
        finding=row,
        to_answer=answer_finding.objections(row, by=request.user),
        to_verify=verify_finding.objections(row, by=request.user),
        to_withdraw=withdraw_finding.objections(row, by=request.user),
        today=today(),
    )
    return render(request, "staff/audits/finding.html", context)


def _on_finding(
    request: StaffRequest,
    number: str,
    finding: int,
    form: forms.Form,
    act: Callable[..., Any],
    heading: str,
    done: str,
) -> HttpResponse:
    back = Case(request, number).url("audit-finding", finding)

    def do(said: dict[str, str]) -> None:
        act(number, finding, **said, on=today(), by=request.user)

    return asked(request, form, do, heading=heading, back=back, done=done)


@staff_page(Role.AUDITOR, Role.PROGRAMME_MANAGER)
def answer(request: StaffRequest, number: str, finding: int) -> HttpResponse:
    row = get_object_or_404(Case(request, number).opened.findings, number=finding)
    first = {"cause": row.cause, "correction": row.correction, "corrective_action": row.corrective_action}
    form = AnswerForm(request.POST or None, initial=first)
    heading = t("代受审核方录入整改（不符合项 {n}）", "Enter the client's answer to finding {n}", n=finding)
    done = t("已录入，待验证", "Entered; to be verified")
    return _on_finding(request, number, finding, form, answer_finding.answer_finding, heading, done)


@auditors_page
def return_one(request: StaffRequest, number: str, finding: int) -> HttpResponse:
    heading = t("退回整改（不符合项 {n}）", "Return the answer to finding {n}", n=finding)
    form, done = ReasonForm(request.POST or None), t("已退回", "Returned")
    return _on_finding(request, number, finding, form, return_answer, heading, done)


@auditors_page
def verify(request: StaffRequest, number: str, finding: int) -> HttpResponse:
    heading = t("验证关闭（不符合项 {n}）", "Verify and close finding {n}", n=finding)
    form, done = VerificationForm(request.POST or None), t("已验证关闭", "Verified and closed")
    return _on_finding(request, number, finding, form, verify_finding.verify_finding, heading, done)


@auditors_page
def withdraw(request: StaffRequest, number: str, finding: int) -> HttpResponse:
    heading = t("撤回不符合项 {n}", "Withdraw finding {n}", n=finding)
    form, done = ReasonForm(request.POST or None), t("已撤回", "Withdrawn")
    return _on_finding(request, number, finding, form, withdraw_finding.withdraw_finding, heading, done)
