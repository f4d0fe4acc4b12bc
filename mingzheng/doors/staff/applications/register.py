"""The register of applications."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Days, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.contracts.models import Application
from mingzheng.office.contracts.queries import READERS, applications_for
from mingzheng.rulebook.contract_review import ApplicationStatus
from mingzheng.rulebook.dated_numbers import last_day

from ..rights import StaffRequest, staff_page

TONES = {"submitted": "busy", "questions": "wait", "accepted": "good", "refused": "idle", "withdrawn": "idle"}


def due(row: Application) -> date | None:
    """When the applicant was promised an answer; none once he has it."""
    waits = row.status in (ApplicationStatus.SUBMITTED, ApplicationStatus.QUESTIONS)
    return last_day("answer_application", row.submitted_on) if waits and row.submitted_on else None


class ApplicationsListing(Listing):
    name, title = "applications", t("申请与评审", "Applications")
    template = "staff/applications/applications.html"
    columns = (
        Column("number", t("申请编号", "Number"), Kind.CODE, sort="number"),
        Column("name_zh", t("申请组织", "Applicant"), value=called, sort="name_zh"),
        Column("standards", t("标准", "Standards"), Kind.STANDARDS),
        Column("submitted_on", t("提交", "Handed in"), Kind.DAY, sort="submitted_on"),
        Column(
            "status", t("状态", "Status"), Kind.STATUS, sort="status", words="application-status", tones=TONES
        ),
        Column("due", t("答复期限", "Answer due"), Kind.DEADLINE, value=due),
        Column("concluded_on", t("了结", "Concluded"), Kind.DAY, sort="concluded_on"),
    )
    tabs = (
        *(
            Tab(status.value, say_lazy(f"application-status.{status}"), Q(status=status.value))
            for status in ApplicationStatus
            if status is not ApplicationStatus.DRAFT
        ),
        EVERYTHING,
    )
    search = ("number", "name_zh", "pinyin", "name_en", "uscc")
    search_hint = t("组织、拼音首字母、编号、信用代码", "Applicant, initials, number or credit code")
    filters = (Days("submitted", t("提交日期", "Handed in"), "submitted_on"),)
    order = ("submitted_on",)

    def link(self, row: Any) -> str:
        return reverse("staff:application", args=[row.number])


@staff_page(*READERS)
def applications(request: StaffRequest) -> HttpResponse:
    return ApplicationsListing(request, applications_for(request.user)).response()
