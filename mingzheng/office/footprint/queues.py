"""What waits: trips whose mode nobody entered."""

from datetime import date

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.roles import Role

from .models import Trip
from .queries import keeps, trips_without_mode


def _trip(row: Trip, on: date) -> Item:
    return Item(f"trip:{row.number}", named(row.person, row.visit.client))


@queue("footprint.trips", Role.GENERAL_OFFICE, Role.AUDITOR, item=_trip)
def trips(by: Actor, on: date) -> QuerySet[Trip]:
    """Everybody his own; the general office all of them."""
    rows = trips_without_mode().order_by("travelled_on", "number")
    return rows if keeps(by) else rows.filter(person__login=by.login)
