"""派组: who joins the team of a visit, who leaves it, to whom the client objects."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.schedule.actions.assign_member import assign_member
from mingzheng.office.schedule.actions.record_team_objection import record_team_objection
from mingzheng.office.schedule.actions.release_member import release_member
from mingzheng.office.schedule.dossiers import HALVES, NAMES
from mingzheng.office.schedule.members import working_half_days
from mingzheng.office.schedule.queries import days_off, visits_seen_by
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.standards import Standard

from ..asking import asked
from ..programmes.forms import ReasonForm
from ..rights import StaffRequest
from .dates import page_of_visit, planner_page


def half_day_key(half_day: HalfDay) -> str:
    """``2026-03-16 am``: how a form names a half day."""
    return f"{half_day.day} {NAMES[half_day.half]}"


def half_day_words(half_day: HalfDay) -> str:
    return t(
        "{day} {half}", "{day} {half}", day=half_day.day, half=say_lazy(f"half-day.{NAMES[half_day.half]}")
    )


class AssignForm(forms.Form):
    """Role, standards and half-days of a member; all working half-days are proposed."""

    role = forms.TypedChoiceField(
        label=t("组内职务", "Role"),
        choices=[(role.value, say_lazy(f"team-role.{role}")) for role in TeamRole],
        coerce=TeamRole,
    )
    standards = forms.TypedMultipleChoiceField(
        label=t("审核体系", "Standards"), coerce=Standard, widget=forms.CheckboxSelectMultiple
    )
    half_days = forms.MultipleChoiceField(
        label=t("审核时间", "Half-days"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, standards: Iterable[str], half_days: Iterable[HalfDay]):
        when, what = sorted(half_days), list(standards)
        proposed = {"role": TeamRole.AUDITOR, "standards": what, "half_days": [half_day_key(h) for h in when]}
        super().__init__(data, initial=proposed)
        fields: dict[str, Any] = self.fields
        fields["standards"].choices = [(s, say_lazy(f"standard.{s}")) for s in what]
        fields["half_days"].choices = [(half_day_key(h), half_day_words(h)) for h in when]

    def clean_half_days(self) -> list[HalfDay]:
        parts = (key.split(" ") for key in self.cleaned_data["half_days"])
        return [HalfDay(date.fromisoformat(day), HALVES[half]) for day, half in parts]


class ObjectionForm(ReasonForm):
    valid = forms.TypedChoiceField(
        label=t("核实结果", "Finding"),
        choices=[("no", t("异议不成立", "Not valid")), ("yes", t("异议成立，应更换", "Valid: to be replaced"))],
        coerce=lambda said: said == "yes",
        help_text=t("成立的，发送审核计划前必须更换该成员。", "A valid one: the member is replaced before the plan goes out."),
    )  # fmt: skip


@planner_page
def assign(request: StaffRequest, number: str, login: str) -> HttpResponse:
    visit = get_object_or_404(visits_seen_by(request.user), number=number, starts_on__isnull=False)
    person = get_object_or_404(Person, login=login)
    off = days_off(visit.starts_on, visit.ends_on)
    return asked(
        request,
        AssignForm(request.POST or None, visit.standards, working_half_days(visit, off)),
        lambda said: assign_member(number, login, **said, on=today(), by=request.user),
        heading=t("派 {person} 审核 {n}", "Send {person} on visit {n}", person=person, n=number),
        back=page_of_visit(number),
        done=t("{person} 已编入审核组。", "{person} joined the team.", person=person),
        submit=t("派组", "Assign"),
    )


@planner_page
def release(request: StaffRequest, number: str, login: str) -> HttpResponse:
    person = get_object_or_404(Person, login=login)
    return asked(
        request,
        ReasonForm(request.POST or None),
        lambda said: release_member(number, login, **said, on=today(), by=request.user),
        heading=t("{person} 退出审核组 {n}", "{person} leaves the team of {n}", person=person, n=number),
        back=page_of_visit(number),
        done=t("{person} 已退出审核组。", "{person} left the team.", person=person),
        consequences=[t("已下达的任务书和通知书须重新下达。", "What was announced is to be announced anew.")],
    )


@planner_page
def objection(request: StaffRequest, number: str, login: str) -> HttpResponse:
    person = get_object_or_404(Person, login=login)
    return asked(
        request,
        ObjectionForm(request.POST or None),
        lambda said: record_team_objection(number, login, **said, on=today(), by=request.user),
        heading=t("受审核方对 {person} 提出异议", "The client objects to {person}", person=person),
        back=page_of_visit(number),
        done=t("异议已记录。", "The objection is recorded."),
    )
