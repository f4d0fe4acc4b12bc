"""宣传信息: proposed, approved by two, published in versions, taken down."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.people.queries import names_of
from mingzheng.office.publicity.actions.approve_item import approve_item
from mingzheng.office.publicity.actions.compare_page import compare_page
from mingzheng.office.publicity.actions.propose_item import propose_item
from mingzheng.office.publicity.actions.return_item import return_item
from mingzheng.office.publicity.actions.take_down_item import take_down_item
from mingzheng.office.publicity.queries import STATES, is_public, items, page_of
from mingzheng.rulebook import publicity as rules
from mingzheng.rulebook.publicity import Medium
from mingzheng.rulebook.roles import Role

from .asking import asked
from .fields import choice, text, yes
from .recorded import Act, Fact, Recorded, Table, shown
from .rights import StaffRequest, is_open_to, staff_page

TONES = {
    "proposed": "wait",
    "department": "busy",
    "published": "good",
    "returned": "idle",
    "taken_down": "idle",
}


class ProposeForm(forms.Form):
    medium = choice(t("载体", "Medium"), Medium, "medium")
    title_zh = forms.CharField(label=t("标题", "Title in Chinese"), max_length=100)
    title_en = forms.CharField(label=t("英文标题", "Title in English"), max_length=200)
    text_zh = text(t("内容", "Text in Chinese"), 6)
    text_en = text(t("英文内容", "Text in English"), 6)
    department = forms.CharField(label=t("责任部门", "Responsible department"), max_length=40)
    evidence = text(t("依据（声明必填）", "Evidence (required for a claim)"), 2, required=False)


class ReasonForm(forms.Form):
    reason = text(t("理由", "Reason"), 3, max_length=300)


class ApproveForm(forms.Form):
    reason = text(
        t("存疑用语为何可以保留", "Why doubtful wordings may stand"), 3, max_length=300, required=False
    )


class CompareForm(forms.Form):
    where = forms.CharField(
        label=t("网址或刊登处", "Address of the page, or where it is printed"), max_length=300
    )
    page = text(
        t("把网页文字或源代码粘贴在此", "Paste the text of the page, or its source"), 10, max_length=200_000
    )
    whole = yes(
        t(
            "粘贴的是整页（只查已审批的句子是否都在）",
            "It is the whole page: only look whether all that was approved is there",
        )
    )


def titled(row: Any) -> str:
    return t(row.title_zh, row.title_en)


class ItemsListing(Listing):
    name, title = "publicity", t("宣传信息", "Publicity")
    template = "staff/publicity.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("title", t("标题", "Title"), value=titled, sort="title_zh"),
        Column("medium", t("载体", "Medium"), Kind.STATUS, words="medium", sort="medium"),
        Column("version", t("版本", "Version"), Kind.NUMBER, sort="version"),
        Column("department", t("责任部门", "Department"), sort="department"),
        Column("state", t("状态", "State"), Kind.STATUS, words="publicity-state", tones=TONES, sort="state"),
        Column("flags", t("存疑用语", "Doubtful wordings"), Kind.NUMBER, value=lambda row: len(row.flags)),
        Column("published_on", t("发布", "Published"), Kind.DAY, sort="published_on"),
    )
    search = ("number", "title_zh", "title_en", "text_zh")
    filters = (
        Choice("medium", t("载体", "Medium"), [(one, say_lazy(f"medium.{one}")) for one in Medium]),
        Choice("state", t("状态", "State"), [(one, say_lazy(f"publicity-state.{one}")) for one in STATES]),
        Days("published_on", t("发布", "Published")),
    )
    tabs = (
        Tab("waiting", t("待审批", "To approve"), Q(state__in=("proposed", "department"))),
        Tab("published", t("已发布", "Published"), Q(state="published")),
        EVERYTHING,
    )
    order = ("-proposed_on", "-number")

    def link(self, row: Any) -> str:
        return reverse("staff:publicity-item", args=[row.number])


@staff_page()
def publicity(request: StaffRequest) -> HttpResponse:
    return ItemsListing(request, items()).response()


@staff_page()
def propose(request: StaffRequest) -> HttpResponse:
    """A new item, or with ``?of=`` a new version of one."""
    of = request.GET.get("of", "")
    earlier = items().filter(number=of).first()
    begun = vars(earlier) if earlier else {"department": request.user.department}
    return asked(
        request,
        ProposeForm(request.POST or None, initial=begun),
        lambda said: propose_item(said.pop("medium"), **said, replaces=of if earlier else "", on=today(), by=request.user),
        heading=t("提出宣传信息", "Propose an item"),
        back=reverse("staff:publicity"),
        done=t("已提出，等待责任部门审批。", "Proposed; the department approves it first."),
    )  # fmt: skip


@staff_page()
def item(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(items(), number=number)
    flags = [flag.told(language()) for flag in row.flags]
    entry = Recorded(
        subject=f"publicity:{number}",
        heading=titled(row),
        register=(ItemsListing.title, reverse("staff:publicity")),
        state=pill(say_lazy(f"publicity-state.{row.state}"), TONES[row.state]),
        facts=facts(row),
        acts=acts(row, request.user),
        tables=[approvals_of(row), *comparisons_of(row)],
        notes=flags,
    )
    return shown(request, entry)


def facts(row: Any) -> list[Fact]:
    names = names_of([row.proposed_by])
    return [
        Fact(t("载体", "Medium"), say_lazy(f"medium.{row.medium}")),
        Fact(t("版本", "Version"), row.version),
        Fact(t("责任部门", "Department"), row.department),
        Fact(t("提出人", "Proposed by"), names.get(row.proposed_by, row.proposed_by)),
        Fact(t("提出日期", "Proposed on"), row.proposed_on),
        Fact(t("发布", "Published"), row.published_on),
        Fact(t("退回理由", "Returned because"), row.returned_because),
        Fact(t("撤下", "Taken down"), row.taken_down_on),
        Fact(t("内容", "Text in Chinese"), row.text_zh, long=True),
        Fact(t("英文内容", "Text in English"), row.text_en, long=True),
        Fact(t("依据", "Evidence"), row.evidence, long=True),
    ]


def acts(row: Any, by: Any) -> list[Act]:
    known, at = row.facts, [row.number]
    directs = by.holds(Role.DIRECTOR)
    steps = [
        ("approve-item", "check", t("审批通过", "Approve"),
         rules.objections_to_approving(known, by.login, by.department, directs=directs, reason=".")),
        ("return-item", "arrow-back-up", t("退回", "Return"), rules.objections_to_returning(known, ".")),
        ("compare-page", "eye", t("核对网页", "Compare with the page"),
         rules.objections_to_comparing(".", "", public=is_public(row, today()))),
        ("take-down-item", "x", t("撤下", "Take down"), rules.objections_to_taking_down(known, ".")),
    ]  # fmt: skip
    found = [
        Act(label, reverse(f"staff:{name}", args=at), icon, bars, "primary" if icon == "check" else "plain")
        for name, icon, label, bars in steps
    ]
    anew = f"{reverse('staff:propose-item')}?of={row.number}"
    return [
        *(act for act in found if is_open_to(by, act.url)),
        Act(t("提出新版本", "Propose a new version"), anew, "versions"),
    ]


def approvals_of(row: Any) -> Table:
    given = list(row.approvals.all())
    names = names_of(one.approved_by for one in given)
    rows = [
        [say_lazy(f"approval.{one.approval}"), names.get(one.approved_by, one.approved_by), one.approved_on, one.reason or "--"]
        for one in given
    ]  # fmt: skip
    heads = [t("级别", "Step"), t("审批人", "By"), t("日期", "On"), t("说明", "Reason")]
    return Table(t("审批", "Approvals"), heads, [("", cells) for cells in rows])


def breaking(address: str) -> str:
    """A line may end within a long address."""
    return address.replace("/", "/\N{ZERO WIDTH SPACE}").replace(".", ".\N{ZERO WIDTH SPACE}")


def comparisons_of(row: Any) -> list[Table]:
    """What was found on the page, the latest first."""
    rows = [
        [one.compared_on, "；".join(one.missing) or "--", "；".join(one.added) or "--", breaking(one.where)]
        for one in row.comparisons.order_by("-pk")[:5]
    ]
    heads = [
        t("日期", "On"), t("已审批，网页上没有", "Approved, not on the page"),
        t("网页上有，未审批", "On the page, not approved"), t("网页", "Page"),
    ]  # fmt: skip
    title = t("网页核对", "Compared with the page")
    return [Table(title, heads, [("", cells) for cells in rows])] if rows else []


TAKERS = (Role.MARKET, Role.QUALITY, Role.DIRECTOR)


PUBLISHED_AT_ONCE = t(
    "管理层审批后即在公开信息页发布。", "Once top management approves, it is published on the public page."
)


@staff_page()
def approve(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(items(), number=number)
    return asked(
        request,
        ApproveForm(request.POST or None),
        lambda said: approve_item(number, **said, on=today(), by=request.user),
        heading=t("审批宣传信息：{title}", "Approve: {title}", title=titled(row)),
        back=reverse("staff:publicity-item", args=[number]),
        done=t("已审批。", "Approved."),
        weighed=facts(row),
        doubts=[flag.told(language()) for flag in row.flags],
        consequences=[PUBLISHED_AT_ONCE],
    )


@staff_page()
def send_back(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(items(), number=number)
    return asked(
        request,
        ReasonForm(request.POST or None),
        lambda said: return_item(number, **said, on=today(), by=request.user),
        heading=t("退回宣传信息：{title}", "Return: {title}", title=titled(row)),
        back=reverse("staff:publicity-item", args=[number]),
        done=t("已退回。", "Returned."),
    )


@staff_page(*TAKERS)
def take_down(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(items(), number=number)
    return asked(
        request,
        ReasonForm(request.POST or None),
        lambda said: take_down_item(number, **said, on=today(), by=request.user),
        heading=t("撤下宣传信息：{title}", "Take down: {title}", title=titled(row)),
        back=reverse("staff:publicity-item", args=[number]),
        done=t("已撤下。", "Taken down."),
    )


@staff_page(*TAKERS)
def compare(request: StaffRequest, number: str) -> HttpResponse:
    known = get_object_or_404(items(), number=number)
    return asked(
        request,
        CompareForm(request.POST or None, initial={"where": page_of(known)}),
        lambda said: compare_page(number, **said, on=today(), by=request.user),
        heading=t("核对网页：{title}", "Compare with the page: {title}", title=titled(known)),
        back=reverse("staff:publicity-item", args=[number]),
        done=t("已核对，结果列在下面。", "Compared; see below what was found."),
    )


urlpatterns = [
    path("", publicity, name="publicity"),
    path("new/", propose, name="propose-item"),
    path("items/<str:number>/", item, name="publicity-item"),
    path("items/<str:number>/approve/", approve, name="approve-item"),
    path("items/<str:number>/return/", send_back, name="return-item"),
    path("items/<str:number>/compare/", compare, name="compare-page"),
    path("items/<str:number>/down/", take_down, name="take-down-item"),
]
