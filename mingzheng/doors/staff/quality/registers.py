"""行政处罚 and 特殊事件: two short registers."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import Choice, Days
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import joined, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.quality.actions.declare_event import declare_event
from mingzheng.office.quality.actions.end_event import end_event
from mingzheng.office.quality.actions.record_penalty import record_penalty
from mingzheng.office.quality.models import Penalty, SpecialEvent
from mingzheng.office.quality.queries import KEEPERS
from mingzheng.rulebook.own_system import PenaltyKind

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .forms import EndForm, EventForm, PenaltyForm

keepers = staff_page(*KEEPERS)


class PenaltiesListing(Listing):
    name, title = "penalties", t("行政处罚", "Penalties")
    template = "staff/quality/register.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("imposed_on", t("处罚日期", "Imposed on"), Kind.DAY, sort="imposed_on"),
        Column("authority", t("处罚机关", "Authority"), sort="authority"),
        Column("kind", t("种类", "Kind"), Kind.STATUS, words="penalty-kind", sort="kind"),
        Column("reason", t("处罚原因", "Reason")),
    )
    search = ("number", "authority", "reason")
    filters = (
        Choice("kind", t("种类", "Kind"), [(kind, say_lazy(f"penalty-kind.{kind}")) for kind in PenaltyKind]),
        Days("imposed_on", t("处罚日期", "Imposed on")),
    )
    order = ("-imposed_on",)


@keepers
def penalties(request: StaffRequest) -> HttpResponse:
    enter = t("登记处罚", "Enter a penalty")
    return PenaltiesListing(request, Penalty.objects.all()).response(
        enter=enter, enter_url=reverse("staff:record-penalty")
    )


@keepers
def penalise(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        PenaltyForm(request.POST or None),
        lambda said: record_penalty(said.pop("kind"), **said, on=today(), by=request.user),
        heading=t("登记处罚", "Enter a penalty"),
        back=reverse("staff:penalties"),
        done=t("已登记。", "Entered."),
    )


class EventsListing(Listing):
    name, title = "special-events", t("特殊事件", "Extraordinary events")
    template = "staff/quality/register.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("name", t("事件", "Event"), sort="name"),
        Column("notice", t("依据的通知", "Notice")),
        Column("first_day", t("开始日期", "First day"), Kind.DAY, sort="first_day"),
        Column("last_day", t("结束日期", "Last day"), Kind.DAY, sort="last_day"),
        Column(
            "allowed",
            t("允许的例外", "What it allows"),
            value=lambda row: joined(say_lazy(f"deviation.{one}") for one in row.allowed),
        ),
    )
    search = ("number", "name", "notice")
    order = ("-first_day",)

    def link(self, row: Any) -> str:
        return "" if row.last_day else reverse("staff:end-event", args=[row.number])


@keepers
def events(request: StaffRequest) -> HttpResponse:
    enter = t("登记特殊事件", "Declare an event")
    return EventsListing(request, SpecialEvent.objects.all()).response(
        enter=enter, enter_url=reverse("staff:declare-event")
    )


@keepers
def declare(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        EventForm(request.POST or None, initial={"first_day": today()}),
        lambda said: declare_event(**said, on=today(), by=request.user),
        heading=t("登记特殊事件", "Declare an event"),
        back=reverse("staff:special-events"),
        done=t("已登记。", "Entered."),
    )


@keepers
def end(request: StaffRequest, number: str) -> HttpResponse:
    return asked(
        request,
        EndForm(request.POST or None, initial={"last_day": today()}),
        lambda said: end_event(number, **said, on=today(), by=request.user),
        heading=t("特殊事件结束 {n}", "End of {n}", n=number),
        back=reverse("staff:special-events"),
        done=t("已登记。", "Entered."),
    )
