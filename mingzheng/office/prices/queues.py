"""What waits: exceptions to decide, services to classify."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.roles import Role

from .models import FloorException, Service
from .queries import exceptions_seen_by, services_seen_by


def _exception(row: FloorException, on: date) -> Item:
    return Item(f"exception:{row.number}", row.applicant)


def _service(row: Service, on: date) -> Item:
    return Item(f"service:{row.number}", named(row))


@queue("prices.exceptions", Role.DIRECTOR, item=_exception)
def exceptions(by: Actor, on: date) -> QuerySet[Any]:
    return exceptions_seen_by(by).filter(state="asked").order_by("asked_on", "pk")


@queue("prices.unclassified", Role.QUALITY, item=_service)
def unclassified(by: Actor, on: date) -> QuerySet[Any]:
    return services_seen_by(by).filter(impartiality="").order_by("entered_on", "pk")
