"""What waits: risks to look at again, gifts nobody settled, seats whose term ends."""

from datetime import date
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.roles import Role

from .models import Gift, PlannedMeeting, Seat
from .queries import gifts_seen_by, open_plans, risks


def _risk(row: Any, on: date) -> Item:
    return Item(f"risk:{row.number}", row.source[:40], due=row.review_due)


def _gift(row: Gift, on: date) -> Item:
    return Item(f"gift:{row.number}", named(row.person, row.what))


@queue("impartiality.risks", Role.QUALITY, Role.DIRECTOR, item=_risk)
def open_risks(by: Actor, on: date) -> QuerySet[Any]:
    """Every open risk, those first that business opened by itself and nobody has looked at, the others by the day of their
    next review; the direction sees those it has still to accept."""
    unseen = Case(When(~Q(about="") & Q(reviewed_on=None), then=0), default=1)
    rows = risks().filter(closed_on=None).order_by(unseen, "last")
    return rows if by.holds(Role.QUALITY) else rows.filter(accepted_by="")


@queue("impartiality.gifts", Role.INTEGRITY, item=_gift)
def gifts(by: Actor, on: date) -> QuerySet[Gift]:
    return gifts_seen_by(by).filter(settled_on=None).order_by("received_on")


def _seat(row: Seat, on: date) -> Item:
    return Item(f"seat:{row.number}", row.name, due=row.until)


@queue("impartiality.seats", Role.QUALITY, item=_seat)
def seats(by: Actor, on: date) -> QuerySet[Seat]:
    """Seats of the committee and the board whose term is about to end, or has ended and nobody left or was seated again."""
    again = Seat.objects.filter(panel=OuterRef("panel"), name=OuterRef("name"), until__gt=OuterRef("until"))
    ending = Seat.objects.filter(ended_on=None, until__lte=last_day("seat_notice", on))
    return ending.exclude(Exists(again)).order_by("until", "pk")


def _planned(row: PlannedMeeting, on: date) -> Item:
    return Item(f"meeting-plan:{row.number}", row.subject, due=row.planned_on, why=f"panel.{row.panel}")


@queue("impartiality.meetings", Role.DIRECTOR, Role.QUALITY, item=_planned)
def meetings(by: Actor, on: date) -> QuerySet[PlannedMeeting]:
    """Meetings to come soon, and those whose day is over without minutes."""
    return open_plans().filter(planned_on__lte=last_day("meeting_notice", on)).order_by("planned_on", "pk")
