"""Reading risks, related bodies, panels and gifts. What the yearly report counts is here, each figure with its list."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from mingzheng.office.clients.models import Client
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.governance import Panel, Sitting, late_meeting, sitting
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Objection, Refused

from .models import Gift, Meeting, PlannedMeeting, RelatedBody, Risk, Seat

KEEPERS = (Role.QUALITY, Role.DIRECTOR)
GIFT_KEEPERS = (*KEEPERS, Role.INTEGRITY)


def risks() -> QuerySet[Any]:
    """Every risk with `last`: the day it was last looked at."""
    return Risk.objects.select_related("related_body").annotate(last=Coalesce("reviewed_on", "entered_on"))


def risks_in_force(day: date) -> QuerySet[Any]:
    """Entered by the end of a day and not closed by then."""
    return risks().filter(Q(closed_on=None) | Q(closed_on__gt=day), entered_on__lte=day)


def risks_reviewed(year: int) -> QuerySet[Any]:
    """Risks reviewed at least once in the calendar year, by their last review."""
    return risks().filter(reviewed_on__year=year)


def related_on(day: date) -> QuerySet[RelatedBody]:
    """The bodies related on a day."""
    return RelatedBody.objects.filter(Q(ended_on=None) | Q(ended_on__gte=day), since__lte=day)


def related_clients(day: date) -> QuerySet[Client]:
    """Clients that are related bodies: a prompt to look at the risk before anything else is done for them."""
    same = related_on(day).filter(uscc=OuterRef("uscc"))
    return Client.objects.filter(Exists(same))


def seats_on(day: date) -> QuerySet[Seat]:
    """The seats held on a day."""
    return Seat.objects.filter(Q(ended_on=None) | Q(ended_on__gt=day), since__lte=day, until__gte=day)


def meetings_held(year: int, panel: Panel) -> QuerySet[Meeting]:
    """Meetings of a panel held in the calendar year."""
    return Meeting.objects.filter(panel=panel, held_on__year=year)


def open_plans() -> QuerySet[PlannedMeeting]:
    """Planned meetings neither held nor called off."""
    return PlannedMeeting.objects.filter(meeting=None, called_off_on=None)


@dataclass(frozen=True)
class CalendarEntry:
    """A meeting in the calendar of its panel, on the day it was planned for; one that nobody planned, on the day it was held."""

    day: date
    stands: Sitting
    subject: str
    meeting: Meeting | None  # with its minutes, once held
    plan: str = ""  # number of the plan


def calendar_of(panel: Panel, year: int, on: date) -> list[CalendarEntry]:
    """The meetings of a panel in a year as they stand on a day."""
    plans = PlannedMeeting.objects.filter(panel=panel, planned_on__year=year).select_related("meeting")
    unplanned = Meeting.objects.filter(panel=panel, held_on__year=year, plan=None)
    found = [
        *(_planned(one, on) for one in plans),
        *(CalendarEntry(one.held_on, Sitting.EXTRAORDINARY, one.subject, one) for one in unplanned),
    ]
    return sorted(found, key=lambda one: (one.day, one.plan))


def _planned(one: PlannedMeeting, on: date) -> CalendarEntry:
    held, called_off = one.meeting is not None, one.called_off_on is not None
    stands = sitting(one.planned_on, on, held=held, called_off=called_off)
    return CalendarEntry(one.planned_on, stands, one.subject, one.meeting, one.number)


def late_committee(day: date) -> list[Objection]:
    """What to call out when the impartiality committee has not met in time."""
    last = Meeting.objects.filter(panel=Panel.COMMITTEE, held_on__lte=day).order_by("-held_on").first()
    return late_meeting(last.held_on if last else None, day)


def gifts_seen_by(by: Actor) -> QuerySet[Gift]:
    """Every gift for those who keep the register; everybody else sees his own."""
    rows = Gift.objects.select_related("person")
    return rows if any(by.holds(role) for role in GIFT_KEEPERS) else rows.filter(person__login=by.login)


def gifts_received(year: int) -> QuerySet[Gift]:
    """Gifts offered or received in the calendar year, whatever became of them."""
    return Gift.objects.filter(received_on__year=year)


def keepers_only(by: Actor) -> None:
    """Raises Refused for whoever keeps none of these registers."""
    if not any(by.holds(role) for role in KEEPERS):
        raise Refused(NOT_YOURS)
