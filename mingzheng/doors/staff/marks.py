"""标志使用: what clients ask to show and what was answered; what was found misused and done about it."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.certificates.queries import READERS, certificates
from mingzheng.office.marks.actions import answer_request, close_misuse
from mingzheng.office.marks.actions.open_misuse import open_misuse
from mingzheng.office.marks.actions.request_mark import request_mark
from mingzheng.office.marks.models import MarkRequest, Misuse
from mingzheng.office.marks.queries import misuses, requests
from mingzheng.office.people.queries import names_of
from mingzheng.office.record.queries import logins_in, timeline
from mingzheng.rulebook.marks import Mark, Place
from mingzheng.rulebook.roles import Role

from .asking import asked
from .rights import StaffRequest, staff_page

may_read = staff_page(*READERS)


class RequestForm(forms.Form):
    certificate = forms.CharField(label=t("证书编号", "Certificate number"), max_length=50)
    mark = forms.ChoiceField(
        label=t("标志", "Mark"), choices=[(one, say_lazy(f"mark.{one}")) for one in Mark]
    )
    place = forms.ChoiceField(
        label=t("用在哪里", "Where"), choices=[(one, say_lazy(f"mark-place.{one}")) for one in Place]
    )
    description = forms.CharField(
        label=t("样稿说明", "The artwork"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=t("用什么、在哪里、多大、多少份", "What, where, how large, how many"),
    )


class AnswerForm(forms.Form):
    agreed = forms.TypedChoiceField(
        label=t("答复", "Answer"),
        choices=[("yes", say_lazy("mark-answer.agreed")), ("no", say_lazy("mark-answer.refused"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=t("理由或条件", "Reason or condition"), required=False, max_length=400)


class MisuseForm(forms.Form):
    certificate = forms.CharField(
        label=t("涉及的证书编号", "Certificate concerned"),
        required=False,
        max_length=50,
        help_text=t("从未获证的组织可不填", "May stay empty where it was never certified"),
    )
    who = forms.CharField(label=t("谁", "Who"), max_length=200)
    what = forms.CharField(label=t("怎样误用", "What was done"), widget=forms.Textarea(attrs={"rows": 3}))
    source = forms.CharField(label=t("线索来源", "Where it was seen"), required=False, max_length=200)


class CloseForm(forms.Form):
    done = forms.CharField(
        label=t("采取的措施", "What was done about it"), widget=forms.Textarea(attrs={"rows": 3})
    )


class RequestsListing(Listing):
    name, title = "mark-requests", t("标志使用申请", "Mark requests")
    search = (
        "number",
        "certificate__number",
        "certificate__name_zh",
        "certificate__certification__client__pinyin",
    )
    search_hint = t("编号、证书、客户、拼音首字母", "Number, certificate, client, initials")
    order = ("-asked_on", "-pk")
    template = "staff/marks/requests.html"
    tabs = (
        Tab("open", t("待答复", "To answer"), Q(answered_on=None)),
        Tab("agreed", t("同意", "Agreed"), Q(agreed=True)),
        Tab("refused", t("不同意", "Refused"), Q(agreed=False)),
        EVERYTHING,
    )
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("certificate", t("证书", "Certificate"), Kind.CODE, value="certificate.number"),
        Column("client", t("获证组织", "Client"), value="certificate.name_zh"),
        Column("mark", t("标志", "Mark"), value=lambda row: str(say_lazy(f"mark.{row.mark}"))),
        Column("place", t("用在哪里", "Where"), value=lambda row: str(say_lazy(f"mark-place.{row.place}"))),
        Column("asked_on", t("申请", "Asked"), Kind.DAY, sort="asked_on"),
        Column("answered_on", t("答复", "Answered"), Kind.DAY, sort="answered_on"),
    )

    def link(self, row: MarkRequest) -> str:
        return reverse("staff:mark", args=[row.number])


class MisusesListing(Listing):
    name, title = "misuses", t("误用", "Misuse")
    search = ("number", "who", "what", "certificate__number")
    search_hint = t("编号、谁、怎样、证书", "Number, who, what, certificate")
    order = ("-found_on", "-pk")
    template = "staff/marks/misuses.html"
    tabs = (
        Tab("open", t("处理中", "Open"), Q(closed_on=None)),
        Tab("closed", t("已结案", "Settled"), Q(closed_on__isnull=False)),
        EVERYTHING,
    )
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("who", t("谁", "Who"), sort="who"),
        Column("what", t("怎样误用", "What was done")),
        Column(
            "certificate",
            t("证书", "Certificate"),
            Kind.CODE,
            value=lambda row: row.certificate.number if row.certificate else "",
        ),
        Column("found_on", t("发现", "Found"), Kind.DAY, sort="found_on"),
        Column("closed_on", t("结案", "Settled"), Kind.DAY, sort="closed_on"),
    )

    def link(self, row: Misuse) -> str:
        return reverse("staff:misuse", args=[row.number])


@may_read
def mark_requests(request: StaffRequest) -> HttpResponse:
    may_add = any(request.user.holds(role) for role in (Role.CERTIFICATE_CLERK, Role.MARKET))
    return RequestsListing(request, requests(by=request.user)).response(may_add=may_add)


@may_read
def misuse_cases(request: StaffRequest) -> HttpResponse:
    may_add = any(request.user.holds(role) for role in (Role.QUALITY, Role.CERTIFICATE_CLERK, Role.MARKET))
    return MisusesListing(request, misuses(by=request.user)).response(may_add=may_add)


@may_read
def mark(request: StaffRequest, number: str) -> HttpResponse:
    """One request: what is asked, what the rules say, what was answered."""
    shown = get_object_or_404(requests(by=request.user), number=number)
    against = list(answer_request.objections(shown, agreed=True, reason=""))
    context = {
        "mark": shown,
        "against": [] if shown.answered_on else against,
        "may_answer": request.user.holds(Role.CERTIFICATE_CLERK) and shown.answered_on is None,
        **_happened(f"mark:{number}"),
    }
    return render(request, "staff/marks/mark.html", context)


@may_read
def misuse(request: StaffRequest, number: str) -> HttpResponse:
    """One case: who, what, and what was done about it."""
    shown = get_object_or_404(misuses(by=request.user), number=number)
    may_close = request.user.holds(Role.QUALITY) and shown.closed_on is None
    context = {"misuse": shown, "may_close": may_close, **_happened(f"misuse:{number}")}
    return render(request, "staff/marks/misuse.html", context)


def _happened(subject: str) -> dict[str, Any]:
    events = list(timeline(subject))
    return {"events": events, "names": names_of(logins_in(events))}


@staff_page(Role.CERTIFICATE_CLERK, Role.MARKET)
def ask(request: StaffRequest) -> HttpResponse:
    form = RequestForm(request.POST or None, initial={"certificate": request.GET.get("certificate", "")})
    if form.is_valid():
        said = form.cleaned_data
        about = get_object_or_404(certificates(by=request.user), number=said.pop("certificate").strip())
        made = request_mark(about.number, **said, on=today(), by=request.user)
        return redirect("staff:mark", made.number)
    context = {
        "form": form,
        "heading": t("登记标志使用申请", "Record a mark request"),
        "back": reverse("staff:marks"),
    }
    return render(request, "frame/confirm.html", context)


@staff_page(Role.CERTIFICATE_CLERK)
def answer(request: StaffRequest, number: str) -> HttpResponse:
    shown = get_object_or_404(requests(by=request.user), number=number)
    return asked(
        request,
        AnswerForm(request.POST or None),
        lambda said: answer_request.answer_request(number, **said, on=today(), by=request.user),
        heading=t("答复标志使用申请 {n}", "Answer mark request {n}", n=number),
        back=reverse("staff:mark", args=[number]),
        done=t("申请 {n} 已答复", "Request {n} has been answered", n=number),
        consequences=[shown.description],
    )


@staff_page(Role.QUALITY, Role.CERTIFICATE_CLERK, Role.MARKET)
def report(request: StaffRequest) -> HttpResponse:
    form = MisuseForm(request.POST or None, initial={"certificate": request.GET.get("certificate", "")})
    if form.is_valid():
        made = open_misuse(**form.cleaned_data, on=today(), by=request.user)
        return redirect("staff:misuse", made.number)
    context = {"form": form, "heading": t("登记误用", "Record a misuse"), "back": reverse("staff:misuses")}
    return render(request, "frame/confirm.html", context)


@staff_page(Role.QUALITY)
def close(request: StaffRequest, number: str) -> HttpResponse:
    shown = get_object_or_404(misuses(by=request.user), number=number)
    return asked(
        request,
        CloseForm(request.POST or None),
        lambda said: close_misuse.close_misuse(number, **said, on=today(), by=request.user),
        heading=t("误用 {n} 结案", "Settle misuse {n}", n=number),
        back=reverse("staff:misuse", args=[number]),
        done=t("误用 {n} 已结案", "Misuse {n} has been settled", n=number),
        consequences=[f"{shown.who}：{shown.what}"],
    )


urlpatterns = [
    path("", mark_requests, name="marks"),
    path("ask/", ask, name="request-mark"),
    path("misuse/", misuse_cases, name="misuses"),
    path("misuse/report/", report, name="open-misuse"),
    path("misuse/<str:number>/close/", close, name="close-misuse"),
    path("misuse/<str:number>/", misuse, name="misuse"),
    path("<str:number>/answer/", answer, name="answer-request"),
    path("<str:number>/", mark, name="mark"),
]
