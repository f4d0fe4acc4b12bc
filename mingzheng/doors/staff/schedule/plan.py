"""审核计划: the leader writes who is where, when, for which clauses."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.dress import DayInput
from mingzheng.doors.frame.rows import Rows, pressed
from mingzheng.doors.frame.two import called, t
from mingzheng.doors.today import today
from mingzheng.office.schedule.actions.plan_audit import plan_audit
from mingzheng.office.schedule.actions.send_plan import send_plan
from mingzheng.office.schedule.models import Assignment
from mingzheng.office.schedule.plan import lines
from mingzheng.office.schedule.queries import plan_of, team_of, visits_seen_by
from mingzheng.rulebook.audit_plan import Line
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import SYSTEMS, Standard

from ..rights import StaffRequest, staff_page

planning_page = staff_page(Role.AUDITOR, Role.PROGRAMME_MANAGER)


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class LineForm(forms.Form):
    """One line of the plan. The auditors are those of the team, by login."""

    day = forms.DateField(label=t("日期", "Day"), widget=DayInput)
    starts_at = forms.TimeField(label=t("开始", "From"), widget=TimeInput)
    ends_at = forms.TimeField(label=t("结束", "To"), widget=TimeInput)
    department = forms.CharField(
        label=t("部门／过程／活动", "Department, process or activity"), max_length=120
    )
    clauses = forms.CharField(label=t("条款", "Clauses"), max_length=200, required=False)
    auditors = forms.MultipleChoiceField(label=t("审核员", "Auditors"), widget=forms.CheckboxSelectMultiple)
    standards = forms.TypedMultipleChoiceField(
        label=t("体系", "Standards"), coerce=Standard, widget=forms.CheckboxSelectMultiple, required=False,
        choices=[(s.value, s.letter) for s in SYSTEMS],
    )  # fmt: skip

    @property
    def line(self) -> Line:
        said = self.cleaned_data
        return Line(
            day=said["day"],
            starts_at=said["starts_at"],
            ends_at=said["ends_at"],
            auditors=tuple(said["auditors"]),
            department=said["department"],
            standards=tuple(said["standards"]),
            clauses=said["clauses"],
        )


def form_for(team: Sequence[Assignment], standards: Sequence[str]) -> type[LineForm]:
    """A line form that offers the team and the standards of one visit."""
    people = [(member.person.login, called(member.person)) for member in team]
    letters = [(s.value, s.letter) for s in Standard if s in standards]

    class OfVisit(LineForm):
        def __init__(self, *args: Any, **kwargs: Any):
            super().__init__(*args, **kwargs)
            fields: dict[str, Any] = self.fields
            fields["auditors"].choices, fields["standards"].choices = people, letters

    return OfVisit


def table(visit: Any, team: Sequence[Assignment]) -> Rows:
    return Rows(
        "lines",
        form_for(team, visit.standards),
        t("日程", "Timetable"),
        one=t("日程", "line"),
        url=reverse("staff:plan-row", args=[visit.number]),
    )


def kept(line: Line) -> dict[str, Any]:
    """A line as its form shows it."""
    return {**vars(line), "auditors": list(line.auditors), "standards": list(line.standards)}


def proposed(visit: Any, team: Sequence[Assignment]) -> list[Line]:
    """What every plan begins and ends with: the two meetings, everyone there."""
    everyone = tuple(member.person.login for member in team)
    opening = Line(visit.starts_on, time(8, 30), time(9), everyone, str(t("首次会议", "Opening meeting")))
    closing = Line(visit.ends_on, time(16, 30), time(17), everyone, str(t("末次会议", "Closing meeting")))
    return [opening, closing]


@planning_page
def edit(request: StaffRequest, number: str) -> HttpResponse:
    visit = get_object_or_404(visits_seen_by(request.user), number=number, starts_on__isnull=False)
    team = team_of(visit)
    rows = table(visit, team)
    if request.method == "POST":
        rows.sent(request.POST)
        if not pressed(request.POST) and rows.is_valid():
            said = [form.line for form in rows.forms if form.is_bound and form.has_changed()]  # type: ignore[attr-defined]
            plan_audit(number, said, on=today(), by=request.user)
            messages.success(request, t("审核计划已保存。", "The plan is kept."))
            return redirect("staff:visit", number)
    else:
        rows.filled([kept(line) for line in lines(plan_of(visit)) or proposed(visit, team)])
    return render(request, "staff/schedule/plan.html", {"visit": visit, "rows": rows})


@planning_page
def row(request: StaffRequest, number: str) -> HttpResponse:
    visit = get_object_or_404(visits_seen_by(request.user), number=number)
    return table(visit, team_of(visit)).one_more(request)


@planning_page
@require_POST
def send(request: StaffRequest, number: str) -> HttpResponse:
    send_plan(number, on=today(), by=request.user)
    messages.success(request, t("审核计划已发送受审核方。", "The plan is sent to the client."))
    return redirect("staff:visit", number)
