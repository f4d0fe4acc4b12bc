"""议题重要性: a weight for each issue, the matrix of them, and last year's taken over."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.safestring import mark_safe

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.two import language, t
from mingzheng.doors.today import today
from mingzheng.office.governance.actions.carry_weights import carry_weights
from mingzheng.office.governance.actions.weigh_issue import weigh_issue
from mingzheng.office.governance.queries import ranked, weights_seen_by
from mingzheng.rulebook.proofreading.issues import ISSUES
from mingzheng.rulebook.responsibility import SCALE, is_material
from mingzheng.rulebook.roles import Role
from mingzheng.seal.report.charts import matrix
from mingzheng.words import pick, say

from ..asking import asked
from ..fields import count, text
from ..recorded import Act, Fact
from ..register import Register, Verb
from ..rights import StaffRequest, staff_page
from .stakeholders import CRUMB, NUMBER

NAMES = {one.iso: one for one in ISSUES}
POINTS = [(n, str(n)) for n in SCALE]


def issue(clause: str) -> str:
    """An issue by its clause and its name in the reader's language."""
    one = NAMES[clause]
    return f"{clause} {pick(one.zh, one.en, language())}"


def scale(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=POINTS, coerce=int, initial=3)


class WeightForm(forms.Form):
    issue = forms.ChoiceField(
        label=t("议题", "Issue"), choices=lambda: [(one.iso, issue(one.iso)) for one in ISSUES]
    )
    year = count(t("年度", "Year"), 2000)
    stakeholders = scale(t("对相关方的重要性（1 至 5）", "How much it matters to stakeholders (1 to 5)"))
    body = scale(t("对机构的重要性（1 至 5）", "How much it matters to the body (1 to 5)"))
    reason = text(t("理由", "Reason"), 3)


class YearForm(forms.Form):
    year = count(t("年度", "Year"), 2000)


def again(row: Any, by: Any) -> list[Act]:
    """The way to weigh it again."""
    if not WEIGHTS.enter or not WEIGHTS.enter.is_for(by):
        return []
    asked_so = f"?issue={row.issue}&year={row.year}&stakeholders={row.stakeholders}&body={row.body}"
    return [Act(t("重新评价", "Weigh it again"), reverse("staff:weigh-issue") + asked_so, "pencil")]


WEIGHTS = Register(
    "weights",
    t("议题重要性", "What is material"),
    subject="weight",
    rows=weights_seen_by,
    crumb=CRUMB,
    icon="scale",
    columns=(
        NUMBER,
        Column("year", t("年度", "Year"), Kind.CODE, sort="year"),
        Column("issue", t("议题", "Issue"), value=lambda row: issue(row.issue), sort="issue"),
        Column("stakeholders", t("对相关方", "To stakeholders"), Kind.NUMBER, sort="stakeholders"),
        Column("body", t("对机构", "To the body"), Kind.NUMBER, sort="body"),
        Column("score", t("得分", "Weight"), Kind.NUMBER, sort="score"),
        Column("weighed_on", t("评价日期", "Weighed on"), Kind.DAY, sort="weighed_on"),
    ),
    search=("number", "reason"),
    order=("-year", "-score", "pk"),
    enter=Verb(weigh_issue, t("评价议题", "Weigh an issue"), WeightForm, begin=lambda _: {"year": today().year}),
    facts=lambda row: [Fact(t("理由", "Reason"), row.reason, long=True)],
    acts=again,
    links=(
        (t("矩阵图", "Matrix"), "staff:weight-matrix", "layout-dashboard"),
        (t("沿用上年", "Take over last year's"), "staff:carry-weights", "checks"),
    ),
)  # fmt: skip


@staff_page()
def shown(request: StaffRequest) -> HttpResponse:
    """The matrix of a year, and its issues by their weight."""
    said = request.GET.get("year", "")
    year = int(said) if said.isdecimal() and len(said) == 4 else today().year
    rows = [
        (WEIGHTS.url_of(row), issue(row.issue), row, is_material(row.stakeholders, row.body))
        for row in ranked(year)
    ]
    drawn = chart([(row.issue, row.stakeholders, row.body) for _, _, row, _ in rows], language())
    context = {"year": year, "before": year - 1, "rows": rows, "chart": mark_safe(drawn)}
    return render(request, "staff/governance/matrix.html", context)


def chart(points: list[tuple[str, int, int]], told_in: str) -> str:
    names = [say(f"report-head.{one}", told_in) for one in ("to-stakeholders", "to-body")]
    title, key = (say(f"report-{one}", told_in) for one in ("chart.materiality", "head.material"))
    return matrix(title, names, points, is_material, key)


@staff_page(Role.QUALITY, Role.DIRECTOR)
def carry(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        YearForm(request.POST or None, initial={"year": today().year}),
        lambda said: carry_weights(**said, on=today(), by=request.user),
        heading=t("沿用上年评价", "Take over last year's weights"),
        back=reverse("staff:weights"),
        done=t("已沿用。", "Taken over."),
        step=carry_weights,
    )


def urls() -> list[URLPattern]:
    return [
        path("weights/matrix/", shown, name="weight-matrix"),
        path("weights/carry/", carry, name="carry-weights"),
        *WEIGHTS.urls(),
    ]
