"""风险清单和关联机构."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import joined, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.impartiality import queries
from mingzheng.office.impartiality.actions.end_related_body import end_related_body
from mingzheng.office.impartiality.actions.enter_risk import enter_risk
from mingzheng.office.impartiality.actions.register_related_body import register_related_body
from mingzheng.office.impartiality.actions.review_risk import review_risk
from mingzheng.office.impartiality.models import RelatedBody
from mingzheng.office.impartiality.queries import KEEPERS
from mingzheng.office.people.queries import names_of
from mingzheng.rulebook.governance import HIGH, RISK_CLOSED, RiskKind

from ..asking import asked
from ..recorded import Act, Fact, Recorded, shown, subject_fact
from ..rights import StaffRequest, staff_page
from .forms import EndedForm, RelatedForm, RiskForm, RiskReviewForm

keepers = staff_page(*KEEPERS)


def state(row: Any) -> tuple[str, str]:
    """Words and tone."""
    if row.closed_on:
        return t("已关闭", "Closed"), "idle"
    return (t("已接受", "Accepted"), "good") if row.accepted_by else (t("待接受", "To accept"), "wait")


class RisksListing(Listing):
    name, title = "risks", t("风险与公正性", "Risks and impartiality")
    template = "staff/impartiality/risks.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="risk-kind", sort="kind"),
        Column("source", t("风险来源", "Source of the risk")),
        Column("weight", t("分值", "Score"), Kind.NUMBER),
        Column("owner", t("责任部门", "Responsible department")),
        Column(
            "state",
            t("状态", "State"),
            value=lambda row: pill(*state(row)),
            export=lambda row: str(state(row)[0]),
        ),
        Column(
            "due",
            t("下次评审", "Next review"),
            Kind.DEADLINE,
            value=lambda row: None if row.closed_on else row.review_due,
            sort="last",
        ),
    )
    search = ("number", "source", "owner")
    filters = (
        Choice("kind", t("类别", "Kind"), [(kind, say_lazy(f"risk-kind.{kind}")) for kind in RiskKind]),
    )
    tabs = (
        Tab("open", t("在册", "Open"), Q(closed_on=None)),
        Tab("to_accept", t("待接受", "To accept"), Q(closed_on=None, accepted_by="")),
        EVERYTHING,
    )
    order = ("last",)

    def link(self, row: Any) -> str:
        return reverse("staff:risk", args=[row.number])


@keepers
def risks(request: StaffRequest) -> HttpResponse:
    return RisksListing(request, queries.risks()).response()


@keepers
def enter(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        RiskForm(request.POST or None),
        lambda said: enter_risk(said.pop("kind"), **said, on=today(), by=request.user),
        heading=t("登记风险", "Enter a risk"),
        back=reverse("staff:risks"),
        done=t("已登记。", "Entered."),
    )


@keepers
def risk(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(queries.risks(), number=number)
    entry = Recorded(
        subject=f"risk:{number}",
        heading=t("风险 {n}", "Risk {n}", n=number),
        register=(RisksListing.title, reverse("staff:risks")),
        state=pill(*state(row)),
        facts=facts(row),
        acts=[
            Act(t("评审", "Review"), reverse("staff:review-risk", args=[number]), "scale",
                [RISK_CLOSED] if row.closed_on else [], "primary")
        ],
    )  # fmt: skip
    return shown(request, entry)


def facts(row: Any) -> list[Fact]:
    names = names_of([row.accepted_by])
    weight = f"{row.likelihood} × {row.impact} = {row.weight}"
    return [
        Fact(t("类别", "Kind"), say_lazy(f"risk-kind.{row.kind}")),
        Fact(t("威胁类型", "Threat"), say_lazy(f"threat.{row.threat}") if row.threat else ""),
        Fact(t("分值", "Score"), f"{weight}{t('（高）', ' (high)') if row.weight >= HIGH else ''}"),
        Fact(t("责任部门", "Responsible department"), row.owner),
        *([subject_fact(t("由此开启", "Opened by"), row.about)] if row.about else []),
        Fact(t("登记", "Entered"), row.entered_on),
        Fact(t("最近评审", "Last review"), row.reviewed_on),
        Fact(t("下次评审", "Next review"), "" if row.closed_on else row.review_due),
        Fact(t("残余风险接受人", "Accepted by"), names.get(row.accepted_by, row.accepted_by)),
        Fact(t("风险来源", "Source of the risk"), row.source, long=True),
        Fact(t("应对措施", "Treatment"), row.treatment, long=True),
    ]


@keepers
def review(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(queries.risks(), number=number)
    now = {"likelihood": row.likelihood, "impact": row.impact, "treatment": row.treatment}
    return asked(
        request,
        RiskReviewForm(request.POST or None, initial=now),
        lambda said: review_risk(number, **said, on=today(), by=request.user),
        heading=t("风险评审 {n}", "Review {n}", n=number),
        back=reverse("staff:risk", args=[number]),
        done=t("已评审。", "Reviewed."),
    )


class RelatedListing(Listing):
    name, title = "related-bodies", t("关联机构", "Related bodies")
    template = "staff/quality/register.html"
    columns = (
        Column("name", t("机构名称", "Name"), sort="name"),
        Column("uscc", t("统一社会信用代码", "Unified social credit code"), Kind.CODE, sort="uscc"),
        Column("relation", t("关系", "Relation"), Kind.STATUS, words="relation", sort="relation"),
        Column(
            "activities",
            t("从事的活动", "What it does"),
            value=lambda row: joined(say_lazy(f"related-activity.{one}") for one in row.activities),
        ),
        Column("analysis", t("公正性分析", "Analysis of impartiality")),
        Column("since", t("起始日期", "Since"), Kind.DAY, sort="since"),
        Column("ended_on", t("终止日期", "Ended on"), Kind.DAY, sort="ended_on"),
    )
    search = ("name", "uscc")
    order = ("ended_on", "name")

    def link(self, row: RelatedBody) -> str:
        return "" if row.ended_on else reverse("staff:end-related-body", args=[row.uscc])


@keepers
def related(request: StaffRequest) -> HttpResponse:
    enter, url = t("登记关联机构", "Enter a related body"), reverse("staff:register-related-body")
    return RelatedListing(request, RelatedBody.objects.all()).response(enter=enter, enter_url=url)


@keepers
def relate(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        RelatedForm(request.POST or None, initial={"since": today()}),
        lambda said: register_related_body(said.pop("uscc"), **said, on=today(), by=request.user),
        heading=t("登记关联机构", "Enter a related body"),
        back=reverse("staff:related-bodies"),
        done=t("已登记。", "Entered."),
    )


@keepers
def unrelate(request: StaffRequest, uscc: str) -> HttpResponse:
    row = get_list_or_404(RelatedBody.objects.order_by("-pk"), uscc=uscc)[0]
    return asked(
        request,
        EndedForm(request.POST or None, initial={"ended_on": today()}),
        lambda said: end_related_body(uscc, **said, on=today(), by=request.user),
        heading=t("终止关联关系：{name}", "No longer related: {name}", name=row.name),
        back=reverse("staff:related-bodies"),
        done=t("已登记。", "Entered."),
    )
