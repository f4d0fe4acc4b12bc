"""Writing and correcting audit records."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.audits.actions.correct_record import correct_record
from mingzheng.office.audits.actions.record_evidence import record_evidence
from mingzheng.office.audits.queries import departments

from ..asking import asked
from ..rights import StaffRequest
from .case import Case, auditors_page
from .forms import CorrectRecordForm, RecordForm

PAGE = "staff/audits/ask.html"


@auditors_page
def record(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)
    form = RecordForm(request.POST or None, initial=request.GET.dict(), standards=case.standards)

    def act(said: dict[str, str]) -> None:
        told: dict[str, Any] = {"evidence": said["evidence"], "conforms": said["conforms"] == "yes"}
        record_evidence(number, **form.where, **told, on=today(), by=request.user)

    heading, done = t("记录审核证据", "Record evidence"), t("已记录", "Recorded")
    more = case.drawn("records", departments=departments(case.visit))
    back = case.url("audit-records")
    return asked(request, form, act, heading=heading, back=back, done=done, template=PAGE, **more)


@auditors_page
def correct(request: StaffRequest, number: str, record: int) -> HttpResponse:
    case = Case(request, number)
    row = get_object_or_404(case.opened.records, number=record)
    first = {"evidence": row.evidence, "conforms": "yes" if row.conforms else "no"}
    form = CorrectRecordForm(request.POST or None, initial=first)

    def act(said: dict[str, str]) -> None:
        told: dict[str, Any] = {**said, "conforms": said["conforms"] == "yes"}
        correct_record(number, record, **told, on=today(), by=request.user)

    heading = t("更正记录 {n}", "Correct record {n}", n=record)
    kept = [t("原记录内容保留在操作记录中", "What it said before stays in the log")]
    back, done = case.url("audit-records"), t("已更正", "Corrected")
    return asked(request, form, act, heading=heading, back=back, done=done, consequences=kept)
