"""礼品登记: everybody his own; the integrity supervisor and quality management all of them."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Days, Tab
from mingzheng.doors.frame.formats import money, pill
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.impartiality.actions.declare_gift import declare_gift
from mingzheng.office.impartiality.actions.settle_gift import settle_gift
from mingzheng.office.impartiality.queries import gifts_seen_by
from mingzheng.rulebook.governance import GIFT_SETTLED
from mingzheng.rulebook.roles import Role

from ..asking import asked
from ..recorded import Act, Fact, Recorded, shown
from ..rights import StaffRequest, staff_page
from .forms import GiftForm, GiftOfForm, SettleForm

SETTLERS = (Role.INTEGRITY, Role.QUALITY)


class GiftsListing(Listing):
    name, title = "gifts", t("礼品登记", "Gifts")
    template = "staff/impartiality/gifts.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column(
            "person", t("收到人", "Received by"), value=lambda row: called(row.person), sort="person__pinyin"
        ),
        Column("what", t("礼品", "What")),
        Column("giver", t("送礼方", "Given by"), sort="giver"),
        Column("value", t("估值", "Value"), Kind.MONEY, sort="value"),
        Column("received_on", t("收到日期", "Received on"), Kind.DAY, sort="received_on"),
        Column(
            "settlement",
            t("处置", "What became of it"),
            value=lambda row: say_lazy(f"settlement.{row.settlement}") if row.settlement else "",
        ),
    )
    search = ("number", "person__name_zh", "person__pinyin", "giver", "what")
    filters = (Days("received_on", t("收到日期", "Received on")),)
    tabs = (
        Tab("open", t("待处置", "To settle"), Q(settled_on=None)),
        Tab("settled", t("已处置", "Settled"), Q(settled_on__isnull=False)),
        EVERYTHING,
    )
    order = ("-received_on",)

    def link(self, row: Any) -> str:
        return reverse("staff:gift", args=[row.number])


def settles(by: Any) -> bool:
    return any(by.holds(role) for role in SETTLERS)


@staff_page()
def gifts(request: StaffRequest) -> HttpResponse:
    return GiftsListing(request, gifts_seen_by(request.user)).response()


@staff_page()
def declare(request: StaffRequest) -> HttpResponse:
    """One's own, or, for those who keep the register, anybody's."""
    form = (GiftOfForm if settles(request.user) else GiftForm)(
        request.POST or None, initial={"received_on": today(), "login": request.user.login}
    )
    return asked(
        request,
        form,
        lambda said: declare_gift(said.pop("login", request.user.login), **said, on=today(), by=request.user),
        heading=t("登记礼品", "Declare a gift"),
        back=reverse("staff:gifts"),
        done=t("已登记。", "Declared."),
    )


@staff_page()
def gift(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(gifts_seen_by(request.user), number=number)
    act = Act(t("登记处置", "Settle"), reverse("staff:settle-gift", args=[number]), "check",
              [GIFT_SETTLED] if row.settled_on else [], "primary")  # fmt: skip
    entry = Recorded(
        subject=f"gift:{number}",
        heading=t("礼品 {n}", "Gift {n}", n=number),
        register=(GiftsListing.title, reverse("staff:gifts")),
        state=pill(t("已处置", "Settled"), "good")
        if row.settled_on
        else pill(t("待处置", "To settle"), "wait"),
        facts=facts(row),
        acts=[act] if settles(request.user) else [],
    )
    return shown(request, entry)


def facts(row: Any) -> list[Fact]:
    return [
        Fact(t("收到人", "Received by"), called(row.person)),
        Fact(t("送礼方", "Given by"), row.giver),
        Fact(t("礼品", "What"), row.what),
        Fact(t("估值", "Value"), money(row.value)),
        Fact(t("收到日期", "Received on"), row.received_on),
        Fact(t("登记", "Declared"), row.declared_on),
        Fact(
            t("处置", "What became of it"), say_lazy(f"settlement.{row.settlement}") if row.settlement else ""
        ),
        Fact(t("凭证", "Evidence"), row.evidence),
    ]


@staff_page(*SETTLERS)
def settle(request: StaffRequest, number: str) -> HttpResponse:
    get_object_or_404(gifts_seen_by(request.user), number=number)
    return asked(
        request,
        SettleForm(request.POST or None),
        lambda said: settle_gift(number, **said, on=today(), by=request.user),
        heading=t("登记处置 {n}", "Settle gift {n}", n=number),
        back=reverse("staff:gift", args=[number]),
        done=t("已处置。", "Settled."),
    )
