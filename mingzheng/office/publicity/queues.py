"""What waits: items to approve, and pages that say something else than was approved."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item as Line
from mingzheng.office.record.queue import queue
from mingzheng.rulebook.roles import Role

from .models import Link
from .queries import dead_links, differing, items


def _item(row: Any, on: date) -> Line:
    return Line(f"publicity:{row.number}", row.title_zh, why=f"publicity.next.{row.state}")


@queue("publicity.approve", Role.MARKET, Role.QUALITY, Role.DIRECTOR, item=_item)
def to_approve(by: Actor, on: date) -> QuerySet[Any]:
    """For the direction those the department approved; for the others those of their department."""
    rows = items().order_by("proposed_on", "number")
    if by.holds(Role.DIRECTOR):
        return rows.filter(state="department")
    own = getattr(by, "department", "")
    return rows.filter(state="proposed", department=own).exclude(proposed_by=by.login)


def _differing(row: Any, on: date) -> Line:
    return Line(f"publicity:{row.number}", row.title_zh)


@queue("publicity.differing", Role.MARKET, Role.QUALITY, item=_differing)
def page_differs(by: Actor, on: date) -> QuerySet[Any]:
    """Alarm: a public page says something else than was approved; mend it and compare again, or propose a new version."""
    return differing(on).order_by("published_on", "number")


def _dead(row: Link, on: date) -> Line:
    return Line(f"publicity:{row.item.number}", row.address, due=row.dead_since)


@queue("publicity.dead-links", Role.GENERAL_OFFICE, item=_dead)
def dead(by: Actor, on: date) -> QuerySet[Link]:
    """Links in public items that nobody answers: mend them by a new version."""
    return dead_links(on).order_by("dead_since", "pk")
