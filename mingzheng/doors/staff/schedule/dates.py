"""The days of a visit: appointed, moved, cancelled, announced."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.dress import DayInput
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.planning.visits_due import planned_remote
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.actions.announce_visit import announce_visit
from mingzheng.office.schedule.actions.appoint_visit import appoint_visit
from mingzheng.office.schedule.actions.cancel_appointment import cancel_appointment
from mingzheng.office.schedule.actions.change_remote_share import change_remote_share
from mingzheng.office.schedule.actions.move_visit import move_visit
from mingzheng.office.schedule.models import Appointment
from mingzheng.rulebook.dated_numbers import number as limit
from mingzheng.rulebook.roles import Role

from ..asking import asked
from ..fields import count
from ..programmes.forms import ReasonForm
from ..rights import StaffRequest, staff_page

planner_page = staff_page(Role.PROGRAMME_MANAGER)
TOLD_ANEW = t(
    "须重新下达任务书、通知受审核方并发送计划。", "The visit is to be announced, and the plan sent, anew."
)


class DatesForm(forms.Form):
    """First and last day of a visit."""

    starts_on = forms.DateField(label=t("开始日期", "First day"), widget=DayInput)
    ends_on = forms.DateField(label=t("结束日期", "Last day"), widget=DayInput)


class ShareForm(forms.Form):
    """How much of a visit is held from afar."""

    remote_percent = count(
        t("其中远程审核（%）", "Of it from afar (%)"),
        max_value=100,
        required=False,
        help_text=t(
            "超过 {most} % 须先有特批",
            "More than {most} % needs a special approval first",
            most=limit("remote_share"),
        ),
    )

    def clean_remote_percent(self) -> int:
        return self.cleaned_data["remote_percent"] or 0


class AppointForm(ShareForm, DatesForm):
    field_order = ("starts_on", "ends_on", "remote_percent")


class MoveForm(ReasonForm, DatesForm):
    field_order = ("starts_on", "ends_on", "reason")


class ChangeShareForm(ReasonForm, ShareForm):
    field_order = ("remote_percent", "reason")


def page_of_visit(number: str) -> str:
    return reverse("staff:visit", args=[number])


@planner_page
def appoint(request: StaffRequest, number: str) -> HttpResponse:
    wished = planned_remote(get_object_or_404(Visit, number=number))
    return asked(
        request,
        AppointForm(request.POST or None, initial={"remote_percent": wished}),
        lambda said: appoint_visit(number, **said, on=today(), by=request.user),
        heading=t("安排审核日期 {n}", "Dates of visit {n}", n=number),
        back=page_of_visit(number),
        done=t("审核日期已安排，请派组。", "The visit has its dates; now choose the team."),
    )


@planner_page
def move(request: StaffRequest, number: str) -> HttpResponse:
    return asked(
        request,
        MoveForm(request.POST or None),
        lambda said: move_visit(number, **said, on=today(), by=request.user),
        heading=t("改期 {n}", "Move visit {n}", n=number),
        back=page_of_visit(number),
        done=t("审核已改期。", "The visit is moved."),
        consequences=[
            t("组员的时间和审核计划随新日期顺延。", "The team's half-days and the plan move along."),
            TOLD_ANEW,
        ],
    )


@planner_page
def change_share(request: StaffRequest, number: str) -> HttpResponse:
    share = get_object_or_404(Appointment, visit__number=number).remote_percent
    return asked(
        request,
        ChangeShareForm(request.POST or None, initial={"remote_percent": share}),
        lambda said: change_remote_share(number, **said, on=today(), by=request.user),
        heading=t("调整远程比例 {n}", "Change the share from afar of visit {n}", n=number),
        back=page_of_visit(number),
        done=t("远程比例已调整。", "The share from afar is changed."),
        consequences=[TOLD_ANEW],
    )


@planner_page
def cancel(request: StaffRequest, number: str) -> HttpResponse:
    freed = t("审核组全部释放，审核计划删除。", "The whole team is released and the plan removed.")
    return asked(
        request,
        ReasonForm(request.POST or None),
        lambda said: cancel_appointment(number, **said, on=today(), by=request.user),
        heading=t("取消审核日期 {n}", "Cancel the dates of visit {n}", n=number),
        back=page_of_visit(number),
        done=t("审核日期已取消。", "The dates are cancelled."),
        consequences=[freed],
    )


@planner_page
@require_POST
def announce(request: StaffRequest, number: str) -> HttpResponse:
    told = announce_visit(number, on=today(), by=request.user)
    done = t(
        "任务书和审核通知书已下达，受审核方可在 {day} 前提出异议。",
        "Announced; the client may object until {day}.",
        day=told.object_until,
    )
    messages.success(request, done)
    return redirect("staff:visit", number)
