"""Reading floors, exceptions and services."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

from .models import FeeFloor, FloorException, Service

READERS = (Role.MARKET, Role.FINANCE, Role.QUALITY, Role.DIRECTOR)


def readers_only(by: Actor) -> None:
    """Raises Refused for whoever has no business with prices."""
    if not any(by.holds(role) for role in READERS):
        raise Refused(NOT_YOURS)


def floors(day: date) -> QuerySet[FeeFloor, Decimal]:
    """What an auditor-day costs at least on a day, CNY: the first of these counts."""
    return (
        FeeFloor.objects.filter(valid_from__lte=day).order_by("-valid_from").values_list("per_day", flat=True)
    )


def allowed(application: str) -> QuerySet[FloorException, Decimal]:
    """The price a day that a director approved for a quotation: the first of these counts."""
    rows = FloorException.objects.filter(application=application, state="granted")
    return rows.order_by("-decided_on", "-pk").values_list("per_day", flat=True)


def floors_seen_by(by: Actor) -> QuerySet[Any]:
    readers_only(by)
    return FeeFloor.objects.all()


def exceptions_seen_by(by: Actor) -> QuerySet[Any]:
    readers_only(by)
    return FloorException.objects.all()


def services_seen_by(by: Actor) -> QuerySet[Any]:
    readers_only(by)
    return Service.objects.all()


def exceptions_granted(year: int) -> QuerySet[FloorException]:
    """Quotations below the floor that were approved in the calendar year."""
    return FloorException.objects.filter(state="granted", decided_on__year=year)
