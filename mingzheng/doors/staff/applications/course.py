"""全过程时间线: how long each stage took in a year, and each project with every step, who did it and when."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, t
from mingzheng.doors.today import today
from mingzheng.office.certificates.course import CLOSED, STEPS, courses, moved_in
from mingzheng.office.contracts.queries import READERS, applications_for
from mingzheng.office.record.models import Event
from mingzheng.rulebook.course import Step, medians, stages
from mingzheng.rulebook.indicators.meaning import Period

from ..rights import StaffRequest, staff_page
from .case import told
from .register import TONES

YEARS = 4  # that can be chosen
TOLD = {*STEPS, CLOSED, "audit.opened"}
"""Of audits and decisions; what an audit found and why a file came back is told on its page alone, to whoever may see it."""


class CoursesListing(Listing):
    name, title = "project-courses", t("全过程时间线", "Course of projects")
    template = "staff/applications/courses.html"
    columns = (
        Column("number", t("申请编号", "Number"), Kind.CODE, sort="number"),
        Column("name_zh", t("申请组织", "Applicant"), value=called, sort="name_zh"),
        Column("standards", t("标准", "Standards"), Kind.STANDARDS),
        Column("submitted_on", t("提交", "Handed in"), Kind.DAY, sort="submitted_on"),
        Column("status", t("状态", "Status"), Kind.STATUS, sort="status", words="application-status", tones=TONES),
    )  # fmt: skip
    search = ("number", "name_zh", "pinyin", "name_en", "uscc")
    order = ("-submitted_on", "-pk")

    def link(self, row: Any) -> str:
        return reverse("staff:project-course", args=[row.number])


@staff_page(*READERS)
def all_courses(request: StaffRequest) -> HttpResponse:
    """The projects that moved in a year, this one unless another is asked for, and the median of each stage they ended."""
    last = today().year
    years = range(last, last - YEARS, -1)
    year = next((one for one in years if str(one) == request.GET.get("year")), last)
    days = Period.of(year).days
    rows = applications_for(request.user).filter(pk__in=moved_in(*days).values("pk"))
    tiles = medians([one.days for one in courses(rows)], *days)
    return CoursesListing(request, rows).response(year=year, years=years, tiles=tiles)


@staff_page(*READERS)
def course(request: StaffRequest, number: str) -> HttpResponse:
    """One project: the day of each step, and every event on the way to its last certificate."""
    row = get_object_or_404(applications_for(request.user), number=number)
    (found,) = courses([row])
    took = stages(found.days)
    steps = [(step, found.days.get(step), took.get(step, ("", None))[1]) for step in Step]
    context = {"application": row, "steps": steps, **told(*found.subjects)}
    last = found.days.get(Step.CERTIFIED, today())
    context["events"] = [one for one in context["events"] if one.on <= last and _for_all(one)]
    return render(request, "staff/applications/course.html", context)


def _for_all(event: Event) -> bool:
    """May whoever sees the application read this of it?"""
    if not event.subject.startswith(("audit:", "decision:")):
        return True
    return event.kind in TOLD and event.facts.get("outcome", "passed") == "passed"
