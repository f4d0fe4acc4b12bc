"""What waits: items to approve."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item as Line
from mingzheng.office.record.queue import queue
from mingzheng.rulebook.roles import Role

from .queries import items


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
