"""维护公正性委员会和理事会: who sits there, and when they met."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.impartiality.actions.end_seat import end_seat
from mingzheng.office.impartiality.actions.record_meeting import record_meeting
from mingzheng.office.impartiality.actions.seat_member import seat_member
from mingzheng.office.impartiality.models import Meeting, Seat
from mingzheng.office.impartiality.queries import KEEPERS, late_committee, open_plans, seats_on
from mingzheng.rulebook.governance import Panel

from ..asking import asked
from ..recorded import Fact, Recorded, Table, shown
from ..rights import StaffRequest, staff_page
from .forms import EndedForm, MeetingForm, SeatForm

keepers = staff_page(*KEEPERS)
SHOWN = 20  # meetings of each panel


@keepers
def panels(request: StaffRequest) -> HttpResponse:
    on = today()
    context = {
        "late": late_committee(on),
        "panels": [
            (panel, seats_on(on).filter(panel=panel).order_by("until"), meetings(panel)) for panel in Panel
        ],
    }
    return render(request, "staff/impartiality/panels.html", {**context, "today": on})


def meetings(panel: Panel) -> QuerySet[Meeting]:
    return Meeting.objects.filter(panel=panel).prefetch_related("present").order_by("-held_on")[:SHOWN]


@keepers
def seat(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        SeatForm(request.POST or None, initial={"since": today()}),
        lambda said: seat_member(said.pop("panel"), **said, on=today(), by=request.user),
        heading=t("登记任职", "Appoint a member"),
        back=reverse("staff:panels"),
        done=t("已登记。", "Entered."),
    )


@keepers
def leave(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(Seat, number=number)
    return asked(
        request,
        EndedForm(request.POST or None, initial={"ended_on": today()}),
        lambda said: end_seat(number, **said, on=today(), by=request.user),
        heading=t("登记离任：{name}", "End the term: {name}", name=row.name),
        back=reverse("staff:panels"),
        done=t("已登记。", "Entered."),
    )


@keepers
def meet(request: StaffRequest) -> HttpResponse:
    plan = open_plans().filter(number=request.GET.get("planned", "")).first()
    known = {"panel": plan.panel, "subject": plan.subject, "planned": plan.number} if plan else {}
    seats = seats_on(today()).order_by("panel", "name")
    form = MeetingForm(request.POST or None, seats, {"held_on": today(), **known})
    return asked(
        request,
        form,
        lambda said: record_meeting(said.pop("panel"), **said, on=today(), by=request.user),
        heading=t("登记会议", "Enter a meeting"),
        back=reverse("staff:panels"),
        done=t("已登记。", "Entered."),
    )


@keepers
def meeting(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(Meeting, number=number)
    entry = Recorded(
        subject=f"meeting:{number}",
        heading=f"{say_lazy(f'panel.{row.panel}')} {row.held_on}",
        register=(t("委员会与理事会", "Committee and board"), reverse("staff:panels")),
        facts=[
            Fact(t("议题", "Subject"), row.subject),
            Fact(t("会议纪要", "Minutes"), row.minutes, long=True),
        ],
        tables=[present_at(row)],
    )
    return shown(request, entry)


def present_at(row: Meeting) -> Table:
    present = [
        ("", [one.name, say_lazy(f"interest.{one.interest}"), one.organisation]) for one in row.present.all()
    ]
    heads = [t("姓名", "Name"), t("代表的利益方", "Represents"), t("单位", "Organisation")]
    return Table(t("出席", "Present"), heads, present)
