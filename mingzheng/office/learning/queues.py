"""What waits: courses whose day has come, good cases to publish."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, queue
from mingzheng.rulebook.roles import Role

from .models import Course
from .queries import good_cases_seen_by


def _course(row: Course, on: date) -> Item:
    return Item(f"course:{row.number}", row.title, due=row.planned_on)


def _case(row: Any, on: date) -> Item:
    return Item(f"good-case:{row.number}", row.title)


@queue("learning.courses", Role.GENERAL_OFFICE, item=_course)
def to_hold(by: Actor, on: date) -> QuerySet[Course]:
    """Planned for today or before, neither held nor cancelled."""
    rows = Course.objects.filter(held_on=None, cancelled_on=None, planned_on__lte=on)
    return rows.order_by("planned_on", "pk")


@queue("learning.good-cases", Role.TECHNICAL, item=_case)
def to_publish(by: Actor, on: date) -> QuerySet[Any]:
    return good_cases_seen_by(by).filter(published_on=None).order_by("submitted_on", "pk")
