"""社会责任报告: proofreading any report, ours or a pasted one."""

from collections import Counter

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from mingzheng.doors.frame.two import language, say_lazy, t
from mingzheng.rulebook.proofreading import Weight, proofread
from mingzheng.rulebook.roles import Role

from ..rights import StaffRequest, staff_page

TONES = {Weight.ERROR: "over", Weight.GAP: "wait", Weight.DOUBT: "idle"}
LONGEST = 500_000  # characters; the longest reports have a fifth of it


class ReportText(forms.Form):
    text = forms.CharField(
        label=t("报告全文", "The report's text"),
        help_text=t(
            "从 PDF 或 Word 复制全文粘贴；表格粘贴后各列以制表符隔开。只比对，不保存。",
            "Paste the whole text from PDF or Word; the columns of a table are set apart by tabs. It is only compared, not kept.",
        ),
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16}),
    )


@staff_page(Role.QUALITY, Role.DIRECTOR)
def proofreading(request: StaffRequest) -> HttpResponse:
    """A text in, what is wrong with it out; nothing is kept."""
    form, found = ReportText(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        found = proofread(form.cleaned_data["text"])
    counted = Counter(one.weight for one in found or ())
    context = {
        "form": form,
        "found": found,
        "tiles": [(weight, counted[weight], TONES[weight]) for weight in Weight],
        "rows": [
            (one, say_lazy(f"proofread-weight.{one.weight}"), TONES[one.weight], one.told(language()))
            for one in found or ()
        ],
    }
    return render(request, "staff/report/proofread.html", context)
