"""What waits: risks to look at again, gifts nobody settled."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, queue
from mingzheng.rulebook.governance import risk_review_due
from mingzheng.rulebook.roles import Role

from .models import Gift
from .queries import gifts_seen_by, risks


def _risk(row: Any, on: date) -> Item:
    return Item(f"risk:{row.number}", row.source[:40], due=risk_review_due(row.last))


def _gift(row: Gift, on: date) -> Item:
    return Item(f"gift:{row.number}", f"{row.person.name_zh} · {row.what}")


@queue("impartiality.risks", Role.QUALITY, Role.DIRECTOR, item=_risk)
def open_risks(by: Actor, on: date) -> QuerySet[Any]:
    """Every open risk by the day of its next review; the direction sees those it has still to accept."""
    rows = risks().filter(closed_on=None).order_by("last")
    return rows if by.holds(Role.QUALITY) else rows.filter(accepted_by="")


@queue("impartiality.gifts", Role.INTEGRITY, item=_gift)
def gifts(by: Actor, on: date) -> QuerySet[Gift]:
    return gifts_seen_by(by).filter(settled_on=None).order_by("received_on")
