"""The papers of an audit, to be read and printed."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from mingzheng.doors.frame.two import language
from mingzheng.office.audits import papers
from mingzheng.rulebook.on_site import Meeting

from ..pdf import pdf_answer
from ..rights import StaffRequest
from .case import Case, audit_page


@audit_page
def meeting(request: StaffRequest, number: str, which: str) -> HttpResponse:
    case = Case(request, number)
    held = {Meeting.OPENING: case.opened.opening, Meeting.CLOSING: case.opened.closing}
    if not held.get(which):  # type: ignore[call-overload]
        raise Http404
    pdf = papers.meeting(case.visit, case.opened, Meeting(which), language=language())
    return pdf_answer(pdf, f"{number}-{which}")


@audit_page
def finding(request: StaffRequest, number: str, finding: int) -> HttpResponse:
    case = Case(request, number)
    row = get_object_or_404(case.opened.findings, number=finding)
    return pdf_answer(papers.nonconformity(case.visit, row, language=language()), f"{number}-{finding}")


@audit_page
def report(request: StaffRequest, number: str) -> HttpResponse:
    case = Case(request, number)
    if not case.opened.reported_on:
        raise Http404
    return pdf_answer(papers.audit_report(case.visit, case.opened, language=language()), f"{number}-report")
