"""管理评审: what was looked at, what came out of it, and what became of that."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.formats import deadline
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.impartiality.queries import risks_in_force
from mingzheng.office.quality.actions.finish_review_action import finish_review_action
from mingzheng.office.quality.actions.hold_management_review import hold_management_review
from mingzheng.office.quality.models import ManagementReview
from mingzheng.office.quality.queries import KEEPERS, internal_findings_open, internal_findings_raised
from mingzheng.office.voices.queries import (
    cases_open,
    cases_received,
    cases_upheld,
    surveys_answered,
    surveys_sent,
)
from mingzheng.rulebook.own_system import ReviewInput
from mingzheng.rulebook.roles import Role

from ..asking import asked
from ..recorded import Fact, Recorded, Table, shown
from ..rights import StaffRequest, staff_page
from .forms import DoneForm, ReviewForm

keepers = staff_page(*KEEPERS)


def rows() -> QuerySet[Any]:
    """Management reviews with how many of their actions are open."""
    return ManagementReview.objects.annotate(
        n=Count("actions"), n_open=Count("actions", filter=Q(actions__finished_on=None))
    )


class ReviewsListing(Listing):
    name, title = "management-reviews", t("管理评审", "Management reviews")
    template = "staff/quality/register.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("held_on", t("评审日期", "Held on"), Kind.DAY, sort="held_on"),
        Column("present", t("参加人", "Present")),
        Column("n", t("评审输出", "Outputs"), Kind.NUMBER, sort="n"),
        Column("n_open", t("未完成", "Open"), Kind.NUMBER, sort="n_open"),
    )
    order = ("-held_on",)

    def link(self, row: Any) -> str:
        return reverse("staff:management-review", args=[row.number])


@keepers
def reviews(request: StaffRequest) -> HttpResponse:
    holds = request.user.holds(Role.DIRECTOR)
    enter, url = t("登记管理评审", "Enter a management review"), reverse("staff:hold-management-review")
    return ReviewsListing(request, rows()).response(enter=enter, enter_url=url if holds else "")


def begun(year: int) -> dict[str, str]:
    """What the record already says about some of the inputs, to start from."""
    told = {
        ReviewInput.COMPLAINTS: t("本年收到 {n} 件，成立 {m} 件，未办结 {k} 件。", "{n} received this year, {m} upheld, {k} open.",
                                  n=cases_received(year).count(), m=cases_upheld(year).count(), k=cases_open(today()).count()),
        ReviewInput.FEEDBACK: t("满意度调查发出 {n} 份，收回 {m} 份。", "{n} surveys sent, {m} answered.",
                                n=surveys_sent(year).count(), m=surveys_answered(year).count()),
        ReviewInput.AUDIT_RESULTS: t("内审不符合 {n} 项，未关闭 {m} 项。", "{n} internal findings, {m} open.",
                                     n=internal_findings_raised(year).count(), m=internal_findings_open().count()),
        ReviewInput.RISK_ACTIONS: t("在册风险 {n} 项。", "{n} risks in the register.", n=risks_in_force(today()).count()),
    }  # fmt: skip
    return {name.value: str(words) for name, words in told.items()}


@staff_page(Role.DIRECTOR)
def hold(request: StaffRequest) -> HttpResponse:
    form = ReviewForm(request.POST or None, begun(today().year))
    return asked(
        request,
        form,
        lambda said: hold_management_review(
            held_on=said["held_on"], present=said["present"], inputs=form.inputs, outputs=said["outputs"],
            on=today(), by=request.user,
        ),
        heading=t("登记管理评审", "Enter a management review"),
        back=reverse("staff:management-reviews"),
        done=t("已登记。", "Entered."),
    )  # fmt: skip


@keepers
def review(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(rows(), number=number)
    entry = Recorded(
        subject=f"management-review:{number}",
        heading=t("管理评审 {n}", "Management review {n}", n=number),
        register=(ReviewsListing.title, reverse("staff:management-reviews")),
        facts=facts(row),
        tables=[actions_of(row)],
    )
    return shown(request, entry)


def facts(row: Any) -> list[Fact]:
    inputs = [
        Fact(say_lazy(f"review-input.{one}"), row.inputs.get(one, ""), long=True) for one in ReviewInput
    ]
    return [Fact(t("评审日期", "Held on"), row.held_on), Fact(t("参加人", "Present"), row.present), *inputs]


def actions_of(row: Any) -> Table:
    heads = [t("措施", "What"), t("责任人", "Who"), t("期限", "Due"), t("完成情况", "What was done")]
    found = [
        (
            "" if one.finished_on else reverse("staff:finish-review-action", args=[row.number, one.number]),
            [one.text, called(one.owner), one.due_on if one.finished_on else deadline(one.due_on, today()), one.result or "--"],
        )
        for one in row.actions.select_related("owner").order_by("number")
    ]  # fmt: skip
    return Table(t("评审输出", "Outputs"), heads, found)


@keepers
def finish(request: StaffRequest, number: str, place: int) -> HttpResponse:
    return asked(
        request,
        DoneForm(request.POST or None),
        lambda said: finish_review_action(number, place, **said, on=today(), by=request.user),
        heading=t("措施完成 {n} 第 {p} 项", "Action {p} of {n} done", n=number, p=place),
        back=reverse("staff:management-review", args=[number]),
        done=t("已登记。", "Entered."),
    )
