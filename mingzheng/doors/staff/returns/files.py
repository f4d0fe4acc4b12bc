"""The file of one duty: as the record has it or as it was sent, each fault at its cell; exported, and entered as sent."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.returns.actions.send_return import send_return
from mingzheng.office.returns.models import Duty
from mingzheng.office.returns.queries import READERS, duties_seen_by
from mingzheng.office.returns.reconciling import differences
from mingzheng.office.returns.rows import rows_for
from mingzheng.rulebook.return_duties import OWNERS, DutyKind
from mingzheng.rulebook.return_files import Layout, layout_in_force, objections_to_file

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .checking import read, sheet_sent
from .duties import PREVAILS

SHOWN = 100  # rows on the page; all of them are in the file


def _duty(request: StaffRequest, number: str) -> Duty:
    return get_object_or_404(duties_seen_by(request.user), number=number)


def _layout(duty: Duty) -> Layout:
    file = DutyKind(duty.kind).file
    if file is None:
        raise Http404(duty.number)
    return layout_in_force(file, duty.sent_on or today())


@staff_page(*READERS)
def preview(request: StaffRequest, number: str) -> HttpResponse:
    """What the record says for the period; where it was sent already, what differs from that."""
    duty = _duty(request, number)
    layout, rows = _layout(duty), rows_for(DutyKind(duty.kind), duty.first)
    faults = objections_to_file(layout, rows, today())
    context = {
        "duty": duty,
        "title": say_lazy(f"duty.{duty.kind}"),
        "layout": layout,
        "lines": _lines(layout, rows, faults)[:SHOWN],
        "count": len(rows),
        "faults": sum(map(len, faults.values())),
        "differences": differences(layout, duty.rows, rows) if duty.sent_on else None,
        "sends": request.user.holds(DutyKind(duty.kind).owner),
    }
    return render(request, "staff/returns/file.html", {**context, "prevails": PREVAILS})


def _lines(layout: Layout, rows: Any, faults: Any) -> list[list[tuple[str, Any]]]:
    return [
        [(row.get(column.name, ""), faults.get(place, {}).get(column.name, ())) for column in layout.columns]
        for place, row in enumerate(rows)
    ]


@staff_page(*READERS)
def excel(request: StaffRequest, number: str) -> HttpResponse:
    """The file to send, faulty cells in red with the reason; of a sent one, what was sent."""
    duty = _duty(request, number)
    layout = _layout(duty)
    rows = duty.rows if duty.sent_on else rows_for(DutyKind(duty.kind), duty.first)
    faults = objections_to_file(layout, rows, today())
    return sheet_sent(layout, rows, faults, f"{layout.sheet}_{duty.first:%Y-%m}")


class SendForm(forms.Form):
    """The file as it was sent; nothing when it was sent as exported."""

    file = forms.FileField(
        label=t("改正后实际上报的文件", "The file as it was put right and sent"),
        help_text=t("按导出的原样上报的，不必上传。", "Nothing, when it was sent as it was exported."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        required=False,
    )

    def __init__(self, duty: Duty, *args: Any):
        super().__init__(*args)
        self.duty = duty
        if not DutyKind(duty.kind).file:
            del self.fields["file"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if sent := said.get("file"):
            return {"rows": read(self, _layout(self.duty), sent)}
        return {"rows": rows_for(DutyKind(self.duty.kind), self.duty.first)}


KEPT = t(
    "送出的每一行都会留存，以后可与记录核对。",
    "Every row that was sent is kept and can be held against the record.",
)


@staff_page(*OWNERS)
def send(request: StaffRequest, number: str) -> HttpResponse:
    """Enter that it was sent, with the rows that were."""
    duty = _duty(request, number)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return asked(
        request,
        SendForm(duty, *sent),
        lambda said: send_return(number, said["rows"], on=today(), by=request.user),
        heading=f"{t('登记已上报', 'Enter as sent')} {number}",
        back=reverse("staff:return", args=[number]),
        done=t("已登记上报，等待回执。", "Entered as sent; the platform's receipt is awaited."),
        consequences=[KEPT],
    )
