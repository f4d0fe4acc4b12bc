"""What waits for those who keep the post going."""

from datetime import date

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, queue
from mingzheng.rulebook.roles import Role

from .models import Letter
from .queries import STATES


def _letter(row: Letter, on: date) -> Item:
    return Item(f"letter:{row.number}", row.to, due=row.written_on)


@queue("letters.stuck", Role.ADMINISTRATOR, item=_letter)
def stuck(by: Actor, on: date) -> QuerySet[Letter]:
    """未能投递: tried as often as it may be."""
    return Letter.objects.filter(STATES["stuck"]).order_by("written_on", "pk")
