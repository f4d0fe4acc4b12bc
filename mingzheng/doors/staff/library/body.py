"""机构与认可范围: who the body is, what it is accredited for, and the days on which nobody works."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.formats import certified_to
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.library.actions.accredit_scope import accredit_scope
from mingzheng.office.library.actions.describe_body import describe_body
from mingzheng.office.library.actions.end_scope import end_scope
from mingzheng.office.library.actions.enter_holiday import enter_holiday
from mingzheng.office.library.models import AccreditedScope, Body, Holiday
from mingzheng.office.library.queries import in_force
from mingzheng.office.record.queries import timeline
from mingzheng.rulebook.calendar import LAST_KNOWN_YEAR
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import SYSTEMS, Standard
from mingzheng.rulebook.technical_areas import EDITION, TechnicalArea, technical_areas

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .forms import BodyForm, ChangeForm, HolidayForm, ScopeForm

READERS = (Role.TECHNICAL, Role.PROGRAMME_MANAGER, Role.QUALITY, Role.DIRECTOR, Role.ADMINISTRATOR)
DESCRIBERS = (Role.ADMINISTRATOR, Role.DIRECTOR)
ACCREDITERS = (Role.QUALITY, Role.DIRECTOR, Role.ADMINISTRATOR)
CALENDAR_KEEPERS = (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER)


def one_of(request: StaffRequest, *roles: Role) -> bool:
    return any(request.user.holds(role) for role in roles)


@staff_page(*READERS)
def library(request: StaffRequest) -> HttpResponse:
    """机构档案"""
    body = Body.objects.first()
    shown = BodyForm(initial=vars(body)) if body else BodyForm()
    context = {
        "tab": "body",
        "described": body,
        "facts": [(field.label, field.initial) for field in shown],
        "describes": one_of(request, *DESCRIBERS),
        "events": timeline(f"body:{body.approval_number}")[:10] if body else [],
    }
    return render(request, "staff/library/body.html", context)


def profile_form(request: StaffRequest) -> BodyForm:
    """The profile to fill in; once it is there, what it is from a day on."""
    body = Body.objects.first()
    if body is None:
        return BodyForm(request.POST or None)
    return ChangeForm(request.POST or None, initial={**vars(body), "valid_from": today()})


@staff_page(*DESCRIBERS)
def describe(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        profile_form(request),
        lambda said: describe_body(**said, on=today(), by=request.user),
        heading=t("修改机构档案", "Change the body's profile"),
        back=reverse("staff:library"),
        done=t("已修改。", "Changed."),
        consequences=[
            t(
                "这一天起日期的文件按新内容印制，以前日期的按旧版。日期早于今天的变更和更正，会使该日以后的文件再次打印时随之改变；已签发的证书不变。",
                "Papers dated from that day on say this, those of earlier days what was. A change as of an earlier day, or a "
                "correction, changes papers of those days when they are printed again; certificates issued stay.",
            )
        ],
    )


@staff_page(*READERS)
def scope(request: StaffRequest) -> HttpResponse:
    """认可业务范围: a row a group, a column a system; a cell accredits or ends."""
    if request.method == "POST":
        return change_scope(request)
    on = today()
    context = {
        "tab": "scope",
        "grid": grid(on),
        "edition": EDITION,
        "form": ScopeForm(initial={"day": on}),
        "accredits": one_of(request, *ACCREDITERS),
    }
    return render(request, "staff/library/scope.html", context)


def change_scope(request: StaffRequest) -> HttpResponse:
    """Do what one press in the grid says; an action's own guard says who may."""
    form = ScopeForm(request.POST)
    if not form.is_valid():
        messages.error(request, t("请填写日期。", "Give the day."))
        return redirect("staff:scope")
    (act, standard, group), day = form.cleaned_data["change"], form.cleaned_data["day"]
    told: dict[str, Any] = {"on": today(), "by": request.user}
    if act == "accredit":
        accredit_scope(standard, group, valid_from=day, **told)
    else:
        end_scope(standard, group, valid_until=day, **told)
    done = t("已登记 {standard} {group}。", "{standard} {group} entered.", standard=standard, group=group)
    messages.success(request, done)
    return redirect("staff:scope")


def grid(on: date) -> list[tuple[TechnicalArea, list[tuple[Standard, AccreditedScope | None]]]]:
    """The 39 groups, each with what is in force on a day, or will be, for each system."""
    held = {(one.standard, one.group): one for one in AccreditedScope.objects.filter(valid_from__gt=on)}
    held |= {(one.standard, one.group): one for one in in_force(on)}
    groups = [area for area in technical_areas().values() if len(area.code) == 2]
    return [(area, [(standard, held.get((standard, area.code))) for standard in SYSTEMS]) for area in groups]


class ScopeListing(Listing):
    name, title = "scope-register", t("认可业务范围", "Accredited scope")
    template = "staff/library/scope_register.html"
    columns = (
        Column("standard", t("管理体系", "System"), Kind.STANDARDS, sort="standard"),
        Column("group", t("大类", "Group"), Kind.CODE, sort="group"),
        Column("name", t("名称", "Name"), value=lambda row: _named(row.group)),
        Column("valid_from", t("自", "From"), Kind.DAY, sort="valid_from"),
        Column("valid_until", t("至", "Until"), Kind.DAY, sort="valid_until"),
    )
    search = ("group",)
    filters = (
        Choice("standard", t("管理体系", "System"), [(one, certified_to(one)) for one in Standard]),
        Days("valid_from", t("自", "From")),
    )
    tabs = (
        Tab("open", t("未终止", "Not ended"), Q(valid_until=None)),
        Tab("ended", t("有终止日", "With a last day"), Q(valid_until__isnull=False)),
        EVERYTHING,
    )
    order = ("standard", "group", "valid_from")


def _named(group: str) -> str:
    area = technical_areas()[group]
    return t(area.zh, area.en)


@staff_page(*READERS)
def scope_register(request: StaffRequest) -> HttpResponse:
    """认可业务范围台账: every group with its days, for the search and the spreadsheet."""
    return ScopeListing(request, AccreditedScope.objects.all()).response()


@staff_page(*READERS)
def holidays(request: StaffRequest) -> HttpResponse:
    """日历: days the public calendar does not know yet."""
    context = {
        "tab": "holidays",
        "days": Holiday.objects.order_by("-day"),
        "known": LAST_KNOWN_YEAR,
        "keeps": one_of(request, *CALENDAR_KEEPERS),
    }
    return render(request, "staff/library/holidays.html", context)


@staff_page(*CALENDAR_KEEPERS)
def holiday(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        HolidayForm(request.POST or None),
        lambda said: enter_holiday(**said, on=today(), by=request.user),
        heading=t("登记节假日或调休", "Enter a holiday or a working weekend"),
        back=reverse("staff:holidays"),
        done=t("已登记。", "Entered."),
    )
