"""工作台: everyone lands on his work: what waits, what he did, and when he is out."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import names_of
from mingzheng.office.record.queries import done_by, logins_in
from mingzheng.office.record.queue import queues_of
from mingzheng.office.schedule.models import Booking
from mingzheng.rulebook.roles import Role

from .links import page_of
from .piles import PAGE, Pile, lines_in, piles_of, together, waiting_in
from .rights import StaffRequest, staff_page

WEEKS = 4  # of the calendar


def weeks(bookings: Iterable[Booking], first: date) -> list[list[dict[str, object]]]:
    """Four weeks of days from a Monday, each with the visits one is out for."""
    out: dict[date, dict[str, None]] = {}
    for booking in bookings:
        out.setdefault(booking.day, {})[booking.visit.number] = None
    days = [first + timedelta(days=n) for n in range(7 * WEEKS)]
    drawn = [{"day": day, "visits": [(v, page_of(f"visit:{v}")) for v in out.get(day, {})]} for day in days]
    return [drawn[n : n + 7] for n in range(0, len(drawn), 7)]


def my_weeks(by: Person, on: date) -> list[list[dict[str, object]]]:
    first = on - timedelta(days=on.weekday())
    booked = Booking.objects.filter(person=by, day__range=(first, first + timedelta(days=7 * WEEKS - 1)))
    return weeks(booked.select_related("visit").order_by("day", "half"), first)


@staff_page()
def desk(request: StaffRequest) -> HttpResponse:
    """待办: the queues of one's roles, and the calendar of those who go out."""
    by, on = request.user, today()
    piles = piles_of(by, on)
    context = {
        "piles": [pile for pile in piles if pile.lines],
        "folded": [pile for pile in piles if pile.waiting and not pile.lines],
        "empty": [pile for pile in piles if not pile.waiting],
        **together(piles),
        "goes_out": by.holds(Role.AUDITOR),
        "today": on,
    }
    return render(request, "staff/desk.html", context)


@staff_page()
def queue(request: StaffRequest, name: str) -> HttpResponse:
    """One queue, all of it, page by page."""
    by, on = request.user, today()
    asked = next((one for one in queues_of(by) if one.name == name), None)
    if asked is None:
        raise Http404
    page = int(number) if (number := request.GET.get("page", "")[:6]).isdecimal() and int(number) else 1
    lines = lines_in(asked, by, on, slice((page - 1) * PAGE, page * PAGE + 1))
    pile = Pile(name, waiting_in([asked], by, on)[name], lines[:PAGE])
    context = {"pile": pile, "page": page, "more": len(lines) > PAGE, "today": on}
    return render(request, "staff/queue.html", context)


@staff_page(Role.AUDITOR)
def calendar(request: StaffRequest) -> HttpResponse:
    """The part of the desk that shows when one is out; fetched once the queues are there."""
    on = today()
    return render(request, "staff/calendar.html", {"weeks": my_weeks(request.user, on), "today": on})


@staff_page()
def done(request: StaffRequest) -> HttpResponse:
    """已办: what one did, the latest first."""
    page = Paginator(done_by(request.user.login), 30).get_page(request.GET.get("page"))
    lines = [(event, page_of(event.subject)) for event in page]
    names = names_of(logins_in(page))
    return render(
        request, "staff/done.html", {"page": page, "lines": lines, "names": names, "today": today()}
    )
