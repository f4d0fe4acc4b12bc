"""What is done to certificates: issued from a decision, a decision carried out, cancelled, replaced by a new version."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.certificates.actions import (
    cancel_certificate,
    issue_certificate,
    renew_certificate,
    replace_certificate,
    restore_certificate,
    suspend_certificate,
    take_over_certificate,
    transfer_certificate,
    withdraw_certificate,
)
from mingzheng.office.certificates.making import Version, latest_certificate, lines_with_subs, sites_of
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queries import (
    SCOPE_ACTS,
    certificates,
    decision_to_execute,
    decisions,
    open_acts,
)
from mingzheng.office.decisions.actions import decide_status
from mingzheng.office.decisions.models import Decision
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification
from mingzheng.rulebook.certificate_life import Act, suspension_ends_by
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.issuing import replacement_reasons
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from .asking import asked
from .rights import StaffRequest, staff_page

clerk_only = staff_page(Role.CERTIFICATE_CLERK)


@dataclass(frozen=True)
class Button:
    """One act on the page of a certificate; grey with its objections."""

    label: str
    url: str
    icon: str
    objections: list[Objection]


@dataclass(frozen=True)
class Executed:
    """A decision the clerk carries out: the action, what stands against it, how it looks."""

    run: Callable[..., Any]
    objections: Callable[[Certificate, Decision | None, date], list[Objection]]
    icon: str


EXECUTED = {
    DecisionAct.SUSPEND: Executed(
        suspend_certificate.suspend_certificate, suspend_certificate.objections, "player-pause"
    ),
    DecisionAct.RESTORE: Executed(
        restore_certificate.restore_certificate, restore_certificate.objections, "player-play"
    ),
    DecisionAct.WITHDRAW: Executed(
        withdraw_certificate.withdraw_certificate, withdraw_certificate.objections, "ban"
    ),
}


class CancelForm(forms.Form):
    """The client's own written request: its day, and either the letter itself or where it is kept."""

    asked_on = forms.DateField(label=t("申请日期", "Day of the request"))
    request = forms.CharField(
        label=t("申请的存放处", "Where the request is kept"),
        required=False,
        max_length=200,
        help_text=t(
            "如来函编号；已上传扫描件时可不填", "Such as a letter number; may stay empty when a scan is added"
        ),
    )
    paper = forms.FileField(
        label=t("注销申请扫描件", "Scan of the request"),
        required=False,
        help_text=t("须有获证组织签章", "Signed or sealed by the client"),
    )


class TransferForm(forms.Form):
    """Which body took the certification over, since when, and where its notice is."""

    to = forms.CharField(label=t("接收机构", "Accepting body"), max_length=200)
    taken_over_on = forms.DateField(label=t("接收日期", "Taken over on"))
    notice = forms.CharField(
        label=t("接收通知的存放处", "Where its notice is kept"),
        max_length=200,
        help_text=t("如来函编号", "Such as a letter number"),
    )


class SubsForm(forms.Form):
    """The sites that get a sub-certificate of their own; asked only where the annex lists several."""

    subs = forms.TypedMultipleChoiceField(
        label=t("颁发子证书的场所", "Sites with a sub-certificate"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, held: Certification, before: Certificate | None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        sites = sites_of(held.client_id)
        self.fields["subs"].choices = [  # type: ignore[attr-defined]
            (line, f"{site['name_zh']} {site['address_zh']}") for line, site in enumerate(sites, 1)
        ]
        self.fields["subs"].initial = sorted(lines_with_subs(before)) if before else []
        if len(sites) < 2:
            del self.fields["subs"]


class ReplaceForm(SubsForm):
    """Why there is a new version."""

    reason = forms.ChoiceField(label=t("换证原因", "Reason"))
    field_order = ("reason", "subs")

    def __init__(self, *args: Any, scope_changes: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        reasons = replacement_reasons(scope_changes=scope_changes)
        self.fields["reason"].choices = [  # type: ignore[attr-defined]
            (reason.value, f"{reason.value} {say_lazy(f'replace-reason.{reason}')}") for reason in reasons
        ]
        self.fields["reason"].initial = "0104"


def buttons(certificate: Certificate, on: date) -> list[Button]:
    """Everything a clerk may do to this certificate, open or not."""
    found = open_acts(certificate, on)
    own = {act: reverse("staff:execute-decision", args=[certificate.number, act]) for act in EXECUTED}
    drawn = [
        Button(say_lazy(f"certificate.act.{act}"), own[act], EXECUTED[act].icon, found[Act(act)])
        for act in EXECUTED
    ]
    cancelling = reverse("staff:cancel-certificate", args=[certificate.number])
    replacing = reverse("staff:replace-certificate", args=[certificate.number])
    letting_go = reverse("staff:transfer-certificate", args=[certificate.number])
    return [
        *drawn,
        Button(say_lazy("certificate.act.cancel"), cancelling, "x", found[Act.CANCEL]),
        Button(
            say_lazy("certificate.act.replace"), replacing, "replace", _against_replacing(certificate, on)[1]
        ),
        Button(say_lazy("certificate.act.transfer"), letting_go, "arrow-right", found[Act.TRANSFER]),
    ]


def _against_replacing(certificate: Certificate, on: date) -> tuple[Decision | None, list[Objection]]:
    decision = decision_to_execute(certificate, *SCOPE_ACTS, on=on)
    lines = lines_with_subs(certificate)
    others = lines ^ {1} if len(certificate.sites) > 1 else lines  # of several sites others may get one
    return decision, replace_certificate.objections(certificate, decision, on, "0104", others)


def deciding(certificate: Certificate, on: date, by: Person) -> list[Button]:
    """What a decision maker may decide about this certificate without an audit."""
    held, facts = certificate.certification, certificate.facts
    return [
        Button(
            say_lazy(f"decision.act.{act}"),
            reverse("staff:decide-status", args=[held.client.uscc, held.standard, act]),
            "gavel",
            decide_status.objections(held, act, certificate=facts, on=on, by=by),
        )
        for act in (*EXECUTED, DecisionAct.REDUCE)
    ]


@clerk_only
def issue(request: StaffRequest, number: str) -> HttpResponse:
    """A decision to grant or to renew becomes a certificate."""
    decision, on = get_object_or_404(decisions(), number=number), today()
    form = _subs_form(request, decision)
    if form.is_valid():
        issued = _issuing(decision)(number, **form.cleaned_data, on=on, by=request.user)
        messages.success(request, t("证书 {n} 已颁发", "Certificate {n} has been issued", n=issued.number))
        return redirect("staff:certificate", issued.number)
    heading = t("颁发证书（认证决定 {n}）", "Issue the certificate (decision {n})", n=number)
    return _confirm(
        request, heading, form=form, consequences=_printed(decision, on), back=reverse("staff:certificates")
    )


def _subs_form(request: StaffRequest, decision: Decision) -> SubsForm:
    held = decision.certification
    before = latest_certificate(held) if decision.act == DecisionAct.RENEW else None
    return SubsForm(request.POST if request.method == "POST" else None, held=held, before=before)


def _issuing(decision: Decision) -> Callable[..., Any]:
    if decision.act == DecisionAct.RENEW:
        return renew_certificate.renew_certificate
    if decision.certification.transfer_id:
        return take_over_certificate.take_over_certificate
    return issue_certificate.issue_certificate


def _planned(decision: Decision, on: date) -> Version:
    """The certificate as it would be today. Refused where there can be none."""
    if decision.act != DecisionAct.RENEW:
        first = take_over_certificate if decision.certification.transfer_id else issue_certificate
        refuse_if(first.objections(decision, on))
        return first.planned(decision, on)
    latest = latest_certificate(decision.certification)
    refuse_if(renew_certificate.objections(decision, latest, on))
    assert latest
    return renew_certificate.planned(decision, latest, on)


def _printed(decision: Decision, on: date) -> list[str]:
    """What the certificate will say, to be read before it is printed."""
    plan, held = _planned(decision, on), decision.certification
    client, due = held.client, plan.days.surveillance_latest
    lines = [
        t(
            "颁发给：{name}　{english}",
            "Issued to: {name} {english}",
            name=client.name_zh,
            english=client.name_en,
        ),
        t(
            "地址：{at}　{english}",
            "Address: {at} {english}",
            at=client.address_zh,
            english=client.address_en,
        ),
        t("体系：{system}", "System: {system}", system=say_lazy(f"standard.{held.standard}")),
        t("范围：{scope}　{english}", "Scope: {scope} {english}", scope=plan.scope_zh, english=plan.scope_en),
        t("有效期至：{until}", "Valid until: {until}", until=plan.days.expires),
        t("下次监督最晚：{due}", "Next surveillance by: {due}", due=due or "--"),
    ]
    if review := held.transfer if decision.act == DecisionAct.GRANT else None:
        theirs = f"{review.body} {review.certificate}"
        lines.append(t("转自：{theirs}", "Taken over from: {theirs}", theirs=theirs))
    if plan.replaces:
        old = plan.replaces.number
        lines.append(t("原证书 {n} 改为“已换证”", "Certificate {n} becomes “replaced”", n=old))
    return lines


@clerk_only
def execute(request: StaffRequest, number: str, act: str) -> HttpResponse:
    """Carry out a decision to suspend, restore or withdraw."""
    certificate, on = _one(request, number), today()
    if act not in EXECUTED:
        raise Http404(act)
    does, decision = EXECUTED[DecisionAct(act)], decision_to_execute(certificate, DecisionAct(act), on=on)
    refuse_if(does.objections(certificate, decision, on))
    return asked(
        request,
        forms.Form(request.POST if request.method == "POST" else None),
        lambda said: does.run(number, on=on, by=request.user),
        **_wording(certificate, act),
        consequences=_follows(certificate, decision, on) if decision else [],
    )


def _follows(certificate: Certificate, decision: Decision, on: date) -> list[str]:
    """What carrying out this decision does."""
    act, client = decision.act, called(certificate.certification.client)
    lines = [t("{client} 的证书 {n}", "Certificate {n} of {client}", client=client, n=certificate.number)]
    if decision.reason_code:
        lines.append(t("原因：{why}", "Reason: {why}", why=say_lazy(f"{act}-reason.{decision.reason_code}")))
    if act == DecisionAct.SUSPEND:
        lines.append(t("暂停期至 {until}", "Suspended until {until}", until=suspension_ends_by(on)))
    lines.append(t("依据认证决定：{n}", "On decision: {n}", n=decision.number))
    lines.append(
        t(
            "公开查询页立即显示新状态，并生成致客户的通知书",
            "The public page shows it at once, and a letter is made out",
        )
    )
    return lines


@clerk_only
def cancel(request: StaffRequest, number: str) -> HttpResponse:
    """Cancel at the client's request; the letter, when it is added, is filed with the certificate first."""
    certificate = _one(request, number)
    refuse_if(cancel_certificate.objections(certificate, today(), today()))

    def do(said: dict[str, Any]) -> None:
        if scan := said.pop("paper"):
            _file(request, certificate, scan)
        cancel_certificate.cancel_certificate(number, **said, on=today(), by=request.user)

    form = CancelForm(request.POST or None, request.FILES or None)
    return asked(request, form, do, **_wording(certificate, "cancel"))


def _file(request: StaffRequest, certificate: Certificate, scan: Any) -> None:
    subject, kind = f"certificate:{certificate.number}", cancel_certificate.REQUEST
    file_paper(subject, kind=kind, name=scan.name, content=scan.read(), on=today(), by=request.user)


@clerk_only
def transfer(request: StaffRequest, number: str) -> HttpResponse:
    """Another body has taken the certification over."""
    certificate = _one(request, number)
    refuse_if(transfer_certificate.objections(certificate, today(), today()))

    def do(said: dict[str, Any]) -> None:
        transfer_certificate.transfer_certificate(number, **said, on=today(), by=request.user)

    return asked(request, TransferForm(request.POST or None), do, **_wording(certificate, "transfer"))


@clerk_only
def replace(request: StaffRequest, number: str) -> HttpResponse:
    """A new version for the client's new data, or for a scope decided anew."""
    certificate = _one(request, number)
    decision, objections = _against_replacing(certificate, today())
    form = _replace_form(request, certificate, scope_changes=decision is not None)
    if form.is_valid():
        new = replace_certificate.replace_certificate(
            number, **form.cleaned_data, on=today(), by=request.user
        )
        messages.success(request, t("已换发证书 {n}", "New version {n} has been issued", n=new.number))
        return redirect("staff:certificate", new.number)
    refuse_if(objections)
    wording = _wording(certificate, "replace")
    return _confirm(request, **wording, form=form, consequences=_new(certificate, decision))


def _replace_form(request: StaffRequest, certificate: Certificate, *, scope_changes: bool) -> ReplaceForm:
    return ReplaceForm(
        request.POST or None, held=certificate.certification, before=certificate, scope_changes=scope_changes
    )


def _new(certificate: Certificate, decision: Decision | None) -> list[str]:
    """What the new version will say that the old one does not."""
    client = certificate.certification.client
    pairs = [
        (t("名称", "Name"), certificate.name_zh, client.name_zh),
        (t("英文名称", "Name in English"), certificate.name_en, client.name_en),
        (t("地址", "Address"), certificate.address_zh, client.address_zh),
        (t("英文地址", "Address in English"), certificate.address_en, client.address_en),
        (t("范围", "Scope"), certificate.scope_zh, (decision and decision.scope_zh) or certificate.scope_zh),
    ]
    changed = [f"{label}：{old} → {new}" for label, old, new in pairs if old != new]
    replaced = t(
        "原证书 {n} 改为“已换证”，有效期不变",
        "Certificate {n} becomes “replaced”; the validity stays as it is",
        n=certificate.number,
    )
    return [*changed, replaced]


def _one(request: StaffRequest, number: str) -> Certificate:
    return get_object_or_404(certificates(by=request.user).select_related("decision"), number=number)


def _wording(certificate: Certificate, act: str) -> dict[str, Any]:
    """What the page that asks is called, where it leads back to, what it says when it is done."""
    name, number = say_lazy(f"certificate.act.{act}"), certificate.number
    return {
        "heading": t("{act}证书 {n}", "{act}: {n}", act=name, n=number),
        "back": reverse("staff:certificate", args=[number]),
        "done": t("证书 {n}：已办理{act}", "Certificate {n}: {act} done", n=number, act=name),
    }


def _confirm(request: StaffRequest, heading: str, **context: Any) -> HttpResponse:
    return render(request, "frame/confirm.html", {"heading": heading, **context})
