"""证书: the register, the page of one certificate with its life, its papers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import include, path, reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.certificates import papers
from mingzheng.office.certificates.making import subs_in
from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.office.certificates.queries import (
    certificates,
    expiring,
    life_of,
    should_be_suspended,
    subs_of,
    versions_of,
)
from mingzheng.office.files.content import read
from mingzheng.office.files.queries import papers_of
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import names_of
from mingzheng.office.record.models import Event
from mingzheng.office.record.queries import logins_in
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standard_editions import EDITIONS
from mingzheng.rulebook.standards import Standard

from . import certificate_acts as acts
from . import editions, publication, putting_off
from .pdf import pdf_answer
from .rights import StaffRequest, staff_page
from .seen import one_certificate, readers_of_certificates

TONES = {
    "in_force": "good",
    "suspended": "wait",
    "withdrawn": "plain",
    "cancelled": "plain",
    "replaced": "idle",
}


def ended(status: str) -> Tab:
    return Tab(status, say_lazy(f"certificate.status.{status}"), Q(status=status))


def next_surveillance(row: Certificate) -> date | None:
    """Due only of a certificate in force; a suspended one is past that."""
    return row.surveillance_due_on if row.status == "in_force" else None


class CertificatesListing(Listing):
    name, title = "certificates", t("证书台账", "Certificate register")
    search = (
        "number",
        "name_zh",
        "name_en",
        "certification__client__pinyin",
        "certification__client__name_zh",
        "certification__client__uscc",
    )
    search_hint = t("编号、客户、拼音首字母、信用代码", "Number, client, initials, credit code")
    filters = (
        Choice(
            "standard",
            t("体系", "System"),
            [(s, say_lazy(f"standard.{s}")) for s in Standard],
            path="certification__standard",
        ),
        Choice(
            "edition",
            t("旧版标准", "Old edition"),
            [(one.key, f"{one.gb} / {one.key}") for one in EDITIONS.values()],
        ),
        Days("expires", t("有效期至", "Valid until"), path="expires_on"),
    )
    order = ("-issued_on", "-pk")
    columns = (
        Column("number", t("证书编号", "Number"), Kind.CODE, sort="number"),
        Column(
            "name_zh",
            t("获证组织", "Client"),
            value=lambda row: called(row),
        ),
        Column(
            "standard",
            t("体系", "System"),
            Kind.STANDARDS,
            value="certification.standard",
            sort="certification__standard",
        ),
        Column("issued_on", t("颁发", "Issued"), Kind.DAY, sort="issued_on"),
        Column("expires_on", t("有效期至", "Valid until"), Kind.DAY, sort="expires_on"),
        Column(
            "status", t("状态", "Status"), Kind.STATUS, sort="status", words="certificate.status", tones=TONES
        ),
        Column(
            "surveillance_due_on",
            t("下次监督最晚", "Next surveillance by"),
            Kind.DEADLINE,
            value=next_surveillance,
            sort="surveillance_due_on",
        ),
    )

    @property
    def tabs(self) -> Sequence[Tab]:  # type: ignore[override]
        """应暂停 and 到期 depend on the day."""
        return (
            Tab("in_force", t("有效", "In force"), Q(status="in_force")),
            Tab("suspended", t("暂停", "Suspended"), Q(status="suspended")),
            Tab("overdue", t("应暂停", "To suspend"), should_be_suspended(self.today)),
            Tab("expiring", t("90 天内到期", "Expiring in 90 days"), expiring(self.today)),
            *(ended(status) for status in ("withdrawn", "cancelled", "replaced", "expired")),
            EVERYTHING,
        )

    def link(self, row: Certificate) -> str:
        return reverse("staff:certificate", args=[row.number])


@readers_of_certificates
def register(request: StaffRequest) -> HttpResponse:
    return CertificatesListing(request, certificates(by=request.user)).response()


@readers_of_certificates
def certificate(request: StaffRequest, number: str) -> HttpResponse:
    """Its facts, what may be done to it and why not, and all that happened to it."""
    shown, on = one_certificate(request, number), today()
    context = {
        "certificate": shown,
        "standard": Standard(shown.certification.standard),
        "held": [shown.certification.standard],
        "why": reason(shown),
        "groups": acts_for(request.user, shown, on),
        "versions": versions_of(shown),
        "files": files_of(shown),
        "today": on,
        **publication.section(shown, request.user),
        **_happened(shown, on),
    }
    return render(request, "staff/certificates/certificate.html", context)


def _happened(shown: Certificate, on: date) -> dict[str, Any]:
    """Its life, who did what, the letters that were written about it, and whether its edition is still good."""
    events = list(life_of(shown))
    return {
        "events": events,
        "subs": subs_of(shown, events),
        "made_subs": subs_in(shown),
        "names": {**names_of(logins_in(events)), "clock": say_lazy("role.clock")},
        "letters": [event for event in events if event.kind in papers.LETTERS],
        **editions.said_of(shown, on),
    }


@readers_of_certificates
def letter_pdf(request: StaffRequest, number: str, sequence: int) -> HttpResponse:
    shown = one_certificate(request, number)
    event = get_object_or_404(
        Event, subject=f"certificate:{shown.number}", sequence=sequence, kind__in=papers.LETTERS
    )
    return pdf_answer(papers.letter(shown, event, language()), f"{shown.number}-{sequence:02d}")


@readers_of_certificates
def filed_paper(request: StaffRequest, number: str, sha256: str) -> HttpResponse:
    """A paper filed with the certificate, such as the client's request."""
    subject = f"certificate:{one_certificate(request, number).number}"
    paper = get_object_or_404(papers_of(subject), sha256=sha256)
    return HttpResponse(read(paper), content_type=paper.media_type)


def acts_for(by: Person, shown: Certificate, on: date) -> list[tuple[str, list[acts.Button]]]:
    """What this person may decide about the certificate, and what he may carry out."""
    groups = []
    if by.holds(Role.DECISION_MAKER) and shown.status in LIVING:
        prolonging = putting_off.button(putting_off.VALIDITY, shown, on)
        groups.append((t("作出认证决定", "Decide"), [*acts.deciding(shown, on, by), *prolonging]))
    planning = by.holds(Role.PROGRAMME_MANAGER) and putting_off.button(putting_off.SURVEILLANCE, shown, on)
    if planning and shown.status in LIVING:
        groups.append((t("审核方案", "Programme"), planning))
    if by.holds(Role.CERTIFICATE_CLERK):
        groups.append((t("办理", "Carry out"), acts.buttons(shown, on)))
    if noting := editions.button(shown, by):
        groups.append((t("标准版本", "Edition"), noting))
    return groups


def reason(shown: Certificate) -> str:
    """Why it is suspended, or how its life ended, in words."""
    family = {"suspended": "suspend", "withdrawn": "withdraw", "replaced": "replace"}.get(shown.status)
    return say_lazy(f"{family}-reason.{shown.reason_code}") if family and shown.reason_code else ""


def files_of(shown: Certificate) -> list[dict[str, Any]]:
    return [
        {
            "url": reverse("staff:certificate-paper", args=[shown.number, paper.sha256]),
            "name": paper.name,
            "size": paper.size,
            "on": paper.filed_on,
            "by": say_lazy(f"paper-kind.{paper.kind}"),
        }
        for paper in papers_of(f"certificate:{shown.number}")
    ]


@staff_page()
def certification(request: StaffRequest, uscc: str, standard: str) -> HttpResponse:
    """A certification is seen on its latest certificate; before there is one, with its client."""
    held = certificates(by=request.user).filter(
        certification__client__uscc=uscc, certification__standard=standard
    )
    latest = held.order_by("issued_on", "pk").last()
    return redirect("staff:certificate", latest.number) if latest else redirect("staff:client", uscc)


urlpatterns = [
    path("", register, name="certificates"),
    path("of/<str:uscc>/<str:standard>/", certification, name="certification"),
    path("issue/<str:number>/", acts.issue, name="issue-certificate"),
    path("<path:number>/execute/<slug:act>/", acts.execute, name="execute-decision"),
    path("<path:number>/cancel/", acts.cancel, name="cancel-certificate"),
    path("<path:number>/transfer/", acts.transfer, name="transfer-certificate"),
    path("<path:number>/replace/", acts.replace, name="replace-certificate"),
    path("<path:number>/papers/<str:sha256>/", filed_paper, name="certificate-paper"),
    path("", include(publication)),
    path("", include(putting_off)),
    path("", include(editions)),
    path("<path:number>/letters/<int:sequence>/", letter_pdf, name="certificate-letter"),
    path("<path:number>/", certificate, name="certificate"),
]
