"""Signed sheets and evidence of an audit, filed as scans or photos."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.files.content import read
from mingzheng.office.files.queries import papers_for
from mingzheng.office.people.models import Person
from mingzheng.rulebook.roles import Role

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .case import Case, audit_page

KINDS = (
    "signed_attendance",
    "signed_nonconformity",
    "corrective_evidence",
    "audit_evidence",
    "certificate_confirmation",
    "other",
)


class ScanForm(forms.Form):
    """One paper or photo, and what it is."""

    kind = forms.ChoiceField(
        label=t("材料类别", "Kind of paper"),
        choices=[(kind, say_lazy(f"paper-kind.{kind}")) for kind in KINDS],
    )
    file = forms.FileField(
        label=t("文件", "File"),
        help_text=t("PDF、JPG、PNG、Word、Excel", "PDF, JPG, PNG, Word or Excel"),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"}),
    )


def scans_of(number: str, by: Person) -> list[dict[str, Any]]:
    """What was filed for an audit, as the list of files wants it."""
    return [
        {
            "url": reverse("staff:audit-scan", args=[number, paper.pk]),
            "name": paper.name,
            "size": paper.size,
            "on": paper.filed_on,
            "by": say_lazy(f"paper-kind.{paper.kind}"),
        }
        for paper in papers_for(by, f"audit:{number}")
    ]


@staff_page(Role.AUDITOR, Role.PROGRAMME_MANAGER)
def file(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)
    form = ScanForm(request.POST or None, request.FILES or None)

    def act(said: dict[str, Any]) -> None:
        sent = said["file"]
        told = {"kind": said["kind"], "name": sent.name, "content": sent.read()}
        file_paper(f"audit:{number}", **told, on=today(), by=request.user)

    heading, done = t("归档审核材料", "File a paper of the audit"), t("已归档", "Filed")
    return asked(request, form, act, heading=heading, back=case.url("audit-file"), done=done)


@audit_page
def scan(request: StaffRequest, number: str, key: int) -> HttpResponse:
    case = Case(request, number)
    paper = get_object_or_404(papers_for(request.user, f"audit:{case.number}"), pk=key)
    named = content_disposition_header(as_attachment=True, filename=paper.name) or "attachment"
    return HttpResponse(read(paper), content_type=paper.media_type, headers={"Content-Disposition": named})
