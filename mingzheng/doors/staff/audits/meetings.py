"""Opening and closing an audit: the records of its two meetings."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from mingzheng.doors.frame.rows import Rows, pressed
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.audits.actions.close_audit import close_audit
from mingzheng.office.audits.actions.open_audit import open_audit
from mingzheng.office.audits.minutes import minutes_in
from mingzheng.rulebook.on_site import Meeting

from ..rights import StaffRequest
from .case import Case, auditors_page
from .forms import AttendeeRow, MeetingForm

ACTS = {Meeting.OPENING: open_audit, Meeting.CLOSING: close_audit}
DONE = {
    Meeting.OPENING: t("首次会议已记录，审核开始", "The opening meeting is recorded; the audit has begun"),
    Meeting.CLOSING: t(
        "末次会议已记录，现场审核结束", "The closing meeting is recorded; the audit on site has ended"
    ),
}


def _attendees() -> Rows:
    return Rows(
        "attendees",
        AttendeeRow,
        t("受审核方出席人员", "Of the client"),
        t("人员", "a person"),
        reverse("staff:audit-attendee"),
    )


def _first(case: Case, meeting: Meeting) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """What the form begins with: today and the whole team; at the closing, those who were at the opening."""
    begun = {"held_on": today(), "team": [member.person.login for member in case.team]}
    if meeting is Meeting.OPENING or not case.opened.opening:
        return {**begun, "starts": "09:00", "ends": "09:30"}, []
    there = minutes_in(case.opened.opening).client
    return {**begun, "starts": "16:30", "ends": "17:00"}, [vars(person) for person in there]


def _meeting(request: StaffRequest, number: str, meeting: Meeting) -> HttpResponse:
    case = Case(request, number)
    first, there = _first(case, meeting)
    form = MeetingForm(request.POST or None, initial=first, meeting=meeting, team=case.team)
    people = _attendees().sent(request.POST) if request.POST else _attendees().filled(there)
    if request.POST and not pressed(request.POST) and all([form.is_valid(), people.is_valid()]):
        ACTS[meeting](number, form.minutes(people.values), on=today(), by=request.user)
        messages.success(request, DONE[meeting])
        return redirect("staff:audit", number)
    context = case.drawn("meetings", form=form, people=people, meeting=meeting)
    return render(request, "staff/audits/meeting.html", context)


@auditors_page
def opening(request: StaffRequest, number: str) -> HttpResponse:
    return _meeting(request, number, Meeting.OPENING)


@auditors_page
def closing(request: StaffRequest, number: str) -> HttpResponse:
    return _meeting(request, number, Meeting.CLOSING)


@auditors_page
def attendee(request: StaffRequest) -> HttpResponse:
    """One more row, for htmx; nothing when a row is dropped."""
    return HttpResponse() if "drop" in request.GET else _attendees().one_more(request)
