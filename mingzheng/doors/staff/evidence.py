"""Evidence filed for an entry of a register: opened and added to only by who may see the entry itself."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.files.queries import papers_for
from mingzheng.office.quality.queries import inspections_seen_by
from mingzheng.office.voices.queries import cases_seen_by

from .asking import asked
from .papers import PaperForm, sent
from .rights import StaffRequest, staff_page

ENTRIES: dict[str, Callable[[Any], QuerySet[Any]]] = {
    "case": cases_seen_by,
    "inspection": inspections_seen_by,
}
"""Kinds of entries that take evidence, and the entries a person may see; each refuses whoever may see none. Registers that
take papers enter themselves (register.py)."""


def _entry(request: StaffRequest, entry: str, number: str) -> Any:
    """The entry, if there is one of this kind and this person may see it."""
    if entry not in ENTRIES:
        raise Http404(entry)
    return get_object_or_404(ENTRIES[entry](request.user), number=number)


@staff_page()
def file(request: StaffRequest, entry: str, number: str) -> HttpResponse:
    _entry(request, entry, number)
    return asked(
        request,
        PaperForm("evidence", request.POST or None, request.FILES or None),
        lambda said: file_paper(
            f"{entry}:{number}",
            kind=said["kind"], name=said["file"].name, content=said["file"].read(), on=today(), by=request.user,
        ),
        heading=t("归档材料 {number}", "File a paper: {number}", number=number),
        back=reverse(f"staff:{entry}", args=[number]),
        done=t("已归档。", "Filed."),
        submit=t("归档", "File it"),
    )  # fmt: skip


@staff_page()
def paper(request: StaffRequest, entry: str, number: str, key: int) -> HttpResponse:
    _entry(request, entry, number)
    return sent(get_object_or_404(papers_for(request.user, f"{entry}:{number}"), pk=key))


urlpatterns = [
    path("<slug:entry>/<str:number>/file/", file, name="file-evidence"),
    path("<slug:entry>/<str:number>/<int:key>/", paper, name="evidence"),
]
