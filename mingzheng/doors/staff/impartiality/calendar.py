"""会议日历: the twelve months of a year, and which meetings of the board and the committee were planned, held, missed."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.impartiality.actions.call_off_meeting import call_off_meeting
from mingzheng.office.impartiality.actions.plan_meeting import plan_meeting
from mingzheng.office.impartiality.models import PlannedMeeting
from mingzheng.office.impartiality.queries import KEEPERS, CalendarEntry, calendar_of
from mingzheng.rulebook.governance import Panel, Sitting

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .forms import CallOffForm, PlanForm

keepers = staff_page(*KEEPERS)
PANELS = (Panel.BOARD, Panel.COMMITTEE)
MONTHS = range(1, 13)
Told = Mapping[Panel, list[CalendarEntry]]
TONES = {
    Sitting.PLANNED: "wait",
    Sitting.HELD: "good",
    Sitting.MISSED: "over",
    Sitting.CALLED_OFF: "idle",
    Sitting.EXTRAORDINARY: "good",
}
OPEN = (Sitting.PLANNED, Sitting.MISSED)


@keepers
def calendar(request: StaffRequest) -> HttpResponse:
    """This year, unless one of its neighbours is asked for."""
    on = today()
    years = (on.year - 2, on.year - 1, on.year, on.year + 1)
    year = next((one for one in years if str(one) == request.GET.get("year")), on.year)
    told = {panel: calendar_of(panel, year, on) for panel in PANELS}
    context = {"year": year, "years": years, "months": months(told), "counts": counts(told)}
    return render(request, "staff/impartiality/calendar.html", context)


def months(told: Told) -> list[tuple[int, list[tuple[Panel, list[Any]]]]]:
    """Each month, and of each panel its meetings then, with the tone of how they stand and whether they wait."""
    drawn = {of: [(one, TONES[one.stands], one.stands in OPEN) for one in rows] for of, rows in told.items()}
    return [
        (month, [(of, [row for row in rows if row[0].day.month == month]) for of, rows in drawn.items()])
        for month in MONTHS
    ]


def counts(told: Told) -> list[tuple[Panel, list[tuple[Sitting, int]]]]:
    """How many meetings of each panel stand how."""
    return [
        (of, [(how, sum(one.stands == how for one in rows)) for how in Sitting]) for of, rows in told.items()
    ]


@keepers
def plan(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        PlanForm(request.POST or None, initial={"panel": Panel.BOARD}),
        lambda said: plan_meeting(said.pop("panel"), **said, on=today(), by=request.user),
        heading=t("计划会议", "Plan a meeting"),
        back=reverse("staff:meeting-calendar"),
        done=t("已列入会议日历。", "It stands in the calendar."),
    )


@keepers
def call_off(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(PlannedMeeting, number=number)
    return asked(
        request,
        CallOffForm(request.POST or None),
        lambda said: call_off_meeting(number, **said, on=today(), by=request.user),
        heading=t("取消会议：{what}", "Call off: {what}", what=row.subject),
        back=reverse("staff:meeting-calendar"),
        done=t("会议已取消。", "The meeting is called off."),
    )
