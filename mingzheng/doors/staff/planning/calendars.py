"""日历订阅: the secret address of a person's or a client's calendar, opened anew or closed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.clients.queries import clients_for
from mingzheng.office.people.queries import person_for
from mingzheng.office.planning.actions.close_calendar import close_calendar
from mingzheng.office.planning.actions.open_calendar import OPENERS, open_calendar
from mingzheng.office.planning.models import CalendarLink

from ..rights import StaffRequest, staff_page

OPENED = t("新的订阅地址已生成，旧地址失效。", "There is a new address; the old one no longer works.")
CLOSED = t("日历订阅已停用。", "The calendar is closed.")


@staff_page()
def of_person(request: StaffRequest, login: str) -> HttpResponse:
    person = person_for(request.user, login)
    link = CalendarLink.objects.filter(person=person, closed_on=None).first()
    shown = link if login == request.user.login or any(map(request.user.holds, OPENERS)) else None
    context = {"whose": person, "link": shown, "back": reverse("staff:board"), "kind": "person", "key": login}
    return render(request, "staff/planning/calendar.html", {**context, "address": _address(request, shown)})


@staff_page(*OPENERS)
def of_client(request: StaffRequest, uscc: str) -> HttpResponse:
    client = get_object_or_404(clients_for(request.user), uscc=uscc)
    link = CalendarLink.objects.filter(client=client, closed_on=None).first()
    back = reverse("staff:client", args=[uscc])
    context = {"whose": client, "link": link, "back": back, "kind": "client", "key": uscc}
    return render(request, "staff/planning/calendar.html", {**context, "address": _address(request, link)})


def _address(request: StaffRequest, link: CalendarLink | None) -> str:
    return request.build_absolute_uri(reverse("public:calendar", args=[link.token])) if link else ""


@staff_page()
@require_POST
def open_of_person(request: StaffRequest, login: str) -> HttpResponse:
    open_calendar(login, on=today(), by=request.user)
    messages.success(request, OPENED)
    return redirect("staff:person-calendar", login)


@staff_page()
@require_POST
def close_of_person(request: StaffRequest, login: str) -> HttpResponse:
    close_calendar(login, on=today(), by=request.user)
    messages.success(request, CLOSED)
    return redirect("staff:person-calendar", login)


@staff_page(*OPENERS)
@require_POST
def open_of_client(request: StaffRequest, uscc: str) -> HttpResponse:
    open_calendar(uscc=uscc, on=today(), by=request.user)
    messages.success(request, OPENED)
    return redirect("staff:client-calendar", uscc)


@staff_page(*OPENERS)
@require_POST
def close_of_client(request: StaffRequest, uscc: str) -> HttpResponse:
    close_calendar(uscc=uscc, on=today(), by=request.user)
    messages.success(request, CLOSED)
    return redirect("staff:client-calendar", uscc)
