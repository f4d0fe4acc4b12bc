"""导入台账: an administrator carries in a register of an earlier system: file, preview, confirmation, result."""

import json
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.sheet import XLSX
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.registers.moving_in import KINDS
from mingzheng.doors.registers.register import Unreadable
from mingzheng.doors.registers.template import template
from mingzheng.doors.registers.uploads import Upload, progress_of, uploads
from mingzheng.doors.today import today
from mingzheng.office.files.content import EXCEL, media_type
from mingzheng.rulebook.roles import Role

from .rights import StaffRequest, staff_page

TONES = {"taken": "good", "mended": "wait", "repeated": "idle", "known": "idle", "refused": "over"}


class RegisterForm(forms.Form):
    """Which register, and the workbook; a workbook that can be read is looked at and kept for the preview."""

    kind = forms.ChoiceField(
        label=t("台账", "Register"), choices=[(kind, say_lazy(f"register.{kind}")) for kind in KINDS]
    )
    file = forms.FileField(
        label=t("Excel 文件", "Excel workbook"),
        help_text=t(
            "xlsx 格式，不超过 20 MB。只核对，确认之前不写入任何数据。",
            "As xlsx, up to 20 MB. It is only looked at; nothing is written before you confirm.",
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def look(self, request: StaffRequest) -> bool:
        """Look at the file; False with the reason at the field when it cannot be read."""
        if not self.is_valid():
            return False
        kind, sent = self.cleaned_data["kind"], self.cleaned_data["file"]
        try:
            Upload(kind, request.user).look(sent, today())
        except Unreadable as unreadable:
            self.add_error("file", say_lazy(unreadable.why, **{**unreadable.details, "found": sent.name}))
        return not self.errors

    def clean_file(self) -> Any:
        sent = self.cleaned_data["file"]
        if sent.size > settings.LARGEST_UPLOAD:
            raise forms.ValidationError(t("文件超过 20 MB", "The file is larger than 20 MB"))
        content = sent.read()
        sent.seek(0)
        if media_type(content) != EXCEL:
            raise forms.ValidationError(say_lazy("fault.not-a-workbook", found=sent.name))
        return sent


@staff_page(Role.ADMINISTRATOR)
def imports(request: StaffRequest) -> HttpResponse:
    form = RegisterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.look(request):
        return redirect("staff:import", form.cleaned_data["kind"])
    return render(request, "staff/imports/imports.html", {"form": form, "uploads": uploads(request.user)})


@staff_page(Role.ADMINISTRATOR)
def progress(request: StaffRequest) -> HttpResponse:
    """How far the work on the reader's file is; the page that waits for it asks."""
    place = progress_of(request.user)
    told = json.loads(place.read_text()) if place.exists() else {}
    return render(request, "staff/imports/progress.html", {"told": told})


@staff_page(Role.ADMINISTRATOR)
def preview(request: StaffRequest, kind: str) -> HttpResponse:
    """What became, or would become, of each row of the file sent last."""
    upload = _upload(request, kind)
    told = upload.told
    context = {
        "upload": upload,
        "told": told,
        "at": datetime.fromisoformat(told["at"]),
        "tones": [(outcome, count, TONES[outcome]) for outcome, count in told["counts"].items()],
        "remarks": [(TONES[outcome], *line) for outcome, *line in told["remarks"]],
        "objections": upload.objections(),
    }
    return render(request, "staff/imports/preview.html", context)


@staff_page(Role.ADMINISTRATOR)
@require_POST
def carry(request: StaffRequest, kind: str, digest: str) -> HttpResponse:
    upload = _upload(request, kind)
    upload.carry_in(digest, today())
    messages.success(request, t("已接收 {n} 行。", "Rows carried in: {n}.", n=upload.told["taken"]))
    return redirect("staff:import", kind)


@staff_page(Role.ADMINISTRATOR)
def report(request: StaffRequest, kind: str) -> HttpResponse:
    upload = _upload(request, kind)
    return _download(f"{PurePath(upload.told['name']).stem}_导入报告.xlsx", upload.report.read_bytes())


@staff_page(Role.ADMINISTRATOR)
def empty(request: StaffRequest, kind: str) -> HttpResponse:
    """The empty workbook of one kind."""
    if kind not in KINDS:
        raise Http404
    return _download(f"{say_lazy(f'register.{kind}')}.xlsx", template(kind, today()))


def _download(name: str, content: bytes) -> HttpResponse:
    header = content_disposition_header(True, name) or "attachment"
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": header})


def _upload(request: StaffRequest, kind: str) -> Upload:
    """The file of this kind that the reader sent last; 404 when there is none."""
    upload = Upload(kind, request.user)
    if kind not in KINDS or not upload.told:
        raise Http404
    return upload


urlpatterns: list[Any] = [
    path("", imports, name="imports"),
    path("progress/", progress, name="import-progress"),
    path("<str:kind>/", preview, name="import"),
    path("<str:kind>/report/", report, name="import-report"),
    path("<str:kind>/template/", empty, name="import-template"),
    path("<str:kind>/<str:digest>/carry-in/", carry, name="carry-in"),
]
