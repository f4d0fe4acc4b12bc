"""公布: a certificate from 样张 to sealed and public; withheld, disclosed; its paper originals on their way."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.certificates.making import subs_in
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.files.content import kept
from mingzheng.office.marks.queries import misuses_of, requests_about
from mingzheng.office.people.models import Person
from mingzheng.office.publication.actions import (
    disclose_certificate,
    post_originals,
    publish_certificate,
    seal_certificate,
    withhold_certificate,
)
from mingzheng.office.publication.actions.confirm_receipt import confirm_receipt
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.models import Entry, Posting, SealedSub
from mingzheng.office.publication.queries import entry_of, is_entered, postings_of
from mingzheng.office.publication.sealing import specimen
from mingzheng.rulebook.publishing import NOT_IN_LOG
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from .asking import asked
from .certificate_acts import Button
from .pdf import pdf_answer
from .rights import StaffRequest, staff_page
from .seen import one_certificate, readers_of_certificates

clerk_only = staff_page(Role.CERTIFICATE_CLERK)
director_only = staff_page(Role.DIRECTOR)


class WithholdForm(forms.Form):
    reason = forms.CharField(
        label=t("保密的原因和同意人", "Why, and who agreed"),
        max_length=200,
        help_text=t(
            "如：客户书面申请，总经理同意", "Such as: the client asked in writing, the director agreed"
        ),
    )


class PostForm(forms.Form):
    copies = forms.IntegerField(label=t("份数", "Copies"), min_value=1, max_value=99, initial=1)
    carrier = forms.CharField(label=t("快递公司", "Carrier"), max_length=60)
    tracking = forms.CharField(label=t("快递单号", "Tracking number"), max_length=60)
    recipient = forms.CharField(
        label=t("收件人、电话、地址", "Recipient, telephone, address"), max_length=200
    )


class ReceiptForm(forms.Form):
    on = forms.DateField(label=t("签收日期", "Received on"))
    received_by = forms.CharField(label=t("签收人", "Received by"), max_length=100)


def section(certificate: Certificate, by: Person) -> dict[str, Any]:
    """What the page of a certificate shows of its way to the public."""
    entry = entry_of(certificate.number) if is_entered(certificate.number) else None
    return {
        "entry": entry,
        "is_sealed": entry is not None and hasattr(entry, "sealed"),
        "publishing": _buttons(certificate, entry, by),
        "postings": postings_of(certificate),
        "may_receive": by.holds(Role.CERTIFICATE_CLERK),
        "mark_requests": requests_about(certificate),
        "misuses": misuses_of(certificate),
    }


def _buttons(certificate: Certificate, entry: Entry | None, by: Person) -> list[Button]:
    """What this person may do on the way; grey while nothing is entered in the log."""
    drawn = []
    if by.holds(Role.CERTIFICATE_CLERK):
        drawn += [
            _button(
                certificate, "seal-certificate", t("签章", "Seal"), "rubber-stamp", _against(entry, "seal")
            ),
            _button(
                certificate, "publish-certificate", t("公布", "Publish"), "world", _against(entry, "publish")
            ),
            _button(
                certificate,
                "post-originals",
                t("寄送正本", "Post originals"),
                "mail",
                _against(entry, "post"),
            ),
        ]
    if by.holds(Role.DIRECTOR):
        withheld = entry is not None and entry.withheld_reason
        drawn.append(
            _button(
                certificate,
                "disclose-certificate",
                t("解除保密", "Disclose"),
                "eye",
                _against(entry, "disclose"),
            )
            if withheld
            else _button(
                certificate,
                "withhold-certificate",
                t("保密", "Withhold"),
                "lock",
                _against(entry, "withhold"),
            )
        )
    return drawn


def _button(certificate: Certificate, page: str, label: str, icon: str, against: list[Objection]) -> Button:
    return Button(label, reverse(f"staff:{page}", args=[certificate.number]), icon, against)


def _against(entry: Entry | None, act: str) -> list[Objection]:
    if entry is None:
        return [NOT_IN_LOG]
    return list(
        {
            "seal": lambda: seal_certificate.objections(entry),
            "publish": lambda: publish_certificate.objections(entry),
            "post": lambda: post_originals.objections(entry, copies=1, recipient="--"),
            "withhold": lambda: withhold_certificate.objections(entry, "--"),
            "disclose": lambda: disclose_certificate.objections(entry),
        }[act]()
    )


@readers_of_certificates
def certificate_pdf(request: StaffRequest, number: str) -> HttpResponse:
    """The sealed certificate; before it is sealed, the same as a specimen."""
    shown = one_certificate(request, number)
    entry = entry_of(number) if is_entered(number) else None
    sealed = getattr(entry, "sealed", None)
    return pdf_answer(kept(sealed.pdf) if sealed else specimen(shown, entry), shown.number)


@readers_of_certificates
def sub_pdf(request: StaffRequest, number: str, sub: int) -> HttpResponse:
    """A sub-certificate issued here; before its main one is sealed, as a specimen."""
    shown = one_certificate(request, number)
    found = get_object_or_404(shown.subs, pk=sub, number__in=subs_in(shown))
    sealed = SealedSub.objects.filter(number=found.number).first()
    entry = entry_of(number) if is_entered(number) and not sealed else None
    return pdf_answer(kept(sealed.pdf) if sealed else specimen(shown, entry, found.number), found.number)


@clerk_only
def seal(request: StaffRequest, number: str) -> HttpResponse:
    entry = _entry(request, number)
    refuse_if(seal_certificate.objections(entry))
    return _asked(
        request,
        entry,
        _nothing_to_fill(request),
        lambda said: seal_certificate.seal_certificate(
            number, keys=keyring(), at=timezone.now(), on=today(), by=request.user
        ),
        t("签章", "Seal"),
        t(
            "签章后内容不能再改；有变须换发新证书",
            "Once sealed nothing of it can change; for other content issue a new version",
        ),
    )


@clerk_only
def publish(request: StaffRequest, number: str) -> HttpResponse:
    entry = _entry(request, number)
    refuse_if(publish_certificate.objections(entry))
    return _asked(
        request,
        entry,
        _nothing_to_fill(request),
        lambda said: publish_certificate.publish_certificate(number, on=today(), by=request.user),
        t("公布", "Publish"),
        t(
            "公布后任何人可查，永久保留；以后的暂停、撤销也会公布",
            "Everybody can check it from now on, for ever; what happens to it later, too",
        ),
    )


@director_only
def withhold(request: StaffRequest, number: str) -> HttpResponse:
    entry = _entry(request, number)
    return _asked(
        request,
        entry,
        WithholdForm(request.POST or None),
        lambda said: withhold_certificate.withhold_certificate(number, **said, on=today(), by=request.user),
        t("保密", "Withhold"),
        t(
            "公开页面只显示状态；名称、范围和文件撤下",
            "The public page shows the status alone; name, scope and files are taken down",
        ),
    )


@director_only
def disclose(request: StaffRequest, number: str) -> HttpResponse:
    entry = _entry(request, number)
    refuse_if(disclose_certificate.objections(entry))
    return _asked(
        request,
        entry,
        _nothing_to_fill(request),
        lambda said: disclose_certificate.disclose_certificate(number, on=today(), by=request.user),
        t("解除保密", "Disclose"),
        t("名称、范围和文件重新公开", "Name, scope and files are public again"),
    )


@clerk_only
def post(request: StaffRequest, number: str) -> HttpResponse:
    entry = _entry(request, number)
    refuse_if(post_originals.objections(entry, copies=1, recipient="--"))
    return _asked(
        request,
        entry,
        PostForm(request.POST or None),
        lambda said: post_originals.post_originals(number, **said, on=today(), by=request.user),
        t("寄送正本", "Post originals"),
    )


@clerk_only
def receive(request: StaffRequest, number: str, parcel: int) -> HttpResponse:
    entry = _entry(request, number)
    posting = get_object_or_404(Posting, pk=parcel, certificate=entry.certificate)
    form = ReceiptForm(request.POST or None, initial={"on": today()})
    return _asked(
        request,
        entry,
        form,
        lambda said: confirm_receipt(posting.carrier, posting.tracking, **said, by=request.user),
        t("签收", "Received"),
        f"{posting.carrier} {posting.tracking}",
    )


def _nothing_to_fill(request: StaffRequest) -> forms.Form:
    return forms.Form(request.POST if request.method == "POST" else None)


def _entry(request: StaffRequest, number: str) -> Entry:
    """The entry of a certificate this person may see. Refused while the clock has not entered it."""
    shown = one_certificate(request, number)
    refuse_if([] if is_entered(shown.number) else [NOT_IN_LOG])
    return entry_of(shown.number)


def _asked(
    request: StaffRequest, entry: Entry, form: forms.Form, act: Any, name: str, consequence: str = ""
) -> HttpResponse:
    held = entry.certificate
    about = t("{client} 的证书 {n}", "Certificate {n} of {client}", client=held.name_zh, n=held.number)
    return asked(
        request,
        form,
        act,
        heading=t("{act}：{n}", "{act}: {n}", act=name, n=held.number),
        back=reverse("staff:certificate", args=[held.number]),
        done=t("证书 {n}：已{act}", "Certificate {n}: {act} done", n=held.number, act=name),
        consequences=[about, *([consequence] if consequence else [])],
    )


urlpatterns = [
    path("<path:number>/subs/<int:sub>/pdf/", sub_pdf, name="sub-certificate-pdf"),
    path("<path:number>/pdf/", certificate_pdf, name="certificate-pdf"),
    path("<path:number>/seal/", seal, name="seal-certificate"),
    path("<path:number>/publish/", publish, name="publish-certificate"),
    path("<path:number>/withhold/", withhold, name="withhold-certificate"),
    path("<path:number>/disclose/", disclose, name="disclose-certificate"),
    path("<path:number>/post/", post, name="post-originals"),
    path("<path:number>/received/<int:parcel>/", receive, name="confirm-receipt"),
]
