"""The report of a year: its chapters and how far they are, what is wrong with it, signing and releasing it."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.people.queries import names_of
from mingzheng.office.report.actions.open_report import open_report
from mingzheng.office.report.actions.order_issues import order_issues
from mingzheng.office.report.actions.release_report import release_report
from mingzheng.office.report.actions.reopen_report import reopen_report
from mingzheng.office.report.actions.sign_report import sign_report
from mingzheng.office.report.document import weights_of
from mingzheng.office.report.models import Report
from mingzheng.office.report.writing import KEEPERS, Draft, Remark
from mingzheng.rulebook.proofreading import Finding
from mingzheng.rulebook.report_outline import numbers
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection
from mingzheng.rulebook.yearly_report import (
    objections_to_opening,
    objections_to_releasing,
    objections_to_reopening,
    objections_to_signing,
)
from mingzheng.words import pick

from ..asking import asked
from ..fields import text, yes
from ..people.forms import ConfirmForm
from ..recorded import Act
from ..rights import StaffRequest, staff_page
from .proofreading import TONES
from .years import YEARS

OUTPUTS = (("pdf", "PDF", "file-type-pdf"), ("word", "Word", "file-text"), ("excel", "Excel", "file-spreadsheet"), ("json", "JSON", "file-export"))  # fmt: skip
STATES = {"empty": "idle", "to_review": "wait", "reviewed": "good"}


class SignForm(forms.Form):
    reason = text(
        t("存疑用语为何可以保留", "Why doubtful wordings may stand"), 3, max_length=300, required=False
    )


class OrderForm(forms.Form):
    by_weight = yes(
        t(
            "按实质性得分排列主题和议题（不选：按 ISO 26000 的顺序）",
            "Subjects and issues the weightiest first (else in the order of ISO 26000)",
        )
    )


class ReopenForm(forms.Form):
    reason = text(t("理由", "Reason"), 3, max_length=300)


def report_of(number: int) -> Report:
    found: Report = get_object_or_404(Report, year=number)
    return found


def back_to(number: int) -> str:
    return reverse("staff:report", args=[number])


def state_of(report: Report) -> tuple[str, str]:
    """Its state and tone."""
    if report.released_on:
        return "released", "good"
    return ("signed", "busy") if report.signed_on else ("writing", "wait")


@staff_page()
def overview(request: StaffRequest, number: int) -> HttpResponse:
    """The chapters of the report; before it was begun, how to begin it."""
    report = Report.objects.filter(year=number).first()
    if report is None:
        return not_begun(request, number)
    draft = Draft.of(report)
    remarks = draft.remarks(draft.document("zh")) if not report.released_on else []
    state, tone = state_of(report)
    context = {
        "year": number,
        "report": report,
        "state": pill(say_lazy(f"report-state.{state}"), tone),
        "acts": acts(draft, [one.finding for one in remarks], request.user),
        **chapters(draft, remarks),
    }
    return render(request, "staff/report/report.html", {**context, "outputs": OUTPUTS})


def not_begun(request: StaffRequest, number: int) -> HttpResponse:
    wrong = objections_to_opening(number, on=today(), is_open=False)
    keeps = any(request.user.holds(role) for role in KEEPERS)
    context = {"year": number, "report": None, "objections": wrong, "keeps": keeps and number in YEARS}
    return render(request, "staff/report/report.html", context)


def chapters(draft: Draft, remarks: list[Remark]) -> dict[str, Any]:
    """The chapters in their order, what was found wrong, and how many are in which state."""
    names = names_of(block.written_by for block in draft.blocks.values())
    found = Counter(one.code for one in remarks)
    rows, states, titles = [], Counter[str](), {}
    for chapter, (zh, en) in numbers(weights_of(draft.report, draft.told)):
        block = draft.blocks.get(chapter.code)
        titles[chapter.code] = f"{pick(zh, en, language())}{chapter.title(language())}"
        state = chapter_state(block) if block else ""
        states[state] += 1
        rows.append(
            {
                "title": titles[chapter.code],
                "chapter": chapter,
                "block": block,
                "state": pill(say_lazy(f"chapter-state.{state}"), STATES[state]) if state else "",
                "found": found[chapter.code],
                "writer": names.get(block.written_by, block.written_by) if block else "",
            }
        )
    told = [
        (one.code if one.code in draft.blocks else "", titles.get(one.code, ""), TONES[one.finding.weight],
         say_lazy(f"proofread-weight.{one.finding.weight}"), one.finding.told(language()))
        for one in remarks
    ]  # fmt: skip
    open_comments = sum(block.open for block in draft.blocks.values())
    return {"rows": rows, "remarks": told, "states": states, "open_comments": open_comments}


def chapter_state(block: Any) -> str:
    if not (block.zh and block.en):
        return "empty"
    return "reviewed" if block.reviewed_on else "to_review"


def acts(draft: Draft, findings: list[Finding], by: Any) -> list[Act]:
    """What this person may do with the report."""
    standing, at = draft.standing, [draft.report.year]
    found: list[tuple[tuple[Role, ...], Act]] = []
    if not standing.closed:
        wrong: list[Objection] = objections_to_signing(standing, draft.parts, findings, ".")
        sign_at = reverse("staff:sign-report", args=at)
        found.append(((Role.DIRECTOR,), Act(t("签发", "Sign"), sign_at, "signature", wrong, "primary")))
        order_at = reverse("staff:order-issues", args=at)
        found.append((KEEPERS, Act(t("议题顺序", "Order of the issues"), order_at, "list-details")))
    else:
        wrong = objections_to_releasing(standing, by.login)
        release_at, reopen_at = (reverse(f"staff:{act}-report", args=at) for act in ("release", "reopen"))
        if not standing.released:
            found.append((KEEPERS, Act(t("发布", "Release"), release_at, "send", wrong, "primary")))
        label = (
            t("编写新版", "Begin a new edition")
            if standing.released
            else t("撤回签发", "Take the signature back")
        )
        found.append(
            (KEEPERS, Act(label, reopen_at, "arrow-back-up", objections_to_reopening(standing, ".")))
        )
    return [act for roles, act in found if any(by.holds(role) for role in roles)]


def step(
    request: StaffRequest, number: int, run: Callable[..., Any], form: type[forms.Form], **wording: Any
) -> HttpResponse:
    """Ask before a step with the whole report, and do it."""
    return asked(
        request,
        form(request.POST or None),
        lambda said: run(number, **said, on=today(), by=request.user),
        back=back_to(number),
        step=run,
        **wording,
    )


@staff_page(*KEEPERS)
@require_http_methods(["GET", "POST"])
def begin(request: StaffRequest, number: int) -> HttpResponse:
    return step(
        request, number, open_report, ConfirmForm,
        heading=t("建立 {year} 年度报告", "Begin the report of {year}", year=number),
        done=t("已建立。", "Begun."),
        consequences=[t("以最近一年的文字为起点；没有的，以建议文字为起点。", "It begins with the texts of the latest report, or with suggested ones.")],
    )  # fmt: skip


@staff_page(*KEEPERS)
def order(request: StaffRequest, number: int) -> HttpResponse:
    begun = {"by_weight": report_of(number).by_weight}
    return asked(
        request,
        OrderForm(request.POST if request.method == "POST" else None, initial=begun),
        lambda said: order_issues(number, **said, on=today(), by=request.user),
        heading=t("{year} 年度报告的议题顺序", "Order of the issues in the report of {year}", year=number),
        back=back_to(number),
        done=t("已排序。", "Ordered."),
    )


@staff_page(Role.DIRECTOR)
def sign(request: StaffRequest, number: int) -> HttpResponse:
    report_of(number)
    return step(
        request, number, sign_report, SignForm,
        heading=t("签发 {year} 年度报告", "Sign the report of {year}", year=number),
        done=t("已签发。", "Signed."),
        consequences=[t("签发后文字不能再改，由另一人发布。", "Its texts cannot be changed any more; somebody else releases it.")],
    )  # fmt: skip


@staff_page(*KEEPERS)
def release(request: StaffRequest, number: int) -> HttpResponse:
    report_of(number)
    return step(
        request, number, release_report, ConfirmForm,
        heading=t("发布 {year} 年度报告", "Release the report of {year}", year=number),
        done=t("已发布。", "Released."),
        consequences=[t("这一版逐字留存；以后的修改是新版。", "This edition is kept word for word; later changes are a new one.")],
    )  # fmt: skip


@staff_page(*KEEPERS)
def reopen(request: StaffRequest, number: int) -> HttpResponse:
    report_of(number)
    return step(
        request, number, reopen_report, ReopenForm,
        heading=t("重新编写 {year} 年度报告", "Open the report of {year} again", year=number),
        done=t("可以修改了。", "It can be changed again."),
    )  # fmt: skip
