"""What waits: reports to send or to send again, and those the platform has not answered."""

from datetime import date

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, queue
from mingzheng.rulebook.return_duties import OWNERS

from .models import Duty
from .queries import OPEN, owned_by


def _item(row: Duty, on: date) -> Item:
    why = "return.next.again" if row.accepted is False else ""
    return Item(f"return:{row.number}", f"{row.first:%Y-%m}", due=row.due_on, why=why)


@queue("returns.to-send", *OWNERS, item=_item)
def to_send(by: Actor, on: date) -> QuerySet[Duty]:
    return owned_by(by).filter(OPEN).order_by("due_on", "kind")


@queue("returns.to-answer", *OWNERS, item=_item)
def to_answer(by: Actor, on: date) -> QuerySet[Duty]:
    """Sent, and no receipt entered yet."""
    return owned_by(by).filter(sent_on__isnull=False, answered_on=None).order_by("sent_on")
