"""A small door to look at: one list, one page with every part of the frame, one act that is refused."""

from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.menus import MENUS, Badge, Group, Item, Menu
from mingzheng.doors.frame.two import t
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import SYSTEMS
from mingzheng.rulebook.verdict import NOT_YOURS, Objection, Refused, Step

OBJECTION = Objection("person.not-yours", "ISO/IEC 17021-1:2015 9.5.1")


class Registrations(Listing):
    name, title = "registrations", t("注册台账", "Register of registrations")
    columns = (
        Column("number", t("注册号", "Number"), Kind.CODE, sort="number"),
        Column("person", t("姓名", "Name"), value="person.name_zh", sort="person__pinyin"),
        Column("standard", t("体系", "System"), Kind.STANDARDS),
        Column("since", t("自", "Since"), Kind.DAY, value="valid_from", sort="valid_from"),
        Column("days", t("天数", "Days"), Kind.NUMBER, value=lambda r: (r.valid_until - r.valid_from).days),
        Column("until", t("有效期至", "Valid until"), Kind.DEADLINE, value="valid_until", sort="valid_until"),
    )
    tabs = (EVERYTHING, *(Tab(s.lower(), s, Q(standard=s)) for s in SYSTEMS))
    search = ("number", "person__name_zh", "person__pinyin")
    search_hint = t("注册号、姓名、拼音首字母", "Number, name, initials")
    filters = (
        Choice(
            "grade",
            t("级别", "Grade"),
            [("auditor", t("审核员", "Auditor")), ("senior", t("高级审核员", "Senior"))],
        ),
        Days("until", t("到期", "Expires"), path="valid_until"),
    )
    order = ("valid_until",)

    def link(self, row: Registration) -> str:
        return f"/sample/registrations/{row.pk}/"


class SampleForm(forms.Form):
    client = forms.CharField(label=t("客户名称", "Client"), max_length=100)
    uscc = forms.CharField(
        label=t("统一社会信用代码", "Unified social credit code"), help_text=t("18 位", "18 characters")
    )
    begins_on = forms.DateField(label=t("开始日期", "First day"), required=False)
    standards = forms.MultipleChoiceField(
        label=t("体系", "Systems"), choices=[(s, s) for s in SYSTEMS], widget=forms.CheckboxSelectMultiple
    )
    combined = forms.BooleanField(label=t("结合审核", "Combined audit"), required=False)
    remark = forms.CharField(
        label=t("说明", "Remark"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class _Progress:
    def __init__(self, label: str, state: str, note: str = ""):
        self.label, self.state, self.note = label, state, note


def registrations(request: HttpRequest) -> HttpResponse:
    return Registrations(request, Registration.objects.select_related("person")).response()


def parts(request: HttpRequest) -> HttpResponse:
    messages.success(request, t("已提交专业评审。", "Sent to the technical review."))
    form = (
        SampleForm(request.POST or None)
        if request.method == "POST"
        else SampleForm(initial={"begins_on": date(2026, 3, 2)})
    )
    form.is_valid()
    today = date(2026, 3, 2)
    context = {
        "heading": t("项目 2026-0318", "Project 2026-0318"), "form": form, "today": today,
        "late": today - timedelta(3), "soon": today + timedelta(5), "objections": [OBJECTION, NOT_YOURS],
        "steps": [Step("person.not-yours", "7.0", "IAF MD 5:2023 QMS 1", "M"), Step("person.not-yours", "4.5", "IAF MD 5:2023 2.1", "?")],
        "progress": [_Progress(t("申请", "Application"), "done", "2026-02-01"), _Progress(t("评审", "Review"), "now"), _Progress(t("决定", "Decision"), "later")],
        "standards": ["OHSMS", "QMS"],
    }  # fmt: skip
    return render(request, "sample/parts.html", context)


def refuse(request: HttpRequest) -> HttpResponse:
    raise Refused(OBJECTION)


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def forbid(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


MENUS["sample"] = Menu(
    groups=(
        Group("", (Item(t("工作台", "Desk"), "sample:parts", "layout-dashboard"),)),
        Group(
            t("人员", "People"),
            (
                Item(t("注册台账", "Registrations"), "sample:registrations", "id-badge"),
                Item(
                    t("账户与岗位", "Accounts and roles"), "sample:refuse", "settings", (Role.ADMINISTRATOR,)
                ),
            ),
        ),
    ),
    home="sample:parts",
    search="sample:registrations",
    badges=lambda request: {"sample:parts": Badge(12, 3), "sample:registrations": Badge(5)},
)
sample = [
    path("", parts, name="parts"),
    path("registrations/", registrations, name="registrations"),
    path("refuse/", refuse, name="refuse"),
    path("break/", broken, name="break"),
    path("forbid/", forbid, name="forbid"),
]
urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("sample/", include((sample, "sample"))),
]
handler403 = "mingzheng.doors.frame.page.permission_denied"
handler404 = "mingzheng.doors.frame.page.not_found"
handler500 = "mingzheng.doors.frame.page.server_error"
