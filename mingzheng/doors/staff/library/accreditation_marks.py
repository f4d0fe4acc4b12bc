"""认可标志: the marks drawn on certificates under accreditation, each with its standard and its days."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.formats import certified_to
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.files.content import kept
from mingzheng.office.library.actions.end_mark import end_mark
from mingzheng.office.library.actions.keep_mark import keep_mark
from mingzheng.office.library.models import AccreditationMark
from mingzheng.rulebook.standards import Standard

from ..fields import day
from ..recorded import Act
from ..register import Register, Verb
from ..rights import StaffRequest, staff_page
from .body import READERS


class MarkForm(forms.Form):
    standard = forms.TypedChoiceField(
        label=t("管理体系", "System"),
        choices=[
            (one.value, t("{s} {what}", "{s} {what}", s=one, what=certified_to(one))) for one in Standard
        ],
        coerce=Standard,
    )
    file = forms.FileField(
        label=t("标志图像", "Image of the mark"),
        help_text=t(
            "SVG（文字须转为曲线）或 PNG，不超过 512 KB",
            "SVG (text turned into outlines) or PNG, 512 KB at most",
        ),
        widget=forms.FileInput(attrs={"accept": ".svg,.png"}),
    )
    valid_from = day(t("启用日期", "Used from"))
    valid_until = day(t("有效期至", "Valid until"), required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        file = said.pop("file", None)
        return {**said, "name": file.name, "content": file.read()} if file else said


class EndForm(forms.Form):
    valid_until = day(t("最后使用日期", "Last day of its use"))


def looks(row: Any, by: Any) -> list[Act]:
    return [
        Act(t("看标志", "See the mark"), f"/staff/library/accreditation-marks/{row.number}/image/", "eye")
    ]


MARKS = Register(
    "accreditation-marks",
    t("认可标志", "Accreditation marks"),
    subject="accreditation-mark",
    rows=lambda by: AccreditationMark.objects.all(),
    roles=READERS,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("standard", t("管理体系", "System"), Kind.STANDARDS, sort="standard"),
        Column("name", t("文件", "File")),
        Column("valid_from", t("启用日期", "Used from"), Kind.DAY, sort="valid_from"),
        Column("valid_until", t("有效期至", "Valid until"), Kind.DAY, sort="valid_until"),
    ),
    search=("number", "name"),
    tabs=(
        Tab("open", t("未终止", "Not ended"), Q(valid_until=None)),
        Tab("ended", t("有终止日", "With a last day"), Q(valid_until__isnull=False)),
        EVERYTHING,
    ),
    order=("standard", "-valid_from"),
    enter=Verb(
        keep_mark,
        t("登记认可标志", "Enter a mark"),
        MarkForm,
        begin=lambda _: {"valid_from": today()},
        consequences=[
            t(
                "此后颁发的带认可的证书印此标志；已签章的不变。",
                "Certificates issued under accreditation from then on bear it; those sealed stay.",
            )
        ],
    ),
    verbs=(
        Verb(
            end_mark, t("停用", "End its use"), EndForm, icon="ban", begin=lambda _: {"valid_until": today()}
        ),
    ),
    acts=looks,
)


@staff_page(*READERS)
def image(request: StaffRequest, number: str) -> HttpResponse:
    """The mark as it was filed; nothing in it runs."""
    mark = get_object_or_404(AccreditationMark, number=number)
    return HttpResponse(
        kept(mark.sha256),
        content_type=mark.media_type,
        headers={"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"},
    )
