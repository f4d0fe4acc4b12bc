"""A person's or a client's visits as a calendar (RFC 5545), for any calendar program to subscribe to."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from mingzheng.office.clients.models import Client
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.queries import visits
from mingzheng.office.schedule.models import Assignment, Booking
from mingzheng.office.schedule.queries import with_status
from mingzheng.rulebook.planning import IN_CALENDAR_AFTER
from mingzheng.words import say

from .models import CalendarLink

PRODUCT = "-//mingzheng//schedule//ZH"
CHINA = ZoneInfo("Asia/Shanghai")
DAY_BEGINS, DAY_ENDS, NOON = time(8, 30), time(17, 0), time(12, 0)
TOLD = ("announced", "plan_sent", "under_audit", "held")  # a client sees what he was told


def open_link(token: str) -> CalendarLink | None:
    """The calendar of this secret, while it is open."""
    links = CalendarLink.objects.select_related("person", "client")
    return links.filter(token=token, closed_on=None).first()


def calendar(link: CalendarLink, on: date, language: str) -> bytes:
    """The file: a person's visits from his first half day to his last, a client's as announced."""
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", _owner(link))
    found.add("x-wr-timezone", CHINA.key)
    events = _of_person(link.person, on) if link.person else _of_client(link.client, on)
    for visit, first, last, team in events:
        found.add_component(_event(visit, first, last, team, language, on))
    return found.to_ical()


def _owner(link: CalendarLink) -> str:
    return link.person.name_zh if link.person else link.client.name_zh  # type: ignore[union-attr]


Dated = tuple[Any, datetime, datetime, list[Assignment]]


def _of_person(person: Person, on: date) -> Iterable[Dated]:
    booked: dict[int, list[tuple[date, str]]] = {}
    rows = Booking.objects.filter(person=person, day__gte=on - IN_CALENDAR_AFTER).order_by("day", "half")
    for visit, day, half in rows.values_list("visit_id", "day", "half"):
        booked.setdefault(visit, []).append((day, half))
    for visit in _with_client(booked):
        (first, begins), (last, ends) = booked[visit.pk][0], booked[visit.pk][-1]
        starts = datetime.combine(first, DAY_BEGINS if begins == "am" else NOON, CHINA)
        yield visit, starts, datetime.combine(last, NOON if ends == "am" else DAY_ENDS, CHINA), visit.team


def _of_client(client: Client | None, on: date) -> Iterable[Dated]:
    rows = with_status(visits()).filter(client=client, status__in=TOLD, ends_on__gte=on - IN_CALENDAR_AFTER)
    for visit in _with_client([visit.pk for visit in rows]):
        starts = datetime.combine(visit.starts_on, DAY_BEGINS, CHINA)
        yield visit, starts, datetime.combine(visit.ends_on, DAY_ENDS, CHINA), visit.team


def _with_client(keys: Iterable[int]) -> list[Any]:
    """These visits with status, client and `team`, the leader first."""
    rows = list(with_status(visits()).filter(pk__in=list(keys)).order_by("starts_on", "number"))
    teams: dict[int, list[Assignment]] = {}
    for member in Assignment.objects.filter(visit__in=rows).select_related("person").order_by("pk"):
        teams.setdefault(member.visit_id, []).append(member)
    for visit in rows:
        visit.team = sorted(teams.get(visit.pk, []), key=lambda member: member.role != "leader")
    return rows


def _event(
    visit: Any, first: datetime, last: datetime, team: list[Assignment], language: str, on: date
) -> Event:
    event = Event()
    client = visit.client
    called = client.name_zh if language.startswith("zh") else client.name_en or client.name_zh
    letters = "".join(standard[0] for standard in visit.standards)
    names = "、".join(f"{m.person.name_zh}（{say(f'team-role.{m.role}', language)}）" for m in team)
    event.add("uid", f"{visit.number}@mingzheng")
    event.add("dtstamp", datetime.combine(on, time(0), UTC))
    event.add("dtstart", first.astimezone(UTC))
    event.add("dtend", last.astimezone(UTC))
    event.add("summary", f"{called} {say(visit.name, language)} {letters}")
    at = visit.site or client
    event.add("location", at.address_zh if language.startswith("zh") else at.address_en or at.address_zh)
    event.add("description", f"{visit.number}\n{names}\n{say(f'visit-status.{visit.status}', language)}")
    event.add("status", "CONFIRMED" if visit.status in TOLD else "TENTATIVE")
    event.add_component(_reminder(called))
    return event


def _reminder(summary: str) -> Alarm:
    """The evening before the day."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", timedelta(hours=-15))
    return alarm
