"""The report to read and to take along: the whole on a page, PDF, Word, workbook, JSON; and the body's Word template."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from mingzheng.doors.frame.sheet import XLSX
from mingzheng.doors.frame.two import language, t
from mingzheng.doors.today import today
from mingzheng.office.files.content import PDF, WORD
from mingzheng.office.report.actions.install_template import install_template
from mingzheng.office.report.outputs import OUTPUTS, document_for
from mingzheng.office.report.writing import KEEPERS, template
from mingzheng.seal.report.word_template import starter

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .drawn import sections
from .overview import report_of


class TemplateForm(forms.Form):
    file = forms.FileField(
        label=t("Word 模板", "Word template"),
        help_text=t(
            "从下方的起始模板改起；其中的标记由报告内容替换，不能含宏和外部链接。",
            "Begin with the template below; its tags are replaced by the report. No macros, nothing fetched from elsewhere.",
        ),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )


MEDIA_TYPES = {
    "pdf": PDF,
    "word": WORD,
    "excel": XLSX,
    "json": "application/json",
    "text": "text/plain; charset=utf-8",
}


@staff_page()
def read(request: StaffRequest, number: int) -> HttpResponse:
    """The whole report on one page, every figure a way to its records."""
    document = document_for(report_of(number), language())
    context = {"document": document, "sections": sections(document, request.user), "year": number}
    return render(request, "staff/report/read.html", context)


@staff_page()
def output(request: StaffRequest, number: int, kind: str) -> HttpResponse:
    """The report as a file in the reader's language."""
    if kind not in OUTPUTS:
        raise Http404(kind)
    make, ending = OUTPUTS[kind]
    document = document_for(report_of(number), language())
    header = content_disposition_header(True, f"{document.title}.{ending}") or "attachment"
    return HttpResponse(
        make(document), content_type=MEDIA_TYPES[kind], headers={"Content-Disposition": header}
    )


@staff_page(*KEEPERS)
def template_page(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        TemplateForm(request.POST or None, request.FILES or None),
        lambda said: install_template(
            name=said["file"].name, content=said["file"].read(), on=today(), by=request.user
        ),
        heading=t("年度报告的 Word 模板", "Word template of the yearly report"),
        back=reverse("staff:figures"),
        done=t("模板已启用。", "The template is installed."),
        submit=t("启用", "Install"),
        template="staff/report/template.html",
        own=template(),
    )


@staff_page(*KEEPERS)
def starter_file(request: StaffRequest) -> HttpResponse:
    header = content_disposition_header(True, "report-template.docx") or "attachment"
    content = starter("zh" if language().startswith("zh") else "en")
    return HttpResponse(content, content_type=WORD, headers={"Content-Disposition": header})
