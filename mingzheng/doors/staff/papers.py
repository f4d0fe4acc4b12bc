"""Papers of a case on the staff's door: filed on its page, opened from it."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, register_converter, reverse
from django.urls.converters import StringConverter
from django.utils.http import content_disposition_header

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.contracts.queries import READERS, REVIEWERS
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.files.content import read
from mingzheng.office.files.models import Paper
from mingzheng.office.files.queries import papers_for
from mingzheng.rulebook.roles import Role

from .asking import asked
from .rights import StaffRequest, staff_page

KINDS = {
    "application": (
        "platform_check",
        "licence",
        "permit",
        "organisation",
        "manual",
        "compliance",
        "earlier_certificate",
        "signed_application",
        "other",
    ),
    "contract": ("signed_contract", "other"),
    "evidence": ("evidence", "other"),
    "person": (
        "candidacy_form",
        "diploma",
        "examination",
        "audit_log",
        "release",
        "training_proof",
        "witness_report",
        "person_contract",
        "policy",
        "other",
    ),
}


class PaperForm(forms.Form):
    kind = forms.ChoiceField(label=t("材料类别", "Kind of paper"))
    file = forms.FileField(
        label=t("文件", "File"),
        help_text=t("PDF、JPG、PNG、Word、Excel", "PDF, JPG, PNG, Word or Excel"),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"}),
    )

    def __init__(self, stage: str, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind, say_lazy(f"paper-kind.{kind}")) for kind in KINDS[stage]]  # type: ignore[attr-defined]


def listed(subject: str, by: Any, page: str = "") -> list[dict[str, Any]]:
    """The papers of a case, as the list of files wants them; `page` shows one of a case that has its own."""
    stage, _, number = subject.partition(":")
    takes_stage = [stage] if page in ("", "staff:evidence") else []
    return [
        {
            "url": reverse(page or "staff:paper", args=[*takes_stage, number, paper.pk]),
            "name": paper.name,
            "size": paper.size,
            "on": paper.filed_on,
            "by": say_lazy(f"paper-kind.{paper.kind}"),
        }
        for paper in papers_for(by, subject)
    ]


@staff_page(*REVIEWERS, Role.DIRECTOR)
def file(request: StaffRequest, stage: str, number: str) -> HttpResponse:
    """File one paper into a case."""
    form = PaperForm(stage, request.POST or None, request.FILES or None)
    subject, by, on = f"{stage}:{number}", request.user, today()
    return asked(
        request,
        form,
        lambda said: file_paper(
            subject, kind=said["kind"], name=said["file"].name, content=said["file"].read(), on=on, by=by
        ),
        heading=t("归档材料 {number}", "File a paper: {number}", number=number),
        back=reverse(f"staff:{stage}", args=[number]),
        done=t("已归档。", "Filed."),
        submit=t("归档", "File it"),
    )


@staff_page(*READERS)
def paper(request: StaffRequest, stage: str, number: str, key: int) -> HttpResponse:
    """One paper as it was filed."""
    return sent(get_object_or_404(papers_for(request.user, f"{stage}:{number}"), pk=key))


def sent(paper: Paper) -> HttpResponse:
    """The content of a paper under its own name."""
    disposition = content_disposition_header(True, paper.name)
    return HttpResponse(
        read(paper), content_type=paper.media_type, headers={"Content-Disposition": disposition}
    )


class StageConverter(StringConverter):
    """A stage whose cases take papers here."""

    regex = "application|contract"


register_converter(StageConverter, "stage")

urlpatterns = [
    path("<stage:stage>/<str:number>/file/", file, name="file-paper"),
    path("<stage:stage>/<str:number>/<int:key>/", paper, name="paper"),
]
